import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "./deciders.ts";
import { grantState, grantsWithDocuments, requiredNdaVersionId } from "./grant-states.server.ts";
import { vendorName } from "./vendor.server.ts";

export type GrantFilter = {
  grantId?: string;
  personId?: string;
  companyAccountId?: string;
  documentId?: string;
  requestId?: string;
};

/** Newest first, with what each opens and to whom. */
export async function listGrants(db: Db, filter: GrantFilter = {}) {
  let query = grantsWithDocuments(db)
    .innerJoin("person", "person.id", "accessGrant.personId")
    .leftJoin("companyAccount", "companyAccount.id", "person.companyAccountId")
    .innerJoin("person as giver", "giver.id", "accessGrant.grantedBy")
    .select(["accessGrant.id", "accessGrant.documentId", "accessGrant.personId", "accessGrant.accessRequestId"])
    .select(["accessGrant.days", "accessGrant.grantedAt", "accessGrant.startsAt", "accessGrant.expiresAt"])
    .select(["accessGrant.revokedAt", "accessGrant.revokeReason", "accessGrant.shareLinkId"])
    .select([
      "document.title",
      "document.audience",
      "person.name",
      "person.email",
      "companyAccount.name as companyName",
    ])
    .select(["companyAccount.id as companyAccountId", "giver.name as grantedByName"])
    .select([grantState.as("state"), requiredNdaVersionId.as("requiredNdaVersionId")])
    .select((grant) =>
      grant
        .selectFrom("download")
        .select((download) => download.fn.countAll<string>().as("n"))
        .whereRef("download.accessGrantId", "=", "accessGrant.id")
        .as("downloads"),
    );
  if (filter.grantId) query = query.where("accessGrant.id", "=", filter.grantId);
  if (filter.personId) query = query.where("accessGrant.personId", "=", filter.personId);
  if (filter.companyAccountId) query = query.where("person.companyAccountId", "=", filter.companyAccountId);
  if (filter.documentId) query = query.where("accessGrant.documentId", "=", filter.documentId);
  if (filter.requestId) query = query.where("accessGrant.accessRequestId", "=", filter.requestId);
  return query.orderBy("accessGrant.grantedAt", "desc").orderBy("document.position").limit(500).execute();
}

export type Grant = Awaited<ReturnType<typeof listGrants>>[number];

export async function getGrant(db: Db, grantId: string): Promise<Grant> {
  const [grant] = await listGrants(db, { grantId });
  if (!grant) throw new NotFound("access.grant-not-found", "There is no such grant.");
  return grant;
}

export type NewGrant = {
  personId: string;
  documentId: string;
  days: number;
  requiresNdaVersionId: string | null;
  /** What stands in the place of an acceptance. */
  ndaGroundId: string | null;
  accessRequestId: string | null;
  shareLinkId: string | null;
  grantedBy: string;
};

/**
 * Starts at once, or waits when the NDA version that it requires is not accepted yet. The caller holds the person's lock,
 * so an acceptance is either seen here or sees this grant.
 */
export async function makeGrant(db: Db, grant: NewGrant): Promise<{ id: string; waits: boolean }> {
  const ready = await isReady(db, grant);
  const made = await db
    .insertInto("accessGrant")
    .values({
      ...grant,
      startsAt: ready ? sql`now()` : null,
      expiresAt: ready ? sql`now() + make_interval(days => ${grant.days})` : null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { id: made.id, waits: !ready };
}

async function isReady(db: Db, grant: NewGrant): Promise<boolean> {
  if (!grant.requiresNdaVersionId) return true;
  const accepted = await db
    .selectFrom("ndaAcceptance")
    .select("id")
    .where("personId", "=", grant.personId)
    .where("ndaVersionId", "=", grant.requiresNdaVersionId)
    .executeTakeFirst();
  return Boolean(accepted);
}

/** A grant is made, and an NDA accepted, under this lock: neither misses the other. */
export async function lockPerson(db: Db, personId: string): Promise<void> {
  await db.selectFrom("person").select("id").where("id", "=", personId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

/**
 * Closes the document for the person from this moment: every grant of it that they hold ends, so that none is left over.
 * A download under way has its event before this, or is refused.
 */
export async function revokeGrant(
  db: Db,
  staff: Staff,
  revocation: { grantId: string; reason: string },
): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const grant = await getGrant(trx, revocation.grantId);
    const revoked = await trx
      .updateTable("accessGrant")
      .set({ revokedAt: sql`now()`, revokedBy: staff.id, revokeReason: revocation.reason })
      .where("personId", "=", grant.personId)
      .where("documentId", "=", grant.documentId)
      .where("revokedAt", "is", null)
      .where((own) => own.or([own("expiresAt", "is", null), own("expiresAt", ">", sql<Date>`now()`)]))
      .returning("id")
      .execute();
    if (revoked.length === 0) throw new Conflict("access.grant-already-ended", "This grant has already ended.");
    await notify(trx, {
      to: grant.email,
      template: "grant-revoked",
      props: {
        company: await vendorName(trx),
        document: grant.title,
        reason: revocation.reason,
        link: `${appOrigin()}/portal`,
      },
    });
    for (const { id } of revoked) {
      await recordAudit(trx, {
        action: "access.grant.revoked",
        actor: staff,
        subject: { kind: "grant", id },
        details: { personId: grant.personId, documentId: grant.documentId, reason: revocation.reason },
      });
    }
  });
}
