import { Invalid } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { listRequestableDocuments } from "#app/domain/documents/documents.server.ts";

export type RequestableDocument = { id: string; title: string; audience: "on-request" | "nda" };

/** The named documents, in the order of the trust page, if each can be asked for now. */
export async function getRequestableDocuments(db: Db, documentIds: string[]): Promise<RequestableDocument[]> {
  const wanted = new Set(documentIds);
  const found = (await listRequestableDocuments(db)).filter((document) => wanted.has(document.id));
  if (found.length !== wanted.size || wanted.size === 0) {
    throw new Invalid("access.document-not-requestable", "One of these documents can no longer be asked for.");
  }
  return found.map(({ id, title, audience }) => ({ id, title, audience: audience as "on-request" | "nda" }));
}
