import { sql } from "kysely";
import { domainOf } from "#app/domain/accounts/email-address.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { newToken, sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { currentNdaVersion } from "./nda.server.ts";
import { getRequestableDocuments } from "./requestable-documents.server.ts";
import type { ShareLinkForm, ShareLinkState } from "./share-links.ts";

/**
 * A secret address for one account, with documents approved beforehand. It leads to the sign-in and opens nothing by
 * itself. The address is told here and never again: only its hash is kept, and its secret part is never sent to a server
 * by following it, because it stands after the #.
 */
export async function makeShareLink(db: Db, staff: Staff, form: ShareLinkForm): Promise<{ id: string; url: string }> {
  const token = newToken();
  return inTransaction(db, async (trx) => {
    const account = await trx
      .selectFrom("companyAccount")
      .select(["id", "name", "domains"])
      .where("id", "=", form.companyAccountId)
      .executeTakeFirst();
    if (!account) throw new NotFound("accounts.company-not-found", "There is no such company account.");
    if (account.domains.length === 0) {
      throw new Conflict(
        "access.account-has-no-domain",
        `Add an e-mail domain to ${account.name} first: a link works for its addresses only.`,
      );
    }
    ensureAddressesFit(form.addresses, account.domains);
    const documents = await getRequestableDocuments(trx, form.documents);
    if (documents.some((document) => document.audience === "nda")) await currentNdaVersion(trx);
    const link = await trx
      .insertInto("shareLink")
      .values({
        companyAccountId: account.id,
        tokenHash: sha256(token),
        grantDays: form.grantDays,
        maxUses: form.maxUses,
        note: form.note,
        createdBy: staff.id,
        addresses: form.addresses,
        startsAt: startOf(form.startsOn),
        expiresAt: sql`${startOf(form.startsOn)} + make_interval(days => ${form.expiresInDays})`,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await trx
      .insertInto("shareLinkDocument")
      .values(documents.map((document) => ({ shareLinkId: link.id, documentId: document.id })))
      .execute();
    await recordAudit(trx, {
      action: "access.share-link.made",
      actor: staff,
      subject: { kind: "share-link", id: link.id },
      details: { account: account.name, documents: documents.map((one) => one.title), maxUses: form.maxUses },
    });
    return { id: link.id, url: `${appOrigin()}/shared#${token}` };
  });
}

const startOf = (day: string | null) =>
  sql<Date>`greatest(now(), coalesce(${day}::date::timestamp at time zone 'UTC', now()))`;

function ensureAddressesFit(addresses: string[] | null, domains: string[]) {
  const other = addresses?.find((address) => !domains.includes(domainOf(address)));
  if (other) {
    throw new Invalid("access.share-link-other-address", `${other} is not on a domain of this account.`);
  }
}

/** From now on it leads nowhere. Grants that were made through it are revoked one by one, each for its own reason. */
export async function revokeShareLink(db: Db, staff: Staff, id: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const revoked = await trx
      .updateTable("shareLink")
      .set({ revokedAt: sql`now()`, revokedBy: staff.id })
      .where("id", "=", id)
      .where("revokedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!revoked) throw new Conflict("access.share-link-already-revoked", "This link was already revoked.");
    await recordAudit(trx, {
      action: "access.share-link.revoked",
      actor: staff,
      subject: { kind: "share-link", id },
    });
  });
}

const shareLinkState = sql<ShareLinkState>`case
  when share_link.revoked_at is not null or maker.disabled_at is not null then 'revoked'
  when share_link.expires_at <= now() then 'expired'
  when share_link.starts_at > now() then 'not-yet'
  when share_link.uses >= share_link.max_uses then 'used-up'
  else 'open' end`;

export async function listShareLinks(db: Db, filter: { companyAccountId?: string; id?: string } = {}) {
  let query = db
    .selectFrom("shareLink")
    .innerJoin("companyAccount", "companyAccount.id", "shareLink.companyAccountId")
    .innerJoin("person as maker", "maker.id", "shareLink.createdBy")
    .select(["shareLink.id", "shareLink.note", "shareLink.grantDays", "shareLink.maxUses", "shareLink.uses"])
    .select(["shareLink.createdAt", "shareLink.expiresAt", "shareLink.revokedAt", "shareLink.startsAt"])
    .select("shareLink.addresses")
    .select(["companyAccount.id as companyAccountId", "companyAccount.name as companyName", "maker.name as makerName"])
    .select(shareLinkState.as("state"))
    .select(
      sql<string[]>`array(
      select document.title from share_link_document
      join document on document.id = share_link_document.document_id
      where share_link_document.share_link_id = share_link.id
      order by document.position, document.title)`.as("documents"),
    );
  if (filter.companyAccountId) query = query.where("shareLink.companyAccountId", "=", filter.companyAccountId);
  if (filter.id) query = query.where("shareLink.id", "=", filter.id);
  return query.orderBy("shareLink.createdAt", "desc").limit(200).execute();
}

/** One link, and what people did with it: newest first. */
export async function getShareLink(db: Db, id: string) {
  const [link] = await listShareLinks(db, { id });
  if (!link) throw new NotFound("access.share-link-not-found", "There is no such link.");
  const events = await db
    .selectFrom("shareLinkEvent")
    .select(["kind", "email", "at"])
    .where("shareLinkId", "=", id)
    .orderBy("at", "desc")
    .limit(300)
    .execute();
  return { link, events };
}
