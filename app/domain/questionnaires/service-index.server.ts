import { type AnalysedEntry, analyseEntry } from "#app/domain/matching/analysed-entry.ts";
import type { Calibration } from "#app/domain/matching/confidence.ts";
import { exactConfidence } from "#app/domain/matching/match.ts";
import { indexInSteps, type MatchIndex } from "#app/domain/matching/match-index.ts";
import type { Question } from "#app/domain/matching/question.ts";
import type { Embedder } from "#app/domain/matching/text-embedder.ts";
import type { Db } from "#db/client.server.ts";
import type { AnswerIndex } from "./answer-index.server.ts";
import { textsToEmbed } from "./embedded-texts.ts";
import { inTurns } from "#app/platform/taking-turns.server.ts";
import { prepareEmbedder } from "./text-vectors.server.ts";

let kept: { version: string; index: MatchIndex } | null = null;

/**
 * The same index by the vectors of the configured embedding service, ready for these questions. Null when no service is
 * configured or it is down: matching then goes by the vectors that ship. Not for use inside a transaction.
 */
export async function indexByService(
  db: Db,
  { version, index }: Pick<AnswerIndex, "version" | "index">,
  questions: Question[],
): Promise<MatchIndex | null> {
  const asked = await prepareEmbedder(db, textsToEmbed([], questions));
  if (!asked) return null;
  if (kept?.version !== version || kept.index.embedder?.dimensions !== asked.dimensions) {
    const entries = index.entries.map(({ entry }) => entry);
    const embedder = await prepareEmbedder(db, textsToEmbed(entries, []));
    if (!embedder || embedder.dimensions !== asked.dimensions) return null;
    const how = { lexicon: index.lexicon, embedder };
    kept = { version, index: await inTurns(indexInSteps(await inTurns(analysing(index, embedder)), how)) };
  }
  return { ...kept.index, embedder: asked };
}

function* analysing({ entries, lexicon }: MatchIndex, embedder: Embedder): Generator<undefined, AnalysedEntry[]> {
  const analysed: AnalysedEntry[] = [];
  for (const { entry } of entries) {
    analysed.push(analyseEntry(entry, lexicon, embedder));
    yield;
  }
  return analysed;
}

/**
 * Confidence was measured with the vectors that ship. With those of a service nothing is filled without a person but
 * the very same question.
 */
export function calibrationByService(calibration: Calibration): Calibration {
  return { ...calibration, fillFrom: Math.max(calibration.fillFrom, exactConfidence) };
}
