import { calendar } from "#app/messages/en/calendar.ts";
import type { DateLike } from "#app/messages/calendar.ts";

export type { DateLike };

const millisecondsADay = 86_400_000;

function toDate(date: DateLike): Date {
  const parsed = new Date(date);
  if (Number.isNaN(parsed.getTime())) throw new RangeError(`Not a date: ${String(date)}`);
  return parsed;
}

/** In English, for staff and machines; the parts in time.tsx speak the page's language. */
export const formatDate = calendar.day;
export const formatMonth = calendar.month;
export const formatTime = calendar.time;
export const formatDateTime = calendar.dayAndTime;
export const formatDateRange = (start: DateLike, end: DateLike): string => calendar.range(start, end);

/** "2026-09-14": the day, as `time` and date fields want it. */
export function isoDay(date: DateLike): string {
  return toDate(date).toISOString().slice(0, 10);
}

/** "2026-09-14T08:12:07Z": the instant, without the fraction of a second. */
export function isoInstant(date: DateLike): string {
  return toDate(date)
    .toISOString()
    .replace(/\.\d+Z$/, "Z");
}

/** Whole days from one day to another, by the calendar; negative when it is past. */
export function daysBetween(from: DateLike, to: DateLike): number {
  return Math.round((Date.parse(isoDay(to)) - Date.parse(isoDay(from))) / millisecondsADay);
}

/** "48 min", "3 h 10 min", "2 d 5 h": the two largest units. */
export function formatDuration(milliseconds: number): string {
  const minutes = Math.max(0, Math.round(milliseconds / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
