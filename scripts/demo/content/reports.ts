import { company, products } from "./company.ts";
import { controlsInPreviousReport, controlsInReport } from "./controls.ts";
import { addDays, addMonths, monthEnded, workday } from "./dates.ts";
import type { ReportException, SubserviceOrganization } from "#db/schema/trust-page.ts";
import type { DemoBridgeLetter, DemoReport } from "./shapes.ts";

const auditor = {
  auditor: "Garrow Whitlock LLP",
  auditorLicence: "Certified Public Accountants, licensed in Vermont, United States",
  auditorUrl: "https://garrowwhitlock.example/licence",
};

const subservice: SubserviceOrganization[] = [
  {
    name: "Aldervale Cloud Ireland Ltd",
    service: "Hosting in Dublin and Frankfurt: compute, databases, object storage, key management, physical security",
    method: "carve-out",
  },
  {
    name: "Keelstone Backup B.V.",
    service: "Storage of encrypted backup copies that cannot be changed",
    method: "carve-out",
  },
];

export const cuecs = [
  "Give access to Lindmere only to people who need it, and remove it on the day they leave.",
  "Use single sign-on, or require a second factor for each local account.",
  "Review your users and their roles at least every 6 months.",
  "Keep API keys and client certificates secret, and replace them before they expire or when they may be known to others.",
  "Check that the meter data you send is complete and yours to send.",
  "Read delivery reports and act on rejected messages within your own deadlines.",
  "Set the retention time that your law and contracts require.",
  "Tell Lindmere within 24 hours when you suspect misuse of an account or key.",
  "Keep the list of your security contacts current.",
];

const currentExceptions: ReportException[] = [
  {
    control: "AC-03",
    finding:
      "For 1 of 25 leavers tested, access to the support desk was removed after 31 hours, not within 8. The account was not used after the leaving date.",
    response:
      "The support desk was not connected to the personnel system. It has been since the fifth month of the period, and all 11 leavers since then were removed within 2 hours.",
  },
  {
    control: "VM-02",
    finding:
      "2 of 40 vulnerabilities rated high were fixed after 36 and 41 days, not within 30. Neither could be reached from the internet.",
    response:
      "Both waited for a vendor's update. The process now asks for a compensating measure and the approval of the Head of Security on day 20.",
  },
];

const previousExceptions: ReportException[] = [
  {
    control: "AC-04",
    finding: "The access review was not done in 2 of 4 quarters for the support desk and for the reporting database.",
    response:
      "Reviews are now opened by the identity platform for every system, and rights that nobody confirms are removed after 5 working days. No review has been missed since.",
  },
  {
    control: "HR-02",
    finding: "4 of 20 new starters finished their training after 12 to 19 days, not within 10.",
    response: "An account is now limited to training and mail on day 8 until the training is done.",
  },
  {
    control: "BC-03",
    finding: "1 of 12 monthly restore tests was not recorded.",
    response: "The test had run; its record had not been kept. Results now go to the log store without a person.",
  },
];

/** Newest period first. */
export function reports(today: Date): DemoReport[] {
  const currentEnd = monthEnded(today, 75);
  const previousEnd = addMonths(currentEnd, -14);
  const typeOneAsOf = addMonths(currentEnd, -29);
  const same = {
    ...auditor,
    categories: ["security", "availability", "confidentiality"],
    systemName: company.systemName,
    products: products.filter((product) => product.inReport).map((product) => product.name),
    subservice,
    cuecs,
    opinionNote: null,
    asOf: null,
    expectedOn: null,
  } satisfies Partial<DemoReport>;

  return [
    {
      ...same,
      key: "type-2-next",
      kind: "soc2-type2",
      periodStart: addDays(currentEnd, 1),
      periodEnd: addMonths(currentEnd, 12),
      issuedOn: null,
      expectedOn: addDays(addMonths(currentEnd, 12), 50),
      opinion: null,
      controlsTested: null,
      exceptions: [],
      documentKey: null,
    },
    {
      ...same,
      key: "type-2-current",
      kind: "soc2-type2",
      ...period(currentEnd),
      issuedOn: workday(today, -42),
      opinion: "unqualified",
      controlsTested: controlsInReport.length,
      exceptions: currentExceptions,
      documentKey: "soc2-report",
    },
    {
      ...same,
      key: "type-2-previous",
      kind: "soc2-type2",
      ...period(previousEnd),
      issuedOn: workday(new Date(`${previousEnd}T00:00:00Z`), 58),
      opinion: "qualified",
      opinionNote:
        "In the auditor's opinion access reviews (CC6.2 and CC6.3) did not operate effectively for two systems in half of the period. Everything else did, in all material respects.",
      controlsTested: controlsInPreviousReport.length,
      exceptions: previousExceptions,
      documentKey: "soc2-report-previous",
    },
    {
      ...same,
      key: "type-1",
      kind: "soc2-type1",
      asOf: typeOneAsOf,
      periodStart: null,
      periodEnd: null,
      issuedOn: workday(new Date(`${typeOneAsOf}T00:00:00Z`), 45),
      opinion: "unqualified",
      controlsTested: null,
      exceptions: [],
      documentKey: null,
    },
  ];
}

export function nextReport(today: Date): DemoReport {
  return reports(today).find((report) => report.key === "type-2-next")!;
}

export function currentReport(today: Date): DemoReport {
  return reports(today).find((report) => report.key === "type-2-current")!;
}

export function previousReport(today: Date): DemoReport {
  return reports(today).find((report) => report.key === "type-2-previous")!;
}

/** Between the two Type II periods, when the period was moved to the settlement year. */
export function bridgeLetters(today: Date): DemoBridgeLetter[] {
  const coversFrom = addDays(previousReport(today).periodEnd!, 1);
  const coversUntil = addDays(currentReport(today).periodStart!, -1);
  return [
    {
      key: "bridge-letter",
      reportKey: "type-2-previous",
      coversFrom,
      coversUntil,
      signedOn: workday(new Date(`${coversUntil}T00:00:00Z`), 5),
      signedBy: "Maren Thistlewood, Head of Security",
      documentKey: "bridge-letter",
    },
  ];
}

function period(end: string) {
  return { periodStart: addDays(addMonths(end, -12), 1), periodEnd: end };
}
