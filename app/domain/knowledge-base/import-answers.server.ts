import { sql } from "kysely";
import { z } from "zod";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { addAnswers, type NewAnswer } from "./add-answers.server.ts";
import { answerAudiences } from "./answers.ts";
import { ensureKeepsAnswers } from "./answers.server.ts";
import {
  type ImportedRow,
  importLimits,
  type ImportReport,
  judgeRows,
  questionKey,
  type RowVerdict,
} from "./imported-rows.ts";

/** Without a tick the answers come in as drafts. `audience` is for the rows that say none. */
export const confirmImportForm = z
  .strictObject({
    approved: z.literal("yes").optional(),
    reviewBy: z.iso.date().or(z.literal("")).default(""),
    audience: z.enum(answerAudiences, "Choose who may read them"),
  })
  .refine(({ approved, reviewBy }) => !approved || reviewBy !== "", {
    path: ["reviewBy"],
    message: "Enter the day of the next review",
  })
  .transform(({ approved, reviewBy, audience }) => ({ reviewBy: approved ? reviewBy : null, audience }));

export type ConfirmImportForm = z.output<typeof confirmImportForm>;

/** Keeps what was read from a file until it is confirmed; nothing is in the knowledge base yet. */
export async function startImport(
  db: Db,
  staff: Staff,
  file: { name: string; rows: ImportedRow[] },
): Promise<{ id: string }> {
  ensureKeepsAnswers(staff);
  if (file.rows.length === 0) throw new Invalid("knowledge-base.import-empty", "This file holds no answers.");
  if (file.rows.length > importLimits.rows) {
    throw new Invalid(
      "knowledge-base.import-too-long",
      "This file has more than 10,000 rows. Split it and import the parts.",
    );
  }
  return inTransaction(db, async (trx) => {
    await trx
      .deleteFrom("answerImport")
      .where("confirmedAt", "is", null)
      .where("startedAt", "<", sql<Date>`now() - interval '1 day'`)
      .execute();
    return trx
      .insertInto("answerImport")
      .values({ fileName: file.name, rows: JSON.stringify(file.rows), startedBy: staff.id })
      .returning("id")
      .executeTakeFirstOrThrow();
  });
}

/** Before it is confirmed: what would be taken and skipped, and why. Afterwards: what was. */
export async function getImport(db: Db, staff: Staff, id: string) {
  ensureKeepsAnswers(staff);
  const started = await findImport(db, staff, id);
  const { fileName, confirmedAt, report } = started;
  if (report) return { id, fileName, confirmedAt, verdicts: null, report };
  return { id, fileName, confirmedAt, verdicts: judgeRows(started.rows, await knownQuestions(db)), report: null };
}

/** Adds the rows that hold up, all or none, and keeps the report of every row. */
export async function confirmImport(db: Db, staff: Staff, confirm: ConfirmImportForm & { id: string }) {
  ensureKeepsAnswers(staff);
  return inTransaction(db, async (trx) => {
    const started = await findImport(trx, staff, confirm.id);
    if (started.confirmedAt) throw alreadyConfirmed();
    if (confirm.reviewBy !== null && confirm.reviewBy <= started.today) {
      throw new Invalid("knowledge-base.review-is-past", "Enter a day for the next review that is still to come.");
    }
    await sql`select pg_advisory_xact_lock(hashtext('answer-key'))`.execute(trx);
    const verdicts = judgeRows(started.rows, await knownQuestions(trx));
    const taken = verdicts.filter((verdict) => verdict.take);
    const reason = `Imported from ${started.fileName}`;
    const added = await addAnswers(
      trx,
      taken.map((verdict) => importedAnswer(verdict, { staff, reason, confirm })),
    );
    const report: ImportReport = {
      approved: confirm.reviewBy !== null,
      taken: taken.map(({ row }, at) => ({ place: row.place, key: added[at]!.key, question: row.question })),
      skipped: verdicts.flatMap((verdict) =>
        verdict.take ? [] : [{ place: verdict.row.place, question: verdict.row.question, reason: verdict.reason }],
      ),
    };
    await keepReport(trx, confirm.id, report);
    if (report.approved) await enqueueJob(trx, "knowledge-base.look-for-findings", {});
    const details = { file: started.fileName, taken: report.taken.length, skipped: report.skipped.length };
    await recordAudit(trx, {
      action: "knowledge-base.answers.imported",
      actor: staff,
      subject: { kind: "answer-import", id: confirm.id },
      details: { ...details, approved: report.approved, keys: added.slice(0, 500).map(({ key }) => key) },
    });
    return report;
  });
}

function importedAnswer(
  { row, audience }: Extract<RowVerdict, { take: true }>,
  { staff, reason, confirm }: { staff: Staff; reason: string; confirm: ConfirmImportForm },
): NewAnswer {
  const { reviewBy } = confirm;
  const { question, text, section, tags } = row;
  return {
    ...{ question, text, section, tags, reason, short: row.short || null, audience: audience ?? confirm.audience },
    ...{ products: [], notes: "", citations: [], authorId: staff.id, ownerId: staff.id },
    state: reviewBy === null ? "draft" : "approved",
    approval: reviewBy === null ? null : { by: staff.id, at: null, reviewBy },
  };
}

/** An import is its starter's own: a colleague who wants to import starts another. */
async function findImport(db: Db, staff: Staff, id: string) {
  const found = await db
    .selectFrom("answerImport")
    .selectAll()
    .select(sql<string>`current_date`.as("today"))
    .where("id", "=", id)
    .where("startedBy", "=", staff.id)
    .$if(db.isTransaction, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!found)
    throw new NotFound("knowledge-base.import-not-found", "This import is no longer here. Upload the file again.");
  return found;
}

async function keepReport(db: Db, id: string, report: ImportReport) {
  await db
    .updateTable("answerImport")
    .set({ confirmedAt: sql`now()`, report: JSON.stringify(report), rows: "[]" })
    .where("id", "=", id)
    .execute();
}

const alreadyConfirmed = () => new Conflict("knowledge-base.import-confirmed", "This import was confirmed already.");

async function knownQuestions(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("answer")
    .innerJoin("answerVersion as v", (join) =>
      join.onRef("v.answerId", "=", "answer.id").onRef("v.number", "=", "answer.version"),
    )
    .select(["answer.key", "v.question"])
    .where("answer.state", "!=", "retired")
    .orderBy("answer.key", "desc")
    .execute();
  return new Map(rows.map(({ key, question }) => [questionKey(question), key]));
}
