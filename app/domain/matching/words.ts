import { stem } from "#app/domain/matching/stem.ts";

const stopWords = new Set(
  (
    "a an and any also all are as at be been being by can could did do does each eg etc for from had has have how " +
    "i ie if in into is it its list may more most of on or other our per please provide describe explain shall should " +
    "so such than that the their them then there these they this those to used using use via was we were what when " +
    "where which who will with would you your"
  ).split(" "),
);

/** British and other spellings that the stemmer would keep apart. */
const spellings = new Map([
  ["programme", "program"],
  ["programmes", "programs"],
  ["centre", "center"],
  ["centres", "centers"],
  ["licence", "license"],
  ["defence", "defense"],
  ["behaviour", "behavior"],
  ["catalogue", "catalog"],
  ["catalogued", "cataloged"],
  ["organisation", "organization"],
  ["organisations", "organizations"],
  ["organisational", "organizational"],
  ["judgement", "judgment"],
  ["analyse", "analyze"],
  ["analysed", "analyzed"],
]);

const longestText = 20_000;
const wordPattern = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
const stems = new Map<string, string>();

/** The words of a text in order, lower case, without apostrophes; hyphens and slashes divide, a version such as "1.2" stays. */
export function wordsOf(text: string): string[] {
  const plain = text.slice(0, longestText).normalize("NFKC").toLowerCase().replace(/['’`]/g, "");
  return plain.match(wordPattern) ?? [];
}

/** Two questions that differ in case, punctuation and spacing alone have the same normalised text. */
export function normalisedText(text: string): string {
  return wordsOf(text).join(" ");
}

export function isContentWord(word: string): boolean {
  return !stopWords.has(word);
}

/** The stems of the words that carry meaning, in order, with repeats. */
export function contentStems(text: string): string[] {
  return wordsOf(text).filter(isContentWord).map(stemOf);
}

export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > 100_000) stems.clear();
  const american = spellings.get(word) ?? word.replace(/(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations)$)/, "iz");
  const made = stem(american);
  stems.set(word, made);
  return made;
}
