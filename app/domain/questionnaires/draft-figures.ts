import { timeSpansIn } from "#app/domain/matching/time-spans.ts";

const inWords: Record<string, number> = {
  ...Object.fromEntries(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
      .split(" ")
      .map((word, i) => [word, i + 2]),
  ),
  ...Object.fromEntries(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, i) => [word, 10 * (i + 2)]),
  ),
  ...{ dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, twice: 2 },
};
const numberWord = new RegExp(`\\b(?:${Object.keys(inWords).join("|")})\\b`, "gi");

const countingWord =
  /^(?:\d.*|(?:year|month|week|hour|dai|annual|quarter|night)ly|annual|(?:hour|day|night|week|month|quarter|year)s?)$/;

/** Whether a lower-case word is a matter of numbers and times, which the other functions here find. */
export const isCount = (word: string): boolean => Object.hasOwn(inWords, word) || countingWord.test(word);

const often: [RegExp, number][] = [
  [/\b(?:hourly|(?:an|per|every|each) hour)\b/i, 1],
  [/\b(?:daily|nightly|(?:a|per|every|each) (?:day|night))\b/i, 24],
  [/\b(?:weekly|(?:a|per|every|each) week)\b/i, 168],
  [/\b(?:monthly|(?:a|per|every|each) month)\b/i, 730],
  [/\b(?:quarterly|(?:a|per|every|each) quarter)\b/i, 2190],
  [/\b(?:semi-?annual(?:ly)?|bi-?annual(?:ly)?|half-?yearly|every six months)\b/i, 4380],
];

/** The spans of time and the frequencies that a text names, in hours: "weekly" is 168. */
export function spansIn(text: string): number[] {
  return [...timeSpansIn(text), ...often.filter(([pattern]) => pattern.test(text)).map(([, hours]) => hours)];
}

/** The numbers of a text as they are written, thousands without commas; "thirty" is "30". "One" is too often a pronoun. */
export function numbersIn(text: string): string[] {
  const digits = (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((number) => number.replaceAll(/,(?=\d{3}\b)/g, ""));
  const words = (text.match(numberWord) ?? []).map((word) => String(inWords[word.toLowerCase()]));
  return [...digits, ...words];
}

const figure = new RegExp(
  "([$€£]?)\\s?(\\d+(?:[.,]\\d+)*)[\\s-]?(%|percent\\b|per cent\\b|(?:second|minute|hour|day|week|month|quarter|year|bit|" +
    "byte|character|attempt|time|user|customer|employee|site|region|zone|location|copy|copie|incident|breache?|" +
    "finding|exception|million|billion|thousand|kb|mb|gb|tb)s?\\b)?",
  "gi",
);

/** Numbers with the unit or currency beside them: "12 months" is not "12 characters". */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(figure)]
    .filter(([, currency, , unit]) => currency || unit)
    .map(([, currency, number, unit = ""]) => {
      const plain = unit
        .toLowerCase()
        .replace(/^per ?cent$/, "%")
        .replace(/s$/, "");
      return `${currency}${number!.replaceAll(/,(?=\d{3}\b)/g, "")} ${plain}`.trim();
    });
}
