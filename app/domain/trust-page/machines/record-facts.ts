import { daysInRange } from "../days.ts";
import type { PublicFacts } from "../facts.ts";
import type { RecordRow } from "../record.ts";
import type { LetterDates, ReportDates } from "../soc2-status.ts";
import type { TrustJson } from "./trust-schema.ts";

export type RecordFacts = {
  reports: (Omit<ReportDates, "auditor"> & { exceptions: number })[];
  letters: Omit<LetterDates, "reportId">[];
};

type Entry = TrustJson["record"][number];

/** The dates behind the rows that a visitor sees. Named one by one. */
export const recordFactsOf = ({ reports, letters }: PublicFacts): RecordFacts => ({
  reports: reports.map(({ id, kind, asOf, periodStart, periodEnd, issuedOn, expectedOn, opinion, exceptions }) => ({
    ...{ id, kind, asOf, periodStart, periodEnd, issuedOn, expectedOn, opinion },
    exceptions: exceptions.length,
  })),
  letters: letters.map(({ id, coversFrom, coversUntil, signedOn }) => ({ id, coversFrom, coversUntil, signedOn })),
});

/** The rows of the page's record as dates. */
export function recordEntries(rows: RecordRow[], facts: RecordFacts): Entry[] {
  return rows.flatMap((row): Entry[] => {
    if (row.isGap) return [gapEntry(row)];
    const report = facts.reports.find(({ id }) => id === row.key);
    if (report) return [reportEntry(row, report)];
    const letter = facts.letters.find(({ id }) => id === row.key);
    return letter ? [letterEntry(row, letter)] : [];
  });
}

/** Whether it is issued is the row's to say: a report with a later day of issue has none yet. */
function reportEntry(row: RecordRow, report: RecordFacts["reports"][number]): Entry {
  const { kind, asOf, periodStart: start, periodEnd: end } = report;
  const issued = row.opinion !== null;
  return {
    is: "report",
    kind,
    asOf,
    period: start && end ? { start, end } : null,
    issuedOn: issued ? report.issuedOn : null,
    expectedIn: issued ? null : (report.expectedOn?.slice(0, 7) ?? null),
    opinion: issued ? report.opinion : null,
    exceptions: issued ? report.exceptions : null,
    now: row.now,
  };
}

const letterEntry = (row: RecordRow, letter: RecordFacts["letters"][number]): Entry => ({
  is: "bridge-letter",
  covers: { start: letter.coversFrom, end: letter.coversUntil },
  signedOn: letter.signedOn,
  audited: false,
  now: row.now,
});

function gapEntry(row: RecordRow): Entry {
  const [start, end] = [row.key.slice("gap-".length), row.sortDay];
  return { is: "gap", covers: { start, end }, days: daysInRange(start, end), now: row.now };
}
