import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { ControlStatus } from "#db/schema/trust-page.ts";
import { fitsWords, tallyControls, type ControlDetails, type PublishedControl } from "./controls.ts";
import { writtenControls } from "./controls-csv.ts";
import { changesBetween, ensureMayEdit } from "./editing.server.ts";

const columns = ["id", "code", "title", "description", "status", "criteria", "owner", "public"] as const;

export async function listControls(db: Db) {
  return db.selectFrom("control").select(columns).orderBy("code").execute();
}

export type Control = Awaited<ReturnType<typeof listControls>>[number];

/** For staff: those that fit, and how many there are by status among those with the words. */
export async function findControls(db: Db, { q, status }: { q: string; status: ControlStatus | null }) {
  const all = await listControls(db);
  const withWords = all.filter((control) => fitsWords(control, q) || control.owner.toLowerCase() === q.toLowerCase());
  const counts = {
    ...tallyControls(withWords),
    all: withWords.length,
    total: all.length,
    public: all.filter((control) => control.public).length,
  };
  return { controls: withWords.filter((control) => !status || control.status === status), counts };
}

/** The owner stays inside. */
export async function listPublishedControls(db: Db): Promise<PublishedControl[]> {
  return db
    .selectFrom("control")
    .select(["id", "code", "title", "description", "status", "criteria"])
    .where("public", "=", true)
    .orderBy("code")
    .execute();
}

export async function countControls(db: Db): Promise<number> {
  const counted = await db
    .selectFrom("control")
    .select((control) => control.fn.countAll().as("count"))
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}

export async function getControl(db: Db, controlId: string): Promise<Control> {
  const control = await db.selectFrom("control").select(columns).where("id", "=", controlId).executeTakeFirst();
  if (!control) throw noSuchControl();
  return control;
}

export async function addControl(db: Db, staff: Staff, details: ControlDetails): Promise<string> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    const added = await trx
      .insertInto("control")
      .values(asRow(details))
      .onConflict((same) => same.column("code").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) throw codeTaken(details.reference);
    await recordAudit(trx, {
      action: "trust-page.control.added",
      actor: staff,
      subject: { kind: "control", id: added.id },
      details: { code: details.reference, status: details.status, public: details.public },
    });
    return added.id;
  });
}

export async function changeControl(db: Db, staff: Staff, change: { controlId: string; details: ControlDetails }) {
  ensureMayEdit(staff);
  const { controlId, details } = change;
  const row = asRow(details);
  await inTransaction(db, async (trx) => {
    const before = await trx
      .selectFrom("control")
      .select(columns)
      .where("id", "=", controlId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw noSuchControl();
    const other = await trx
      .selectFrom("control")
      .select("id")
      .where("code", "=", row.code)
      .where("id", "<>", controlId)
      .executeTakeFirst();
    if (other) throw codeTaken(row.code);
    await trx
      .updateTable("control")
      .set({ ...row, updatedAt: sql`now()` })
      .where("id", "=", controlId)
      .execute();
    await recordAudit(trx, {
      action: "trust-page.control.changed",
      actor: staff,
      subject: { kind: "control", id: controlId },
      details: { code: row.code, status: row.status, public: row.public, changed: changesBetween(before, row) },
    });
  });
}

export async function removeControl(db: Db, staff: Staff, controlId: string): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const removed = await trx.deleteFrom("control").where("id", "=", controlId).returning(columns).executeTakeFirst();
    if (!removed) throw noSuchControl();
    await recordAudit(trx, {
      action: "trust-page.control.removed",
      actor: staff,
      subject: { kind: "control", id: controlId },
      details: { code: removed.code, title: removed.title, criteria: removed.criteria },
    });
  });
}

/** Every control as a table for a spreadsheet. */
export async function getControlsFile(db: Db) {
  const controls = (await listControls(db)).map(({ code, ...control }) => ({ ...control, reference: code }));
  return { bytes: Buffer.from(writtenControls(controls)), fileName: "controls.csv", mediaType: "text/csv" };
}

/** As the table has it. */
export function asRow({ reference, ...details }: ControlDetails) {
  return { code: reference, ...details };
}

const noSuchControl = () => new NotFound("trust-page.no-such-control", "There is no such control.");
const codeTaken = (code: string) =>
  new Conflict("trust-page.control-code-taken", `Another control has the id ${code}. Choose another id.`);
