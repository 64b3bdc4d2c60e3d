import { sql } from "kysely";
import { z } from "zod";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { asRow, listControls } from "./controls.server.ts";
import { controlStatuses } from "./controls.ts";
import { ensureMayEdit } from "./editing.server.ts";
import { tick } from "./form-fields.ts";
import {
  type ControlImportReport,
  controlImportLimits,
  type ControlVerdict,
  type ImportChoices,
  type ImportedControl,
  judgeControls,
} from "./imported-controls.ts";

export const confirmControlsForm = z.strictObject({
  status: z.enum(controlStatuses, "Choose how far they are"),
  public: tick,
});

/** What is said of new controls before anyone has chosen: never more than the file. */
export const carefulChoices: ImportChoices = { status: "planned", public: false };

/** Keeps what was read from a file until it is confirmed; no control changes yet. */
export async function startControlImport(
  db: Db,
  staff: Staff,
  file: { name: string; rows: ImportedControl[] },
): Promise<string> {
  ensureMayEdit(staff);
  if (file.rows.length === 0) throw new Invalid("trust-page.import-empty", "This file holds no controls.");
  if (file.rows.length > controlImportLimits.controls) {
    const most = controlImportLimits.controls.toLocaleString("en-GB");
    throw new Invalid("trust-page.import-too-long", `This file has more than ${most} controls. Import it in parts.`);
  }
  return inTransaction(db, async (trx) => {
    await trx
      .deleteFrom("controlImport")
      .where("confirmedAt", "is", null)
      .where("startedAt", "<", sql<Date>`now() - interval '1 day'`)
      .execute();
    const { id } = await trx
      .insertInto("controlImport")
      .values({ fileName: file.name, rows: JSON.stringify(file.rows), startedBy: staff.id })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

/** Before it is confirmed: what would be added, changed and skipped, and why. Afterwards: what was. */
export async function getControlImport(db: Db, staff: Staff, id: string) {
  ensureMayEdit(staff);
  const { fileName, rows, report } = await findImport(db, staff, id);
  const verdicts = report ? [] : judgeControls(rows, await heldControls(db), carefulChoices);
  return { fileName, isDone: report !== null, report: report ?? reportOf(verdicts) };
}

/** Adds and changes the rows that hold up, all or none, and keeps the report of every row. */
export async function confirmControlImport(
  db: Db,
  staff: Staff,
  { id, choices }: { id: string; choices: ImportChoices },
): Promise<ControlImportReport> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    const started = await findImport(trx, staff, id);
    if (started.report) throw new Conflict("trust-page.import-confirmed", "This import was confirmed already.");
    await sql`lock table control in share row exclusive mode`.execute(trx);
    const verdicts = judgeControls(started.rows, await heldControls(trx), choices);
    await writeControls(trx, verdicts);
    const report = reportOf(verdicts);
    await trx
      .updateTable("controlImport")
      .set({ confirmedAt: sql`now()`, report: JSON.stringify(report), rows: "[]" })
      .where("id", "=", id)
      .execute();
    await recordAudit(trx, {
      action: "trust-page.controls.imported",
      actor: staff,
      subject: { kind: "control-import", id },
      details: { file: started.fileName, ...countsOf(report), ...choices },
    });
    return report;
  });
}

async function writeControls(trx: Db, verdicts: ControlVerdict[]): Promise<void> {
  const added = verdicts.flatMap((verdict) => (verdict.is === "added" ? [asRow(verdict.details)] : []));
  for (let at = 0; at < added.length; at += rowsAtOnce) {
    await trx
      .insertInto("control")
      .values(added.slice(at, at + rowsAtOnce))
      .execute();
  }
  for (const verdict of verdicts) {
    if (verdict.is !== "changed") continue;
    await trx
      .updateTable("control")
      .set({ ...asRow(verdict.details), updatedAt: sql`now()` })
      .where("id", "=", verdict.id)
      .execute();
  }
}

const rowsAtOnce = 500;
const mostNamed = 500;

function countsOf({ added, changed, skipped }: ControlImportReport) {
  const named = (lines: { reference: string }[]) => lines.slice(0, mostNamed).map(({ reference }) => reference);
  return { added: named(added), changed: named(changed), skipped: skipped.length };
}

function reportOf(verdicts: ControlVerdict[]): ControlImportReport {
  const of = (is: ControlVerdict["is"]) => verdicts.filter((one) => one.is === is).map(({ line }) => line);
  return { added: of("added"), changed: of("changed"), skipped: of("skipped") };
}

async function heldControls(db: Db) {
  const controls = await listControls(db);
  return controls.map(({ code, ...control }) => ({ ...control, reference: code }));
}

/** An import is its starter's own: a colleague who wants to import starts another. */
async function findImport(db: Db, staff: Staff, id: string) {
  const found = await db
    .selectFrom("controlImport")
    .selectAll()
    .where("id", "=", id)
    .where("startedBy", "=", staff.id)
    .$if(db.isTransaction, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!found) {
    throw new NotFound("trust-page.no-such-import", "This import is no longer here. Upload the file again.");
  }
  return found;
}
