import type { Db } from "#db/client.server.ts";
import { grantState, grantsWithDocuments } from "./grant-states.server.ts";

export type SortedWishes<Document> = {
  fresh: Document[];
  /** Open to the person already, or as soon as they accept the NDA. */
  held: Document[];
  /** Asked for already, and still waiting for a decision. */
  asked: Document[];
  askedIn: string | null;
};

/** What of a wish still needs a decision. The caller holds the person's lock. */
export async function sortWishes<Document extends { id: string }>(
  db: Db,
  personId: string,
  documents: Document[],
): Promise<SortedWishes<Document>> {
  const held = await grantsWithDocuments(db)
    .select("accessGrant.documentId")
    .where("accessGrant.personId", "=", personId)
    .where(grantState, "in", ["open", "waits-for-nda"])
    .execute();
  const asked = await db
    .selectFrom("accessRequest")
    .innerJoin("accessRequestDocument", "accessRequestDocument.accessRequestId", "accessRequest.id")
    .select(["accessRequest.id", "accessRequestDocument.documentId"])
    .where("accessRequest.personId", "=", personId)
    .where("accessRequest.status", "in", ["pending", "more-info"])
    .execute();
  const heldIds = new Set(held.map((grant) => grant.documentId));
  const askedIn = new Map(asked.map((request) => [request.documentId, request.id]));
  const isAsked = (document: Document) => !heldIds.has(document.id) && askedIn.has(document.id);
  const waiting = documents.filter(isAsked);
  return {
    fresh: documents.filter((document) => !heldIds.has(document.id) && !askedIn.has(document.id)),
    held: documents.filter((document) => heldIds.has(document.id)),
    asked: waiting,
    askedIn: waiting[0] ? askedIn.get(waiting[0].id)! : null,
  };
}

export async function listWishes(db: Db, requestId: string) {
  return db
    .selectFrom("accessRequestDocument")
    .innerJoin("document", "document.id", "accessRequestDocument.documentId")
    .select(["document.id", "document.title"])
    .where("accessRequestDocument.accessRequestId", "=", requestId)
    .orderBy("document.position")
    .execute();
}
