import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { changesBetween, ensureMayEdit } from "./editing.server.ts";
import type { UpdateDetails } from "./updates.ts";

/** Drafts first, then the newest. */
export async function listUpdates(db: Db) {
  return db
    .selectFrom("trustUpdate")
    .selectAll()
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
    .orderBy("publishedAt", "desc")
    .orderBy("id")
    .limit(most)
    .execute();
}

export async function getUpdate(db: Db, updateId: string): Promise<TrustUpdate> {
  const update = await db.selectFrom("trustUpdate").selectAll().where("id", "=", updateId).executeTakeFirst();
  if (!update) throw noSuchUpdate();
  return update;
}

/** A draft: nobody outside sees it before it is published. */
export async function draftUpdate(db: Db, staff: Staff, details: UpdateDetails): Promise<string> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    const { id } = await trx.insertInto("trustUpdate").values(details).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "trust-page.update.drafted",
      actor: staff,
      subject: { kind: "update", id },
      details: { topic: details.topic, title: details.title },
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
    const row = trx.selectFrom("trustUpdate").selectAll().where("id", "=", updateId);
    const before = await row.forUpdate().executeTakeFirst();
    if (!before) throw noSuchUpdate();
    await trx.updateTable("trustUpdate").set(details).where("id", "=", updateId).execute();
    await recordAudit(trx, {
      action: "trust-page.update.changed",
      actor: staff,
      subject: { kind: "update", id: updateId },
      details: {
        title: details.title,
        published: before.publishedAt !== null,
        changed: changesBetween(before, details),
        titleBefore: before.title,
        bodyBefore: before.body,
      },
    });
  });
}

export async function publishUpdate(db: Db, staff: Staff, updateId: string): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const published = await trx
      .updateTable("trustUpdate")
      .set({ publishedAt: sql`now()` })
      .where("id", "=", updateId)
      .where("publishedAt", "is", null)
      .returning(["topic", "title"])
      .executeTakeFirst();
    if (!published) throw await refusal(trx, updateId, "This update is already on the trust page.");
    await recordAudit(trx, {
      action: "trust-page.update.published",
      actor: staff,
      subject: { kind: "update", id: updateId },
      details: published,
    });
  });
}

/** Takes an update off the trust page; it is a draft again. */
export async function withdrawUpdate(db: Db, staff: Staff, updateId: string): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const withdrawn = await trx
      .updateTable("trustUpdate")
      .set({ publishedAt: null })
      .where("id", "=", updateId)
      .where("publishedAt", "is not", null)
      .returning(["topic", "title"])
      .executeTakeFirst();
    if (!withdrawn) throw await refusal(trx, updateId, "This update is a draft.");
    await recordAudit(trx, {
      action: "trust-page.update.withdrawn",
      actor: staff,
      subject: { kind: "update", id: updateId },
      details: withdrawn,
    });
  });
}

async function refusal(db: Db, updateId: string, message: string): Promise<Conflict> {
  await getUpdate(db, updateId);
  return new Conflict("trust-page.update-state-changed", message);
}

const noSuchUpdate = () => new NotFound("trust-page.no-such-update", "There is no such update.");
