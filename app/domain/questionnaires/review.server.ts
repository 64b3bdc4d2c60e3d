import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { ensureDecides } from "#app/domain/access/deciders.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { type AnsweredQuestion, learnFromDecisions } from "#app/domain/knowledge-base/aliases.server.ts";
import { listReuseProblems } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import type { Db } from "#db/client.server.ts";
import type { ResponseState } from "#db/schema/questionnaires.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { readersOf } from "./audience.server.ts";

/** Which response, and the version of it that the reviewer looked at. */
export type ShownResponse = { questionnaireId: string; questionId: string; version: number };

/** Takes the best match as the answer, word for word. */
export async function acceptResponse(db: Db, staff: Staff, shown: ShownResponse): Promise<void> {
  await takeCandidate(db, staff, { ...shown, place: 0 });
}

/** Takes another of the matches: `place` 1 is the second best. */
export async function useAlternative(db: Db, staff: Staff, shown: ShownResponse & { place: number }): Promise<void> {
  await takeCandidate(db, staff, shown);
}

export async function editResponse(
  db: Db,
  staff: Staff,
  { short, text, ...shown }: ShownResponse & { short: string | null; text: string },
): Promise<void> {
  await decide(db, { staff, shown }, async (response) => ({
    action: "questionnaires.response.edited",
    set: { state: "edited", short, text, answerId: response.answerId ?? response.alternatives[0]?.answerId ?? null },
    version: response.answerVersion ?? response.alternatives[0]?.answerVersion ?? null,
  }));
}

/** Leaves the question blank on purpose. */
export async function rejectResponse(db: Db, staff: Staff, shown: ShownResponse): Promise<void> {
  await decide(db, { staff, shown }, async () => ({
    action: "questionnaires.response.rejected",
    set: { state: "rejected", short: null, text: "", answerId: null },
    version: null,
  }));
}

/** Takes a decision back: the response stands again as it was proposed. */
export async function undoResponse(db: Db, staff: Staff, shown: ShownResponse): Promise<void> {
  await decide(db, { staff, shown }, async (response, trx) => {
    if (response.state === "proposed" || response.state === "blank") {
      throw new Conflict("questionnaires.nothing-to-undo", "Nobody has decided this question yet.");
    }
    const action = "questionnaires.response.reopened";
    const [best] = response.alternatives;
    if (!response.explanation.proposed || !best) {
      return { action, set: { state: "blank", short: null, text: "", answerId: null }, version: null };
    }
    const { short, text } = await wordsOf(trx, best);
    return { action, set: { state: "proposed", short, text, answerId: best.answerId }, version: best.answerVersion };
  });
}

/** Accepts what matched exactly or nearly so, has no veto, and is still approved and in date; says how many. */
export async function acceptAllNearExact(db: Db, staff: Staff, questionnaireId: string): Promise<number> {
  ensureDecides(staff);
  return inTransaction(db, async (trx) => {
    const questionnaire = await holdInReview(trx, questionnaireId);
    const sure = await nearExact(trx, questionnaireId)
      .innerJoin("question", "question.id", "response.questionId")
      .select(["questionId", "answerId", "answerVersion", "question.text as wording"])
      .forUpdate("response")
      .execute();
    const cited = sure.map(({ answerId, answerVersion }) => ({ answerId: answerId!, version: answerVersion! }));
    const problems = await listReuseProblems(trx, await readersOf(trx, questionnaire), cited);
    const fitting = sure.filter(({ answerId }) => !problems.has(answerId!));
    const accepted = fitting.map(({ questionId }) => questionId);
    if (accepted.length === 0) return 0;
    await trx
      .updateTable("response")
      .set({ state: "accepted", decidedBy: staff.id, decidedAt: sql`now()`, version: sql`version + 1` })
      .where("questionId", "in", accepted)
      .execute();
    await learnFromDecisions(trx, staff, {
      questionIds: accepted,
      answered: fitting.map(({ questionId, answerId, wording }) => ({
        ...{ questionId, answerId: answerId!, wording },
        ...{ layout: questionnaire.layoutFingerprint, sure: true },
      })),
    });
    await recordAudit(trx, {
      action: "questionnaires.responses.accepted",
      actor: staff,
      subject: { kind: "questionnaire", id: questionnaireId },
      details: { count: accepted.length },
    });
    return accepted.length;
  });
}

export async function countNearExact(db: Db, questionnaireId: string): Promise<number> {
  const { n } = await nearExact(db, questionnaireId)
    .select((response) => response.fn.countAll<string>().as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
}

const nearExact = (db: Db, questionnaireId: string) =>
  db
    .selectFrom("response")
    .where("response.questionnaireId", "=", questionnaireId)
    .where("state", "=", "proposed")
    .where("method", "in", ["exact", "near-exact"])
    .where(sql<boolean>`explanation @> '{"sure": true}'`);

async function takeCandidate(db: Db, staff: Staff, { place, ...shown }: ShownResponse & { place: number }) {
  await decide(db, { staff, shown }, async (response, trx) => {
    const candidate = response.alternatives[place];
    if (!candidate) throw new Invalid("questionnaires.no-such-match", "There is no such match for this question.");
    const { answerId, answerVersion } = candidate;
    const readers = await readersOf(trx, response.questionnaire);
    const problem = (await listReuseProblems(trx, readers, [{ answerId, version: answerVersion }])).get(answerId);
    if (problem)
      throw new Conflict("questionnaires.answer-not-reusable", `${problem} Write the answer, or leave it blank.`);
    const { short, text } = await wordsOf(trx, candidate);
    const set = { state: "accepted" as const, short, text, answerId };
    return { action: "questionnaires.response.accepted", set, version: answerVersion };
  });
}

type HeldResponse = Awaited<ReturnType<typeof lockShownResponse>>;

type Decision = {
  action: AuditAction;
  set: { state: ResponseState; short: string | null; text: string; answerId: string | null };
  version: number | null;
};

async function decide(
  db: Db,
  { staff, shown }: { staff: Staff; shown: ShownResponse },
  decision: (response: HeldResponse, trx: Db) => Promise<Decision>,
): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const response = await lockShownResponse(trx, shown);
    const { action, set, version } = await decision(response, trx);
    const open = set.state === "proposed" || set.state === "blank";
    await trx
      .updateTable("response")
      .set({ ...set, answerVersion: set.answerId ? version : null, version: sql`version + 1` })
      .set({ decidedBy: open ? null : staff.id, decidedAt: open ? null : sql`now()` })
      .where("questionId", "=", shown.questionId)
      .execute();
    await learnFromDecisions(trx, staff, {
      questionIds: [shown.questionId],
      answered: set.state === "accepted" ? [answeredQuestion(response, set.answerId!)] : [],
    });
    await recordAudit(trx, {
      action,
      actor: staff,
      subject: { kind: "questionnaire", id: shown.questionnaireId },
      details: { questionId: shown.questionId, ref: response.ref, from: response.state, to: set.state },
    });
  });
}

function answeredQuestion(response: HeldResponse, answerId: string): AnsweredQuestion {
  const { questionId, wording, questionnaire, explanation, alternatives } = response;
  const sure = explanation.sure && alternatives[0]?.answerId === answerId;
  return { questionId, answerId, wording, layout: questionnaire.layoutFingerprint, sure };
}

/** Holds the row, and the reviewer to what they were shown, so that no one overwrites a colleague unseen. */
async function lockShownResponse(db: Db, { questionnaireId, questionId, version }: ShownResponse) {
  const questionnaire = await holdInReview(db, questionnaireId);
  const response = await db
    .selectFrom("response")
    .innerJoin("question", "question.id", "response.questionId")
    .leftJoin("person as decider", "decider.id", "response.decidedBy")
    .selectAll("response")
    .select(["question.ref", "question.text as wording", "decider.name as deciderName"])
    .where("response.questionId", "=", questionId)
    .where("response.questionnaireId", "=", questionnaireId)
    .forUpdate("response")
    .executeTakeFirst();
  if (!response) throw new NotFound("questionnaires.question-not-found", "There is no such question.");
  if (response.version !== version) {
    const who = response.deciderName ?? "A colleague";
    throw new Conflict(
      "questionnaires.response-has-changed",
      `${who} changed this response meanwhile. Look at it again.`,
    );
  }
  return { ...response, questionnaire };
}

/** Decisions share the questionnaire's row; a release wants it alone, so it waits for them and they for it. */
async function holdInReview(db: Db, questionnaireId: string) {
  const questionnaire = await db
    .selectFrom("questionnaire")
    .select(["state", "companyAccountId", "products", "layoutFingerprint"])
    .where("id", "=", questionnaireId)
    .forShare()
    .executeTakeFirst();
  if (!questionnaire) throw new NotFound("questionnaires.not-found", complaints.noSuchQuestionnaire);
  if (questionnaire.state !== "in-review") {
    throw new Conflict("questionnaires.not-in-review", "This questionnaire is not in review, so nothing was changed.");
  }
  return questionnaire;
}

const wordsOf = (db: Db, cited: { answerId: string; answerVersion: number }) =>
  db
    .selectFrom("answerVersion")
    .select(["short", "text"])
    .where("answerId", "=", cited.answerId)
    .where("number", "=", cited.answerVersion)
    .executeTakeFirstOrThrow();
