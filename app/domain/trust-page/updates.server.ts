import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { enqueueJob, enqueueJobAt } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { changesBetween, ensureMayEdit } from "./editing.server.ts";
import { readList } from "./update-lists.server.ts";
import { furthestScheduleDays, type UpdateDetails, type UpdateState } from "./updates.ts";

/** On the database's clock, as visitors see it. */
const state = sql<UpdateState>`case when published_at is null then 'draft'
  when published_at > now() then 'scheduled' else 'published' end`;

const everyUpdate = (db: Db) => db.selectFrom("trustUpdate").selectAll().select(state.as("state"));

/** Drafts first, then what is to come, then the newest. */
export async function listUpdates(db: Db) {
  return everyUpdate(db)
    .orderBy(sql`published_at desc nulls first`)
    .orderBy("createdAt", "desc")
    .execute();
}

export type TrustUpdate = Awaited<ReturnType<typeof listUpdates>>[number];

export async function listPublishedUpdates(db: Db, most: number) {
  return db
    .selectFrom("trustUpdate")
    .select(["id", "topic", "title", "body"])
    .select((update) => update.ref("publishedAt").$castTo<Date>().as("publishedAt"))
    .where("publishedAt", "<=", sql<Date>`now()`)
    .where("channel", "!=", "list")
    .orderBy("publishedAt", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
}

export async function getUpdate(db: Db, updateId: string): Promise<TrustUpdate> {
  const update = await everyUpdate(db).where("id", "=", updateId).executeTakeFirst();
  if (!update) throw noSuchUpdate();
  return update;
}

/** A draft: nobody outside sees it before it is published. */
export async function draftUpdate(db: Db, staff: Staff, details: UpdateDetails): Promise<string> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    const columns = await columnsOf(trx, details);
    const { id } = await trx.insertInto("trustUpdate").values(columns).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "trust-page.update.drafted",
      actor: staff,
      subject: { kind: "update", id },
      details: { topic: details.topic, title: details.title, channel: columns.channel },
    });
    return id;
  });
}

export async function changeUpdate(
  db: Db,
  staff: Staff,
  { updateId, details }: { updateId: string; details: UpdateDetails },
): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const columns = await columnsOf(trx, details);
    const before = await everyUpdate(trx).where("id", "=", updateId).forUpdate().executeTakeFirst();
    if (!before) throw noSuchUpdate();
    if (before.state === "published") ensureSameReaders(before, columns);
    await trx.updateTable("trustUpdate").set(columns).where("id", "=", updateId).execute();
    await recordAudit(trx, {
      action: "trust-page.update.changed",
      actor: staff,
      subject: { kind: "update", id: updateId },
      details: {
        title: details.title,
        published: before.state === "published",
        changed: changesBetween(before, columns),
        titleBefore: before.title,
        bodyBefore: before.body,
      },
    });
  });
}

/** At once, also what is scheduled for later. */
export async function publishUpdate(db: Db, staff: Staff, updateId: string): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const published = await trx
      .updateTable("trustUpdate")
      .set({ publishedAt: sql`now()` })
      .where("id", "=", updateId)
      .where(state, "!=", "published")
      .returning(["topic", "title", "channel"])
      .executeTakeFirst();
    if (!published) throw await refusal(trx, updateId, "This update is already published.");
    await enqueueJob(trx, mailUpdate, { updateId });
    await recordAudit(trx, {
      action: "trust-page.update.published",
      actor: staff,
      subject: { kind: "update", id: updateId },
      details: published,
    });
  });
}

/** Sets the hour at which a draft appears by itself, or another hour for one that waits. */
export async function scheduleUpdate(
  db: Db,
  staff: Staff,
  { updateId, at }: { updateId: string; at: Date },
): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    await ensureIsToCome(trx, at);
    const scheduled = await trx
      .updateTable("trustUpdate")
      .set({ publishedAt: at })
      .where("id", "=", updateId)
      .where(state, "!=", "published")
      .returning(["topic", "title", "channel"])
      .executeTakeFirst();
    if (!scheduled) throw await refusal(trx, updateId, "This update is already published.");
    await enqueueJobAt(trx, at, { name: mailUpdate, payload: { updateId } });
    await recordAudit(trx, {
      action: "trust-page.update.scheduled",
      actor: staff,
      subject: { kind: "update", id: updateId },
      details: { ...scheduled, at: at.toISOString() },
    });
  });
}

/** Takes an update off the trust page, or back before its hour; it is a draft again. */
export async function withdrawUpdate(db: Db, staff: Staff, updateId: string): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const before = await everyUpdate(trx).where("id", "=", updateId).forUpdate().executeTakeFirst();
    if (!before) throw noSuchUpdate();
    if (before.state === "draft") throw stateChanged("This update is a draft.");
    await trx.updateTable("trustUpdate").set({ publishedAt: null }).where("id", "=", updateId).execute();
    await recordAudit(trx, {
      action: "trust-page.update.withdrawn",
      actor: staff,
      subject: { kind: "update", id: updateId },
      details: { topic: before.topic, title: before.title, wasOut: before.state === "published" },
    });
  });
}

/** The job that mails an update, if it has readers by mail; it looks at what the update is when it runs. */
const mailUpdate = "subscriptions.mail-update";

async function columnsOf(db: Db, details: UpdateDetails) {
  const { topic, title, body, channel = "page" } = details;
  return { topic, title, body, channel, ...(await readList(db, details)) };
}

type Readers = Pick<TrustUpdate, "channel" | "listAccounts" | "listAddresses">;

function ensureSameReaders(before: Readers, after: Readers): void {
  const { channel, listAccounts, listAddresses } = after;
  if (changesBetween(before, { channel, listAccounts, listAddresses }).length === 0) return;
  throw new Conflict(
    "trust-page.update-is-out",
    "This update has gone out, so that who gets it stays as it is. Withdraw it first, or write another one.",
  );
}

async function ensureIsToCome(db: Db, at: Date): Promise<void> {
  const { rows } = await sql<{ past: boolean; far: boolean }>`
    select ${at}::timestamptz <= now() as past,
      ${at}::timestamptz > now() + make_interval(days => ${furthestScheduleDays}) as far`.execute(db);
  const { past, far } = rows[0]!;
  if (past)
    throw new Invalid("trust-page.hour-is-past", "This hour has passed. Enter one to come, or publish at once.");
  if (far) {
    const message = `Enter an hour within the next ${furthestScheduleDays} days.`;
    throw new Invalid("trust-page.hour-is-too-far", message);
  }
}

async function refusal(db: Db, updateId: string, message: string): Promise<Conflict> {
  await getUpdate(db, updateId);
  return stateChanged(message);
}

const stateChanged = (message: string) => new Conflict("trust-page.update-state-changed", message);

const noSuchUpdate = () => new NotFound("trust-page.no-such-update", "There is no such update.");
