import type { AnalysedEntry } from "#app/domain/matching/analysed-entry.ts";
import { conceptsIn, type Lexicon } from "#app/domain/matching/concepts.ts";
import type { MatchIndex } from "#app/domain/matching/match-index.ts";
import { withoutQuestionCodes } from "#app/domain/matching/names.ts";
import { mainClause, withoutParentheses } from "#app/domain/matching/polarity.ts";
import { isContentWord, stemOf, wordsOf } from "#app/domain/matching/words.ts";

/** Whom or what a question can be about, other than ourselves and our product. */
const subjects: [string, RegExp][] = [
  [
    "third parties",
    /\b(?:sub-?processors?|sub-?contractors?|suppliers?|vendors?|third[- ]part(?:y|ies)|service providers?|supply chain)\b/i,
  ],
  ["a parent company", /\bparent (?:company|organi[sz]ation)\b/i],
  [
    "customers",
    /\b(?:of|on|by|from|do|are|have|must|train|screen) (?:all )?(?:your |our )?(?:customers|clients)\b(?! data| information)/i,
  ],
  ["devices of staff", /\b(?:laptops?|workstations?|desktops?|end-?points?|mobile devices?|phones?|tablets?|byod)\b/i],
  ["offices", /\b(?:offices|headquarters|warehouses?)\b/i],
  ["code repositories and build servers", /\b(?:code repositor(?:y|ies)|build servers?)\b/i],
  ["e-mail", /\be-?mails?\b(?! address)/i],
];
/** A term that fewer than about one entry in seven has tells what a question is about. */
const telling = 1.9;
/** Words that stand in questions of every kind, whatever they are about. */
const unspecific = new Set(
  (
    "able account additional administrative allow appropriate area associated based company currently customer department employee enable " +
    "ensure design documentation entity environment firm formal formally help including individual institution issue known made make manner " +
    "measure need new offering organization overall own perform person product provider reasonable regarding regularly " +
    "related relevant require respect service software solution specific support system take team user various way"
  )
    .split(" ")
    .map(stemOf),
);

/** What a text is about, of the subjects that are easily taken for one another. */
export function subjectsOf(text: string): string[] {
  return subjects.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
}

/**
 * The telling words of a question that an entry lacks, as the question spells them: neither the words themselves nor
 * a concept that they name occur in it. Brackets and opening conditions do not count.
 */
export function lackingWords(index: MatchIndex, question: string, entry: AnalysedEntry): string[] {
  const words = wordsOf(mainClause(withoutParentheses(withoutQuestionCodes(question))));
  const has = new Set(entry.terms);
  const covered = coveredPlaces(index.lexicon, words, has);
  const lacking = words.filter((word, place) => {
    return isTelling(index, word) && !covered.has(place) && !has.has(stemOf(word));
  });
  return [...new Set(lacking)];
}

/** Concepts that narrow a question or a whole section: an answer that does not name them is about something else. */
const scopes = ["artificial intelligence", "language model", "payment card data", "mobile app", "model training"];

/** The scope that a question or its section names and an entry does not, or null. */
export function lackingScope(lexicon: Lexicon, text: string, entry: AnalysedEntry): string | null {
  const named = conceptsIn(lexicon, wordsOf(text)).map(({ concept }) => concept);
  return scopes.find((scope) => named.includes(scope) && !entry.terms.includes(`§${scope}`)) ?? null;
}

/** The security concepts that one wording names and another does not. */
export function conceptsBeyond(lexicon: Lexicon, wording: string, other: string): string[] {
  const known = new Set(conceptsIn(lexicon, wordsOf(other)).map(({ concept }) => concept));
  const named = conceptsIn(lexicon, wordsOf(mainClause(withoutParentheses(wording))));
  const lacking = named.filter(({ concept }) => !known.has(concept) && lexicon.concepts.get(concept)?.weight === 1);
  return [...new Set(lacking.map(({ concept }) => concept))];
}

/** The telling words of one wording that another lacks, itself or by a concept that they name. */
export function wordsBeyond(index: MatchIndex, wording: string, other: string): string[] {
  const known = wordsOf(other);
  const has = new Set([...known.map(stemOf), ...conceptsIn(index.lexicon, known).map(({ concept }) => `§${concept}`)]);
  const words = wordsOf(mainClause(withoutParentheses(withoutQuestionCodes(wording))));
  const covered = coveredPlaces(index.lexicon, words, has);
  return words.filter((word, place) => isTelling(index, word) && !covered.has(place) && !has.has(stemOf(word)));
}

function isTelling(index: MatchIndex, word: string): boolean {
  const stem = stemOf(word);
  return isContentWord(word) && !unspecific.has(stem) && index.terms.rarity(stem) >= telling;
}

function coveredPlaces(lexicon: Lexicon, words: string[], has: Set<string>): Set<number> {
  const places = conceptsIn(lexicon, words)
    .filter(({ concept }) => has.has(`§${concept}`))
    .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i));
  return new Set(places);
}
