import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { Audience } from "#db/schema/documents.ts";
import { inForce } from "./needs-reapproval.server.ts";

/** Who will read: the audiences they belong to ("internal" is nobody's), and the products they ask about. */
export type Readers = { audiences: Exclude<Audience, "internal">[]; products: string[] };

/**
 * The approved, in-date answers that these readers may have: what a questionnaire may be filled from, and nothing else.
 * Each by its key, with the version that is approved.
 */
export async function listReusableVersions(db: Db, readers: Readers): Promise<Map<string, number>> {
  const rows = await reusable(db, readers).select(["answer.key", "v.number as version"]).execute();
  return new Map(rows.map(({ key, version }) => [key, version]));
}

type CitedVersion = { answerId: string; version: number };

/** Of the cited versions, those that these readers must not get now, each with the reason in words. */
export async function listReuseProblems(db: Db, readers: Readers, cited: CitedVersion[]) {
  if (cited.length === 0) return new Map<string, string>();
  const ids = [...new Set(cited.map(({ answerId }) => answerId))];
  const [answers, fitting] = await Promise.all([
    db
      .selectFrom("answer")
      .select(["id", "key", "approvedVersion"])
      .select(sql<boolean>`coalesce(review_by < current_date, false)`.as("overdue"))
      .select("staleSince")
      .where("id", "in", ids)
      .execute(),
    reusable(db, readers).select("answer.id").where("answer.id", "in", ids).execute(),
  ]);
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const fits = new Set(fitting.map(({ id }) => id));
  const problems = new Map<string, string>();
  for (const { answerId, version } of cited) {
    const answer = byId.get(answerId);
    if (!answer || answer.approvedVersion === null)
      problems.set(answerId, `${answer?.key ?? "The answer"} was retired.`);
    else if (answer.approvedVersion !== version) {
      problems.set(answerId, `${answer.key} has a newer approved version (${answer.approvedVersion}, not ${version}).`);
    } else if (answer.staleSince) {
      problems.set(answerId, `${answer.key} rests on something that has changed, and needs to be approved again.`);
    } else if (answer.overdue) problems.set(answerId, `${answer.key} is past its review date.`);
    else if (!fits.has(answerId)) problems.set(answerId, `${answer.key} is not for this account or product.`);
  }
  return problems;
}

/** Holds the cited answers as they are until the caller's transaction ends. */
export async function holdAnswers(db: Db, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.selectFrom("answer").select("id").where("id", "in", ids).orderBy("id").forShare().execute();
}

function reusable(db: Db, { audiences, products }: Readers) {
  const allowed: Audience[] = audiences.filter((one) => (one as Audience) !== "internal");
  const query = db
    .selectFrom("answer")
    .innerJoin("answerVersion as v", (join) =>
      join.onRef("v.answerId", "=", "answer.id").onRef("v.number", "=", "answer.approvedVersion"),
    )
    .where(sql<boolean>`v.audience = any(${allowed}::text[])`)
    .where(inForce);
  if (products.length === 0) return query;
  return query.where(sql<boolean>`(cardinality(v.products) = 0 or v.products && ${products}::text[])`);
}
