import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/**
 * The state of the knowledge base that questionnaires are filled from. `version` rises with every change that could
 * make autofill answer otherwise; `movedIn` tells two databases apart that have got equally far.
 */
export type LibraryState = { version: string; movedIn: string };

export async function getLibraryState(db: Db): Promise<LibraryState> {
  const library = await db.selectFrom("answerLibrary").select(["version", "movedIn"]).executeTakeFirst();
  return library ?? { version: "0", movedIn: "0" };
}

/** An approved answer by name alone; `learned` differs whenever its aliases do. */
export type LibraryHead = { id: string; key: string; version: number; learned: string | null };

const headsAtOnce = 2_000;
const answersAtOnce = 250;

/** All approved answers, also internal and overdue ones, by key. Who may have which is for `reusable-answers` to say. */
export async function listLibraryHeads(db: Db): Promise<LibraryHead[]> {
  const heads: LibraryHead[] = [];
  for (;;) {
    const page = await headsAfter(db, heads.at(-1)?.key ?? "");
    heads.push(...page);
    if (page.length < headsAtOnce) return heads;
  }
}

const headsAfter = (db: Db, key: string): Promise<LibraryHead[]> =>
  db
    .selectFrom("answer")
    .select(["id", "key", sql<number>`approved_version`.as("version")])
    .select(
      sql<string | null>`(select md5(string_agg(answer_alias.id::text, '' order by answer_alias.id))
        from answer_alias where answer_alias.answer_id = answer.id)`.as("learned"),
    )
    .where("approvedVersion", "is not", null)
    .where("key", ">", key)
    .orderBy("key")
    .limit(headsAtOnce)
    .execute();

/** The words of these answers and how else they were asked for, a few hundred at a time so that others get a turn. */
export async function listLibraryAnswers(db: Db, heads: LibraryHead[]) {
  const answers = [];
  for (let at = 0; at < heads.length; at += answersAtOnce) {
    const ids = heads.slice(at, at + answersAtOnce).map(({ id }) => id);
    const [words, aliases] = [await wordsOf(db, ids), await aliasesOf(db, ids)];
    answers.push(...words.map((answer) => ({ ...answer, aliases: aliases.get(answer.id) ?? [] })));
  }
  return answers;
}

export type LibraryAnswer = Awaited<ReturnType<typeof listLibraryAnswers>>[number];

const wordsOf = (db: Db, ids: string[]) =>
  db
    .selectFrom("answer")
    .innerJoin("answerVersion as v", (join) =>
      join.onRef("v.answerId", "=", "answer.id").onRef("v.number", "=", "answer.approvedVersion"),
    )
    .select(["answer.id", "answer.key", "v.number as version"])
    .select(["v.question", "v.text", "v.short", "v.section", "v.tags"])
    .where("answer.id", "in", ids)
    .execute();

type Alias = { text: string; layout: string | null };

async function aliasesOf(db: Db, ids: string[]): Promise<Map<string, Alias[]>> {
  const rows = await db
    .selectFrom("answerAlias")
    .select(["answerId", "wording as text", "layout"])
    .where("answerId", "in", ids)
    .orderBy("learnedAt")
    .orderBy("id")
    .execute();
  const byAnswer = new Map<string, Alias[]>();
  for (const { answerId, ...alias } of rows) {
    byAnswer.set(answerId, [...(byAnswer.get(answerId) ?? []), alias]);
  }
  return byAnswer;
}
