import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { listReusableVersions } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import type { KnowledgeEntry } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import type { JobContext } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openAnswerIndex } from "./answer-index.server.ts";
import { readersOf } from "./audience.server.ts";
import { getCalibration } from "./calibration.server.ts";
import type { FoundQuestion } from "./formats/questionnaire-file.ts";
import { failQuestionnaire } from "./inspect.job.server.ts";
import { calibrationByService, indexByService } from "./service-index.server.ts";
import { proposalFor } from "./proposals.ts";
import { inTurns } from "#app/platform/taking-turns.server.ts";
import { tellSecurity } from "./tell-security.server.ts";

const batchSize = 25;

/**
 * Gives every question one response: a proposal, or a blank with its reason, all from one version of the knowledge
 * base, which the questionnaire names. A run that died goes on where it stopped if the knowledge base is still the
 * same, and else starts anew. What a person decided is never touched. Running twice, also at once, changes nothing.
 */
export async function fillQuestionnaire(db: Db, payload: Record<string, unknown>, job: JobContext): Promise<void> {
  const questionnaire = await db
    .selectFrom("questionnaire")
    .select(["id", "title", "companyAccountId", "products", "layoutFingerprint"])
    .where("id", "=", String(payload.questionnaireId))
    .where("state", "=", "filling")
    .executeTakeFirst();
  if (!questionnaire) return;
  try {
    const run = await startRun(db, questionnaire);
    if (run && (await fillBatches(db, run))) await finish(db, run);
  } catch (error) {
    if (!job.lastAttempt) throw error;
    const reason = "The questions could not be filled. Try again.";
    await failQuestionnaire(db, { id: questionnaire.id, from: "filling", reason });
  }
}

type Filling = {
  id: string;
  title: string;
  companyAccountId: string | null;
  products: string[];
  layoutFingerprint: string | null;
};

type Run = NonNullable<Awaited<ReturnType<typeof startRun>>>;

/** Opens the newest index and names its version on the questionnaire; null when there is nothing to fill any more. */
async function startRun(db: Db, questionnaire: Filling) {
  for (;;) {
    const { version, index, answers, also } = await openAnswerIndex(db, async (trx) => ({
      reusable: await listReusableVersions(trx, await readersOf(trx, questionnaire)),
      calibration: await getCalibration(trx),
    }));
    const claimed = await inTransaction(db, (trx) => claim(trx, questionnaire.id, version));
    if (claimed === "gone") return null;
    if (claimed === "outrun") continue;
    const accepts = ({ id }: KnowledgeEntry) => also.reusable.get(id) === answers.get(id)!.version;
    const asked = await db
      .selectFrom("question")
      .select(["text", "section"])
      .where("questionnaireId", "=", questionnaire.id)
      .execute();
    const byService = await indexByService(db, { version, index }, asked);
    return {
      ...{ ...questionnaire, version, answers, accepts },
      index: byService ?? index,
      calibration: byService ? calibrationByService(also.calibration) : also.calibration,
    };
  }
}

/** What was proposed from an older version goes: the responses of a questionnaire never mix two. */
async function claim(db: Db, id: string, version: string): Promise<"ours" | "outrun" | "gone"> {
  const filling = await db
    .selectFrom("questionnaire")
    .select("libraryVersion")
    .where("id", "=", id)
    .where("state", "=", "filling")
    .forUpdate()
    .executeTakeFirst();
  if (!filling) return "gone";
  const before = filling.libraryVersion;
  if (before === version) return "ours";
  if (before !== null && BigInt(before) > BigInt(version)) return "outrun";
  await db.deleteFrom("response").where("questionnaireId", "=", id).where("decidedBy", "is", null).execute();
  await db.updateTable("questionnaire").set({ libraryVersion: version }).where("id", "=", id).execute();
  return "ours";
}

/** Says whether every question has its response; not so when the filling was cancelled, or taken over. */
async function fillBatches(db: Db, run: Run): Promise<boolean> {
  for (;;) {
    const questions = await nextQuestions(db, run.id);
    if (questions.length === 0) return true;
    const rows = await inTurns(proposing(run, questions));
    if (!(await inTransaction(db, (trx) => keepResponses(trx, run, rows)))) return false;
  }
}

const nextQuestions = (db: Db, questionnaireId: string) =>
  db
    .selectFrom("question")
    .leftJoin("response", "response.questionId", "question.id")
    .select(["question.id", "question.text", "question.section", "question.place"])
    .where("question.questionnaireId", "=", questionnaireId)
    .where("response.questionId", "is", null)
    .orderBy("question.position")
    .limit(batchSize)
    .execute();

type Asked = Awaited<ReturnType<typeof nextQuestions>>[number];
type ResponseRow = ReturnType<typeof responseTo>;

function* proposing(run: Run, questions: Asked[]): Generator<undefined, ResponseRow[]> {
  const rows: ResponseRow[] = [];
  for (const question of questions) {
    rows.push(responseTo(run, question));
    yield;
  }
  return rows;
}

function responseTo({ id, index, answers, calibration, ...run }: Run, question: Asked) {
  const { text, section, place } = question;
  const asked = { text, section, layout: run.layoutFingerprint, accepts: run.accepts };
  const match = matchQuestion(index, asked, calibration);
  const proposal = proposalFor(match, place as unknown as FoundQuestion, answers);
  return {
    ...{ ...proposal, questionId: question.id, questionnaireId: id },
    alternatives: JSON.stringify(proposal.alternatives),
    explanation: JSON.stringify(proposal.explanation),
    evidence: JSON.stringify(match.evidence),
  };
}

/** A batch shares the questionnaire's row, so that a cancellation or a newer run comes before or after it as a whole. */
async function keepResponses(db: Db, run: Run, rows: ResponseRow[]): Promise<boolean> {
  const ours = await db
    .selectFrom("questionnaire")
    .select("id")
    .where("id", "=", run.id)
    .where("state", "=", "filling")
    .where("libraryVersion", "=", run.version)
    .forShare()
    .executeTakeFirst();
  if (!ours) return false;
  const asked = await db
    .selectFrom("question")
    .select("id")
    .where(
      "id",
      "in",
      rows.map(({ questionId }) => questionId),
    )
    .execute();
  const there = new Set(asked.map(({ id }) => id));
  const kept = rows.filter(({ questionId }) => there.has(questionId));
  if (kept.length === 0) return true;
  await db
    .insertInto("response")
    .values(kept)
    .onConflict((once) => once.column("questionId").doNothing())
    .execute();
  return true;
}

async function finish(db: Db, { id, title, version }: Run) {
  await inTransaction(db, async (trx) => {
    const ours = await trx
      .selectFrom("questionnaire")
      .select("id")
      .where("id", "=", id)
      .where("state", "=", "filling")
      .where("libraryVersion", "=", version)
      .forUpdate()
      .executeTakeFirst();
    if (!ours || (await nextQuestions(trx, id)).length > 0) return;
    await trx
      .updateTable("questionnaire")
      .set({ state: "in-review", filledAt: sql`now()`, failure: null })
      .where("id", "=", id)
      .execute();
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
      details: { proposed: Number(proposed), blank: Number(blank), libraryVersion: version },
    });
  });
}
