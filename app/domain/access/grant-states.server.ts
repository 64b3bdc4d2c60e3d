import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { GrantState } from "./grants.ts";

const inForce = sql`nda_version.effective_from <= now()`;

/** The newest version in force whose change is material; null when none is. */
const newestMaterialNumber = sql<number | null>`(select max(number) from nda_version where material and ${inForce})`;

const currentVersionId = sql<string | null>`(
  select id from nda_version where ${inForce} order by number desc limit 1)`;

/**
 * What a grant needed when it was made stays needed. A document that was put under the NDA since needs the version in
 * force, so a change of audience can only narrow.
 */
const firstRequiredId = sql<string | null>`coalesce(
  access_grant.requires_nda_version_id,
  case when document.audience = 'nda' or access_grant.nda_ground_id is not null then ${currentVersionId} end)`;

const firstRequiredNumber = sql<number | null>`(select number from nda_version where id = ${firstRequiredId})`;

const isOvertaken = sql<boolean>`(${newestMaterialNumber} > ${firstRequiredNumber})`;

/** The version to accept. After a material change that is the one in force, for those who accepted none since. */
export const requiredNdaVersionId = sql<
  string | null
>`case when ${isOvertaken} then ${currentVersionId} else ${firstRequiredId} end`;

/** A signed paper or a waiver stands in the place of an acceptance for as long as it is in force. */
const hasNdaGround = sql<boolean>`exists (
  select from nda_ground where nda_ground.id = access_grant.nda_ground_id and nda_ground.ended_at is null)`;

const needsAnNda = sql<boolean>`(
  (access_grant.requires_nda_version_id is not null or document.audience = 'nda'
    or access_grant.nda_ground_id is not null) and not ${hasNdaGround})`;

const ndaIsAccepted = sql<boolean>`exists (
  select from nda_acceptance
  join nda_version accepted on accepted.id = nda_acceptance.nda_version_id
  where nda_acceptance.person_id = access_grant.person_id
    and case when ${isOvertaken} then accepted.number >= ${newestMaterialNumber}
      else accepted.id = ${firstRequiredId} end)`;

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
