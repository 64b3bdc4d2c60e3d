import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { sayDay } from "./days.ts";
import { ensureDocumentExists, ensureMayEdit } from "./editing.server.ts";
import { getReport } from "./reports.server.ts";
import type { BridgeLetterDetails } from "./reports.ts";

export async function listBridgeLetters(db: Db, reportId?: string) {
  let letters = db.selectFrom("bridgeLetter").selectAll().orderBy("coversFrom", "desc");
  if (reportId) letters = letters.where("reportId", "=", reportId);
  return letters.execute();
}

export type LetterOfReport = { reportId: string; letterId: string };
export type BridgeLetter = Awaited<ReturnType<typeof listBridgeLetters>>[number];

export async function getBridgeLetter(db: Db, { reportId, letterId }: LetterOfReport): Promise<BridgeLetter> {
  const letter = await db
    .selectFrom("bridgeLetter")
    .selectAll()
    .where("id", "=", letterId)
    .where("reportId", "=", reportId)
    .executeTakeFirst();
  if (!letter) throw noSuchLetter();
  return letter;
}

/** Management's letter for days after an issued report's period. */
export async function addBridgeLetter(
  db: Db,
  staff: Staff,
  { reportId, details }: { reportId: string; details: BridgeLetterDetails },
): Promise<string> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    const { periodEnd, issuedOn } = await getReport(trx, reportId);
    if (!periodEnd || !issuedOn) {
      throw new Invalid(
        "trust-page.nothing-to-bridge",
        "A bridge letter follows the period of an issued report. This report has none.",
      );
    }
    if (details.coversFrom <= periodEnd) {
      throw new Invalid(
        "trust-page.bridge-inside-period",
        `Enter a first day after the period’s end, ${sayDay(periodEnd)}.`,
      );
    }
    await ensureDocumentExists(trx, details.documentId);
    const { id } = await trx
      .insertInto("bridgeLetter")
      .values({ reportId, ...details })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "trust-page.bridge-letter.added",
      actor: staff,
      subject: { kind: "report", id: reportId },
      details: { letterId: id, ...details },
    });
    return id;
  });
}

export async function removeBridgeLetter(db: Db, staff: Staff, { reportId, letterId }: LetterOfReport): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom("bridgeLetter")
      .where("id", "=", letterId)
      .where("reportId", "=", reportId)
      .returningAll()
      .executeTakeFirst();
    if (!removed) throw noSuchLetter();
    const { coversFrom, coversUntil, signedOn, documentId } = removed;
    await recordAudit(trx, {
      action: "trust-page.bridge-letter.removed",
      actor: staff,
      subject: { kind: "report", id: reportId },
      details: { letterId, coversFrom, coversUntil, signedOn, documentId },
    });
  });
}

const noSuchLetter = () => new NotFound("trust-page.no-such-letter", "There is no such bridge letter.");
