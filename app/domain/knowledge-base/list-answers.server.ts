import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import type { Db } from "#db/client.server.ts";
import type { AnswerState, Audience } from "./answers.ts";
import { needsReapproval } from "./needs-reapproval.server.ts";

export type AnswerFilter = {
  /** "overdue" is an approved answer that needs to be approved again. */
  state?: AnswerState | "overdue" | null;
  section?: string | null;
  audience?: Audience | null;
  text?: string | null;
  /** The key of the last answer of the page above. */
  before?: string | null;
};

const pageSize = 50;

/** Newest key first, a page of 50. Sales read what is approved and nothing else. */
export async function listAnswers(db: Db, staff: Staff, filter: AnswerFilter = {}) {
  const matching = filtered(db, staff, filter);
  const [{ n }, rows] = await Promise.all([
    matching.select((answer) => answer.fn.countAll<string>().as("n")).executeTakeFirstOrThrow(),
    matching
      .leftJoin("person as owner", "owner.id", "answer.ownerId")
      .select([
        "answer.id",
        "answer.key",
        "answer.state",
        "answer.version",
        "answer.approvedVersion",
        "answer.reviewBy",
      ])
      .select(["answer.updatedAt", "owner.name as ownerName"])
      .select(["v.question", "v.short", "v.section", "v.audience", "v.products"])
      .select(needsReapproval.as("overdue"))
      .$if(Boolean(filter.before), (query) => query.where(isBefore(filter.before!)))
      .orderBy(sql`length(answer.key)`, "desc")
      .orderBy(sql`answer.key collate "C"`, "desc")
      .limit(pageSize + 1)
      .execute(),
  ]);
  const answers = rows.slice(0, pageSize);
  return { answers, total: Number(n), older: rows.length > pageSize ? answers.at(-1)!.key : null };
}

/** KB-9999 comes before KB-10000. */
const isBefore = (key: string) =>
  sql<boolean>`(length(answer.key), answer.key collate "C") < (length(${key}::text), ${key}::text collate "C")`;

function filtered(db: Db, staff: Staff, { state, section, audience, text }: AnswerFilter) {
  let query = db
    .selectFrom("answer")
    .innerJoin("answerVersion as v", (join) =>
      join
        .onRef("v.answerId", "=", "answer.id")
        .onRef("v.number", "=", staff.role === "sales" ? "answer.approvedVersion" : "answer.version"),
    );
  if (state === "overdue") query = query.where(needsReapproval);
  else if (state) query = query.where("answer.state", "=", state);
  if (section) query = query.where("v.section", "=", section);
  if (audience) query = query.where("v.audience", "=", audience);
  for (const word of (text ?? "").split(/\s+/).filter(Boolean).slice(0, 12)) {
    const like = `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;
    query = query.where(sql<boolean>`concat_ws(' ', answer.key, v.question, v.short, v.text, v.section) ilike ${like}`);
  }
  return query;
}

export type AnswerCounts = Record<AnswerState | "overdue", number>;

export async function countAnswers(db: Db): Promise<AnswerCounts> {
  const rows = await db
    .selectFrom("answer")
    .select([
      "state",
      sql<string>`count(*)`.as("n"),
      sql<string>`count(*) filter (where ${needsReapproval})`.as("late"),
    ])
    .groupBy("state")
    .execute();
  const counts: AnswerCounts = { draft: 0, "in-review": 0, approved: 0, retired: 0, overdue: 0 };
  for (const { state, n, late } of rows) {
    counts[state] = Number(n);
    counts.overdue += Number(late);
  }
  return counts;
}

export async function listSections(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("answer")
    .innerJoin("answerVersion as v", (join) =>
      join.onRef("v.answerId", "=", "answer.id").onRef("v.number", "=", "answer.version"),
    )
    .select("v.section")
    .groupBy("v.section")
    .where("v.section", "!=", "")
    .where("answer.state", "!=", "retired")
    .orderBy(sql`v.section collate "C"`)
    .execute();
  return rows.map(({ section }) => section);
}
