const counts: Record<string, number> = Object.fromEntries(
  "one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, i + 1]),
);
const hours: Record<string, number> = { hour: 1, day: 24, week: 168, month: 730, year: 8760 };
const counted = new RegExp(
  `\\b(\\d+|${Object.keys(counts).join("|")})[\\s-]*(?:business |calendar )?(hour|day|week|month|year)s?\\b`,
  "gi",
);
/** Always open, which is no span of time. */
const aroundTheClock = /\b24 ?(?:hours a day|x|\/) ?,?(?: ?(?:seven|7) days (?:a|per) week| ?7)?(?: ?x ?365)?/gi;
const yearly = /\b(?:annual|annually|yearly|(?:a|per|each|every|past|last|previous) year)\b/i;

/** The spans of time that a text names, in hours; "12 months", "a year" and "annually" are one. */
export function timeSpansIn(text: string): number[] {
  const spans = [...text.replaceAll(aroundTheClock, " ").matchAll(counted)].map(([, count, unit]) => {
    return (counts[count!.toLowerCase()] ?? Number(count)) * hours[unit!.toLowerCase()]!;
  });
  return yearly.test(text) ? [...spans, hours["year"]!] : spans;
}

/** Whether two spans are the same for all purposes: a month and 30 days are. */
export function isSameSpan(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.03 * Math.max(a, b);
}

/** The text without the spans that it counts, so that their numbers are not taken for other things. */
export function withoutTimeSpans(text: string): string {
  return text.replaceAll(aroundTheClock, " ").replaceAll(counted, " ");
}
