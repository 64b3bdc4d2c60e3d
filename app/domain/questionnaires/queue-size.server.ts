import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** Questionnaires that wait for a person: to be mapped, reviewed, or tried again. */
export async function countOpenQuestionnaires(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom("questionnaire")
    .select(sql<number>`count(*)::int`.as("n"))
    .where("state", "in", ["mapping", "in-review", "failed"])
    .executeTakeFirstOrThrow();
  return n;
}
