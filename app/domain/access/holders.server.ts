import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import { notifyEach } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "./deciders.ts";
import { grantState, grantsWithDocuments } from "./grant-states.server.ts";
import { replacementDays } from "./limits.ts";
import { vendorName } from "./vendor.server.ts";

type Holder = { email: string; title: string; documentId: string };

/** To whom the document is open now, each person once. */
async function listHolders(db: Db, documentId: string, grantedBefore?: Date): Promise<Holder[]> {
  let query = grantsWithDocuments(db)
    .innerJoin("person", "person.id", "accessGrant.personId")
    .select(["person.email", "document.title", "document.id as documentId"])
    .where("accessGrant.documentId", "=", documentId)
    .where("person.disabledAt", "is", null)
    .where(grantState, "=", "open")
    .distinct();
  if (grantedBefore) query = query.where("accessGrant.grantedAt", "<", grantedBefore);
  return query.orderBy("person.email").execute();
}

/** One message to everyone to whom the document is open. */
export async function tellHolders(
  db: Db,
  staff: Staff,
  notice: { documentId: string; message: string },
): Promise<{ told: number }> {
  ensureDecides(staff);
  return inTransaction(db, async (trx) => {
    const holders = await listHolders(trx, notice.documentId);
    if (holders.length === 0) throw new Conflict("access.no-holders", "This document is open to nobody now.");
    const [company, link] = [await vendorName(trx), `${appOrigin()}/portal`];
    await notifyEach(
      trx,
      holders.map(({ email, title }) => ({
        to: email,
        template: "holders-told" as const,
        props: { company, document: title, message: notice.message, link },
      })),
    );
    await recordAudit(trx, {
      action: "access.holders.told",
      actor: staff,
      subject: { kind: "document", id: notice.documentId },
      details: { told: holders.length, message: notice.message },
    });
    return { told: holders.length };
  });
}

/** Tells those to whom a document was open before it was replaced, once a version, whichever process comes first. */
export async function tellHoldersOfReplacements(db: Db): Promise<void> {
  const versions = await db
    .selectFrom("documentVersion")
    .innerJoin("document", "document.id", "documentVersion.documentId")
    .select(["documentVersion.id", "documentVersion.documentId", "documentVersion.uploadedAt", "documentVersion.note"])
    .where("documentVersion.number", ">", 1)
    .where("documentVersion.uploadedAt", ">", sql<Date>`now() - make_interval(days => ${replacementDays})`)
    .where("document.withdrawnAt", "is", null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("holderNotice").whereRef("holderNotice.documentVersionId", "=", "documentVersion.id"))),
    )
    .orderBy("documentVersion.uploadedAt")
    .execute();
  for (const version of versions) await inTransaction(db, (trx) => tellOfReplacement(trx, version));
}

type Replacement = { id: string; documentId: string; uploadedAt: Date; note: string };

async function tellOfReplacement(db: Db, version: Replacement) {
  const holders = await listHolders(db, version.documentId, version.uploadedAt);
  const first = await db
    .insertInto("holderNotice")
    .values({ documentVersionId: version.id, told: holders.length })
    .onConflict((told) => told.doNothing())
    .returning("told")
    .executeTakeFirst();
  if (!first || holders.length === 0) return;
  const [company, link] = [await vendorName(db), `${appOrigin()}/portal`];
  await notifyEach(
    db,
    holders.map(({ email, title }) => ({
      to: email,
      template: "document-replaced" as const,
      props: { company, document: title, note: version.note, link },
    })),
  );
  await recordAudit(db, {
    action: "access.holders.told",
    actor: { kind: "system" },
    subject: { kind: "document", id: version.documentId },
    details: { told: holders.length, message: "The document was replaced" },
  });
}
