import { conceptsIn, type Lexicon } from "#app/domain/matching/concepts.ts";
import { isContentWord, wordsOf } from "#app/domain/matching/words.ts";

/** A standard, place, product or number that a question is particular about; any of `choices` will do. */
export type Particular = { text: string; choices: string[][]; kind: "name" | "number" };

/** Standards and places that may stand in lower case or open a sentence, and what they are spelled out as. */
const standards = new Map<string, string | null>(
  (
    "gdpr=general data protection|hipaa=health insurance portability|pci=payment card industry|wcag=web content accessibility|" +
    "ferpa=family educational rights|ccpa=california consumer privacy|iso=organization for standardization|soc|nist|fips|" +
    "hitrust|hitech|fedramp|stateramp|tisax|dora|nis2|swift|sox|glba|pipl|lgpd|cpra|pipeda|coppa|cobit|bsimm|samm|csa|" +
    "itar|cjis|irap|ens|c5|dmarc|dnssec|scim|wpa2|wpa3|australia|canada|china|india|russia|germany|france|ireland|" +
    "switzerland|brazil|singapore|japan|asia|africa"
  )
    .split("|")
    .map((line) => line.split("="))
    .map(([name, spelledOut]) => [name!, spelledOut ?? null]),
);
/** Capitals that name nothing in particular. */
const ordinary = new Set(
  "additional additionally aka api apis csc cscs csp csps faq hr id ids ii iii info ip it iv link na no ok pdf q url urls web yes".split(
    " ",
  ),
);
const questionCode = /\b[A-Z][A-Z&]{1,4}-\d{2}(?:\.\d{1,2})?\b/g;
const abbreviationSpelledOut = /\p{L}[\p{L}'’/-]{0,60}\s\(([A-Z]{2,7})s?\)/gu;
const brackets = /\(([^()]{0,400})\)/g;
const token = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
const sentenceStart = /[.?!:;•\n]\s*["“]?$/;

/** The text without its references to other questions of the same form, such as "DATA-15". */
export function withoutQuestionCodes(text: string): string {
  return text.replaceAll(questionCode, " ");
}

/**
 * What a question is particular about: standards, places, products and numbers, neighbours as one ("ISO 9001"). Of a
 * list in brackets any one will do. Abbreviations that are spelled out beside them, and those that name a concept of
 * our field ("MFA"), are not particulars.
 */
export function particularsOf(lexicon: Lexicon, text: string): Particular[] {
  const plain = withoutQuestionCodes(text).replaceAll(abbreviationSpelledOut, (whole) => whole.replace(/\(.*$/, ""));
  const outside = particularPhrases(lexicon, plain.replaceAll(brackets, " , "), sentenceStart);
  const lists = [...plain.matchAll(brackets)].map(([, list]) => particularPhrases(lexicon, list!, null));
  return [...outside.map((phrase) => [phrase]), ...lists.filter((phrases) => phrases.length > 0)].map((choices) => ({
    text: choices.join(", "),
    choices: choices.map(wordsOf),
    kind: choices.every((phrase) => /^[\d\s.]+$/.test(phrase)) ? "number" : "name",
  }));
}

/** Runs of tokens with digits, known standards and places, abbreviations, and words with a capital that opens no sentence. */
function particularPhrases(lexicon: Lexicon, text: string, opening: RegExp | null): string[] {
  const tokens = [...text.matchAll(token)];
  const capitals = tokens.filter(([word]) => /^\p{Lu}/u.test(word)).length;
  const capitalsTell = tokens.length < 4 || capitals < tokens.length * 0.6;
  const phrases: { text: string; end: number }[] = [];
  for (const match of tokens) {
    const capital = /^\p{Lu}/u.test(match[0]) && !/^\p{Lu}{2,}s?$/u.test(match[0]);
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    const opens = opening !== null && (match.index === before.length ? /^[^\p{L}\p{N}]*$/u : opening).test(before);
    if ((capital && opens) || !isParticular(lexicon, match[0], capitalsTell)) continue;
    const last = phrases.at(-1);
    const end = match.index + match[0].length;
    if (last && /^[\s-]$/.test(text.slice(last.end, match.index)))
      Object.assign(last, { text: `${last.text} ${match[0]}`, end });
    else phrases.push({ text: match[0], end });
  }
  return phrases.map((phrase) => phrase.text);
}

function isParticular(lexicon: Lexicon, tokenText: string, capitalsTell: boolean): boolean {
  const word = tokenText.toLowerCase();
  if (ordinary.has(word) || !isContentWord(word)) return false;
  if (standards.has(word)) return true;
  const stands = /\d/.test(word) || (capitalsTell && /^\p{Lu}/u.test(tokenText));
  return stands && conceptsIn(lexicon, [word]).length === 0;
}

/** The standards and places that a text names outside brackets. */
export function standardsIn(text: string): string[] {
  return wordsOf(text.replaceAll(brackets, " ")).filter((word) => standards.has(word));
}

/** Whether a text has the particular: all numbers of a choice, and a name of it as it stands or spelled out. */
export function mentions(text: string, { choices }: Particular): boolean {
  const there = wordsOf(text);
  const flowing = ` ${there.join(" ")} `;
  const present = new Set(there.flatMap((word) => [word, word.replace(/s$/, "")]));
  return choices.some((words) => {
    const numbers = words.filter((word) => /^[\d.]+$/.test(word));
    const names = words.filter((word) => !numbers.includes(word));
    const named = names.some((word) => {
      const spelled = standards.get(word);
      return present.has(word) || present.has(word.replace(/s$/, "")) || (spelled != null && flowing.includes(spelled));
    });
    return numbers.every((word) => present.has(word)) && (named || names.length === 0);
  });
}
