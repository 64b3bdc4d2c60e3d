import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** How often an answer was delivered, to whom last and when. */
export async function getDeliveries(db: Db, answerId: string) {
  const { times, accounts } = await db
    .selectFrom("deliveredAnswer")
    .select(sql<number>`count(*)::int`.as("times"))
    .select(sql<number>`count(distinct company_account_id)::int`.as("accounts"))
    .where("answerId", "=", answerId)
    .executeTakeFirstOrThrow();
  const recent = await db
    .selectFrom("deliveredAnswer")
    .innerJoin("questionnaire", "questionnaire.id", "deliveredAnswer.questionnaireId")
    .leftJoin("companyAccount", "companyAccount.id", "deliveredAnswer.companyAccountId")
    .select(["deliveredAnswer.id", "deliveredAt", "answerVersion", "questionnaireId", "title"])
    .select("companyAccount.name as accountName")
    .where("answerId", "=", answerId)
    .orderBy("deliveredAt", "desc")
    .orderBy("deliveredAnswer.id")
    .limit(5)
    .execute();
  return { times, accounts, recent };
}
