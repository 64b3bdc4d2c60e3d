import { contentStems } from "#app/domain/matching/words.ts";

const aroundTheClock =
  /\b24 ?(?:hours a day|x|\/|×)[ ,]*(?:(?:seven|7)(?: days (?:a|per) week)?)?(?: ?[x×/] ?365)?\b/gi;

/** Sentences and list items, as a person would count them, without the marks in front of items. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“(])/u)
    .map((sentence) => sentence.replace(/^[\s•●▪◦*–-]+/u, "").trim())
    .filter((sentence) => sentence !== "");
}

/** The stems that carry meaning; "24 x 7 x 365" and its kin are one. */
export const stemsIn = (text: string): string[] => contentStems(text.replaceAll(aroundTheClock, " roundtheclock "));

const leadingWord = /^\s*(yes|no|n\/a|not applicable)\b[\s.,:;–-]*/i;

/** The text after the "Yes." that it may open with. */
export const afterShortForm = (text: string): string => text.replace(leadingWord, "").trim();

export type YesOrNo = "yes" | "no";

export function yesOrNo(text: string | null): YesOrNo | null {
  const word = /^\s*(yes|no)\b(?! longer| one\b)/i.exec(text ?? "")?.[1]?.toLowerCase();
  return word === undefined ? null : (word as YesOrNo);
}
