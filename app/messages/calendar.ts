/** An instant, or a day as "2026-09-14". Everything is said in UTC. */
export type DateLike = Date | string;

/**
 * How a language writes dates. The names of the months are ours and not Intl's: a page is made by the server and again
 * by the browser, and two releases of Intl do not agree on "Sep" and "Sept".
 */
export type CalendarNames = {
  /** The date within its month: "30", "30." */
  date: (date: number) => string;
  /** Twelve, as they stand beside a date. */
  months: string[];
  /** Twelve, as they stand alone. */
  monthsAlone: string[];
};

export type Calendar = ReturnType<typeof calendarOf>;

function toDate(date: DateLike): Date {
  const parsed = new Date(date);
  if (Number.isNaN(parsed.getTime())) throw new RangeError(`Not a date: ${String(date)}`);
  return parsed;
}

const two = (number: number) => String(number).padStart(2, "0");

export function calendarOf(names: CalendarNames) {
  const dateOf = (date: Date) => names.date(date.getUTCDate());
  const dateAndMonth = (date: Date) => `${dateOf(date)} ${names.months[date.getUTCMonth()]}`;

  /** "30 Jun 2026" */
  const day = (date: DateLike): string => {
    const d = toDate(date);
    return `${dateAndMonth(d)} ${d.getUTCFullYear()}`;
  };
  /** "08:12 UTC" */
  const time = (date: DateLike): string => {
    const d = toDate(date);
    return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())} UTC`;
  };
  /** "1 Jul 2025 – 30 Jun 2026", "1 Jan – 30 Jun 2025", "2 – 20 Mar 2026" */
  const range = (start: DateLike, end: DateLike, joint = " – "): string => {
    const [from, to] = [toDate(start), toDate(end)];
    if (day(from) === day(to)) return day(to);
    if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${day(from)}${joint}${day(to)}`;
    if (from.getUTCMonth() !== to.getUTCMonth()) return `${dateAndMonth(from)}${joint}${day(to)}`;
    return `${dateOf(from)}${joint}${day(to)}`;
  };
  return {
    day,
    time,
    range,
    /** "30 Jun" */
    dayOfYear: (date: DateLike): string => dateAndMonth(toDate(date)),
    /** "Aug 2027" */
    month: (date: DateLike): string => {
      const d = toDate(date);
      return `${names.monthsAlone[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
    },
    /** "14 Sep 2026, 08:12 UTC" */
    dayAndTime: (date: DateLike): string => `${day(date)}, ${time(date)}`,
  };
}
