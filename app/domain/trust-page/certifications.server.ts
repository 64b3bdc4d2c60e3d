import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Invalid, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import type { CertificationKind } from "#db/schema/trust-page.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { byStatus, certificationStatus, describeCertification } from "./certification-status.ts";
import type { CertificationDetails } from "./certifications.ts";
import { sayDay, type CalendarDay } from "./days.ts";
import { changesBetween, ensureDocumentExists, ensureMayEdit } from "./editing.server.ts";

const columns = [
  "id",
  "kind",
  "name",
  "issuer",
  "certificateNumber",
  "scope",
  "validFrom",
  "validUntil",
  "expectedOn",
  "statement",
  "statedOn",
  "documentId",
  "link",
  "published",
] as const;

export async function listCertifications(db: Db) {
  return db.selectFrom("certification").select(columns).orderBy("name").orderBy("id").execute();
}

export type Certification = Awaited<ReturnType<typeof listCertifications>>[number];

/** Certifications and frameworks apart, published or not, each with what it is on `today`. */
export async function listCertificationOverview(db: Db, today: CalendarDay) {
  const entries = await listCertifications(db);
  const certifications = entries
    .filter(({ kind }) => kind === "certification")
    .map(({ id, name, issuer, published, expectedOn, ...dates }) => {
      const status = certificationStatus(dates, today);
      return { id, name, issuer, published, is: status.is, ...describeCertification(status, expectedOn) };
    });
  return {
    certifications: certifications.sort((one, other) => byStatus(one.is, other.is)),
    frameworks: entries
      .filter(({ kind }) => kind === "framework")
      .map(({ id, name, statement, statedOn, published }) => ({
        ...{ id, name, statement, published },
        statedOn: statedOn && sayDay(statedOn),
        isToCome: statedOn !== null && statedOn > today,
      })),
  };
}

export async function getCertification(db: Db, certificationId: string): Promise<Certification> {
  const found = await db
    .selectFrom("certification")
    .select(columns)
    .where("id", "=", certificationId)
    .executeTakeFirst();
  if (!found) throw noSuchCertification();
  return found;
}

export async function addCertification(db: Db, staff: Staff, details: CertificationDetails): Promise<string> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    await ensureDocumentExists(trx, details.documentId);
    const { id } = await trx.insertInto("certification").values(details).returning("id").executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: `trust-page.${details.kind}.added`,
      actor: staff,
      subject: { kind: details.kind, id },
      details: factsOf(details),
    });
    return id;
  });
}

export async function changeCertification(
  db: Db,
  staff: Staff,
  { certificationId, details }: { certificationId: string; details: CertificationDetails },
): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const rows = trx.selectFrom("certification").select(columns).where("id", "=", certificationId);
    const before = await rows.forUpdate().executeTakeFirst();
    if (!before) throw noSuchCertification();
    if (before.kind !== details.kind) {
      throw new Invalid("trust-page.certification-kind", "A certification stays one, and so does a framework.");
    }
    await ensureDocumentExists(trx, details.documentId);
    await trx.updateTable("certification").set(details).where("id", "=", certificationId).execute();
    await recordAudit(trx, {
      action: `trust-page.${details.kind}.changed`,
      actor: staff,
      subject: { kind: details.kind, id: certificationId },
      details: { ...factsOf(details), changed: changesBetween(before, details) },
    });
  });
}

/** For an entry made by mistake, or one that visitors need not see any more. */
export async function removeCertification(
  db: Db,
  staff: Staff,
  certificationId: string,
): Promise<{ kind: CertificationKind }> {
  ensureMayEdit(staff);
  return inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom("certification")
      .where("id", "=", certificationId)
      .returning(columns)
      .executeTakeFirst();
    if (!removed) throw noSuchCertification();
    await recordAudit(trx, {
      action: `trust-page.${removed.kind}.removed`,
      actor: staff,
      subject: { kind: removed.kind, id: certificationId },
      details: factsOf(removed),
    });
    return { kind: removed.kind };
  });
}

function factsOf({ name, issuer, validFrom, validUntil, statement, statedOn, published }: CertificationDetails) {
  return { name, issuer, validFrom, validUntil, statement, statedOn, published };
}

const noSuchCertification = () =>
  new NotFound("trust-page.no-such-certification", "There is no such certification or framework.");
