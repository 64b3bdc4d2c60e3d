import { termsOf } from "#app/domain/matching/analysed-entry.ts";
import type { MatchIndex } from "#app/domain/matching/match-index.ts";
import type { WeightedTerms } from "#app/domain/matching/term-index.ts";
import { dotProduct, dotProductAt } from "#app/domain/matching/text-embedder.ts";

/** How an entry looks beside a text: by terms (about 0..1.5) and by meaning (-1..1), and the sentence nearest to it. */
export type Likeness = { terms: number; meaning: number; sentence: number | null };

/** A text, compared with every entry by its terms and, on demand, with some by meaning. */
export type Probe = { terms: Float64Array; vector: Float32Array | null };

const conceptWeight = 1.5;
const byTerms = 200;
const byMeaning = 100;
/** Less likeness than this is chance: such an entry needs a term in common to be looked at. */
const leastMeaning = 0.3;
/** Two questions that sound alike tell a little less than an answer that says what is asked. */
const wordingDiscount = 0.95;

export function probe(index: MatchIndex, text: string): Probe {
  const weighted: WeightedTerms = new Map();
  for (const term of termsOf(text, index.lexicon)) {
    const concept = term.startsWith("§") ? index.lexicon.concepts.get(term.slice(1)) : undefined;
    weighted.set(term, concept ? concept.weight * conceptWeight : 1);
  }
  return { terms: index.terms.score(weighted), vector: index.embedder?.embed([text])[0] ?? null };
}

/** The places of the entries worth a closer look: the best by terms, and the best by the meaning of their questions. */
export function shortlist(index: MatchIndex, { terms, vector }: Probe, accepts: (at: number) => boolean): number[] {
  const near = vector ? nearness(index, vector) : new Float64Array();
  return [
    ...new Set([
      ...highest(terms, byTerms, accepts),
      ...highest(near, byMeaning, (at) => near[at]! >= leastMeaning && accepts(at)),
    ]),
  ];
}

function nearness({ entries, questionVectors }: MatchIndex, vector: Float32Array): Float64Array {
  const near = new Float64Array(entries.length);
  for (let at = 0; at < near.length; at++) near[at] = dotProductAt(vector, questionVectors, at * vector.length);
  return near;
}

export function likeness(index: MatchIndex, { terms, vector }: Probe, at: number): Likeness {
  const { wordingVectors, sentenceVectors } = index.entries[at]!;
  let meaning = 0;
  let sentence: number | null = null;
  if (vector) {
    for (const wording of wordingVectors) meaning = Math.max(meaning, wordingDiscount * dotProduct(vector, wording));
    sentenceVectors.forEach((candidate, i) => {
      const near = dotProduct(vector, candidate);
      if (near > meaning) [meaning, sentence] = [near, i];
    });
  }
  return { terms: terms[at]!, meaning, sentence };
}

/** The places of the highest scores above zero, best first, at most `count`; of equal ones the earlier. */
function highest(scores: Float64Array, count: number, accepts: (at: number) => boolean): number[] {
  const places: number[] = [];
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!;
    const full = places.length === count;
    if (score <= 0 || (full && score <= scores[places[count - 1]!]!) || !accepts(at)) continue;
    if (full) places.pop();
    let low = 0;
    for (let high = places.length; low < high;) {
      const middle = (low + high) >> 1;
      if (scores[places[middle]!]! >= score) low = middle + 1;
      else high = middle;
    }
    places.splice(low, 0, at);
  }
  return places;
}
