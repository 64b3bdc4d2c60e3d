import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import type { JobContext } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { type AnswerIndex, answerIndexFor } from "./answer-index.server.ts";
import { readersOf } from "./audience.server.ts";
import type { FoundQuestion } from "./formats/questionnaire-file.ts";
import { failQuestionnaire } from "./inspect.job.server.ts";
import { proposalFor } from "./proposals.ts";
import { tellSecurity } from "./tell-security.server.ts";

const batchSize = 25;

/**
 * Gives every question one response: a proposal, or a blank with its reason. A run that died goes on where it stopped;
 * what has a response is never touched again, so running twice, also at once, changes nothing.
 */
export async function fillQuestionnaire(db: Db, payload: Record<string, unknown>, job: JobContext): Promise<void> {
  const questionnaire = await db
    .selectFrom("questionnaire")
    .select(["id", "title", "companyAccountId", "products"])
    .where("id", "=", String(payload.questionnaireId))
    .where("state", "=", "filling")
    .executeTakeFirst();
  if (!questionnaire) return;
  try {
    const answers = await answerIndexFor(db, await readersOf(db, questionnaire));
    while (await fillBatch(db, questionnaire.id, answers));
    await finish(db, questionnaire);
  } catch (error) {
    if (!job.lastAttempt) throw error;
    const reason = "The questions could not be filled. Try again.";
    await failQuestionnaire(db, { id: questionnaire.id, from: "filling", reason });
  }
}

async function fillBatch(db: Db, questionnaireId: string, { index, answers }: AnswerIndex): Promise<boolean> {
  const questions = await db
    .selectFrom("question")
    .leftJoin("response", "response.questionId", "question.id")
    .select(["question.id", "question.text", "question.section", "question.place"])
    .where("question.questionnaireId", "=", questionnaireId)
    .where("response.questionId", "is", null)
    .orderBy("question.position")
    .limit(batchSize)
    .execute();
  if (questions.length === 0) return false;
  const rows = questions.map(({ id, text, section, place }) => {
    const match = matchQuestion(index, { text, section });
    const proposal = proposalFor(match, place as unknown as FoundQuestion, answers);
    return {
      ...{ ...proposal, questionId: id, questionnaireId },
      alternatives: JSON.stringify(proposal.alternatives),
      explanation: JSON.stringify(proposal.explanation),
    };
  });
  await db
    .insertInto("response")
    .values(rows)
    .onConflict((once) => once.column("questionId").doNothing())
    .execute();
  return true;
}

async function finish(db: Db, { id, title }: { id: string; title: string }) {
  await inTransaction(db, async (trx) => {
    const filled = await trx
      .updateTable("questionnaire")
      .set({ state: "in-review", filledAt: sql`now()`, failure: null })
      .where("id", "=", id)
      .where("state", "=", "filling")
      .returning("id")
      .executeTakeFirst();
    if (!filled) return;
    const { proposed, blank } = await trx
      .selectFrom("response")
      .select(sql<string>`count(*) filter (where state = 'proposed')`.as("proposed"))
      .select(sql<string>`count(*) filter (where state = 'blank')`.as("blank"))
      .where("questionnaireId", "=", id)
      .executeTakeFirstOrThrow();
    await tellSecurity(trx, { id, title, page: "review" });
    await recordAudit(trx, {
      action: "questionnaires.questionnaire.filled",
      actor: { kind: "system" },
      subject: { kind: "questionnaire", id },
      details: { proposed: Number(proposed), blank: Number(blank) },
    });
  });
}
