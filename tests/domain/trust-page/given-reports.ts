import type { LetterDates, ReportDates } from "#app/domain/trust-page/soc2-status.ts";

/** On 14 Sep 2026 this one is current: its period ended 76 days before. */
export const aTypeTwo: ReportDates = {
  id: "type-two",
  kind: "soc2-type2",
  asOf: null,
  periodStart: "2025-07-01",
  periodEnd: "2026-06-30",
  issuedOn: "2026-08-21",
  expectedOn: null,
  opinion: "unqualified",
  auditor: "Tallis & Roe LLP",
};

export const aTypeOne: ReportDates = {
  ...aTypeTwo,
  id: "type-one",
  kind: "soc2-type1",
  asOf: "2026-03-31",
  periodStart: null,
  periodEnd: null,
  issuedOn: "2026-05-20",
};

export const aLetter: LetterDates = {
  id: "letter",
  reportId: aTypeTwo.id,
  coversFrom: "2026-07-01",
  coversUntil: "2026-09-30",
  signedOn: "2026-07-04",
};

export const typedTypeTwo: Record<string, string> = {
  kind: "soc2-type2",
  asOf: "",
  periodStart: "2025-07-01",
  periodEnd: "2026-06-30",
  issuedOn: "2026-08-21",
  expectedOn: "",
  auditor: "Tallis & Roe LLP",
  auditorLicence: "Licensed in Vermont",
  auditorUrl: "https://tallisroe.example/licence",
  opinion: "unqualified",
  "category-security": "yes",
  "category-availability": "yes",
  systemName: "Orrery platform",
  products: "Orrery Ledger\nOrrery Sync",
  controlsTested: "84",
  exceptions: "AC-03 | 1 of 25 leavers was removed late. | Now automatic.",
  subservice: "Cirrus Ltd | Hosting | carve-out",
  cuecs: "Remove your leavers.",
  documentId: "",
};

export const typedTypeOne: Record<string, string> = {
  ...typedTypeTwo,
  kind: "soc2-type1",
  asOf: "2026-03-31",
  periodStart: "",
  periodEnd: "",
  issuedOn: "2026-05-20",
};
