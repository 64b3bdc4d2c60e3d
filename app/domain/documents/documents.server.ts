import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { Conflict, NotAllowed, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { type Audience, type DocumentKind, keepsDocuments } from "./document-words.ts";
import type { DocumentForm } from "./documents.ts";
import { ensureAudienceFits } from "./stampable.ts";

export type ListedDocument = {
  id: string;
  title: string;
  description: string;
  kind: DocumentKind;
  audience: Audience;
  position: number;
  withdrawnAt: Date | null;
  version: ListedVersion | null;
};

export type ListedVersion = {
  id: string;
  number: number;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  pages: number | null;
  stampable: boolean;
  uploadedAt: Date;
};

export async function addDocument(db: Db, staff: Staff, form: DocumentForm): Promise<{ id: string }> {
  ensureKeepsDocuments(staff);
  return inTransaction(db, async (trx) => {
    const document = await trx
      .insertInto("document")
      .values({ ...form, position: sql`(select coalesce(max(position), 0) + 1 from document)` })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "documents.document.added",
      actor: staff,
      subject: { kind: "document", id: document.id },
      details: { title: form.title, audience: form.audience },
    });
    return document;
  });
}

export async function changeDocument(db: Db, staff: Staff, change: DocumentForm & { id: string }): Promise<void> {
  ensureKeepsDocuments(staff);
  const { id, ...form } = change;
  await inTransaction(db, async (trx) => {
    const before = await lockDocument(trx, id);
    const version = await newestVersion(trx, id);
    if (version) ensureAudienceFits(form.audience, version);
    await trx.updateTable("document").set(form).where("id", "=", id).execute();
    await recordAudit(trx, {
      action: "documents.document.changed",
      actor: staff,
      subject: { kind: "document", id },
      details: { title: form.title, audienceBefore: before.audience, audience: form.audience },
    });
  });
}

/** Nothing is deleted: the document leaves every list, and its versions and their trail stay. */
export async function withdrawDocument(db: Db, staff: Staff, id: string): Promise<void> {
  ensureKeepsDocuments(staff);
  await inTransaction(db, async (trx) => {
    const { title } = await lockDocument(trx, id);
    await trx
      .updateTable("document")
      .set({ withdrawnAt: sql`now()` })
      .where("id", "=", id)
      .execute();
    await recordAudit(trx, {
      action: "documents.document.withdrawn",
      actor: staff,
      subject: { kind: "document", id },
      details: { title },
    });
  });
}

export async function listDocuments(db: Db, also: { withdrawn?: boolean } = {}): Promise<ListedDocument[]> {
  const rows = await withNewestVersion(db)
    .$if(!also.withdrawn, (query) => query.where("document.withdrawnAt", "is", null))
    .orderBy("document.position")
    .orderBy("document.createdAt")
    .orderBy("document.id")
    .limit(1000)
    .execute();
  return rows.map(listed);
}

/** What a prospect may ask for: gated, not withdrawn, and there to be opened. */
export async function listRequestableDocuments(db: Db): Promise<ListedDocument[]> {
  const rows = await withNewestVersion(db)
    .where("document.withdrawnAt", "is", null)
    .where("document.audience", "in", ["on-request", "nda"])
    .where("version.id", "is not", null)
    .orderBy("document.position")
    .orderBy("document.createdAt")
    .orderBy("document.id")
    .execute();
  return rows.map(listed);
}

/** Also one that was withdrawn: see `withdrawnAt`. */
export async function getDocument(db: Db, id: string): Promise<ListedDocument> {
  const row = await withNewestVersion(db).where("document.id", "=", id).executeTakeFirst();
  if (!row) throw noSuchDocument();
  return listed(row);
}

function withNewestVersion(db: Db) {
  return db
    .selectFrom("document")
    .leftJoin(
      (version) =>
        version
          .selectFrom("documentVersion")
          .distinctOn("documentId")
          .select(["id", "documentId", "number", "fileName", "mediaType", "sizeBytes", "pages", "stampable"])
          .select("uploadedAt")
          .orderBy("documentId")
          .orderBy("number", "desc")
          .as("version"),
      (join) => join.onRef("version.documentId", "=", "document.id"),
    )
    .select(["document.id", "document.title", "document.description", "document.kind", "document.audience"])
    .select(["document.position", "document.withdrawnAt"])
    .select(["version.id as versionId", "version.number", "version.fileName", "version.mediaType"])
    .select(["version.sizeBytes", "version.pages", "version.stampable", "version.uploadedAt"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof withNewestVersion>["executeTakeFirstOrThrow"]>>;

function listed(row: Row): ListedDocument {
  const { versionId, number, fileName, mediaType, sizeBytes, pages, stampable, uploadedAt, ...document } = row;
  const version = versionId && {
    id: versionId,
    number: number!,
    fileName: fileName!,
    mediaType: mediaType!,
    sizeBytes: sizeBytes!,
    pages,
    stampable: stampable!,
    uploadedAt: uploadedAt!,
  };
  return { ...document, version: version || null };
}

export function ensureKeepsDocuments(staff: Staff): void {
  if (!keepsDocuments(staff.role)) {
    throw new NotAllowed("documents.security-keeps-them", "Only security and admins change documents.");
  }
}

/** One change of a document at a time: its audience and its newest version have to fit each other. */
export async function lockDocument(db: Db, id: string) {
  const document = await db
    .selectFrom("document")
    .select(["id", "title", "audience", "withdrawnAt"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!document) throw noSuchDocument();
  if (document.withdrawnAt) throw new Conflict("documents.withdrawn", "This document was withdrawn.");
  return document;
}

const newestVersion = (db: Db, documentId: string) =>
  db
    .selectFrom("documentVersion")
    .select(["mediaType", "stampable"])
    .where("documentId", "=", documentId)
    .orderBy("number", "desc")
    .executeTakeFirst();

const noSuchDocument = () => new NotFound("documents.not-found", complaints.noSuchDocument);
