import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { ensureDecides } from "#app/domain/access/deciders.ts";
import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openStates, type QuestionnaireState } from "./questionnaires.ts";

export type QuestionnaireFilter = "open" | "released" | "withdrawn" | "all";

/** Open ones by due day, those without one last; then by arrival, newest first. */
export async function listQuestionnaires(db: Db, filter: QuestionnaireFilter = "open") {
  const states: readonly QuestionnaireState[] = filter === "open" ? openStates : filter === "all" ? [] : [filter];
  return described(db)
    .$if(states.length > 0, (query) => query.where("questionnaire.state", "in", states))
    .orderBy(sql`case when state in ('released', 'withdrawn') then null else due_on end asc nulls last`)
    .orderBy("receivedAt", "desc")
    .limit(200)
    .execute();
}

export async function countQuestionnaires(db: Db): Promise<Record<QuestionnaireFilter, number>> {
  const rows = await db
    .selectFrom("questionnaire")
    .select(["state", sql<string>`count(*)`.as("n")])
    .groupBy("state")
    .execute();
  const count = (states: readonly QuestionnaireState[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + Number(n), 0);
  const [open, released, withdrawn] = [count(openStates), count(["released"]), count(["withdrawn"])];
  return { open, released, withdrawn, all: open + released + withdrawn };
}

export async function getQuestionnaire(db: Db, id: string) {
  const questionnaire = await described(db).where("questionnaire.id", "=", id).executeTakeFirst();
  if (!questionnaire) throw noSuchQuestionnaire();
  return questionnaire;
}

/** What the sender's side may know of it: where it stands, and no counts before it is released. */
export async function listOwnQuestionnaires(db: Db, prospect: Prospect) {
  const rows = await described(db)
    .where("questionnaire.companyAccountId", "=", prospect.companyAccountId)
    .orderBy("receivedAt", "desc")
    .limit(100)
    .execute();
  return rows.map(({ id, title, state, fileName, receivedAt, dueOn, releasedAt, failure, senderName, ...rest }) => ({
    ...{ id, title, state, fileName, receivedAt, dueOn, releasedAt, senderName },
    answersApart: rest.answersApart,
    failure: state === "failed" ? failure : null,
    answered: state === "released" ? rest.answered : null,
    questions: state === "released" ? rest.questions : null,
  }));
}

/** A failed one is read or filled once more, from where it failed. */
export async function retryQuestionnaire(db: Db, staff: Staff, id: string): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const failed = await trx
      .selectFrom("questionnaire")
      .select(["state", "confirmedBy"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!failed) throw noSuchQuestionnaire();
    if (failed.state !== "failed")
      throw new Conflict("questionnaires.not-failed", "This questionnaire has not failed.");
    const confirmed = failed.confirmedBy !== null;
    await trx
      .updateTable("questionnaire")
      .set({ state: confirmed ? "filling" : "received", failure: null })
      .where("id", "=", id)
      .execute();
    await enqueueJob(trx, confirmed ? "questionnaires.fill" : "questionnaires.inspect", { questionnaireId: id });
    await recordAudit(trx, {
      action: "questionnaires.questionnaire.retried",
      actor: staff,
      subject: { kind: "questionnaire", id },
    });
  });
}

/** Takes it off the desk. What was released stays released. */
export async function withdrawQuestionnaire(db: Db, staff: Staff, id: string): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const withdrawn = await trx
      .updateTable("questionnaire")
      .set({ state: "withdrawn" })
      .where("id", "=", id)
      .where("state", "in", openStates)
      .returning("id")
      .executeTakeFirst();
    if (!withdrawn) throw new Conflict("questionnaires.not-open", "This questionnaire is not open any more.");
    await recordAudit(trx, {
      action: "questionnaires.questionnaire.withdrawn",
      actor: staff,
      subject: { kind: "questionnaire", id },
    });
  });
}

/** Never the files themselves: they are large, and each has its own door. */
function described(db: Db) {
  const counted = (filter: ReturnType<typeof sql<boolean>>) => sql<number>`(
    select count(*)::int from response where response.questionnaire_id = questionnaire.id and ${filter})`;
  return db
    .selectFrom("questionnaire")
    .leftJoin("companyAccount", "companyAccount.id", "questionnaire.companyAccountId")
    .leftJoin("person as sender", "sender.id", "questionnaire.receivedFrom")
    .leftJoin("person as releaser", "releaser.id", "questionnaire.releasedBy")
    .select([
      "questionnaire.id",
      "questionnaire.title",
      "state",
      "fileName",
      "fileSha256",
      "answersApart",
      "failure",
      "dueOn",
      "receivedAt",
    ])
    .select(["releasedAt", "filledAt", "confirmedBy", "questionnaire.companyAccountId", "questionnaire.products"])
    .select(["companyAccount.name as accountName", "sender.name as senderName", "sender.kind as senderKind"])
    .select("releaser.name as releaserName")
    .select(
      sql<number>`(select count(*)::int from question where question.questionnaire_id = questionnaire.id)`.as(
        "questions",
      ),
    )
    .select(counted(sql<boolean>`state = 'accepted'`).as("accepted"))
    .select(counted(sql<boolean>`state = 'edited'`).as("edited"))
    .select(counted(sql<boolean>`state = 'rejected'`).as("rejected"))
    .select(counted(sql<boolean>`state = 'proposed'`).as("toDecide"))
    .select(counted(sql<boolean>`state = 'blank'`).as("blank"))
    .select(
      sql<number>`(select count(*)::int from delivered_answer where questionnaire_id = questionnaire.id)`.as(
        "answered",
      ),
    );
}

const noSuchQuestionnaire = () => new NotFound("questionnaires.not-found", complaints.noSuchQuestionnaire);
