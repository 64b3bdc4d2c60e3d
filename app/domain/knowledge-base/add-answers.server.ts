import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { AnswerState, Citation } from "#db/schema/knowledge-base.ts";
import type { Audience } from "#db/schema/documents.ts";

export type AnswerContent = {
  question: string;
  text: string;
  short: string | null;
  section: string;
  tags: string[];
  audience: Audience;
  products: string[];
  notes: string;
  citations: Citation[];
};

export type NewAnswer = AnswerContent & {
  authorId: string | null;
  ownerId: string | null;
  reason: string;
  state: AnswerState;
  /** What an approved answer has, and no other. */
  approval: { by: string | null; at: Date | null; reviewBy: string | null } | null;
};

const perStatement = 200;

/** Adds answers as they are given, each with its next key, in the order given. Call it in a transaction. */
export async function addAnswers(db: Db, answers: NewAnswer[]): Promise<{ id: string; key: string }[]> {
  let number = await lastNumber(db);
  const added: { id: string; key: string }[] = [];
  for (let at = 0; at < answers.length; at += perStatement) {
    const batch = answers.slice(at, at + perStatement).map((answer) => ({ answer, key: keyOf(++number) }));
    const rows = await db
      .insertInto("answer")
      .values(batch.map(({ answer, key }) => ({ key, ...standing(answer) })))
      .returning(["id", "key"])
      .execute();
    const ids = new Map(rows.map(({ id, key }) => [key, id]));
    await db
      .insertInto("answerVersion")
      .values(batch.map(({ answer, key }) => versionRow(ids.get(key)!, 1, answer)))
      .execute();
    added.push(...batch.map(({ key }) => ({ id: ids.get(key)!, key })));
  }
  return added;
}

export function versionRow(
  answerId: string,
  number: number,
  content: AnswerContent & { authorId: string | null; reason: string },
) {
  const { question, text, short, section, tags, audience, products, notes, citations, authorId, reason } = content;
  const written = { question, text, short, section, tags, audience, products, notes, authorId, reason };
  return { answerId, number, ...written, citations: JSON.stringify(citations) };
}

function standing({ state, ownerId, approval }: NewAnswer) {
  return {
    state,
    ownerId,
    version: 1,
    approvedVersion: approval ? 1 : null,
    approvedAt: approval ? (approval.at ?? sql<Date>`now()`) : null,
    approvedBy: approval?.by ?? null,
    reviewBy: approval?.reviewBy ?? null,
  };
}

/** One at a time may number answers, so that no two get the same key and none is skipped. */
async function lastNumber(db: Db): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('answer-key'))`.execute(db);
  const { last } = await db
    .selectFrom("answer")
    .select(sql<number | null>`max(substring(key from 4)::int)`.as("last"))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

const keyOf = (number: number) => `KB-${String(number).padStart(4, "0")}`;
