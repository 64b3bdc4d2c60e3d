import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { CalendarDay } from "./days.ts";
import { changesBetween, ensureMayEdit } from "./editing.server.ts";
import { byState, type SubprocessorDetails } from "./subprocessors.ts";

export async function listSubprocessors(db: Db) {
  return db.selectFrom("subprocessor").selectAll().orderBy("addedOn").orderBy("name").execute();
}

export type Subprocessor = Awaited<ReturnType<typeof listSubprocessors>>[number];

/** For staff: as entered, published or not. */
export const listSubprocessorsByState = async (db: Db, today: CalendarDay) =>
  byState(await listSubprocessors(db), today);

export async function getSubprocessor(db: Db, subprocessorId: string): Promise<Subprocessor> {
  const found = await db.selectFrom("subprocessor").selectAll().where("id", "=", subprocessorId).executeTakeFirst();
  if (!found) throw noSuchSubprocessor();
  return found;
}

export async function addSubprocessor(db: Db, staff: Staff, details: SubprocessorDetails): Promise<string> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    const { id } = await trx.insertInto("subprocessor").values(details).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "trust-page.subprocessor.added",
      actor: staff,
      subject: { kind: "subprocessor", id },
      details: factsOf(details),
    });
    return id;
  });
}

export async function changeSubprocessor(
  db: Db,
  staff: Staff,
  { subprocessorId, details }: { subprocessorId: string; details: SubprocessorDetails },
): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const rows = trx.selectFrom("subprocessor").selectAll().where("id", "=", subprocessorId);
    const before = await rows.forUpdate().executeTakeFirst();
    if (!before) throw noSuchSubprocessor();
    await trx.updateTable("subprocessor").set(details).where("id", "=", subprocessorId).execute();
    await recordAudit(trx, {
      action: "trust-page.subprocessor.changed",
      actor: staff,
      subject: { kind: "subprocessor", id: subprocessorId },
      details: { ...factsOf(details), changed: changesBetween(before, details) },
    });
  });
}

/** For an entry made by mistake. One that customers were told of gets a last day instead, and stays on the list. */
export async function removeSubprocessor(db: Db, staff: Staff, subprocessorId: string): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom("subprocessor")
      .where("id", "=", subprocessorId)
      .returningAll()
      .executeTakeFirst();
    if (!removed) throw noSuchSubprocessor();
    await recordAudit(trx, {
      action: "trust-page.subprocessor.removed",
      actor: staff,
      subject: { kind: "subprocessor", id: subprocessorId },
      details: factsOf(removed),
    });
  });
}

function factsOf({ name, announcedOn, objectUntil, addedOn, removedOn }: SubprocessorDetails) {
  return { name, announcedOn, objectUntil, addedOn, removedOn };
}

const noSuchSubprocessor = () => new NotFound("trust-page.no-such-subprocessor", "There is no such subprocessor.");
