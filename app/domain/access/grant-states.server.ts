import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { GrantState } from "./grants.ts";

/**
 * What a grant needed when it was made stays needed. A document that was put under the NDA since needs the version in
 * force, so a change of audience can only narrow.
 */
export const requiredNdaVersionId = sql<string | null>`coalesce(
  access_grant.requires_nda_version_id,
  case when document.audience = 'nda' then
    (select id from nda_version where effective_from <= now() order by number desc limit 1) end)`;

const needsAnNda = sql<boolean>`(access_grant.requires_nda_version_id is not null or document.audience = 'nda')`;

const ndaIsAccepted = sql<boolean>`exists (
  select from nda_acceptance
  where nda_acceptance.person_id = access_grant.person_id and nda_acceptance.nda_version_id = ${requiredNdaVersionId})`;

/** The one place that says whether a grant opens its document, on the database's clock. */
export const grantState = sql<GrantState>`case
  when access_grant.revoked_at is not null then 'revoked'
  when document.withdrawn_at is not null or document.audience = 'internal' then 'closed'
  when access_grant.expires_at <= now() then 'expired'
  when access_grant.starts_at is null or (${needsAnNda} and not ${ndaIsAccepted}) then 'waits-for-nda'
  else 'open' end`;

/** Grants with the documents that `grantState` speaks of. */
export const grantsWithDocuments = (db: Db) =>
  db.selectFrom("accessGrant").innerJoin("document", "document.id", "accessGrant.documentId");
