import {
  getReusableVersion,
  listReusableAnswers,
  type Readers,
  type ReusableAnswer,
} from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { buildIndex, type MatchIndex } from "#app/domain/matching/match-index.ts";
import { decodeWordVectors, type WordVectors } from "#app/domain/matching/word-vectors.ts";
import { readWordVectors } from "#app/platform/word-vectors.server.ts";
import type { Db } from "#db/client.server.ts";

export type AnswerIndex = { index: MatchIndex; answers: Map<string, ReusableAnswer> };

const kept = new Map<string, Promise<AnswerIndex>>();
const mostKept = 4;

/** The answers that these readers may have, ready for matching; built anew when any of them was approved or retired. */
export async function answerIndexFor(db: Db, readers: Readers): Promise<AnswerIndex> {
  const version = await getReusableVersion(db, readers);
  const known = kept.get(version);
  if (known) return known;
  const building = build(db, readers);
  kept.set(version, building);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  building.catch(() => kept.delete(version));
  return building;
}

/** Entries go by their keys: where two are as good, the older wins, in every installation alike. */
async function build(db: Db, readers: Readers): Promise<AnswerIndex> {
  const answers = await listReusableAnswers(db, readers);
  const entries = answers.map(({ key, question, text, short, section, tags }) => ({
    ...{ id: key, question, answer: text, answerShort: short, section, tags },
  }));
  const index = buildIndex(entries, { vectors: await wordVectors() });
  return { index, answers: new Map(answers.map((answer) => [answer.key, answer])) };
}

let loading: Promise<WordVectors> | undefined;

const wordVectors = (): Promise<WordVectors> => (loading ??= readWordVectors().then(decodeWordVectors));
