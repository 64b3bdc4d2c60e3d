import { criterionIds } from "#app/domain/trust-page/criteria.ts";
import { addDays, addMonths } from "#app/domain/trust-page/days.ts";
import { noFacts, type PublicFacts, type PublicReport } from "#app/domain/trust-page/facts.ts";
import { pageFromFacts } from "#app/domain/trust-page/page-from-facts.ts";
import { PublicTrustPage } from "#app/domain/trust-page/ui/public-page.tsx";
import type { GalleryPage } from "#scripts/gallery/static-page.tsx";

const today = "2026-11-24";
const opinions = ["unqualified", "qualified", "adverse", "disclaimer"] as const;
const company = { ...noFacts.company, isSetUp: true, name: "Northmoor", products: ["Ledger"] };
const named: PublicFacts = {
  ...noFacts,
  company: { ...company, description: "Bookkeeping for small observatories.", contactEmail: "trust@northmoor.example" },
};

const coming: PublicReport = {
  ...{ id: "report", kind: "soc2-type2", asOf: null, periodStart: "2026-07-01", periodEnd: "2027-06-30" },
  ...{ issuedOn: null, expectedOn: "2027-08-15", auditor: "Tallis & Roe LLP", auditorLicence: "", auditorUrl: "" },
  ...{ opinion: null, categories: ["security", "availability"], systemName: "Northmoor Ledger" },
  ...{ products: ["Ledger"], controlsTested: null, exceptions: [], subservice: [], cuecs: [] },
  ...{ documentId: null, documentVersion: null },
};

const exceptions: PublicReport["exceptions"] = [
  { control: "AC-03", finding: "Two of 25 leavers were removed late.", response: "Removal is automatic since May." },
];

/** Ended so many months ago, issued two months later. */
function issued(monthsAgo: number, opinion: (typeof opinions)[number]): PublicReport {
  const periodEnd = addMonths(today, -monthsAgo);
  const dates = { periodStart: addDays(addMonths(periodEnd, -12), 1), periodEnd, issuedOn: addMonths(periodEnd, 2) };
  const found = opinion === "unqualified" ? [] : exceptions;
  return { ...coming, ...dates, expectedOn: null, opinion, controlsTested: 84, exceptions: found };
}

const letterOf = (report: PublicReport): PublicFacts["letters"][number] => ({
  ...{ id: "letter", reportId: report.id, coversFrom: addDays(report.periodEnd!, 1), coversUntil: addDays(today, 20) },
  ...{ signedOn: addDays(report.periodEnd!, 5), documentId: null },
});

const control = (at: number): PublicFacts["controls"][number] => ({
  id: `control-${at}`,
  code: `C-${String(at + 1).padStart(3, "0")}`,
  title: `Control number ${at + 1} that says what is done`,
  description: "Checked each quarter by someone who does not run it.",
  status: at % 9 === 0 ? "planned" : at % 5 === 0 ? "in-progress" : "implemented",
  criteria:
    at % 17 === 0 ? [] : [criterionIds[at % criterionIds.length]!, criterionIds[(at * 7) % criterionIds.length]!],
});

const subprocessor = (at: number): PublicFacts["subprocessors"][number] => ({
  ...{ id: `subprocessor-${at}`, name: `Supplier ${at + 1} Ltd`, service: "Hosting", purpose: "Keeps the ledgers" },
  ...{ dataCategories: "Names, addresses, entries", region: "Ireland", transferBasis: "None needed", dpaUrl: "" },
  announcedOn: at % 6 === 0 ? addDays(today, -5) : null,
  objectUntil: at % 6 === 0 ? addDays(today, 25) : null,
  addedOn: at % 6 === 0 ? addDays(today, 40) : "2024-03-01",
  removedOn: at % 11 === 0 && at % 6 !== 0 ? addDays(today, -30) : null,
});

const long = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle";

function withLongNames(): PublicFacts {
  const report = issued(3, "qualified");
  const words = { auditor: `${long} & Partners LLP`, systemName: `${long} ${long}`, products: [long, `${long} Plus`] };
  const finding = { control: long.slice(0, 20), finding: `${long} ${"was late ".repeat(20)}`, response: long };
  return {
    ...named,
    company: {
      ...named.company,
      name: `${long} of Northmoor`,
      products: [long, "B", "C"],
      description: `${long} `.repeat(6),
    },
    reports: [{ ...report, ...words, exceptions: [finding], cuecs: [long] }],
    letters: [letterOf(report)],
    controls: [{ ...control(1), code: "ABCDEFGHIJ-KLMNOPQRS", title: `${long} ${long}`, description: long }],
    controlsInAll: 1,
    subprocessors: [{ ...subprocessor(0), name: long, service: long, dataCategories: long, region: long }],
  };
}

const ages = { current: 3, bridged: 3, ageing: 14, lapsed: 20 } as const;

const byStatusAndOpinion = Object.entries(ages).flatMap(([status, months]) =>
  opinions.map((opinion): [string, PublicFacts] => {
    const report = issued(months, opinion);
    const letters = status === "bridged" ? [letterOf(report)] : [];
    return [`${status}-${opinion}`, { ...named, reports: [report], letters }];
  }),
);

const ownControls = { controls: [control(1), control(2)], controlsInAll: 2 };

/** Each state that a visitor may find the page in, by name. */
const states: Record<string, PublicFacts> = {
  "not-set-up": noFacts,
  empty: named,
  "in-preparation": {
    ...named,
    ...ownControls,
    reports: [{ ...coming, periodStart: "2027-01-01", periodEnd: "2027-12-31", expectedOn: "2028-02-15" }],
  },
  "in-observation": { ...named, ...ownControls, reports: [coming] },
  "report-pending": { ...named, reports: [{ ...coming, periodStart: "2025-10-01", periodEnd: "2026-09-30" }] },
  ...Object.fromEntries(byStatusAndOpinion),
  "200-controls": {
    ...named,
    reports: [issued(3, "unqualified")],
    controls: Array.from({ length: 200 }, (_, at) => control(at)),
    controlsInAll: 214,
  },
  "60-subprocessors": { ...named, subprocessors: Array.from({ length: 60 }, (_, at) => subprocessor(at)) },
  "long-names": withLongNames(),
};

const asked = { now: new Date(`${today}T09:30:00Z`), filter: { q: "", category: null } };

export const trustPageStates: Record<string, GalleryPage> = Object.fromEntries(
  Object.entries(states).map(([name, facts]) => {
    const page = pageFromFacts(facts, { documents: [], updates: [] }, asked);
    const element = <PublicTrustPage page={page} answers={[]} brand={{ name: page.company.name }} />;
    return [`state-${name}`, { title: page.status.title, path: "/", element }];
  }),
);
