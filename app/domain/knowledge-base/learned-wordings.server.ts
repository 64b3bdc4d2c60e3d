import type { Db } from "#db/client.server.ts";

/** What the decision about this question taught: from which answer it is filled when it is asked again. */
export async function findLearnedWording(db: Db, questionId: string): Promise<{ answerKey: string } | null> {
  const found = await db
    .selectFrom("answerAlias")
    .innerJoin("answer", "answer.id", "answerAlias.answerId")
    .select("answer.key as answerKey")
    .where("questionId", "=", questionId)
    .executeTakeFirst();
  return found ?? null;
}
