import { formatDate, formatDateRange, formatDateTime, formatTime, isoDay, isoInstant } from "#app/components/dates.ts";
import type { DateLike } from "#app/components/dates.ts";

export function DateText({ date }: { date: DateLike }) {
  return <time dateTime={isoDay(date)}>{formatDate(date)}</time>;
}

export function DateTime({ date }: { date: DateLike }) {
  return <time dateTime={isoInstant(date)}>{formatDateTime(date)}</time>;
}

export function TimeText({ date }: { date: DateLike }) {
  return <time dateTime={isoInstant(date)}>{formatTime(date)}</time>;
}

export function DateRange({ start, end }: { start: DateLike; end: DateLike }) {
  return <span className="whitespace-nowrap tabular-nums">{formatDateRange(start, end)}</span>;
}
