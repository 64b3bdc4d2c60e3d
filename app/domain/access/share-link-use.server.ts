import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { challengeAddress } from "#app/domain/accounts/challenges.server.ts";
import { domainOf } from "#app/domain/accounts/email-address.ts";
import type { Client, Prospect } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markDocuments, tellOfApproval } from "./decisions.server.ts";
import { grantDocuments, recordGrants } from "./grant-documents.server.ts";
import { findCurrentNdaVersion } from "./nda.server.ts";
import { ensureWithinRequestLimits, keepUnverifiedRequest } from "./requests.server.ts";
import type { ShareLinkUseForm } from "./share-links.ts";
import { vendorName } from "./vendor.server.ts";
import { proofBy, type QueuedRequest } from "./verification.server.ts";
import { sortWishes } from "./wishes.server.ts";

/**
 * Someone with a link gives their work address, and proves it as everyone does. Nothing is granted and no use is counted
 * before that.
 */
export async function useShareLink(
  db: Db,
  use: { form: ShareLinkUseForm; browserToken: string; client: Client },
): Promise<void> {
  const email = use.form.email.canonical;
  await ensureWithinRequestLimits(db, email, use.client);
  const link = await liveLinks(db).where("shareLink.tokenHash", "=", sha256(use.form.token)).executeTakeFirst();
  if (!link) throw new Invalid("access.share-link-over", complaints.linkOver);
  if (!isFor(link, email)) {
    await noteUse(db, { shareLinkId: link.id, kind: "refused", email });
    throw new Invalid("access.share-link-other-domain", complaints.linkOtherDomain);
  }
  await inTransaction(db, async (trx) => {
    await noteUse(trx, { shareLinkId: link.id, kind: "address-given", email });
    const { challengeId } = await challengeAddress(trx, {
      email,
      browserToken: use.browserToken,
      company: await vendorName(trx),
      purpose: "request",
      client: use.client,
    });
    await keepUnverifiedRequest(trx, {
      email,
      name: use.form.name,
      title: use.form.title,
      company: link.companyName,
      reason: `Followed a link from ${link.makerName}`,
      challengeId,
      documents: (await documentsOf(trx, link.id)).map((document) => ({ id: document.id })),
      shareLinkId: link.id,
    });
  });
}

/** Any address on the account's domains, or one of those that the link names. */
const isFor = (link: { domains: string[]; addresses: string[] | null }, email: string) =>
  link.domains.includes(domainOf(email)) && (link.addresses === null || link.addresses.includes(email));

async function noteUse(
  db: Db,
  event: { shareLinkId: string; kind: "address-given" | "refused" | "used"; email: string },
): Promise<void> {
  await db.insertInto("shareLinkEvent").values(event).execute();
}

export type LockedShareLink = { id: string };

/** Locked before anything else of the sign-in, so that a revocation at the same moment waits for it or is seen by it. */
export async function lockShareLink(db: Db, id: string): Promise<LockedShareLink | null> {
  const link = await db.selectFrom("shareLink").select("id").where("id", "=", id).forUpdate().executeTakeFirst();
  return link ?? null;
}

/**
 * The address is proved: the link's documents are granted, by the person who made it, if the link still holds. If it does
 * not, null: the request then waits for a decision like any other.
 */
export async function grantByShareLink(
  db: Db,
  prospect: Prospect,
  request: { id: string; reference: string; shareLink: LockedShareLink },
): Promise<QueuedRequest | null> {
  const link = await liveLinks(db).where("shareLink.id", "=", request.shareLink.id).executeTakeFirst();
  if (!link || link.companyAccountId !== prospect.companyAccountId) return null;
  if (!isFor(link, prospect.email)) return null;
  const nda = await findCurrentNdaVersion(db);
  const documents = (await documentsOf(db, link.id))
    .filter(isRequestable)
    .filter((document) => document.audience !== "nda" || nda);
  const { fresh } = await sortHeld(db, prospect.id, documents);
  if (fresh.length === 0) return null;

  await db
    .updateTable("shareLink")
    .set({ uses: sql`uses + 1` })
    .where("id", "=", link.id)
    .execute();
  await db
    .updateTable("accessRequest")
    .set({ ...proofBy(prospect), status: "approved", decidedAt: sql`now()`, decidedBy: link.createdBy })
    .where("id", "=", request.id)
    .execute();
  await markDocuments(db, request.id, { approved: fresh, declined: [] });
  const grants = await grantDocuments(db, {
    personId: prospect.id,
    documents: fresh.map((document) => ({ ...document, days: link.grantDays })),
    accessRequestId: request.id,
    shareLinkId: link.id,
    grantedBy: link.createdBy,
  });
  await tellOfApproval(db, { ...request, email: prospect.email }, { grants, declined: [] });
  await noteUse(db, { shareLinkId: link.id, kind: "used", email: prospect.email });
  await recordAudit(db, {
    action: "access.share-link.used",
    actor: prospect,
    subject: { kind: "share-link", id: link.id },
    details: { reference: request.reference, madeBy: link.makerName },
  });
  await recordGrants(db, prospect, grants);
  return { requestId: request.id, note: null };
}

const liveLinks = (db: Db) =>
  db
    .selectFrom("shareLink")
    .innerJoin("companyAccount", "companyAccount.id", "shareLink.companyAccountId")
    .innerJoin("person as maker", "maker.id", "shareLink.createdBy")
    .select(["shareLink.id", "shareLink.grantDays", "shareLink.createdBy", "shareLink.companyAccountId"])
    .select(["companyAccount.name as companyName", "companyAccount.domains", "maker.name as makerName"])
    .select("shareLink.addresses")
    .where("shareLink.revokedAt", "is", null)
    .where("shareLink.startsAt", "<=", sql<Date>`now()`)
    .where("shareLink.expiresAt", ">", sql<Date>`now()`)
    .whereRef("shareLink.uses", "<", "shareLink.maxUses")
    .where("maker.disabledAt", "is", null);

const documentsOf = (db: Db, shareLinkId: string) =>
  db
    .selectFrom("shareLinkDocument")
    .innerJoin("document", "document.id", "shareLinkDocument.documentId")
    .select(["document.id", "document.title", "document.audience", "document.withdrawnAt"])
    .where("shareLinkDocument.shareLinkId", "=", shareLinkId)
    .orderBy("document.position")
    .execute();

type LinkedDocument = Awaited<ReturnType<typeof documentsOf>>[number];

/** What was withdrawn or changed its audience since the link was made is left out. */
const isRequestable = (document: LinkedDocument): document is LinkedDocument & { audience: "on-request" | "nda" } =>
  document.withdrawnAt === null && (document.audience === "on-request" || document.audience === "nda");

/** A pending request for the same document is no obstacle: the link answers it. */
async function sortHeld<Document extends { id: string }>(db: Db, personId: string, documents: Document[]) {
  const wishes = await sortWishes(db, personId, documents);
  return { fresh: [...wishes.fresh, ...wishes.asked] };
}
