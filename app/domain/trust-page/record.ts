import { findGaps } from "./coverage.ts";
import { sayCount, sayDay, sayRange, type CalendarDay } from "./days.ts";
import { coverEndOf, isIssued, reportStatus, soc2Status } from "./soc2-status.ts";
import type { LetterDates, ReportDates, ReportStatus, Setting } from "./soc2-status.ts";
import { expectedText, opinionTones, toneOf, unissuedWords, wordFor, type StatusTone } from "./status-words.ts";
import { opinionNames } from "./terms.ts";

/** A line of the record; says in words what the timeline draws. */
export type RecordRow = {
  key: string;
  what: string;
  covers: string;
  issued: string | null;
  opinion: { word: string; tone: StatusTone; detail: string } | null;
  opinionNote: string | null;
  now: string;
  nowTone: StatusTone | null;
  isGap: boolean;
  sortDay: CalendarDay;
};

export type RecordedReport = ReportDates & { exceptions: unknown[] };

const shortKinds = { "soc2-type1": "Type I", "soc2-type2": "Type II", soc3: "SOC 3" } as const;

export const shortKind = (report: ReportDates): string => shortKinds[report.kind];

/** Every report, letter and gap, newest first. */
export function recordRows(reports: RecordedReport[], setting: Setting): RecordRow[] {
  const main = soc2Status(reports, setting);
  const mainId = main.is === "none" ? null : main.report.id;
  const gaps = findGaps(reports, setting).map(gapRow);
  const rows = [
    ...reports.map((report) => reportRow(report, reportStatus(report, setting), mainId)),
    ...setting.letters.map((letter) => letterRow(letter, setting.today)),
    ...gaps,
  ];
  return rows.sort((one, other) => (one.sortDay < other.sortDay ? 1 : -1));
}

function reportRow(report: RecordedReport, status: ReportStatus, mainId: string | null): RecordRow {
  const issued = isIssued(status);
  const superseded = issued && report.kind !== "soc3" && report.id !== mainId;
  return {
    key: report.id,
    what: shortKind(report),
    covers: coversText(report),
    issued: issued ? sayDay(status.report.issuedOn) : expectedText(report) && `expected ${expectedText(report)}`,
    opinion: issued ? opinionOf(status.report.opinion, report.exceptions.length) : null,
    opinionNote: issued ? null : "not yet",
    now: superseded ? "Superseded" : issued ? wordFor(status) : unissuedWords[status.is],
    nowTone: superseded ? null : toneOf(status),
    isGap: false,
    sortDay: coverEndOf(report) || "9999-12-31",
  };
}

export function coversText(report: ReportDates): string {
  if (report.periodStart && report.periodEnd) return sayRange(report.periodStart, report.periodEnd);
  return report.asOf ? `as of ${sayDay(report.asOf)}` : "not set";
}

function opinionOf(opinion: keyof typeof opinionNames, exceptions: number) {
  const detail = exceptions > 0 ? sayCount(exceptions, "exception") : "";
  return { word: opinionNames[opinion], tone: opinionTones[opinion], detail };
}

function letterRow(letter: LetterDates, today: CalendarDay): RecordRow {
  const [now, nowTone] = letterState(letter, today);
  return {
    key: letter.id,
    what: "Bridge letter",
    covers: sayRange(letter.coversFrom, letter.coversUntil),
    issued: sayDay(letter.signedOn),
    opinion: null,
    opinionNote: "none: signed by management, not audited",
    now,
    nowTone,
    isGap: false,
    sortDay: letter.coversUntil,
  };
}

function letterState(letter: LetterDates, today: CalendarDay): [string, StatusTone | null] {
  if (letter.coversUntil < today) return ["Ended", null];
  if (letter.signedOn > today) return [`Signed on ${sayDay(letter.signedOn)}`, "prep"];
  return letter.coversFrom > today ? [`From ${sayDay(letter.coversFrom)}`, "prep"] : [`Covers today`, "bridged"];
}

const gapRow = (gap: { start: CalendarDay; end: CalendarDay; days: number }): RecordRow => ({
  key: `gap-${gap.start}`,
  what: "Gap",
  covers: sayRange(gap.start, gap.end),
  issued: null,
  opinion: null,
  opinionNote: null,
  now: `No report covers ${gap.days === 1 ? "this day" : `these ${gap.days} days`}`,
  nowTone: null,
  isGap: true,
  sortDay: gap.end,
});
