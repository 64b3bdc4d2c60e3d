import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { inForce } from "./needs-reapproval.server.ts";

/** What the trust page may answer by itself: approved, in date, for everyone. */
export async function listPublicAnswers(db: Db) {
  return db
    .selectFrom("answer")
    .innerJoin("answerVersion as v", (join) =>
      join.onRef("v.answerId", "=", "answer.id").onRef("v.number", "=", "answer.approvedVersion"),
    )
    .select(["answer.id", "v.question", "v.short", "v.text", "v.section", "answer.reviewBy"])
    .select(sql<string | null>`(answer.approved_at at time zone 'UTC')::date`.as("reviewedOn"))
    .where("v.audience", "=", "public")
    .where(inForce)
    .orderBy(sql`v.section collate "C"`)
    .orderBy("answer.key")
    .execute();
}

export type PublicAnswer = Awaited<ReturnType<typeof listPublicAnswers>>[number];
