import { type AnalysedEntry, analyseEntry, type KnowledgeEntry } from "#app/domain/matching/analysed-entry.ts";
import { type Lexicon, readLexicon } from "#app/domain/matching/concepts.ts";
import { TermIndex } from "#app/domain/matching/term-index.ts";
import { type Embedder, wordVectorEmbedder } from "#app/domain/matching/text-embedder.ts";
import type { WordVectors } from "#app/domain/matching/word-vectors.ts";
import { normalisedText } from "#app/domain/matching/words.ts";

export type { KnowledgeEntry } from "#app/domain/matching/analysed-entry.ts";

export type MatchIndex = {
  entries: AnalysedEntry[];
  byWording: Map<string, number[]>;
  terms: TermIndex;
  lexicon: Lexicon;
  embedder: Embedder | null;
  /** The vectors of the questions of all entries, one after another. */
  questionVectors: Float32Array;
};

/**
 * `vectors` are the word vectors of `decodeWordVectors`; without them matching goes by words and concepts alone.
 * `embedder` takes their place. `concepts` are the operator's own, in the form of `readLexicon`.
 */
export type IndexOptions = { vectors?: WordVectors; embedder?: Embedder; concepts?: string };

const stepSize = 100;

/**
 * Reads approved answers into an index for `matchQuestion`. Pure: no I/O, and the order of `entries` changes nothing.
 * Of entries with the same id the last one counts.
 */
export function buildIndex(entries: KnowledgeEntry[], options: IndexOptions = {}): MatchIndex {
  const lexicon = readLexicon(options.concepts);
  const embedder = options.embedder ?? (options.vectors ? wordVectorEmbedder(options.vectors, lexicon) : null);
  return indexOf(new Map(entries.map((entry) => [entry.id, analyseEntry(entry, lexicon, embedder)])), {
    lexicon,
    embedder,
  });
}

/** The index after some entries changed or were added, and others removed; the same as one built anew, but sooner. */
export function updateIndex(index: MatchIndex, changed: KnowledgeEntry[], removed: string[] = []): MatchIndex {
  const byId = new Map(index.entries.map((analysed) => [analysed.entry.id, analysed]));
  for (const entry of changed) byId.set(entry.id, analyseEntry(entry, index.lexicon, index.embedder));
  for (const id of removed) byId.delete(id);
  return indexOf(byId, index);
}

function indexOf(byId: Map<string, AnalysedEntry>, how: Pick<MatchIndex, "lexicon" | "embedder">): MatchIndex {
  const steps = indexInSteps([...byId.values()], how);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The index of entries that were analysed with its lexicon and embedder, each id once, in steps of a few milliseconds:
 * for callers that let others have a turn in between. The value that it returns is the index.
 */
export function* indexInSteps(
  analysed: AnalysedEntry[],
  { lexicon, embedder }: Pick<MatchIndex, "lexicon" | "embedder">,
): Generator<undefined, MatchIndex> {
  const entries = [...analysed].sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
  const dimensions = embedder?.dimensions ?? 0;
  const questionVectors = new Float32Array(entries.length * dimensions);
  const byWording = new Map<string, number[]>();
  yield;
  for (const [at, { wordings, wordingVectors }] of entries.entries()) {
    if (wordingVectors[0]) questionVectors.set(wordingVectors[0], at * dimensions);
    for (const text of new Set(wordings.map(normalisedText))) {
      if (text !== "") byWording.set(text, [...(byWording.get(text) ?? []), at]);
    }
    if (at % stepSize === 0) yield;
  }
  const terms = yield* TermIndex.inSteps(entries.map((one) => one.terms));
  return { entries, byWording, terms, lexicon, embedder, questionVectors };
}
