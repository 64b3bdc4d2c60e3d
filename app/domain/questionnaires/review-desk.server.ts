import { sql } from "kysely";
import { NotFound } from "#app/domain/errors.ts";
import { findLearnedWording } from "#app/domain/knowledge-base/learned-wordings.server.ts";
import { getLexicon } from "#app/domain/knowledge-base/own-concepts.server.ts";
import type { Db } from "#db/client.server.ts";
import { getCalibration } from "./calibration.server.ts";
import type { FoundQuestion } from "./formats/questionnaire-file.ts";
import { matchGrounds } from "./match-grounds.ts";
import { observedRate } from "./observed-rate.ts";
import { type Show, showsQuestion } from "./shown-questions.ts";

/** The questions that a filter shows, cut to what a list needs, with how many each filter would show. */
export async function listDeskQuestions(db: Db, questionnaireId: string, show: Show) {
  const questions = await db
    .selectFrom("question")
    .innerJoin("response", "response.questionId", "question.id")
    .select(["question.id", "position", "ref", "section", "state", "method", "confidence", "evidence"])
    .select(sql<string>`left(question.text, 180)`.as("text"))
    .select(sql<string>`left(reason, 90)`.as("reason"))
    .select(sql<boolean>`explanation->'vetoes' <> '[]'`.as("vetoed"))
    .where("question.questionnaireId", "=", questionnaireId)
    .orderBy("position")
    .execute();
  const calibration = await getCalibration(db);
  const count = (one: Show) => questions.filter((question) => showsQuestion(one, question)).length;
  return {
    questions: questions
      .filter((question) => showsQuestion(show, question))
      .map(({ evidence, confidence, ...question }) => ({
        ...question,
        rate: observedRate(confidence, calibration, evidence),
      })),
    counts: {
      decide: count("decide"),
      vetoed: count("vetoed"),
      blank: count("blank"),
      done: count("done"),
      all: count("all"),
    },
  };
}

export type DeskQuestion = Awaited<ReturnType<typeof listDeskQuestions>>["questions"][number];

/** One question with all that a reviewer needs to decide it. */
export async function getDeskQuestion(db: Db, questionnaireId: string, questionId: string) {
  const found = await db
    .selectFrom("question")
    .innerJoin("response", "response.questionId", "question.id")
    .innerJoin("questionnaire", "questionnaire.id", "question.questionnaireId")
    .leftJoin("person as decider", "decider.id", "response.decidedBy")
    .leftJoin("answer", "answer.id", "response.answerId")
    .select(["question.id", "position", "sheet", "ref", "section", "question.text as question", "place"])
    .select(["response.state", "response.short", "response.text", "response.answerVersion", "response.version"])
    .select(["method", "confidence", "evidence", "reason", "alternatives", "explanation", "decidedAt", "draft"])
    .select(["answer.key as answerKey", "answer.id as answerId", "decider.name as deciderName"])
    .select("questionnaire.companyAccountId")
    .where("question.questionnaireId", "=", questionnaireId)
    .where("question.id", "=", questionId)
    .executeTakeFirst();
  if (!found) throw new NotFound("questionnaires.question-not-found", "There is no such question.");
  const { place, companyAccountId, alternatives, evidence, ...question } = found;
  const { answerCell, commentCell, options, marks, answered, blocked } = place as unknown as FoundQuestion;
  return {
    ...question,
    rate: observedRate(question.confidence, await getCalibration(db), evidence),
    learned: await findLearnedWording(db, questionId),
    place: { answerCell, commentCell, options, marks: marks?.map(({ cell }) => cell) ?? null, answered, blocked },
    candidates: await listCandidates(db, question.question, alternatives),
    toldBefore: await listToldBefore(db, { companyAccountId, question: question.question, alternatives }),
  };
}

type Alternative = { answerId: string; answerVersion: number; score: number };

/** The matches in their order: the version that was matched, what speaks for it, and how the answer stands today. */
async function listCandidates(db: Db, asked: string, alternatives: Alternative[]) {
  if (alternatives.length === 0) return [];
  const lexicon = await getLexicon(db);
  const ids = alternatives.map(({ answerId }) => answerId);
  const rows = await db
    .selectFrom("answerVersion as v")
    .innerJoin("answer", "answer.id", "v.answerId")
    .leftJoin("person as approver", "approver.id", "answer.approvedBy")
    .select([
      "answer.id",
      "answer.key",
      "v.number as version",
      "v.question",
      "v.text",
      "v.short",
      "v.section",
      "v.audience",
    ])
    .select(["answer.approvedVersion", "answer.approvedAt", "answer.reviewBy", "approver.name as approverName"])
    .where("v.answerId", "in", ids)
    .execute();
  return alternatives.flatMap(({ answerId, answerVersion }) =>
    rows
      .filter(({ id, version }) => id === answerId && version === answerVersion)
      .map((row) => ({ ...row, grounds: matchGrounds(lexicon, asked, row) })),
  );
}

async function listToldBefore(
  db: Db,
  {
    companyAccountId,
    question,
    alternatives,
  }: { companyAccountId: string | null; question: string; alternatives: Alternative[] },
) {
  if (companyAccountId === null) return [];
  const best = alternatives[0]?.answerId ?? null;
  return db
    .selectFrom("deliveredAnswer")
    .innerJoin("questionnaire", "questionnaire.id", "deliveredAnswer.questionnaireId")
    .leftJoin("answer", "answer.id", "deliveredAnswer.answerId")
    .select(["deliveredAnswer.id", "deliveredAt", "questionnaire.title", "questionText", "deliveredAnswer.text"])
    .select(["deliveredAnswer.short", "answer.key", "deliveredAnswer.answerVersion"])
    .where("deliveredAnswer.companyAccountId", "=", companyAccountId)
    .where((told) =>
      told.or([told("questionText", "=", question), ...(best ? [told("deliveredAnswer.answerId", "=", best)] : [])]),
    )
    .orderBy("deliveredAt", "desc")
    .limit(3)
    .execute();
}

/** Where to go on after a decision: the next undecided question after this one, else the first; null when all are decided. */
export async function findNextToDecide(db: Db, questionnaireId: string, questionId: string): Promise<string | null> {
  const next = await db
    .selectFrom("question")
    .innerJoin("response", "response.questionId", "question.id")
    .select("question.id")
    .where("question.questionnaireId", "=", questionnaireId)
    .where("response.state", "=", "proposed")
    .where("question.id", "!=", questionId)
    .orderBy(sql`position < (select position from question where id = ${questionId})`)
    .orderBy("position")
    .limit(1)
    .executeTakeFirst();
  return next?.id ?? null;
}
