import { domainToUnicode } from "node:url";
import { sql } from "kysely";
import { domainOf } from "#app/domain/accounts/email-address.ts";
import { findMailDomainKind } from "#app/domain/accounts/mail-domains.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { findNdaGroundOf } from "../account-terms.server.ts";
import { findCurrentNdaVersion } from "../nda.server.ts";
import type { RuleFacts } from "./judge.ts";
import { whyItMayDeceive } from "./look-alikes.ts";

/** What is known now of a request whose address is proved. Grants that it led to itself are not counted. */
export async function factsOf(db: Db, requestId: string): Promise<RuleFacts> {
  const request = await db
    .selectFrom("accessRequest")
    .innerJoin("companyAccount", "companyAccount.id", "accessRequest.companyAccountId")
    .select(["accessRequest.id", "accessRequest.email", "accessRequest.reason", "accessRequest.personId"])
    .select(["companyAccount.id as companyAccountId", "companyAccount.domains", "companyAccount.domainsConfirmedBy"])
    .where("accessRequest.id", "=", requestId)
    .executeTakeFirst();
  if (!request?.personId) throw new NotFound("access.request-not-found", "There is no such request.");
  const domain = domainOf(request.email);
  const known = await listConfirmedDomains(db);
  const nda = await findCurrentNdaVersion(db);
  return {
    email: request.email,
    domain,
    mailDomainKind: await findMailDomainKind(db, domain),
    companyAccountId: request.companyAccountId,
    domainIsConfirmed: request.domainsConfirmedBy !== null && request.domains.includes(domain),
    mayDeceive: whyItMayDeceive({ ascii: domain, unicode: domainToUnicode(domain) || domain }, known),
    documents: await listAskedFor(db, requestId),
    reason: request.reason,
    ndaExists: nda !== null || (await findNdaGroundOf(db, request.personId)) !== null,
    ndaInForce: await hasNdaInForce(db, request.personId),
    ...(await countGrants(db, request.personId, requestId)),
  };
}

async function listConfirmedDomains(db: Db): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select distinct unnest(domains) as domain from company_account where domains_confirmed_by is not null`.execute(db);
  return rows.map((row) => row.domain);
}

async function listAskedFor(db: Db, requestId: string): Promise<RuleFacts["documents"]> {
  const asked = await db
    .selectFrom("accessRequestDocument")
    .innerJoin("document", "document.id", "accessRequestDocument.documentId")
    .select(["document.id", "document.title", "document.audience", "document.withdrawnAt"])
    .where("accessRequestDocument.accessRequestId", "=", requestId)
    .orderBy("document.position")
    .execute();
  return asked.map(({ id, title, audience, withdrawnAt }) => ({
    ...{ id, title },
    requestable: withdrawnAt === null && (audience === "on-request" || audience === "nda"),
    underNda: audience === "nda",
  }));
}

/** The person accepted the version in force, or nothing material came since theirs; or the account needs none. */
async function hasNdaInForce(db: Db, personId: string): Promise<boolean> {
  const { rows } = await sql<{ holds: boolean }>`
    select exists (
      select from nda_acceptance join nda_version on nda_version.id = nda_acceptance.nda_version_id
      where nda_acceptance.person_id = ${personId} and nda_version.number >= coalesce(
        (select max(number) from nda_version where material and effective_from <= now()), 0)
    ) or exists (
      select from nda_ground join person on person.company_account_id = nda_ground.company_account_id
      where person.id = ${personId} and nda_ground.ended_at is null
    ) as holds`.execute(db);
  return rows[0]!.holds;
}

async function countGrants(db: Db, personId: string, requestId: string) {
  const { rows } = await sql<{ all: string; revoked: string }>`
    select count(*) as all, count(*) filter (where revoked_at is not null) as revoked from access_grant
    where person_id = ${personId} and access_request_id is distinct from ${requestId}`.execute(db);
  return { earlierGrants: Number(rows[0]!.all), revokedGrants: Number(rows[0]!.revoked) };
}
