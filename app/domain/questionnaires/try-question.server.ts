import { listReusableVersions, type Readers } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { conceptsIn } from "#app/domain/matching/concepts.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import { wordsOf } from "#app/domain/matching/words.ts";
import type { Db } from "#db/client.server.ts";
import { openAnswerIndex } from "./answer-index.server.ts";
import { getCalibration } from "./calibration.server.ts";
import { matchGrounds } from "./match-grounds.ts";
import { observedRate } from "./observed-rate.ts";

/** Someone who has accepted the NDA: all but what is internal. */
const readers: Readers = { audiences: ["public", "on-request", "nda"], products: [] };
const answersShown = 3;

/** What matching makes of a question, nothing being kept: the meanings it names, and the nearest answers with why. */
export async function tryQuestion(db: Db, question: string) {
  const opened = await openAnswerIndex(db, (trx) => listReusableVersions(trx, readers));
  const { index, answers, also: reusable } = opened;
  const calibration = await getCalibration(db);
  const accepts = ({ id }: { id: string }) => reusable.has(id);
  const match = matchQuestion(index, { text: question, accepts }, calibration);
  const concepts = [...new Set(conceptsIn(index.lexicon, wordsOf(question)).map(({ concept }) => concept))];
  return {
    question,
    concepts,
    method: match.method,
    rate: observedRate(match.confidence, calibration, match.evidence),
    vetoes: match.vetoes.map(({ sentence }) => sentence),
    whySecond: match.explanation.runnerUp?.reason ?? null,
    answers: match.ranked.slice(0, answersShown).flatMap(({ id: key }) => {
      const [answer, entry] = [answers.get(key), index.entries.find((one) => one.entry.id === key)?.entry];
      if (!answer || !entry) return [];
      const words = { question: entry.question, section: entry.section ?? null, text: answer.text };
      return [{ key, id: answer.id, ...words, grounds: matchGrounds(index.lexicon, question, words) }];
    }),
  };
}
