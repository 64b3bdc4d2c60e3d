import { en, type Words } from "#app/messages/en.ts";
import { findGaps, type Gap } from "./coverage.ts";
import { addDays, addMonths, daysFrom, daysInRange, monthsInRange } from "./days.ts";
import { startOfQuarter, type CalendarDay } from "./days.ts";
import { coversText } from "./record.ts";
import { coverEndOf, isIssued, reportStatus, soc2Status } from "./soc2-status.ts";
import type { ReportDates, ReportStatus, Setting } from "./soc2-status.ts";
import { toneOf, type StatusTone } from "./status-words.ts";

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
export function coverageTimeline(all: ReportDates[], setting: Setting, words: Words = en): Timeline | null {
  const { today } = setting;
  const earliest = addMonths(today, -12 * yearsShown);
  const reports = all.filter(
    (report) => report.kind !== "soc3" && coverEndOf(report) >= earliest && (report.asOf ?? report.periodEnd),
  );
  if (reports.length === 0) return null;

  const status = soc2Status(all, setting);
  const mainId = status.is === "none" ? null : status.report.id;
  const drawn = reports.map((report) => drawReport(report, setting, { mainId, words }));
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
export const describeTimeline = ({ from, until, gaps }: Timeline, words: Words): string =>
  words.timeline.describe({ from, until, gaps: gaps.length });

type Telling = { mainId: string | null; words: Words };

function drawReport(
  report: ReportDates,
  setting: Setting,
  { mainId, words }: Telling,
): { span: Span[]; point: Point[] } {
  const { timeline: said, record } = words;
  const status = reportStatus(report, setting);
  const isMain = report.id === mainId;
  const look: Look = lookOf(status, isMain);
  const opinion = isIssued(status) && isMain && report.opinion !== "unqualified" ? report.opinion : null;
  const detail = isIssued(status) ? said.issuedOn(status.report.issuedOn) : coversText(report, words);
  const { asOf, periodStart: start, periodEnd: end, id } = report;
  const kind = record.shortKinds[report.kind];
  if (start === null || end === null) {
    const label = said.point({ kind, asOf: asOf!, opinion });
    return { span: [], point: [{ id, on: asOf!, look, label, detail: isIssued(status) ? detail : said.planned }] };
  }
  const label = isIssued(status)
    ? said.span({ kind, months: monthsInRange(start, end), opinion })
    : comingLabel(words.status.unissued[status.is], isMain, said);
  return { span: [{ id, start, end, row: 0, look, label, detail }], point: [] };
}

const comingLabel = (stage: string, isMain: boolean, said: Words["timeline"]) => (isMain ? stage : said.next(stage));

function lookOf(status: ReportStatus, isMain: boolean): Look {
  if (!isIssued(status)) return pendingLook(status.is);
  return isMain && status.is !== "lapsed" ? toneOf(status) : "earlier";
}

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
