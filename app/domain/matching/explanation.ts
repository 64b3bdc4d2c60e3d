import type { MatchIndex } from "#app/domain/matching/match-index.ts";
import { conceptsIn } from "#app/domain/matching/concepts.ts";
import type { Candidate } from "#app/domain/matching/ranking.ts";
import { dotProduct } from "#app/domain/matching/text-embedder.ts";
import { isContentWord, stemOf, wordsOf } from "#app/domain/matching/words.ts";

/**
 * Why the first candidate came first. `matched` and `missing` are words as the question spells them; `concepts` are
 * named by both; `sentences` are the sentences of the answer nearest to the question, best first.
 */
export type Explanation = {
  matched: string[];
  missing: string[];
  concepts: string[];
  sentences: string[];
  runnerUp: { id: string; reason: string } | null;
};

export const noExplanation: Explanation = { matched: [], missing: [], concepts: [], sentences: [], runnerUp: null };

const sentencesShown = 2;

export function explain(index: MatchIndex, text: string, [best, next]: Candidate[]): Explanation {
  if (!best) return noExplanation;
  const words = wordsOf(text);
  const has = termsAt(index, best);
  const told = [...new Set(words.filter(isContentWord))];
  const named = new Set(conceptsIn(index.lexicon, words).map(({ concept }) => concept));
  const [matched, missing] = [
    told.filter((word) => has.has(stemOf(word))),
    told.filter((word) => !has.has(stemOf(word))),
  ];
  return {
    matched,
    missing,
    concepts: [...named].filter((concept) => has.has(`§${concept}`)),
    sentences: nearestSentences(index, text, best),
    runnerUp: next ? { id: index.entries[next.at]!.entry.id, reason: whyBehind(index, { matched, best, next }) } : null,
  };
}

function termsAt(index: MatchIndex, { at }: Candidate): Set<string> {
  return new Set(index.entries[at]!.terms);
}

function nearestSentences(index: MatchIndex, text: string, { at }: Candidate): string[] {
  const { sentences, sentenceVectors } = index.entries[at]!;
  const stems = new Set(wordsOf(text).filter(isContentWord).map(stemOf));
  const vector = index.embedder?.embed([text])[0];
  const scored = sentences.map((sentence, i) => {
    const shared = wordsOf(sentence).filter((word) => stems.has(stemOf(word))).length;
    const near = vector ? dotProduct(vector, sentenceVectors[i]!) : 0;
    return { sentence, score: near + shared / (stems.size + 1) };
  });
  const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return best.slice(0, sentencesShown).map(({ sentence }) => sentence);
}

/** The one thing in which the second is furthest behind the first. */
function whyBehind(
  index: MatchIndex,
  { matched, best, next }: { matched: string[]; best: Candidate; next: Candidate },
): string {
  const has = termsAt(index, next);
  const lacks = matched.filter((word) => !has.has(stemOf(word))).slice(0, 4);
  const reasons = [
    {
      lead: best.terms - next.terms,
      reason:
        lacks.length > 0 ? `It does not speak of ${lacks.join(", ")}.` : "It says less of what the question asks.",
    },
    { lead: 0.5 * (best.meaning - next.meaning), reason: "What it says is further from the question." },
    { lead: 0.5 * (best.wording - next.wording), reason: "Its question is worded less like this one." },
    { lead: 0.15 * (best.section - next.section), reason: "It fits the section less." },
  ];
  const [first] = reasons.sort((a, b) => b.lead - a.lead);
  return first!.lead > 0 ? first!.reason : "It is as near; the order is by its id.";
}
