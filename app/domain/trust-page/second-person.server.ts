import { z } from "zod";
import type { Staff } from "#app/domain/accounts/people.ts";
import { canonicalJson } from "#app/domain/audit/chain.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotAllowed } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { getDraft } from "./draft.server.ts";
import { ensureIsAdmin, ensureMayEdit } from "./editing.server.ts";
import { isSame, nameOf } from "./fact-changes.ts";
import type { PublicFacts, PublicReport } from "./facts.ts";
import { tick } from "./form-fields.ts";
import { getPublishedFacts } from "./publications.server.ts";

export const confirmationForm = z.strictObject({ fingerprint: z.string().max(100) });
export const secondPersonForm = z.strictObject({ secondPerson: tick });

export const fingerprintOf = (value: unknown): string => sha256(canonicalJson(value));

type Person = { id: string; name: string };

/** A report that is new on the page or changed, and who has looked at it exactly as it is. */
export type ReportToConfirm = {
  report: PublicReport;
  what: string;
  fingerprint: string;
  lastEditor: Person | null;
  confirmedBy: Person | null;
};

export type SecondPersonRule = { wanted: boolean; deciders: number; asked: boolean };

/** A second yes is asked while it is wanted and there is someone to give it. */
export async function getSecondPersonRule(db: Db): Promise<SecondPersonRule> {
  const rule = await db.selectFrom("publishingRule").select("secondPerson").executeTakeFirst();
  const counted = await db
    .selectFrom("person")
    .select((person) => person.fn.countAll().as("count"))
    .where("kind", "=", "staff")
    .where("role", "in", ["security", "admin"])
    .where("disabledAt", "is", null)
    .executeTakeFirstOrThrow();
  const [wanted, deciders] = [rule?.secondPerson ?? true, Number(counted.count)];
  return { wanted, deciders, asked: wanted && deciders >= 2 };
}

export async function changeSecondPersonRule(db: Db, staff: Staff, wanted: boolean): Promise<void> {
  ensureIsAdmin(staff);
  await inTransaction(db, async (trx) => {
    await trx
      .insertInto("publishingRule")
      .values({ secondPerson: wanted })
      .onConflict((row) => row.column("onlyRow").doUpdateSet({ secondPerson: wanted }))
      .execute();
    await recordAudit(trx, {
      action: "trust-page.publishing-rule.changed",
      actor: staff,
      subject: { kind: "trust-page", id: null },
      details: { secondPerson: wanted },
    });
  });
}

type Compared = { draft: PublicFacts; published: PublicFacts };

/** None while no second yes is asked. */
export async function listReportsToConfirm(db: Db, { draft, published }: Compared): Promise<ReportToConfirm[]> {
  if (!(await getSecondPersonRule(db)).asked) return [];
  const changed = draft.reports.filter(
    (report) =>
      !isSame(
        report,
        published.reports.find(({ id }) => id === report.id),
      ),
  );
  const listed: ReportToConfirm[] = [];
  for (const report of changed) listed.push(await reportToConfirm(db, report));
  return listed;
}

async function reportToConfirm(db: Db, report: PublicReport): Promise<ReportToConfirm> {
  const fingerprint = fingerprintOf(report);
  const lastEditor = await findLastEditor(db, report);
  const confirmations = await db
    .selectFrom("reportConfirmation")
    .innerJoin("person", "person.id", "reportConfirmation.confirmedBy")
    .select(["person.id", "person.name"])
    .where("reportId", "=", report.id)
    .where("fingerprint", "=", fingerprint)
    .orderBy("confirmedAt", "desc")
    .execute();
  const confirmedBy = confirmations.find(({ id }) => id !== lastEditor?.id) ?? null;
  return { report, what: nameOf("reports", report), fingerprint, lastEditor, confirmedBy };
}

/** Whoever last changed the facts or uploaded the file. Unknown for what was entered before this was kept. */
async function findLastEditor(db: Db, report: PublicReport): Promise<Person | null> {
  const facts = await db
    .selectFrom("report")
    .leftJoin("person", "person.id", "report.editedBy")
    .select(["report.editedAt as at", "person.id", "person.name"])
    .where("report.id", "=", report.id)
    .executeTakeFirst();
  const file = await db
    .selectFrom("documentVersion")
    .leftJoin("person", "person.id", "documentVersion.uploadedBy")
    .select(["documentVersion.uploadedAt as at", "person.id", "person.name"])
    .where("documentId", "=", report.documentId)
    .where("number", "=", report.documentVersion)
    .executeTakeFirst();
  const [newest] = [facts, file].filter((edit) => edit !== undefined).sort((one, other) => +other.at - +one.at);
  return newest?.id && newest.name ? { id: newest.id, name: newest.name } : null;
}

/** Whether this person's own publishing is the second yes. */
export const isSecondPerson = (staff: Staff, { lastEditor }: ReportToConfirm): boolean => lastEditor?.id !== staff.id;

/** Says yes to a report exactly as it was shown, without publishing anything. */
export async function confirmReport(db: Db, staff: Staff, shown: { reportId: string; fingerprint: string }) {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const compared = { draft: await getDraft(trx), published: await getPublishedFacts(trx) };
    const asked = (await listReportsToConfirm(trx, compared)).find(({ report }) => report.id === shown.reportId);
    if (asked?.fingerprint !== shown.fingerprint) {
      throw new Conflict(
        "trust-page.report-changed",
        "The report was changed or published while you were reading. Look at it again.",
      );
    }
    if (!isSecondPerson(staff, asked)) {
      throw new NotAllowed("trust-page.own-edit", "The last edit is yours. Someone else confirms this report.");
    }
    await keepConfirmation(trx, staff, asked);
    await recordAudit(trx, {
      action: "trust-page.report.confirmed",
      actor: staff,
      subject: { kind: "report", id: shown.reportId },
      details: { report: asked.what, editedBy: asked.lastEditor?.name ?? "unknown", confirmedBy: staff.name },
    });
  });
}

export async function keepConfirmation(db: Db, staff: Staff, { report, fingerprint }: ReportToConfirm): Promise<void> {
  await db
    .insertInto("reportConfirmation")
    .values({ reportId: report.id, fingerprint, confirmedBy: staff.id })
    .onConflict((given) => given.constraint("report_confirmation_is_given_once").doNothing())
    .execute();
}
