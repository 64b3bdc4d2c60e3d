import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import type { Prospect } from "#app/domain/accounts/people.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { listAcceptances } from "./acceptance-record.server.ts";
import { grantState, grantsWithDocuments } from "./grant-states.server.ts";
import { decisionHours } from "./limits.ts";

const decideBy = sql<Date>`access_request.verified_at + make_interval(hours => ${decisionHours})`;

/** What the person asked for and what became of it, newest first. */
export async function listOwnRequests(db: Db, prospect: Prospect) {
  return db
    .selectFrom("accessRequest")
    .select(["accessRequest.id", "reference", "status", "requestedAt", "verifiedAt", "decidedAt", "message"])
    .select(decideBy.as("decideBy"))
    .select(documentTitles.as("documents"))
    .where("personId", "=", prospect.id)
    .where("status", "<>", "expired")
    .orderBy("requestedAt", "desc")
    .limit(100)
    .execute();
}

export const documentTitles = sql<string[]>`array(
  select document.title from access_request_document
  join document on document.id = access_request_document.document_id
  where access_request_document.access_request_id = access_request.id
  order by document.position, document.title)`;

/** The person's own request; anyone else's does not exist. */
export async function getOwnRequest(db: Db, prospect: Prospect, requestId: string) {
  const request = await db
    .selectFrom("accessRequest")
    .leftJoin("shareLink", "shareLink.id", "accessRequest.shareLinkId")
    .leftJoin("person as maker", "maker.id", "shareLink.createdBy")
    .select(["accessRequest.id", "reference", "status", "requestedAt", "verifiedAt", "decidedAt", "message", "reason"])
    .select(["maker.name as sharedBy"])
    .select(decideBy.as("decideBy"))
    .where("accessRequest.id", "=", requestId)
    .where("accessRequest.personId", "=", prospect.id)
    .executeTakeFirst();
  if (!request) throw new NotFound("access.request-not-found", complaints.noSuchRequest);
  const [documents, acceptances] = [
    await listOwnDocuments(db, prospect, { requestId }),
    await listAcceptances(db, { personId: prospect.id }),
  ];
  return { ...request, documents, decisions: await listDecisions(db, requestId), acceptances };
}

async function listDecisions(db: Db, requestId: string) {
  return db
    .selectFrom("accessRequestDocument")
    .innerJoin("document", "document.id", "accessRequestDocument.documentId")
    .leftJoin("accessGrant", (grant) =>
      grant
        .onRef("accessGrant.documentId", "=", "accessRequestDocument.documentId")
        .onRef("accessGrant.accessRequestId", "=", "accessRequestDocument.accessRequestId"),
    )
    .leftJoin("ndaVersion", "ndaVersion.id", "accessGrant.requiresNdaVersionId")
    .select(["document.id", "document.title", "document.description", "document.audience"])
    .select(["accessRequestDocument.decision", "accessGrant.days", "ndaVersion.number as ndaNumber"])
    .where("accessRequestDocument.accessRequestId", "=", requestId)
    .orderBy("document.position")
    .execute();
}

/** What was granted to the person, with its state now and the copies they took. */
export async function listOwnDocuments(db: Db, prospect: Prospect, only: { requestId?: string } = {}) {
  let query = grantsWithDocuments(db)
    .innerJoin("documentVersion as version", (version) =>
      version
        .onRef("version.documentId", "=", "document.id")
        .on(
          "version.number",
          "=",
          sql<number>`(select max(number) from document_version where document_id = document.id)`,
        ),
    )
    .select(["accessGrant.id as grantId", "document.id", "document.title", "document.description", "document.audience"])
    .select(["accessGrant.expiresAt", "accessGrant.days", "accessGrant.revokedAt", "accessGrant.revokeReason"])
    .select(["accessGrant.accessRequestId", "version.mediaType", "version.pages", "version.sizeBytes"])
    .select(grantState.as("state"))
    .select(
      sql<{ copyId: string; at: string }[]>`(
      select coalesce(json_agg(json_build_object('copyId', download.copy_id, 'at', download.at) order by download.at desc), '[]')
      from download where download.access_grant_id = access_grant.id)`.as("copies"),
    )
    .where("accessGrant.personId", "=", prospect.id);
  if (only.requestId) query = query.where("accessGrant.accessRequestId", "=", only.requestId);
  return query.orderBy("document.position").orderBy("accessGrant.grantedAt", "desc").limit(200).execute();
}

export type OwnRequest = Awaited<ReturnType<typeof getOwnRequest>>;
export type OwnDocument = Awaited<ReturnType<typeof listOwnDocuments>>[number];
