import {
  getLibraryState,
  type LibraryAnswer,
  type LibraryHead,
  type LibraryState,
  listLibraryAnswers,
  listLibraryHeads,
} from "#app/domain/knowledge-base/answer-library.server.ts";
import { getOperatorConcepts } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { type AnalysedEntry, analyseEntry } from "#app/domain/matching/analysed-entry.ts";
import { buildIndex, indexInSteps, type MatchIndex } from "#app/domain/matching/match-index.ts";
import { decodeWordVectors, type WordVectors } from "#app/domain/matching/word-vectors.ts";
import { readWordVectors } from "#app/platform/word-vectors.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Candidate } from "./proposals.ts";
import { inTurns, othersTurn } from "#app/platform/taking-turns.server.ts";

/** All approved answers, ready for matching, as they were at one version of the knowledge base. */
export type AnswerIndex = {
  /** The number of that version: it only rises. */
  version: string;
  index: MatchIndex;
  answers: ReadonlyMap<string, Candidate>;
};

type Analysed = { answer: Candidate; analysed: AnalysedEntry };
type Held = LibraryHead & Analysed;
type Kept = AnswerIndex & { state: LibraryState; concepts: string; held: ReadonlyMap<string, Held> };

let kept: Kept | null = null;
let lastInLine: Promise<unknown> = Promise.resolve();

/**
 * The index of the newest version, with what `also` reads of the very same moment. Answers that did not change are not
 * analysed again. One at a time, so that no change is analysed twice.
 */
export async function openAnswerIndex<T>(db: Db, also: (trx: Db) => Promise<T>): Promise<AnswerIndex & { also: T }> {
  const turn = lastInLine.then(async () => {
    const read = await asOfOneMoment(db, async (trx) => ({
      library: await readChanges(trx, kept),
      also: await also(trx),
    }));
    if (read.library) kept = await takeIn(kept, read.library);
    return { ...kept!, also: read.also };
  });
  lastInLine = turn.catch(() => undefined);
  return turn;
}

const lookEveryMs = 500;

/**
 * Builds the index in the background and follows changes that any process makes, until stopped. `ready` is the version
 * that stands ready; null before the first.
 */
export function keepAnswerIndexFresh(
  db: Db,
  onError: (error: unknown) => void,
): { ready: () => string | null; stop: () => void } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    try {
      if (!isSame(kept?.state, await getLibraryState(db))) await openAnswerIndex(db, async () => null);
    } catch (error) {
      if (!stopped) onError(error);
    }
    if (!stopped) timer = setTimeout(() => void look(), lookEveryMs).unref();
  };
  void look();
  return {
    ready: () => kept?.version ?? null,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

const isSame = (one: LibraryState | undefined, other: LibraryState) =>
  one !== undefined && one.version === other.version && one.movedIn === other.movedIn;

const asOfOneMoment = <T>(db: Db, read: (trx: Db) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only").execute(read);

type Changes = { state: LibraryState; concepts: string; heads: LibraryHead[]; changed: LibraryAnswer[] };

/** What differs from what is held; null when nothing does. */
async function readChanges(db: Db, known: Kept | null): Promise<Changes | null> {
  const state = await getLibraryState(db);
  if (isSame(known?.state, state)) return null;
  const concepts = await getOperatorConcepts(db);
  const heads = await listLibraryHeads(db);
  const held = known?.concepts === concepts ? known.held : new Map<string, Held>();
  const changed = heads.filter((head) => !isHeld(held.get(head.key), head));
  return { state, concepts, heads, changed: await listLibraryAnswers(db, changed) };
}

const isHeld = (held: Held | undefined, { id, version, learned }: LibraryHead) =>
  held !== undefined && held.id === id && held.version === version && held.learned === learned;

async function takeIn(known: Kept | null, { state, concepts, heads, changed }: Changes): Promise<Kept> {
  const reusable = known?.concepts === concepts ? known : null;
  const how = reusable?.index ?? buildIndex([], { vectors: await wordVectors(), concepts });
  const anew = await inTurns(analysing(changed, how));
  const held = new Map(
    heads.map((head) => [head.key, { ...(anew.get(head.key) ?? reusable!.held.get(head.key)!), ...head }]),
  );
  const index = await inTurns(
    indexInSteps(
      [...held.values()].map(({ analysed }) => analysed),
      how,
    ),
  );
  const answers = new Map([...held].map(([key, { answer }]) => [key, answer]));
  return { version: state.version, index, answers, state, concepts, held };
}

/** Entries go by their keys: where two are as good, the older wins, in every installation alike. */
function* analysing(answers: LibraryAnswer[], { lexicon, embedder }: MatchIndex) {
  const anew = new Map<string, Analysed>();
  for (const answer of answers) {
    const { key: id, question, text, short, section, tags, aliases } = answer;
    const entry = { id, question, answer: text, answerShort: short, section, tags, aliases };
    anew.set(id, { answer, analysed: analyseEntry(entry, lexicon, embedder) });
    yield;
  }
  return anew;
}

let loading: Promise<WordVectors> | undefined;

const wordVectors = (): Promise<WordVectors> => (loading ??= readWordVectors().then(decodeInItsTurn));

async function decodeInItsTurn(bytes: Uint8Array): Promise<WordVectors> {
  const vectors = decodeWordVectors(bytes);
  await othersTurn();
  return vectors;
}
