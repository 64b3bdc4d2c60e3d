/** Demo content is dated from the day it is installed, so that it never lapses. All dates are UTC. */
const DAY = 24 * 60 * 60 * 1000;

export type IsoDate = string;

export function isoDate(date: Date): IsoDate {
  return date.toISOString().slice(0, 10);
}

export function startOfDay(today: Date): Date {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()));
}

export function day(today: Date, offset: number): IsoDate {
  return isoDate(new Date(startOfDay(today).getTime() + offset * DAY));
}

/** The same, moved back to the Friday before when it falls on a weekend. */
export function workday(today: Date, offset: number): IsoDate {
  const weekday = new Date(`${day(today, offset)}T00:00:00Z`).getUTCDay();
  return day(today, offset - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0));
}

export function momentAgo(today: Date, daysAgo: number, minuteOfDay: number): Date {
  return new Date(startOfDay(today).getTime() - daysAgo * DAY + minuteOfDay * 60_000);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return isoDate(new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY));
}

/** Moves a date by whole months and keeps a month's last day the last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year, month, dayOfMonth] = parts(date);
  const isLast = dayOfMonth === lastDay(year, month);
  const target = new Date(Date.UTC(year, month + months, 1));
  const last = lastDay(target.getUTCFullYear(), target.getUTCMonth());
  target.setUTCDate(isLast ? last : Math.min(dayOfMonth, last));
  return isoDate(target);
}

/** The last day of the last whole month that ended at least `daysAgo` days ago. */
export function monthEnded(today: Date, daysAgo: number): IsoDate {
  const [year, month] = parts(day(today, -daysAgo));
  return isoDate(new Date(Date.UTC(year, month, 0)));
}

export function shortDate(date: IsoDate): string {
  const [year, month, dayOfMonth] = parts(date);
  return `${dayOfMonth} ${MONTHS[month]!.slice(0, 3)} ${year}`;
}

export function longDate(date: IsoDate): string {
  const [year, month, dayOfMonth] = parts(date);
  return `${dayOfMonth} ${MONTHS[month]} ${year}`;
}

export function yearOf(date: IsoDate): number {
  return parts(date)[0];
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function parts(date: IsoDate): [year: number, month: number, day: number] {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  return [year!, month! - 1, dayOfMonth!];
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}
