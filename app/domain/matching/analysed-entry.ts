import { conceptsIn, type Lexicon } from "#app/domain/matching/concepts.ts";
import type { Embedder } from "#app/domain/matching/text-embedder.ts";
import { isContentWord, stemOf, wordsOf } from "#app/domain/matching/words.ts";

/** A wording that a reviewer approved for an answer; `layout` names the make of questionnaire that it came in. */
export type Alias = { text: string; layout?: string | null };

/** An approved answer, as the engine sees it. */
export type KnowledgeEntry = {
  id: string;
  question: string;
  answer: string;
  answerShort?: string | null;
  section?: string | null;
  tags?: string[];
  aliases?: Alias[];
  /** Sentences that say why the entry must not be filled without a person, such as "It is past its review date." */
  holdBack?: string[];
};

/** An entry and all that is read out of its own text; nothing here depends on other entries. */
export type AnalysedEntry = {
  entry: KnowledgeEntry;
  wordings: string[];
  sentences: string[];
  terms: string[];
  /** The terms of the answer's own text alone. */
  answerTerms: string[];
  wordingVectors: Float32Array[];
  sentenceVectors: Float32Array[];
};

const shortestSentence = 4;
const mostSentences = 40;

export function analyseEntry(entry: KnowledgeEntry, lexicon: Lexicon, embedder: Embedder | null): AnalysedEntry {
  const wordings = [...new Set([entry.question, ...(entry.aliases ?? []).map(({ text }) => text)])];
  const sentences = sentencesOf(entry.answer);
  return {
    entry,
    wordings,
    sentences,
    terms: termsOf([...wordings, entry.section ?? "", entry.answer].join("\n"), lexicon),
    answerTerms: termsOf(entry.answer, lexicon),
    wordingVectors: embedder?.embed(wordings) ?? [],
    sentenceVectors: embedder?.embed(sentences) ?? [],
  };
}

/** The stems of a text's content words and the concepts that it names ("§" before their names), with repeats. */
export function termsOf(text: string, lexicon: Lexicon): string[] {
  const words = wordsOf(text);
  const stems = words.filter(isContentWord).map(stemOf);
  return [...stems, ...conceptsIn(lexicon, words).map(({ concept }) => `§${concept}`)];
}

/** The sentences of an answer that say something: those of at least four words, at most forty of them. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?;:])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsOf(sentence).length >= shortestSentence)
    .slice(0, mostSentences);
}
