import { calendar } from "#app/messages/en/calendar.ts";

/** A calendar day, "2026-06-30", in UTC. Such days compare as text. */
export type CalendarDay = string;

const millisecondsADay = 86_400_000;

const instantOf = (day: CalendarDay) => Date.parse(`${day}T00:00:00Z`);
const partsOf = (day: CalendarDay) => day.split("-").map(Number) as [year: number, month: number, date: number];

export const dayOf = (instant: Date): CalendarDay => instant.toISOString().slice(0, 10);

export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  dayOf(new Date(instantOf(day) + days * millisecondsADay));

/** The same date some months on; a month that is too short gives its last day. */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const [year, month, date] = partsOf(day);
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return dayOf(new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastOfMonth))));
}

/** How many days later `to` is than `from`. */
export const daysFrom = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((instantOf(to) - instantOf(from)) / millisecondsADay);

/** Both ends counted. */
export const daysInRange = (start: CalendarDay, end: CalendarDay): number => daysFrom(start, end) + 1;

/** Whole months that have passed. */
export function monthsFrom(from: CalendarDay, to: CalendarDay): number {
  const [[fromYear, fromMonth], [toYear, toMonth]] = [partsOf(from), partsOf(to)];
  const between = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return addMonths(from, between) > to ? between - 1 : between;
}

/** The months of a period, both ends counted, to the nearest month. */
export function monthsInRange(start: CalendarDay, end: CalendarDay): number {
  const whole = monthsFrom(start, addDays(end, 1));
  return daysFrom(addMonths(start, whole), addDays(end, 1)) >= 15 ? whole + 1 : whole;
}

export function startOfQuarter(day: CalendarDay): CalendarDay {
  const [year, month] = partsOf(day);
  return dayOf(new Date(Date.UTC(year, month - 1 - ((month - 1) % 3), 1)));
}

/** In English, for staff and machines: "30 Jun 2026", "30 Jun", "Aug 2027", "1 Jan – 30 Jun 2025". */
export const sayDay = calendar.day;
export const sayDayOfYear = calendar.dayOfYear;
export const sayMonth = calendar.month;
export const sayRange = calendar.range;

const longMonths = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** In a sentence of a mail: "30 June 2026" */
export function sayLongDay(day: CalendarDay): string {
  const [year, month, date] = partsOf(day);
  return `${date} ${longMonths[month - 1]} ${year}`;
}

/** "1 day", "76 days" */
export const sayCount = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;
