const saturation = 1.2;
const lengthWeight = 0.6;
const stepSize = 100;

/** What a question looks for: each term once, with its weight. */
export type WeightedTerms = Map<string, number>;

/**
 * An inverted index scored with BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009;
 * k1 = 1.2, b = 0.6). Entries are numbered from 0 in the order given.
 */
export class TermIndex {
  #size = 0;
  #starts = new Map<string, { start: number; end: number }>();
  #entries = new Uint32Array();
  #weights = new Float32Array();

  constructor(termsOfEntries: string[][]) {
    for (const _ of this.#read(termsOfEntries));
  }

  /** The same index, made a hundred entries at a step: for callers that let others have a turn in between. */
  static *inSteps(termsOfEntries: string[][]): Generator<undefined, TermIndex> {
    const index = new TermIndex([]);
    yield* index.#read(termsOfEntries);
    return index;
  }

  *#read(termsOfEntries: string[][]): Generator<undefined, void> {
    this.#size = termsOfEntries.length;
    const counted: Map<string, number>[] = [];
    const having = new Map<string, number>();
    let [length, postings] = [0, 0];
    for (const terms of termsOfEntries) {
      const counts = countsOf(terms);
      for (const term of counts.keys()) having.set(term, (having.get(term) ?? 0) + 1);
      length += terms.length;
      postings += counts.size;
      if (counted.push(counts) % stepSize === 0) yield;
    }
    this.#entries = new Uint32Array(postings);
    this.#weights = new Float32Array(postings);
    let next = 0;
    for (const [term, count] of having) {
      this.#starts.set(term, { start: next, end: next });
      next += count;
    }
    yield;
    const meanLength = length / Math.max(1, this.#size);
    for (const [entry, counts] of counted.entries()) {
      this.#put(entry, counts, 1 - lengthWeight + (lengthWeight * termsOfEntries[entry]!.length) / meanLength);
      if (entry % stepSize === 0) yield;
    }
  }

  #put(entry: number, counts: Map<string, number>, length: number): void {
    for (const [term, count] of counts) {
      const range = this.#starts.get(term)!;
      this.#entries[range.end] = entry;
      this.#weights[range.end] = (count * (saturation + 1)) / (count + saturation * length);
      range.end++;
    }
  }

  /** How telling a term is: near 0 when every entry has it, and most for a term that none has. */
  rarity(term: string): number {
    const range = this.#starts.get(term);
    const having = range ? range.end - range.start : 0;
    return Math.log(1 + (this.#size - having + 0.5) / (having + 0.5));
  }

  /** A score for each entry, as a part of what the question would score if an entry had all of its terms once. */
  score(terms: WeightedTerms): Float64Array {
    const scores = new Float64Array(this.#size);
    let whole = 0;
    for (const [term, weight] of terms) whole += weight * this.rarity(term);
    if (whole === 0) return scores;
    for (const [term, weight] of terms) {
      const range = this.#starts.get(term);
      if (!range) continue;
      const share = (weight * this.rarity(term)) / whole;
      for (let i = range.start; i < range.end; i++) scores[this.#entries[i]!]! += share * this.#weights[i]!;
    }
    return scores;
  }
}

function countsOf(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
