import type { Db } from "#db/client.server.ts";

/** All questions of a questionnaire in the order of the file, each with its response and the answer that it cites. */
export async function listReviewedQuestions(db: Db, questionnaireId: string) {
  return db
    .selectFrom("question")
    .innerJoin("response", "response.questionId", "question.id")
    .leftJoin("answer", "answer.id", "response.answerId")
    .leftJoin("person as decider", "decider.id", "response.decidedBy")
    .select(["question.id", "position", "sheet", "ref", "section", "question.text as question", "place"])
    .select(["response.state", "short", "response.text", "answerId", "answerVersion", "method", "confidence", "reason"])
    .select(["response.version", "decidedAt", "answer.key as answerKey", "decider.name as deciderName"])
    .where("question.questionnaireId", "=", questionnaireId)
    .orderBy("position")
    .execute();
}

export type ReviewedQuestion = Awaited<ReturnType<typeof listReviewedQuestions>>[number];
