const months = "january february march april may june july august september october november december".split(" ");
const month = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join("|")})\\.?`;
const year = "((?:19|20)\\d\\d)";

/** A day, month, quarter or year that a text names; `last` is the last day of it, and a day or a month is `precise`. */
export type NamedDay = { text: string; last: string; precise: boolean };

type Form = { pattern: RegExp; last: (match: RegExpMatchArray) => string; precise: boolean };

const monthNumber = (name: string) => months.findIndex((one) => one.startsWith(name.slice(0, 3).toLowerCase())) + 1;
const endOf = (yearText: string, monthOfYear: number) =>
  new Date(Date.UTC(Number(yearText), monthOfYear, 0)).toISOString().slice(0, 10);

/** In order: what an earlier form has taken, a later one does not see. */
const forms: Form[] = [
  { pattern: /\b(\d{4})-(\d\d)-(\d\d)\b/gi, last: ([day]) => day!, precise: true },
  {
    pattern: new RegExp(`\\b${month} (\\d{1,2})(?:st|nd|rd|th)?,? ${year}\\b`, "gi"),
    last: ([, name, , of]) => endOf(of!, monthNumber(name!)),
    precise: true,
  },
  {
    pattern: new RegExp(`\\b(?:(\\d{1,2})(?:st|nd|rd|th)? )?${month},? ${year}\\b`, "gi"),
    last: ([, , name, of]) => endOf(of!, monthNumber(name!)),
    precise: true,
  },
  {
    pattern: new RegExp(`\\bQ([1-4])[ /,]*${year}\\b`, "gi"),
    last: ([, q, of]) => endOf(of!, Number(q) * 3),
    precise: true,
  },
  {
    pattern: new RegExp(`(?<![\\d:.-])\\b${year}\\b(?![.-]?\\d)`, "g"),
    last: ([, of]) => `${of}-12-31`,
    precise: false,
  },
];

/** The days that a text names, in English, by their last day. A year inside the name of a standard is none. */
export function daysNamedIn(text: string): NamedDay[] {
  let rest = text;
  return forms.flatMap(({ pattern, last, precise }) => {
    const found = [...rest.matchAll(pattern)].map((match) => ({ text: match[0].trim(), last: last(match), precise }));
    rest = rest.replaceAll(pattern, (whole) => " ".repeat(whole.length));
    return found;
  });
}
