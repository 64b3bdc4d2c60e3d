import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { ensureDecides } from "#app/domain/access/deciders.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { listReuseProblems } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { env } from "#app/platform/env.server.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { readersOf } from "./audience.server.ts";
import { editResponse, type ShownResponse } from "./review.server.ts";

/** For the review desk: whether drafts can be had, for how many questions, and how many are on their way. */
export async function getDrafting(db: Db, questionnaireId: string) {
  const model = env.drafting?.model ?? null;
  const { possible, asked } = await db
    .selectFrom("response")
    .innerJoin("question", "question.id", "response.questionId")
    .select(sql<number>`(count(*) filter (where ${draftable}))::int`.as("possible"))
    .select(sql<number>`(count(*) filter (where draft->>'state' = 'asked'))::int`.as("asked"))
    .where("response.questionnaireId", "=", questionnaireId)
    .executeTakeFirstOrThrow();
  return { model, possible: model === null ? 0 : possible, asked };
}

/** Undecided, not surely filled, with a cell to write to, an approved answer that comes near, and no draft as yet. */
const draftable = sql<boolean>`(
  response.state in ('proposed', 'blank')
  and not response.explanation @> '{"sure": true}'
  and coalesce(response.draft->>'state', 'refused') = 'refused'
  and response.alternatives <> '[]'
  and question.place->>'blocked' is null and question.place->>'answered' is null
)`;

/** Asks for a draft for each question that can have one, and says for how many. They are written by a job, one by one. */
export async function askForDrafts(db: Db, staff: Staff, questionnaireId: string): Promise<number> {
  ensureDecides(staff);
  const { drafting } = env;
  if (!drafting) throw new Invalid("questionnaires.drafting-is-off", "Drafting is not set up on this installation.");
  return inTransaction(db, async (trx) => {
    await holdInReview(trx, questionnaireId);
    const asked = await trx
      .updateTable("response")
      .from("question")
      .set({ draft: JSON.stringify({ state: "asked" }) })
      .whereRef("question.id", "=", "response.questionId")
      .where("response.questionnaireId", "=", questionnaireId)
      .where(draftable)
      .returning("response.questionId")
      .execute();
    if (asked.length === 0) return 0;
    await enqueueJob(trx, "questionnaires.draft", { questionnaireId });
    await recordAudit(trx, {
      action: "questionnaires.drafts.asked",
      actor: staff,
      subject: { kind: "questionnaire", id: questionnaireId },
      details: { count: asked.length, model: drafting.model },
    });
    return asked.length;
  });
}

/**
 * Takes a draft as the answer: an edited response with the draft's text, resting on the first answer that it cites.
 * What was shown is what is taken, because a written draft changes only by being discarded, which makes a new version.
 */
export async function takeDraft(db: Db, staff: Staff, shown: ShownResponse): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const { draft, questionnaire } = await getWrittenDraft(trx, shown);
    const cited = draft.cites.map(({ answerId, answerVersion }) => ({ answerId, version: answerVersion }));
    const [problem] = (await listReuseProblems(trx, await readersOf(trx, questionnaire), cited)).values();
    if (problem) {
      throw new Conflict("questionnaires.draft-not-reusable", `${problem} Discard the draft, or write the answer.`);
    }
    await editResponse(trx, staff, { ...shown, short: draft.short, text: draft.text });
    const [{ answerId, answerVersion }] = draft.cites as [(typeof draft.cites)[number]];
    await trx
      .updateTable("response")
      .set({ answerId, answerVersion })
      .where("questionId", "=", shown.questionId)
      .execute();
    await recordAudit(trx, {
      action: "questionnaires.draft.taken",
      actor: staff,
      subject: { kind: "questionnaire", id: shown.questionnaireId },
      details: {
        questionId: shown.questionId,
        model: draft.model,
        cites: draft.cites.map((cite) => [cite.key, cite.answerVersion]),
      },
    });
  });
}

/** Forgets a draft, or the reason why there is none. */
export async function discardDraft(db: Db, staff: Staff, shown: ShownResponse): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    await holdInReview(trx, shown.questionnaireId);
    const discarded = await trx
      .updateTable("response")
      .set({ draft: null, version: sql`version + 1` })
      .where("questionId", "=", shown.questionId)
      .where("questionnaireId", "=", shown.questionnaireId)
      .where("version", "=", shown.version)
      .where(sql<boolean>`draft->>'state' in ('written', 'refused')`)
      .returning("questionId")
      .executeTakeFirst();
    if (!discarded) throw changedMeanwhile();
    await recordAudit(trx, {
      action: "questionnaires.draft.discarded",
      actor: staff,
      subject: { kind: "questionnaire", id: shown.questionnaireId },
      details: { questionId: shown.questionId },
    });
  });
}

async function getWrittenDraft(db: Db, { questionnaireId, questionId }: ShownResponse) {
  const found = await db
    .selectFrom("response")
    .innerJoin("questionnaire", "questionnaire.id", "response.questionnaireId")
    .select(["draft", "companyAccountId", "products"])
    .where("questionId", "=", questionId)
    .where("questionnaireId", "=", questionnaireId)
    .executeTakeFirst();
  if (!found) throw new NotFound("questionnaires.question-not-found", "There is no such question.");
  const { draft, ...questionnaire } = found;
  if (draft?.state !== "written") throw changedMeanwhile();
  return { draft, questionnaire };
}

const changedMeanwhile = () =>
  new Conflict("questionnaires.draft-has-changed", "The draft is no longer the one that was shown. Look at it again.");

/** Shared, as decisions hold it. */
async function holdInReview(db: Db, questionnaireId: string): Promise<void> {
  const questionnaire = await db
    .selectFrom("questionnaire")
    .select("state")
    .where("id", "=", questionnaireId)
    .forShare()
    .executeTakeFirst();
  if (!questionnaire) throw new NotFound("questionnaires.not-found", complaints.noSuchQuestionnaire);
  if (questionnaire.state !== "in-review") {
    throw new Conflict("questionnaires.not-in-review", "This questionnaire is not in review, so nothing was changed.");
  }
}
