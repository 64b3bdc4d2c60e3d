import { conceptsIn, type Lexicon } from "#app/domain/matching/concepts.ts";
import { isContentWord, stemOf, wordsOf } from "#app/domain/matching/words.ts";

/** Words of the question that an answer has and lacks, as the question spells them, and meanings that both name. */
export type MatchGrounds = { matched: string[]; missing: string[]; concepts: string[] };

type AnswerWords = { question: string; section: string | null; text: string };

/** What speaks for an answer, from the texts alone: so it can be said of every candidate, also of the fourth. */
export function matchGrounds(lexicon: Lexicon, asked: string, answer: AnswerWords): MatchGrounds {
  const words = wordsOf(asked);
  const there = wordsOf([answer.question, answer.section ?? "", answer.text].join("\n"));
  const stems = new Set(there.map(stemOf));
  const told = [...new Set(words.filter(isContentWord))];
  const namedThere = new Set(conceptsIn(lexicon, there).map(({ concept }) => concept));
  const named = [...new Set(conceptsIn(lexicon, words).map(({ concept }) => concept))];
  return {
    matched: told.filter((word) => stems.has(stemOf(word))),
    missing: told.filter((word) => !stems.has(stemOf(word))),
    concepts: named.filter((concept) => namedThere.has(concept)),
  };
}
