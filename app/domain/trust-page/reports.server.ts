import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { changesBetween, ensureDocumentExists, ensureMayEdit } from "./editing.server.ts";
import type { ReportDetails } from "./reports.ts";

const columns = [
  "id",
  "kind",
  "asOf",
  "periodStart",
  "periodEnd",
  "issuedOn",
  "expectedOn",
  "auditor",
  "auditorLicence",
  "auditorUrl",
  "opinion",
  "categories",
  "systemName",
  "products",
  "controlsTested",
  "exceptions",
  "subservice",
  "cuecs",
  "documentId",
  "published",
] as const;

export async function listReports(db: Db) {
  return db.selectFrom("report").select(columns).orderBy("createdAt", "desc").orderBy("id").execute();
}

export type Report = Awaited<ReturnType<typeof listReports>>[number];

export async function listPublishedReports(db: Db): Promise<Report[]> {
  return db.selectFrom("report").select(columns).where("published", "=", true).orderBy("createdAt", "desc").execute();
}

export async function getReport(db: Db, reportId: string): Promise<Report> {
  const report = await db.selectFrom("report").select(columns).where("id", "=", reportId).executeTakeFirst();
  if (!report) throw noSuchReport();
  return report;
}

/** Not part of the draft of the trust page until it is put there. */
export async function addReport(db: Db, staff: Staff, details: ReportDetails): Promise<string> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    await ensureDocumentExists(trx, details.documentId);
    const row = { ...asRow(details), editedBy: staff.id };
    const { id } = await trx.insertInto("report").values(row).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "trust-page.report.added",
      actor: staff,
      subject: { kind: "report", id },
      details: datesOf(details),
    });
    return id;
  });
}

export async function changeReport(db: Db, staff: Staff, change: { reportId: string; details: ReportDetails }) {
  ensureMayEdit(staff);
  const { reportId, details } = change;
  await inTransaction(db, async (trx) => {
    const before = await trx
      .selectFrom("report")
      .select(columns)
      .where("id", "=", reportId)
      .forUpdate()
      .executeTakeFirst();
    if (!before) throw noSuchReport();
    await ensureDocumentExists(trx, details.documentId);
    await trx
      .updateTable("report")
      .set({ ...asRow(details), ...editedBy(staff) })
      .where("id", "=", reportId)
      .execute();
    await recordAudit(trx, {
      action: "trust-page.report.changed",
      actor: staff,
      subject: { kind: "report", id: reportId },
      details: { ...datesOf(details), changed: changesBetween(before, details) },
    });
  });
}

/** Visitors see it from the next publication on. */
export async function publishReport(db: Db, staff: Staff, reportId: string): Promise<void> {
  await setPublished(db, staff, { reportId, published: true });
}

/** Visitors no longer see it from the next publication on. */
export async function unpublishReport(db: Db, staff: Staff, reportId: string): Promise<void> {
  await setPublished(db, staff, { reportId, published: false });
}

async function setPublished(db: Db, staff: Staff, { reportId, published }: { reportId: string; published: boolean }) {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const report = await trx
      .updateTable("report")
      .set({ published, ...editedBy(staff) })
      .where("id", "=", reportId)
      .where("published", "=", !published)
      .returning(columns)
      .executeTakeFirst();
    if (!report) {
      await getReport(trx, reportId);
      throw published
        ? new Conflict("trust-page.report-published-already", "This report is already on the trust page.")
        : new Conflict("trust-page.report-not-published", "This report is not on the trust page.");
    }
    await recordAudit(trx, {
      action: published ? "trust-page.report.published" : "trust-page.report.unpublished",
      actor: staff,
      subject: { kind: "report", id: reportId },
      details: datesOf(report),
    });
  });
}

/** The last edit decides who may confirm the report: somebody else. */
export const editedBy = (staff: Staff) => ({ editedBy: staff.id, editedAt: sql<Date>`clock_timestamp()` });

function asRow({ exceptions, subservice, ...plain }: ReportDetails) {
  return { ...plain, exceptions: JSON.stringify(exceptions), subservice: JSON.stringify(subservice) };
}

function datesOf(report: ReportDetails) {
  const { kind, asOf, periodStart, periodEnd, issuedOn, opinion } = report;
  return { kind, asOf, periodStart, periodEnd, issuedOn, opinion };
}

const noSuchReport = () => new NotFound("trust-page.no-such-report", "There is no such report.");
