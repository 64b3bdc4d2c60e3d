import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** Answers that wait for security: in review, or approved and past their review date. */
export async function countAnswersToReview(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom("answer")
    .select(sql<number>`count(*)::int`.as("n"))
    .where((answer) =>
      answer.or([
        answer("state", "=", "in-review"),
        answer.and([answer("approvedVersion", "is not", null), answer("reviewBy", "<", sql<string>`current_date`)]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return n;
}
