import { addDays, addMonths, daysInRange, type CalendarDay } from "./days.ts";
import { usualThresholds, type LetterDates, type ReportDates, type Setting } from "./soc2-status.ts";

export type Gap = { start: CalendarDay; end: CalendarDay; days: number };

type Range = { start: CalendarDay; end: CalendarDay };

/**
 * The days that no SOC 2 period and no signed letter covers. The time since the last period counts as a gap only once
 * its report is no longer current; a Type I covers no time at all.
 */
export function findGaps(reports: ReportDates[], { letters, today, thresholds = usualThresholds }: Setting): Gap[] {
  const covered = merge([...periodsOf(reports), ...lettersBy(letters, today)]);
  const gaps: Gap[] = [];
  for (const [at, range] of covered.entries()) {
    const following = covered[at + 1];
    if (following) gaps.push(gapBetween(range.end, addDays(following.start, -1)));
    else if (today > addMonths(range.end, thresholds.ageingAfterMonths)) gaps.push(gapBetween(range.end, today));
  }
  return gaps;
}

function gapBetween(lastCovered: CalendarDay, end: CalendarDay): Gap {
  const start = addDays(lastCovered, 1);
  return { start, end, days: daysInRange(start, end) };
}

function periodsOf(reports: ReportDates[]): Range[] {
  return reports.flatMap(({ kind, periodStart: start, periodEnd: end }) =>
    kind !== "soc3" && start !== null && end !== null ? [{ start, end }] : [],
  );
}

const lettersBy = (letters: LetterDates[], today: CalendarDay): Range[] =>
  letters
    .filter((letter) => letter.signedOn <= today)
    .map((letter) => ({ start: letter.coversFrom, end: letter.coversUntil }));

function merge(ranges: Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((one, other) => (one.start < other.start ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && range.start <= addDays(last.end, 1)) last.end = range.end > last.end ? range.end : last.end;
    else merged.push({ ...range });
  }
  return merged;
}
