import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { Conflict } from "#app/domain/errors.ts";
import { fileStore } from "#app/platform/file-store.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { checkFile } from "./check-file.server.ts";
import { addDocument, ensureKeepsDocuments, getDocument, lockDocument } from "./documents.server.ts";
import type { DocumentForm } from "./documents.ts";
import { cleanFileName } from "./file-names.ts";
import { ensureAudienceFits } from "./stampable.ts";

export type NewFile = { fileName: string; bytes: Uint8Array; note: string };

export type CurrentVersion = {
  id: string;
  number: number;
  sha256: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  pages: number | null;
  stampable: boolean;
};

export async function uploadVersion(
  db: Db,
  staff: Staff,
  upload: NewFile & { documentId: string },
): Promise<{ id: string; number: number }> {
  ensureKeepsDocuments(staff);
  await getDocument(db, upload.documentId);
  const kept = await keepFile(upload);
  return inTransaction(db, (trx) => addVersion(trx, staff, { documentId: upload.documentId, file: kept }));
}

/** Both or neither: a file that is refused leaves no empty document behind. */
export async function addDocumentWithFile(
  db: Db,
  staff: Staff,
  { form, file }: { form: DocumentForm; file: NewFile },
): Promise<{ id: string }> {
  ensureKeepsDocuments(staff);
  const kept = await keepFile(file);
  return inTransaction(db, async (trx) => {
    const document = await addDocument(trx, staff, form);
    await addVersion(trx, staff, { documentId: document.id, file: kept });
    return document;
  });
}

type KeptFile = Awaited<ReturnType<typeof keepFile>>;

/** Checks the file and puts it on disk, before and outside any transaction: a row never names bytes that are not there. */
async function keepFile({ fileName: sentName, bytes, note }: NewFile) {
  const fileName = cleanFileName(sentName);
  const checked = await checkFile({ fileName, bytes });
  const stored = await fileStore.put(bytes);
  return { ...checked, ...stored, fileName, note };
}

async function addVersion(db: Db, staff: Staff, { documentId, file }: { documentId: string; file: KeptFile }) {
  const document = await lockDocument(db, documentId);
  ensureAudienceFits(document.audience, file);
  const current = await currentVersion(db, documentId);
  if (current?.sha256 === file.sha256) {
    throw new Conflict("documents.same-file", `This is the file of version ${current.number}. Nothing was changed.`);
  }
  const version = await db
    .insertInto("documentVersion")
    .values({ ...file, documentId, number: (current?.number ?? 0) + 1, uploadedBy: staff.id })
    .returning(["id", "number"])
    .executeTakeFirstOrThrow();
  await recordAudit(db, {
    action: "documents.version.uploaded",
    actor: staff,
    subject: { kind: "document", id: documentId },
    details: { title: document.title, version: version.number, sha256: file.sha256, fileName: file.fileName },
  });
  return version;
}

export async function currentVersion(db: Db, documentId: string): Promise<CurrentVersion | null> {
  const version = await db
    .selectFrom("documentVersion")
    .select(["id", "number", "sha256", "fileName", "mediaType", "sizeBytes", "pages", "stampable"])
    .where("documentId", "=", documentId)
    .orderBy("number", "desc")
    .executeTakeFirst();
  return version ?? null;
}

/** Newest first. */
export async function listVersions(db: Db, documentId: string) {
  return db
    .selectFrom("documentVersion")
    .leftJoin("person", "person.id", "documentVersion.uploadedBy")
    .select(["documentVersion.id", "number", "sha256", "fileName", "mediaType", "sizeBytes", "pages", "stampable"])
    .select(["note", "uploadedAt", "person.name as uploadedByName"])
    .where("documentId", "=", documentId)
    .orderBy("number", "desc")
    .execute();
}
