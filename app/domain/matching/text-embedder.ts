import { conceptsIn, type Lexicon } from "#app/domain/matching/concepts.ts";
import type { WordVectors } from "#app/domain/matching/word-vectors.ts";
import { isContentWord, stemOf, wordsOf } from "#app/domain/matching/words.ts";

/** Turns texts into vectors of length 1 (or 0 for a text without a known word); alike in meaning is alike in direction. */
export type Embedder = { dimensions: number; embed(texts: string[]): Float32Array[] };

/** How a word's frequency weighs it down: smooth inverse frequency (Arora, Liang and Ma, ICLR 2017). */
const smoothing = 1e-3;
/** A concept that a text names counts as much as eight rare words. */
const conceptWeight = 8;

/**
 * An embedder of our own: the mean of the vectors of a text's words, rare ones weighing more, and of the concepts that
 * it names; less the direction that all texts of our field have in common (its first principal component over the
 * lexicon). It depends on vectors and lexicon alone, so a text's vector never changes with the knowledge base.
 */
export function wordVectorEmbedder(vectors: WordVectors, lexicon: Lexicon): Embedder {
  const { dimensions } = vectors;
  const conceptVectors = new Map(
    [...lexicon.concepts.values()].map(({ name, phrases, weight }) => {
      const mean = new Float32Array(dimensions);
      for (const phrase of phrases) addScaled(mean, toUnitLength(sumOfWords(vectors, wordsOf(phrase))), 1);
      return [name, { vector: toUnitLength(mean), weight: weight * conceptWeight }];
    }),
  );

  function rawVector(text: string): Float32Array {
    const words = wordsOf(text);
    const sum = sumOfWords(vectors, words);
    for (const concept of new Set(conceptsIn(lexicon, words).map((named) => named.concept))) {
      const { vector, weight } = conceptVectors.get(concept)!;
      addScaled(sum, vector, weight);
    }
    return toUnitLength(sum);
  }

  const lines = [...lexicon.concepts.values()].map(({ phrases }) => rawVector(phrases.join(" ")));
  const common = firstPrincipalComponent(lines, dimensions);
  return {
    dimensions,
    embed: (texts) =>
      texts.map((text) => {
        const vector = rawVector(text);
        addScaled(vector, common, -dotProduct(vector, common));
        return toUnitLength(vector);
      }),
  };
}

export function dotProduct(a: Float32Array, b: Float32Array): number {
  return dotProductAt(a, b, 0);
}

/** The dot product of `a` with the part of `row` that begins at `start`. Four sums at once: a processor adds them side by side. */
export function dotProductAt(a: Float32Array, row: Float32Array, start: number): number {
  const whole = a.length - (a.length % 4);
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0, j = start; i < whole; i += 4, j += 4) {
    first += a[i]! * row[j]!;
    second += a[i + 1]! * row[j + 1]!;
    third += a[i + 2]! * row[j + 2]!;
    fourth += a[i + 3]! * row[j + 3]!;
  }
  for (let i = whole; i < a.length; i++) first += a[i]! * row[start + i]!;
  return first + second + third + fourth;
}

function sumOfWords(vectors: WordVectors, words: string[]): Float32Array {
  const { dimensions, scales, components } = vectors;
  const sum = new Float32Array(dimensions);
  for (const word of words) {
    const place = isContentWord(word) ? placeOf(vectors, word) : undefined;
    if (place === undefined) continue;
    const frequency = 1 / (13 * (place + 10));
    const factor = (scales[place]! * smoothing) / (smoothing + frequency);
    for (let d = 0; d < dimensions; d++) sum[d]! += factor * components[place * dimensions + d]!;
  }
  return sum;
}

/** The place of a word, or else of a form of it that we know. */
function placeOf({ places }: WordVectors, word: string): number | undefined {
  const stem = stemOf(word);
  for (const form of [word, word.replace(/s$/, ""), stem, `${stem}e`, `${stem}ed`, `${stem}ing`, `${stem}ation`]) {
    const place = places.get(form);
    if (place !== undefined) return place;
  }
  return undefined;
}

function firstPrincipalComponent(rows: Float32Array[], dimensions: number): Float32Array {
  let direction = toUnitLength(Float32Array.from({ length: dimensions }, (_, d) => 1 + (d % 7)));
  for (let round = 0; round < 30; round++) {
    const next = new Float32Array(dimensions);
    for (const row of rows) addScaled(next, row, dotProduct(row, direction));
    direction = toUnitLength(next);
  }
  return direction;
}

function addScaled(target: Float32Array, vector: Float32Array, factor: number): void {
  for (let i = 0; i < target.length; i++) target[i]! += factor * vector[i]!;
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dotProduct(vector, vector));
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i]! /= length;
  return vector;
}
