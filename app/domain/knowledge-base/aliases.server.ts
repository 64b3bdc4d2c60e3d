import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { normalisedText } from "#app/domain/matching/words.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureKeepsAnswers } from "./answers.server.ts";

/**
 * A question that a reviewer answered with an approved answer, as it was. `layout` names the make of questionnaire,
 * `sure` says that the answer would have been filled without the reviewer.
 */
export type AnsweredQuestion = {
  questionId: string;
  answerId: string;
  wording: string;
  layout: string | null;
  sure: boolean;
};

export type Decisions = { questionIds: string[]; answered: AnsweredQuestion[] };

/**
 * Remembers how these questions were worded for the answers that were accepted for them, and forgets what was learned
 * from the others of them before. Nothing is learned that matching knows already. Call it in the transaction that
 * decides them, as the last thing before its own audit event.
 */
export async function learnFromDecisions(db: Db, staff: Staff, { questionIds, answered }: Decisions): Promise<void> {
  if (questionIds.length === 0) return;
  const forgotten = await forget(db, questionIds, answered);
  const learned = await learn(db, staff, answered);
  for (const alias of forgotten) await putRemoved(db, staff, alias);
  await putLearned(db, staff, learned);
}

async function forget(db: Db, questionIds: string[], answered: AnsweredQuestion[]) {
  const known = await db
    .selectFrom("answerAlias")
    .innerJoin("answer", "answer.id", "answerAlias.answerId")
    .select(["answerAlias.id", "answerId", "questionId", "wording", "answer.key"])
    .where("questionId", "in", questionIds)
    .execute();
  const gone = known.filter(
    (alias) => !answered.some((one) => one.questionId === alias.questionId && one.answerId === alias.answerId),
  );
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await db.deleteFrom("answerAlias").where("id", "in", ids).execute();
  }
  return gone;
}

type Learned = { answerId: string; key: string; wording: string };

async function learn(db: Db, staff: Staff, answered: AnsweredQuestion[]): Promise<Learned[]> {
  if (answered.length === 0) return [];
  const known = await knownWordings(db, [...new Set(answered.map(({ answerId }) => answerId))]);
  const taught = answered.filter(({ answerId, wording, layout, sure }) => {
    const words = normalisedText(wording);
    const of = known.get(answerId)!;
    const seen = `${layout} ${words}`;
    if (words === "" || of.learned.has(seen) || (words === of.question && (sure || layout === null))) return false;
    of.learned.add(seen);
    return true;
  });
  if (taught.length === 0) return [];
  const rows = taught.map(({ sure: _, ...alias }) => ({ ...alias, learnedBy: staff.id }));
  await db
    .insertInto("answerAlias")
    .values(rows)
    .onConflict((once) => once.column("questionId").doNothing())
    .execute();
  return taught.map(({ answerId, wording }) => ({ answerId, wording, key: known.get(answerId)!.key }));
}

/** By answer: its own question, and what was learned for it, each with the layout it came in, as matching compares them. */
async function knownWordings(db: Db, answerIds: string[]) {
  const answers = await db
    .selectFrom("answer")
    .leftJoin("answerVersion as v", (join) =>
      join.onRef("v.answerId", "=", "answer.id").onRef("v.number", "=", "answer.approvedVersion"),
    )
    .select(["answer.id", "answer.key", "v.question"])
    .where("answer.id", "in", answerIds)
    .execute();
  const aliases = await db
    .selectFrom("answerAlias")
    .select(["answerId", "wording", "layout"])
    .where("answerId", "in", answerIds)
    .execute();
  return new Map(
    answers.map(({ id, key, question }) => {
      const own = aliases.filter(({ answerId }) => answerId === id);
      const learned = new Set(own.map(({ layout, wording }) => `${layout} ${normalisedText(wording)}`));
      return [id, { key, question: normalisedText(question ?? ""), learned }];
    }),
  );
}

/** How else this answer was asked for, newest first, with where that was learned. */
export async function listAliases(db: Db, answerId: string) {
  return db
    .selectFrom("answerAlias")
    .innerJoin("person", "person.id", "answerAlias.learnedBy")
    .leftJoin("question", "question.id", "answerAlias.questionId")
    .leftJoin("questionnaire", "questionnaire.id", "question.questionnaireId")
    .select(["answerAlias.id", "wording", "learnedAt", "person.name as learnedByName"])
    .select(["questionnaire.id as questionnaireId", "questionnaire.title"])
    .where("answerId", "=", answerId)
    .orderBy("learnedAt", "desc")
    .orderBy("answerAlias.id")
    .limit(200)
    .execute();
}

/** From now on the wording is matched like any other. What was accepted for it stays accepted. */
export async function removeAlias(db: Db, staff: Staff, alias: { id: string; answerId: string }): Promise<void> {
  ensureKeepsAnswers(staff);
  await inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom("answerAlias")
      .where("id", "=", alias.id)
      .where("answerId", "=", alias.answerId)
      .returning(["answerId", "wording"])
      .executeTakeFirst();
    if (!removed) throw new NotFound("knowledge-base.alias-not-found", "There is no such wording.");
    const { key } = await trx
      .selectFrom("answer")
      .select("key")
      .where("id", "=", alias.answerId)
      .executeTakeFirstOrThrow();
    await putRemoved(trx, staff, { ...removed, key });
  });
}

const longestOnRecord = 200;

async function putRemoved(db: Db, staff: Staff, { answerId, key, wording }: Learned) {
  await recordAudit(db, {
    action: "knowledge-base.alias.removed",
    actor: staff,
    subject: { kind: "answer", id: answerId },
    details: { key, wording: wording.slice(0, longestOnRecord) },
  });
}

async function putLearned(db: Db, staff: Staff, learned: Learned[]) {
  const [one, ...others] = learned;
  if (!one) return;
  if (others.length === 0) {
    await recordAudit(db, {
      action: "knowledge-base.alias.learned",
      actor: staff,
      subject: { kind: "answer", id: one.answerId },
      details: { key: one.key, wording: one.wording.slice(0, longestOnRecord) },
    });
    return;
  }
  await recordAudit(db, {
    action: "knowledge-base.aliases.learned",
    actor: staff,
    subject: { kind: "answer", id: null },
    details: { count: learned.length, keys: [...new Set(learned.map(({ key }) => key))].sort() },
  });
}
