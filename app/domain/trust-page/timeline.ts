import { findGaps, type Gap } from "./coverage.ts";
import { addDays, addMonths, daysFrom, daysInRange, monthsInRange, sayCount, sayDay, sayMonth } from "./days.ts";
import { sayRange, startOfQuarter, type CalendarDay } from "./days.ts";
import { coversText, shortKind } from "./record.ts";
import { coverEndOf, isIssued, reportStatus, soc2Status } from "./soc2-status.ts";
import type { ReportDates, Setting } from "./soc2-status.ts";
import { toneOf, unissuedWords, type StatusTone } from "./status-words.ts";
import { opinionNames } from "./terms.ts";

/** How a bar is drawn: the report that counts by its tone, those before it all alike, those to come as outlines. */
export type Look = StatusTone | "earlier" | "window";

export type Span = {
  id: string;
  start: CalendarDay;
  end: CalendarDay;
  row: number;
  look: Look;
  label: string;
  detail: string;
};
export type Point = { id: string; on: CalendarDay; look: Look; label: string; detail: string };
export type Issue = { id: string; coverEnd: CalendarDay; row: number; on: CalendarDay; expected: boolean };

export type Timeline = {
  from: CalendarDay;
  until: CalendarDay;
  today: CalendarDay;
  rows: number;
  spans: Span[];
  points: Point[];
  gaps: Gap[];
  letters: { id: string; start: CalendarDay; end: CalendarDay; days: number }[];
  issues: Issue[];
};

const yearsShown = 3;

/** The last three years and the next window, or null where there is nothing to draw. */
export function coverageTimeline(all: ReportDates[], setting: Setting): Timeline | null {
  const { today } = setting;
  const earliest = addMonths(today, -12 * yearsShown);
  const reports = all.filter(
    (report) => report.kind !== "soc3" && coverEndOf(report) >= earliest && (report.asOf ?? report.periodEnd),
  );
  if (reports.length === 0) return null;

  const status = soc2Status(all, setting);
  const mainId = status.is === "none" ? null : status.report.id;
  const drawn = reports.map((report) => drawReport(report, mainId, setting));
  const spans = intoRows(drawn.flatMap(({ span }) => span));
  const points = drawn.flatMap(({ point }) => point);
  const letters = setting.letters
    .filter((letter) => letter.signedOn <= today && letter.coversUntil >= earliest)
    .map(({ id, coversFrom: start, coversUntil: end }) => ({ id, start, end, days: daysInRange(start, end) }));
  const issues = reports.flatMap((report) => issueOf(report, spans, today));

  const days = [today, ...spans.flatMap(({ start, end }) => [start, end]), ...points.map(({ on }) => on)];
  const ends = [...days, ...letters.map(({ end }) => end), ...issues.map(({ on }) => on), addMonths(today, 3)].sort();
  const first = [...days].sort()[0]!;
  const from = startOfQuarter(first < earliest ? earliest : addMonths(first, -2));
  const until = addDays(startOfQuarter(addMonths(ends.at(-1)!, 3)), -1);
  const gaps = findGaps(all, setting).filter((gap) => gap.end >= from);
  return { from, until, today, rows: rowsOf(spans), spans, points, gaps, letters, issues };
}

/** Where a day begins, as a share of the whole: 0 at `from`, 1 after `until`; days before the start count as 0. */
export function shareOf(timeline: Pick<Timeline, "from" | "until">, day: CalendarDay): number {
  const share = daysFrom(timeline.from, day) / daysInRange(timeline.from, timeline.until);
  return Math.min(1, Math.max(0, share));
}

/** The first days of the years and of the quarters between, for the axis. */
export function ticksOf({
  from,
  until,
}: Pick<Timeline, "from" | "until">): { day: CalendarDay; year: string | null }[] {
  const ticks = [];
  for (let day = startOfQuarter(from); day <= until; day = addMonths(day, 3)) {
    if (day >= from) ticks.push({ day, year: day.endsWith("-01-01") ? day.slice(0, 4) : null });
  }
  return ticks;
}

/** One sentence for those who cannot see the picture. */
export function describeTimeline(timeline: Timeline): string {
  const gaps = timeline.gaps.length > 0 ? `, with ${sayCount(timeline.gaps.length, "gap")}` : "";
  return `Coverage timeline from ${sayMonth(timeline.from)} to ${sayMonth(timeline.until)}${gaps}. The record table below says the same in words.`;
}

function drawReport(report: ReportDates, mainId: string | null, setting: Setting): { span: Span[]; point: Point[] } {
  const status = reportStatus(report, setting);
  const issued = isIssued(status);
  const isMain = report.id === mainId;
  const look: Look = issued ? (isMain && status.is !== "lapsed" ? toneOf(status) : "earlier") : pendingLook(status.is);
  const opinion =
    issued && isMain && report.opinion !== "unqualified" ? `, ${opinionNames[report.opinion!].toLowerCase()}` : "";
  const detail = issued ? `Issued ${sayDay(report.issuedOn!)}` : coversText(report);
  const { asOf, periodStart: start, periodEnd: end, id } = report;
  if (start === null || end === null) {
    const label = `${shortKind(report)}, as of ${sayDay(asOf!)}${opinion}`;
    return { span: [], point: [{ id, on: asOf!, look, label, detail: issued ? detail : "Planned" }] };
  }
  const label = issued
    ? `${shortKind(report)}, ${sayCount(monthsInRange(start, end), "month")}${opinion}`
    : `${isMain ? "" : "Next: "}${unissuedWords[status.is].toLowerCase()}`;
  return { span: [{ id, start, end, row: 0, look, label: sentenceCase(label), detail }], point: [] };
}

const sentenceCase = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const pendingLook = (status: string): Look => (status === "report-pending" ? "pending" : "window");

/** Periods that overlap are drawn under each other. */
function intoRows(spans: Span[]): Span[] {
  const lastEnds: CalendarDay[] = [];
  return [...spans]
    .sort((one, other) => (one.start < other.start ? -1 : 1))
    .map((span) => {
      const free = lastEnds.findIndex((end) => end < span.start);
      const row = free === -1 ? lastEnds.length : free;
      lastEnds[row] = span.end;
      return { ...span, row };
    });
}

const rowsOf = (spans: Span[]) => Math.max(1, ...spans.map(({ row }) => row + 1));

function issueOf(report: ReportDates, spans: Span[], today: CalendarDay): Issue[] {
  const on = report.issuedOn ?? report.expectedOn;
  const coverEnd = report.periodEnd ?? report.asOf;
  if (!on || !coverEnd || on < coverEnd) return [];
  const row = spans.find(({ id }) => id === report.id)?.row ?? 0;
  return [{ id: report.id, coverEnd, row, on, expected: report.issuedOn === null || report.issuedOn > today }];
}

export const sayGap = (gap: Gap): string => `Gap, ${sayCount(gap.days, "day")}`;
export const saySpan = ({ start, end }: { start: CalendarDay; end: CalendarDay }): string => sayRange(start, end);
