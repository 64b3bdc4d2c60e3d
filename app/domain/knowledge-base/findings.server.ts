import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { inTurns } from "#app/platform/taking-turns.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { getLibraryState, listLibraryAnswers, listLibraryHeads } from "./answer-library.server.ts";
import { ensureKeepsAnswers } from "./answers.server.ts";
import { findingsAlone } from "./findings/alone.ts";
import { type Finding, type FindingKind, findingKinds, type LookedAt } from "./findings/finding.ts";
import { findingsInSteps } from "./findings/together.ts";

/**
 * Looks through the approved answers if they have changed since the last look, or the day has. What a person dismissed
 * stays dismissed until one of its answers has another version.
 */
export async function lookForFindings(db: Db, today: string): Promise<void> {
  const state = await getLibraryState(db);
  const last = await db.selectFrom("answerFindingsLook").selectAll().executeTakeFirst();
  if (last?.libraryVersion === state.version && last.movedIn === state.movedIn && last.day === today) return;
  const answers = await listLibraryAnswers(db, await listLibraryHeads(db));
  const marked = await inTurns(markedFindings(answers, today));
  await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('answer-findings'))`.execute(trx);
    await keep(trx, marked);
    const look = { libraryVersion: state.version, movedIn: state.movedIn, day: today, lookedAt: sql<Date>`now()` };
    await trx
      .insertInto("answerFindingsLook")
      .values(look)
      .onConflict((same) => same.column("onlyRow").doUpdateSet(look))
      .execute();
  });
}

type Marked = Finding & { mark: string };

function* markedFindings(answers: (LookedAt & { version: number })[], today: string): Generator<undefined, Marked[]> {
  const versions = new Map(answers.map(({ id, version }) => [id, version]));
  const alone: Finding[] = [];
  for (const answer of answers) {
    alone.push(...findingsAlone(answer, today));
    yield;
  }
  const found = [...alone, ...(yield* findingsInSteps(answers))];
  const marked = found.map((finding) => {
    const about = [...finding.answers].sort().map((id) => `${id} ${versions.get(id)}`);
    return { ...finding, mark: sha256([finding.kind, ...about, finding.sentence].join("\n")) };
  });
  return [...new Map(marked.map((finding) => [finding.mark, finding])).values()];
}

const perStatement = 500;

async function keep(trx: Db, found: Marked[]): Promise<void> {
  const marks = found.map(({ mark }) => mark);
  await trx
    .deleteFrom("answerFinding")
    .where(sql<boolean>`mark <> all(${marks}::text[])`)
    .execute();
  for (let at = 0; at < found.length; at += perStatement) {
    const rows = found.slice(at, at + perStatement).map(({ kind, answers, sentence, shown, mark }) => ({
      ...{ kind, answerIds: answers, sentence, mark },
      shown: JSON.stringify(shown),
    }));
    await trx
      .insertInto("answerFinding")
      .values(rows)
      .onConflict((same) => same.column("mark").doNothing())
      .execute();
  }
}

const findings = (db: Db, dismissed: boolean) =>
  db
    .selectFrom("answerFinding")
    .select(["id", "kind", "answerIds", "sentence", "shown", "foundAt", "dismissedBecause"])
    .where("dismissedAt", dismissed ? "is not" : "is", null)
    .$narrowType<{ kind: FindingKind }>();

export type FindingFilter = { kind: FindingKind | null; dismissed: boolean };

const mostShown = 100;

/** The findings, open or dismissed, gravest kind first, each with the answers that it is about; at most a hundred. */
export async function listFindings(db: Db, { kind, dismissed }: FindingFilter) {
  const rows = await findings(db, dismissed)
    .$if(kind !== null, (query) => query.where("kind", "=", kind))
    .orderBy(sql`array_position(${[...findingKinds]}::text[], kind)`)
    .orderBy("foundAt", "desc")
    .orderBy("id")
    .limit(mostShown)
    .execute();
  const keys = await keysOf(
    db,
    rows.flatMap(({ answerIds }) => answerIds),
  );
  return rows.map(({ answerIds, ...row }) => ({
    ...row,
    answers: answerIds.map((id) => keys.get(id) ?? { id, key: "", version: 0 }),
  }));
}

export type ListedFinding = Awaited<ReturnType<typeof listFindings>>[number];

export type FindingCounts = Partial<Record<FindingKind | "dismissed", number>>;

/** Open ones by kind, and those that were dismissed. */
export async function countFindings(db: Db): Promise<FindingCounts> {
  const rows = await db
    .selectFrom("answerFinding")
    .select(sql<string>`case when dismissed_at is null then kind else 'dismissed' end`.as("what"))
    .select(sql<number>`count(*)::int`.as("n"))
    .groupBy("what")
    .execute();
  return Object.fromEntries(rows.map(({ what, n }) => [what, n]));
}

/** When the answers were last looked through, and whether they have changed since. */
export async function getLook(db: Db): Promise<{ lookedAt: Date | null; isBehind: boolean }> {
  const state = await getLibraryState(db);
  const look = await db.selectFrom("answerFindingsLook").selectAll().executeTakeFirst();
  return { lookedAt: look?.lookedAt ?? null, isBehind: look?.libraryVersion !== state.version };
}

export async function listFindingsOf(db: Db, answerId: string) {
  return findings(db, false)
    .where(sql<boolean>`answer_ids @> array[${answerId}]::uuid[]`)
    .orderBy("id")
    .execute();
}

async function keysOf(db: Db, ids: string[]) {
  if (ids.length === 0) return new Map<string, { id: string; key: string; version: number }>();
  const rows = await db.selectFrom("answer").select(["id", "key", "version"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Nothing is wrong here, says a person, with a reason; the finding comes back with the next version. */
export async function dismissFinding(
  db: Db,
  staff: Staff,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  ensureKeepsAnswers(staff);
  await settle(db, staff, {
    id,
    action: "knowledge-base.finding.dismissed",
    to: { dismissedAt: sql<Date>`now()`, dismissedBy: staff.id, dismissedBecause: reason },
  });
}

/** Undoes a dismissal. */
export async function takeUpFinding(db: Db, staff: Staff, id: string): Promise<void> {
  ensureKeepsAnswers(staff);
  await settle(db, staff, {
    id,
    action: "knowledge-base.finding.taken-up",
    to: { dismissedAt: null, dismissedBy: null, dismissedBecause: "" },
  });
}

type Settling = {
  id: string;
  action: "knowledge-base.finding.dismissed" | "knowledge-base.finding.taken-up";
  to: { dismissedAt: ReturnType<typeof sql<Date>> | null; dismissedBy: string | null; dismissedBecause: string };
};

async function settle(db: Db, staff: Staff, { id, action, to }: Settling): Promise<void> {
  await inTransaction(db, async (trx) => {
    const finding = await trx
      .updateTable("answerFinding")
      .set(to)
      .where("id", "=", id)
      .returning(["kind", "sentence"])
      .executeTakeFirst();
    if (!finding)
      throw new NotFound("knowledge-base.finding-gone", "This finding is gone: one of its answers changed.");
    const details = { ...finding, reason: to.dismissedBecause };
    await recordAudit(trx, { action, actor: staff, subject: { kind: "answer-finding", id }, details });
  });
}
