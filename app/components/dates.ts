/** An instant, or a day as "2026-09-14". Everything is said in UTC. */
export type DateLike = Date | string;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const millisecondsADay = 86_400_000;

function toDate(date: DateLike): Date {
  const parsed = new Date(date);
  if (Number.isNaN(parsed.getTime())) throw new RangeError(`Not a date: ${String(date)}`);
  return parsed;
}

const two = (number: number) => String(number).padStart(2, "0");
const dayOf = (date: Date) => `${date.getUTCDate()}`;
const monthOf = (date: Date) => months[date.getUTCMonth()];
const dayAndMonth = (date: Date) => `${dayOf(date)} ${monthOf(date)}`;

/** "12 Mar 2026" */
export function formatDate(date: DateLike): string {
  const d = toDate(date);
  return `${dayAndMonth(d)} ${d.getUTCFullYear()}`;
}

/** "Aug 2027" */
export function formatMonth(date: DateLike): string {
  const d = toDate(date);
  return `${monthOf(d)} ${d.getUTCFullYear()}`;
}

/** "08:12 UTC" */
export function formatTime(date: DateLike): string {
  const d = toDate(date);
  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())} UTC`;
}

/** "14 Sep 2026, 08:12 UTC" */
export function formatDateTime(date: DateLike): string {
  return `${formatDate(date)}, ${formatTime(date)}`;
}

/** "1 Jul 2025 – 30 Jun 2026", "1 Jan – 30 Jun 2025", "2 – 20 Mar 2026" */
export function formatDateRange(start: DateLike, end: DateLike): string {
  const [from, to] = [toDate(start), toDate(end)];
  if (formatDate(from) === formatDate(to)) return formatDate(to);
  if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${formatDate(from)} – ${formatDate(to)}`;
  if (from.getUTCMonth() !== to.getUTCMonth()) return `${dayAndMonth(from)} – ${formatDate(to)}`;
  return `${dayOf(from)} – ${formatDate(to)}`;
}

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
