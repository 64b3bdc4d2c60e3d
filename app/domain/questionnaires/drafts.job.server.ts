import { sql } from "kysely";
import { getOperatorConcepts } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { listReuseProblems } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { readLexicon } from "#app/domain/matching/concepts.ts";
import { askChat, type ChatService } from "#app/platform/chat.server.ts";
import { env } from "#app/platform/env.server.ts";
import { enqueueJob, type JobContext } from "#app/platform/jobs.server.ts";
import { OutboundDelayed, OutboundNonsense, OutboundRefused } from "#app/platform/outbound.server.ts";
import type { Db } from "#db/client.server.ts";
import type { AnswerDraft } from "#db/schema/questionnaires.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { readersOf } from "./audience.server.ts";
import { checkDraft } from "./draft-check.ts";
import { draftInstructions, draftRequest, longestSource, readDraft, type SourceAnswer } from "./draft-prompt.ts";

const tries = 4;
const mostSources = 5;

type Source = SourceAnswer & { answerId: string; answerVersion: number };

/**
 * Writes the next draft that was asked for in a questionnaire, then queues itself for the one after it, so that mails
 * and other jobs get their turn in between. A service that stays busy or refuses ends the run: every question that
 * still waits gets the reason and can be asked for again. Nothing but `response.draft` is ever written here.
 */
export async function writeNextDraft(db: Db, payload: Record<string, unknown>, job: JobContext): Promise<void> {
  const questionnaireId = String(payload.questionnaireId);
  await forgetWhatWasDecided(db, questionnaireId);
  const next = await findNextAsked(db, questionnaireId);
  if (!next) return;
  const service = env.drafting;
  if (!service) return endRun(db, questionnaireId, "Drafting is no longer set up.");
  try {
    const draft = await draftFor(db, service, next);
    await inTransaction(db, async (trx) => {
      if (await keepDraft(trx, next.questionId, draft)) await enqueueJob(trx, "questionnaires.draft", payload);
    });
  } catch (error) {
    if (error instanceof OutboundRefused)
      return endRun(
        db,
        questionnaireId,
        `${error.message} Whoever runs this installation has to look at its settings.`,
      );
    const busy = error instanceof OutboundDelayed;
    if (busy ? job.attempt < tries : !job.lastAttempt) throw error;
    await endRun(db, questionnaireId, `${busy ? error.message : "The draft could not be kept."} Ask again later.`);
  }
}

async function findNextAsked(db: Db, questionnaireId: string) {
  return db
    .selectFrom("response")
    .innerJoin("question", "question.id", "response.questionId")
    .innerJoin("questionnaire", "questionnaire.id", "response.questionnaireId")
    .select(["response.questionId", "response.alternatives", "question.text", "question.section"])
    .select(["questionnaire.companyAccountId", "questionnaire.products"])
    .where("response.questionnaireId", "=", questionnaireId)
    .where("questionnaire.state", "=", "in-review")
    .where(sql<boolean>`response.draft->>'state' = 'asked'`)
    .orderBy("question.position")
    .limit(1)
    .executeTakeFirst();
}

type AskedQuestion = NonNullable<Awaited<ReturnType<typeof findNextAsked>>>;

async function draftFor(db: Db, service: ChatService, asked: AskedQuestion): Promise<AnswerDraft> {
  const sources = await listSources(db, asked);
  if (sources.length === 0) return refused("No approved answer that this account may have comes near.");
  const content = await askChat(service, { system: draftInstructions, user: draftRequest(asked, sources) }).catch(
    nonsense,
  );
  if (content instanceof OutboundNonsense) return refused(content.message);
  const written = readDraft(content);
  if (!written) return refused("What the model answered was not in the form that was asked for.");
  const checked = checkDraft(written, sources, readLexicon(await getOperatorConcepts(db)));
  if (checked.problem !== null) return refused(checked.problem);
  const { text, short } = checked;
  const cites = checked.cites.map((key) => {
    const { answerId, answerVersion } = sources.find((source) => source.key === key)!;
    return { key, answerId, answerVersion };
  });
  return { state: "written", text, short, cites, model: service.model };
}

function nonsense(error: unknown): OutboundNonsense {
  if (error instanceof OutboundNonsense) return error;
  throw error;
}

const refused = (reason: string): AnswerDraft => ({ state: "refused", reason });

/** The best matches that these readers may have now: approved in that version, in date, of their audience and product. */
async function listSources(db: Db, { alternatives, ...questionnaire }: AskedQuestion): Promise<Source[]> {
  const best = alternatives.slice(0, mostSources);
  const cited = best.map(({ answerId, answerVersion }) => ({ answerId, version: answerVersion }));
  const problems = await listReuseProblems(db, await readersOf(db, questionnaire), cited);
  const fitting = best.filter(({ answerId }) => !problems.has(answerId));
  if (fitting.length === 0) return [];
  const rows = await db
    .selectFrom("answerVersion as v")
    .innerJoin("answer", "answer.id", "v.answerId")
    .select(["answer.key", "v.answerId", "v.number as answerVersion", "v.question", "v.short", "v.text"])
    .where(
      "v.answerId",
      "in",
      fitting.map(({ answerId }) => answerId),
    )
    .execute();
  return fitting.flatMap(({ answerId, answerVersion }) =>
    rows
      .filter((row) => row.answerId === answerId && row.answerVersion === answerVersion)
      .map((row) => ({
        ...row,
        question: row.question.slice(0, longestSource),
        text: row.text.slice(0, longestSource),
      })),
  );
}

/** False when another worker was first. */
async function keepDraft(db: Db, questionId: string, draft: AnswerDraft): Promise<boolean> {
  const kept = await db
    .updateTable("response")
    .set({ draft: JSON.stringify(draft) })
    .where("questionId", "=", questionId)
    .where(sql<boolean>`draft->>'state' = 'asked'`)
    .returning("questionId")
    .executeTakeFirst();
  return kept !== undefined;
}

async function forgetWhatWasDecided(db: Db, questionnaireId: string): Promise<void> {
  await stillAsked(db, questionnaireId)
    .set({ draft: null })
    .where("state", "in", ["accepted", "edited", "rejected"])
    .execute();
}

async function endRun(db: Db, questionnaireId: string, reason: string): Promise<void> {
  await stillAsked(db, questionnaireId)
    .set({ draft: JSON.stringify(refused(reason)) })
    .execute();
}

const stillAsked = (db: Db, questionnaireId: string) =>
  db
    .updateTable("response")
    .where("questionnaireId", "=", questionnaireId)
    .where(sql<boolean>`draft->>'state' = 'asked'`);
