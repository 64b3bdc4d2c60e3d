import { isoDay, isoInstant, type DateLike } from "#app/components/dates.ts";
import { useWords } from "#app/messages/speech.ts";

export function DateText({ date }: { date: DateLike }) {
  const { calendar } = useWords();
  return <time dateTime={isoDay(date)}>{calendar.day(date)}</time>;
}

export function DateTime({ date }: { date: DateLike }) {
  const { calendar } = useWords();
  return <time dateTime={isoInstant(date)}>{calendar.dayAndTime(date)}</time>;
}

export function TimeText({ date }: { date: DateLike }) {
  const { calendar } = useWords();
  return <time dateTime={isoInstant(date)}>{calendar.time(date)}</time>;
}

export function DateRange({ start, end }: { start: DateLike; end: DateLike }) {
  const { calendar } = useWords();
  return <span className="whitespace-nowrap tabular-nums">{calendar.range(start, end)}</span>;
}
