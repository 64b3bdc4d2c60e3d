import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { needsReapproval } from "./needs-reapproval.server.ts";

/** Answers that wait for security: in review, or approved and to be approved again. */
export async function countAnswersToReview(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom("answer")
    .select(sql<number>`count(*)::int`.as("n"))
    .where((answer) => answer.or([answer("state", "=", "in-review"), needsReapproval]))
    .executeTakeFirstOrThrow();
  return n;
}
