import type { Opinion, ReportKind } from "#db/schema/trust-page.ts";
import { addMonths, type CalendarDay } from "./days.ts";

export type ReportDates = {
  id: string;
  kind: ReportKind;
  asOf: CalendarDay | null;
  periodStart: CalendarDay | null;
  periodEnd: CalendarDay | null;
  issuedOn: CalendarDay | null;
  expectedOn: CalendarDay | null;
  opinion: Opinion | null;
  auditor: string;
};

export type LetterDates = {
  id: string;
  reportId: string;
  coversFrom: CalendarDay;
  coversUntil: CalendarDay;
  signedOn: CalendarDay;
};

export type StatusThresholds = { ageingAfterMonths: number; lapsedAfterMonths: number };

export const usualThresholds: StatusThresholds = { ageingAfterMonths: 12, lapsedAfterMonths: 18 };

export type UnissuedStatus =
  | { is: "in-preparation"; report: ReportDates }
  | { is: "in-observation"; report: ReportDates; start: CalendarDay; end: CalendarDay }
  | { is: "report-pending"; report: ReportDates; end: CalendarDay };

export type IssuedReport = ReportDates & { issuedOn: CalendarDay; opinion: Opinion };

/** `coverEnd`: the last day that the auditor looked at. `until`: the last day on which this status holds. */
export type IssuedStatus =
  | { is: "current"; report: IssuedReport; coverEnd: CalendarDay; until: CalendarDay }
  | { is: "current-bridged"; report: IssuedReport; coverEnd: CalendarDay; until: CalendarDay; letter: LetterDates }
  | { is: "ageing"; report: IssuedReport; coverEnd: CalendarDay; until: CalendarDay }
  | { is: "lapsed"; report: IssuedReport; coverEnd: CalendarDay };

export type ReportStatus = UnissuedStatus | IssuedStatus;

/** What the company can say of its SOC 2 on one day. `next`: the report that comes after the one it rests on. */
export type Soc2Status =
  (IssuedStatus & { next: UnissuedStatus | null }) | (UnissuedStatus & { next: null }) | { is: "none"; next: null };

export type StatusName = Soc2Status["is"];

export type Setting = { letters: LetterDates[]; today: CalendarDay; thresholds?: StatusThresholds };

/** What one report is on `today`. A report that will be issued later is not issued yet. */
export function reportStatus(report: ReportDates, setting: Setting): ReportStatus {
  const { issuedOn, opinion } = report;
  if (issuedOn !== null && opinion !== null && issuedOn <= setting.today) {
    return issuedStatus({ ...report, issuedOn, opinion }, setting);
  }
  return unissuedStatus(report, setting.today);
}

export const isIssued = (status: { is: string }): status is IssuedStatus =>
  status.is === "current" || status.is === "current-bridged" || status.is === "ageing" || status.is === "lapsed";

function unissuedStatus(report: ReportDates, today: CalendarDay): UnissuedStatus {
  const { periodStart: start, periodEnd: end, asOf } = report;
  if (start !== null && end !== null) {
    if (today < start) return { is: "in-preparation", report };
    if (today <= end) return { is: "in-observation", report, start, end };
    return { is: "report-pending", report, end };
  }
  if (asOf !== null && asOf < today) return { is: "report-pending", report, end: asOf };
  return { is: "in-preparation", report };
}

function issuedStatus(report: IssuedReport, { letters, today, thresholds = usualThresholds }: Setting): IssuedStatus {
  const coverEnd = report.periodEnd ?? report.asOf ?? report.issuedOn;
  const lastCurrent = addMonths(coverEnd, thresholds.ageingAfterMonths);
  const lastAgeing = addMonths(coverEnd, thresholds.lapsedAfterMonths);
  if (today > lastAgeing) return { is: "lapsed", report, coverEnd };

  const letter = letterThatCovers(report, { letters, today });
  if (letter) {
    const until = letter.coversUntil < lastAgeing ? letter.coversUntil : lastAgeing;
    return { is: "current-bridged", report, coverEnd, until, letter };
  }
  if (today > lastCurrent) return { is: "ageing", report, coverEnd, until: lastAgeing };
  return { is: "current", report, coverEnd, until: lastCurrent };
}

/** The signed letter that reaches furthest. A Type I report covers no period, so that nothing can be bridged. */
function letterThatCovers(report: IssuedReport, { letters, today }: Setting): LetterDates | null {
  const { periodEnd } = report;
  if (periodEnd === null) return null;
  const covering = letters.filter(
    (letter) =>
      letter.reportId === report.id &&
      letter.signedOn <= today &&
      letter.coversFrom > periodEnd &&
      letter.coversFrom <= today &&
      letter.coversUntil >= today,
  );
  return covering.sort((one, other) => (one.coversUntil < other.coversUntil ? 1 : -1))[0] ?? null;
}

/** The last day that a report covers, or will. */
export const coverEndOf = (report: ReportDates): CalendarDay =>
  report.periodEnd ?? report.asOf ?? report.issuedOn ?? report.expectedOn ?? "";

/** Hands back the report that a reader should judge the company by, with what it is today. */
export function soc2Status(reports: ReportDates[], setting: Setting): Soc2Status {
  const statuses = reports.filter((report) => report.kind !== "soc3").map((report) => reportStatus(report, setting));
  const main = mainReport(statuses.filter(isIssued));
  const next = nextReport(statuses, main);
  if (main) return { ...main, next };
  if (next) return { ...next, next: null };
  return { is: "none", next: null };
}

const opinionGravity: Record<Opinion, number> = { unqualified: 0, qualified: 1, disclaimer: 2, adverse: 3 };

/**
 * The newest, but a Type II that is still in date says more than a newer Type I, unless the newer one has the graver
 * opinion: bad news is not hidden behind an older report.
 */
function mainReport(issued: IssuedStatus[]): IssuedStatus | null {
  const newestFirst = [...issued].sort(byCover);
  const newest = newestFirst[0];
  if (!newest || newest.report.kind === "soc2-type2") return newest ?? null;
  const typeTwo = newestFirst.find(({ report }) => report.kind === "soc2-type2");
  const inDate = typeTwo && (typeTwo.is === "current" || typeTwo.is === "current-bridged");
  const asGrave = typeTwo && opinionGravity[typeTwo.report.opinion] >= opinionGravity[newest.report.opinion];
  return inDate && asGrave ? typeTwo : newest;
}

function byCover(one: IssuedStatus, other: IssuedStatus): number {
  if (one.coverEnd !== other.coverEnd) return one.coverEnd < other.coverEnd ? 1 : -1;
  return one.report.issuedOn < other.report.issuedOn ? 1 : -1;
}

const stages = ["report-pending", "in-observation", "in-preparation"];

function nextReport(statuses: ReportStatus[], main: IssuedStatus | null): UnissuedStatus | null {
  const coming = statuses.filter((status): status is UnissuedStatus => !isIssued(status));
  const later = coming.filter(({ report }) => !main || coverEndOf(report) === "" || coverEndOf(report) > main.coverEnd);
  const bySoonest = (one: UnissuedStatus, other: UnissuedStatus) =>
    stages.indexOf(one.is) - stages.indexOf(other.is) || (coverEndOf(one.report) < coverEndOf(other.report) ? -1 : 1);
  return later.sort(bySoonest)[0] ?? null;
}
