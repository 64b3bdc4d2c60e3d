import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { addAnswers, type AnswerContent, versionRow } from "./add-answers.server.ts";
import type { AnswerForm, AnswerState } from "./answers.ts";
import { ensureCitable } from "./citations.server.ts";
import { settleStaleness } from "./staleness.server.ts";

export function ensureKeepsAnswers(staff: Staff): void {
  if (staff.role !== "sales") return;
  throw new NotAllowed("knowledge-base.not-yours-to-change", "Answers are kept by security. Ask a colleague there.");
}

export async function draftAnswer(db: Db, staff: Staff, form: AnswerForm): Promise<{ id: string; key: string }> {
  ensureKeepsAnswers(staff);
  return inTransaction(db, async (trx) => {
    await ensureCitable(trx, form.citations);
    const [added] = await addAnswers(trx, [
      { ...form, authorId: staff.id, reason: "", state: "draft", approval: null },
    ]);
    await put(trx, staff, { action: "knowledge-base.answer.drafted", answer: added!, details: { version: 1 } });
    return added!;
  });
}

type Change = AnswerForm & { id: string; version: number; reason: string };

/** Every change of the words is a new version, a draft; the approved one stays in use until another is approved. */
export async function changeAnswer(db: Db, staff: Staff, change: Change): Promise<{ key: string; version: number }> {
  ensureKeepsAnswers(staff);
  return inTransaction(db, async (trx) => {
    const answer = await lockShownAnswer(trx, change);
    await ensureCitable(trx, change.citations);
    const before = await contentOf(trx, answer);
    if (sameContent(before, change)) {
      if (answer.ownerId === change.ownerId) return answer;
      await set(trx, answer.id, { ownerId: change.ownerId });
      await put(trx, staff, { action: "knowledge-base.answer.changed", answer, details: { ownerId: change.ownerId } });
      return answer;
    }
    const version = answer.version + 1;
    await trx
      .insertInto("answerVersion")
      .values(versionRow(answer.id, version, { ...change, authorId: staff.id }))
      .execute();
    await set(trx, answer.id, { version, state: "draft", ownerId: change.ownerId });
    await put(trx, staff, { action: "knowledge-base.answer.changed", answer, details: { version } });
    return { key: answer.key, version };
  });
}

type Shown = { id: string; version: number };

export async function submitAnswer(db: Db, staff: Staff, shown: Shown): Promise<{ key: string }> {
  return move(db, staff, {
    shown,
    from: ["draft"],
    action: "knowledge-base.answer.submitted",
    to: () => ({ state: "in-review" }),
  });
}

/** Approves the very text that was shown. An approved answer is approved anew the same way, for another term. */
export async function approveAnswer(
  db: Db,
  staff: Staff,
  shown: Shown & { reviewBy: string },
): Promise<{ key: string }> {
  return move(db, staff, {
    shown,
    from: ["in-review", "approved"],
    action: "knowledge-base.answer.approved",
    details: { reviewBy: shown.reviewBy },
    changesWhatIsReused: true,
    to: (answer) => {
      if (shown.reviewBy > answer.today) {
        const approved = {
          staleSince: null,
          approvedVersion: answer.version,
          approvedBy: staff.id,
          approvedAt: sql<Date>`now()`,
        };
        return { state: "approved", reviewBy: shown.reviewBy, ...approved };
      }
      throw new Invalid("knowledge-base.review-is-past", "Enter a day for the next review that is still to come.");
    },
  });
}

export async function returnAnswer(db: Db, staff: Staff, shown: Shown & { reason: string }): Promise<{ key: string }> {
  return move(db, staff, {
    shown,
    from: ["in-review"],
    action: "knowledge-base.answer.returned",
    details: { reason: shown.reason },
    to: () => ({ state: "draft" }),
  });
}

/** Out of use at once, in every questionnaire that is not released yet. A change brings it back as a draft. */
export async function retireAnswer(db: Db, staff: Staff, shown: Shown & { reason: string }): Promise<{ key: string }> {
  return move(db, staff, {
    shown,
    from: ["draft", "in-review", "approved"],
    action: "knowledge-base.answer.retired",
    details: { reason: shown.reason },
    changesWhatIsReused: true,
    to: () => ({
      state: "retired",
      staleSince: null,
      approvedVersion: null,
      approvedAt: null,
      approvedBy: null,
      reviewBy: null,
    }),
  });
}

type LockedAnswer = Awaited<ReturnType<typeof lockShownAnswer>>;
type Standing = Parameters<typeof set>[2];

type Move = {
  shown: Shown;
  from: AnswerState[];
  to: (answer: LockedAnswer) => Standing;
  changesWhatIsReused?: boolean;
  action: AuditAction;
  details?: Record<string, string>;
};

async function move(
  db: Db,
  staff: Staff,
  { shown, from, to, changesWhatIsReused, action, details }: Move,
): Promise<{ key: string }> {
  ensureKeepsAnswers(staff);
  return inTransaction(db, async (trx) => {
    const answer = await lockShownAnswer(trx, shown);
    if (!from.includes(answer.state)) {
      throw new Conflict("knowledge-base.answer-in-other-state", `${answer.key} is ${inWords[answer.state]} by now.`);
    }
    if (changesWhatIsReused) await settleStaleness(trx, answer);
    await set(trx, answer.id, to(answer));
    if (changesWhatIsReused) await enqueueJob(trx, "knowledge-base.look-for-findings", {});
    await put(trx, staff, { action, answer, details: { version: answer.version, ...details } });
    return { key: answer.key };
  });
}

const inWords: Record<AnswerState, string> = {
  draft: "a draft",
  "in-review": "in review",
  approved: "approved",
  retired: "retired",
};

/** Locks the row and holds the person to what they were shown: a text that has changed asks again. */
async function lockShownAnswer(db: Db, shown: Shown) {
  const answer = await db
    .selectFrom("answer")
    .select(["id", "key", "state", "version", "ownerId", sql<string>`current_date`.as("today")])
    .where("id", "=", shown.id)
    .forUpdate()
    .executeTakeFirst();
  if (!answer) throw new NotFound("knowledge-base.answer-not-found", "There is no such answer.");
  if (answer.version !== shown.version) {
    throw new Conflict(
      "knowledge-base.answer-has-changed",
      `${answer.key} was changed meanwhile: version ${answer.version} is the newest. Read it before you decide.`,
    );
  }
  return answer;
}

async function set(
  db: Db,
  id: string,
  standing: {
    state?: AnswerState;
    version?: number;
    approvedVersion?: number | null;
    approvedAt?: ReturnType<typeof sql<Date>> | null;
    approvedBy?: string | null;
    reviewBy?: string | null;
    staleSince?: null;
    ownerId?: string | null;
  },
) {
  await db
    .updateTable("answer")
    .set({ ...standing, updatedAt: sql`clock_timestamp()` })
    .where("id", "=", id)
    .execute();
}

type OnRecord = {
  action: AuditAction;
  answer: { id: string; key: string };
  details: Record<string, string | number | null>;
};

async function put(db: Db, staff: Staff, { action, answer, details }: OnRecord) {
  const subject = { kind: "answer", id: answer.id };
  await recordAudit(db, { action, actor: staff, subject, details: { key: answer.key, ...details } });
}

async function contentOf(db: Db, answer: { id: string; version: number }) {
  return db
    .selectFrom("answerVersion")
    .selectAll()
    .where("answerId", "=", answer.id)
    .where("number", "=", answer.version)
    .executeTakeFirstOrThrow();
}

function sameContent(one: AnswerContent, other: AnswerContent): boolean {
  const content = ({ question, text, short, section, tags, audience, products, notes, citations }: AnswerContent) =>
    JSON.stringify([
      ...[question, text, short, section, tags, audience, products, notes],
      citations.map(({ kind, ref }) => `${kind} ${ref}`),
    ]);
  return content(one) === content(other);
}
