import { normaliseCode } from "#app/platform/tokens.server.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { openMarkingKeys } from "#app/domain/documents/marks/marking-keys.server.ts";
import type { Candidate } from "#app/domain/documents/trace/name-copies.server.ts";
import type { Db } from "#db/client.server.ts";
import { ensureDecides } from "./deciders.ts";
import type { IssuedCopy } from "./trace-report.ts";

/** "cp 7f3k 22qd" → "CP-7F3K-22QD"; null when it cannot be a copy id. */
export function copyIdFrom(typed: string): string | null {
  const [, first, second] = /^CP([2-9A-HJ-NP-Z]{4})([2-9A-HJ-NP-Z]{4})$/.exec(normaliseCode(typed)) ?? [];
  return first && second ? `CP-${first}-${second}` : null;
}

/** Those of the ids that copies were given out under, the newest first. */
export async function listIssuedCopies(db: Db, staff: Staff, copyIds: string[]): Promise<IssuedCopy[]> {
  ensureDecides(staff);
  if (copyIds.length === 0) return [];
  const marked = await copies(db).where("issuedCopy.copyId", "in", copyIds).execute();
  const known = new Set(marked.map(({ copyId }) => copyId));
  const older = copyIds.filter((copyId) => !known.has(copyId));
  return [...marked, ...(older.length > 0 ? await listUnmarkedCopies(db, older) : [])];
}

const copies = (db: Db) =>
  db
    .selectFrom("issuedCopy")
    .innerJoin("documentVersion", "documentVersion.id", "issuedCopy.documentVersionId")
    .innerJoin("document", "document.id", "documentVersion.documentId")
    .innerJoin("person", "person.id", "issuedCopy.personId")
    .leftJoin("companyAccount", "companyAccount.id", "person.companyAccountId")
    .select(["issuedCopy.copyId", "issuedCopy.issuedAt", "issuedCopy.sha256", "issuedCopy.personId"])
    .select(["person.name", "person.email", "companyAccount.name as company"])
    .select(["document.id as documentId", "document.title", "documentVersion.number as version"])
    .orderBy("issuedCopy.issuedAt", "desc");

async function listUnmarkedCopies(db: Db, copyIds: string[]): Promise<IssuedCopy[]> {
  const rows = await db
    .selectFrom("download")
    .innerJoin("documentVersion", "documentVersion.id", "download.documentVersionId")
    .innerJoin("document", "document.id", "download.documentId")
    .innerJoin("person", "person.id", "download.personId")
    .leftJoin("companyAccount", "companyAccount.id", "person.companyAccountId")
    .select(["download.copyId", "download.at as issuedAt", "download.personId"])
    .select(["person.name", "person.email", "companyAccount.name as company"])
    .select(["document.id as documentId", "document.title", "documentVersion.number as version"])
    .where("download.copyId", "in", copyIds)
    .orderBy("download.at", "desc")
    .execute();
  return rows.map((row) => ({ ...row, sha256: null }));
}

/** A file of which copies were given out; one that was uploaded twice is one file. */
export type Original = { documentIds: string[]; title: string; version: number; sha256: string };

/** The files of which marked copies left, those of the newest copies first. */
export async function listOriginals(db: Db): Promise<Original[]> {
  const rows = await db
    .selectFrom("issuedCopy")
    .innerJoin("documentVersion", "documentVersion.id", "issuedCopy.documentVersionId")
    .innerJoin("document", "document.id", "documentVersion.documentId")
    .select(["documentVersion.documentId", "document.title", "documentVersion.number as version"])
    .select("documentVersion.sha256")
    .groupBy(["documentVersion.id", "document.title"])
    .orderBy((copy) => copy.fn.max("issuedCopy.issuedAt"), "desc")
    .execute();
  const originals = new Map<string, Original>();
  for (const { documentId, ...row } of rows) {
    const known = originals.get(row.sha256);
    if (known) known.documentIds.push(documentId);
    else originals.set(row.sha256, { ...row, documentIds: [documentId] });
  }
  return [...originals.values()];
}

/** A marked copy with its key; `original` is the SHA-256 of the file that it is a copy of. */
export type LedgerCopy = Candidate & { sha256: string; original: string };

/** The copies that are this very file. */
export async function listCopiesOfBytes(db: Db, sha256: string): Promise<string[]> {
  const rows = await db.selectFrom("issuedCopy").select("copyId").where("sha256", "=", sha256).execute();
  return rows.map(({ copyId }) => copyId);
}

/** Every marked copy; `closed` counts those whose key another SECRET_KEY made unreadable. */
export async function listLedger(db: Db): Promise<{ copies: LedgerCopy[]; closed: number }> {
  const rows = await db
    .selectFrom("issuedCopy")
    .innerJoin("documentVersion", "documentVersion.id", "issuedCopy.documentVersionId")
    .select(["copyId", "markingKeyId", "issuedCopy.sha256", "documentVersion.sha256 as original"])
    .execute();
  const keys = await openMarkingKeys(db, [...new Set(rows.map(({ markingKeyId }) => markingKeyId))]);
  const byId = new Map(keys.map((key) => [key.id, key]));
  const open = rows.flatMap(({ markingKeyId, ...row }) => {
    const key = byId.get(markingKeyId);
    return key ? [{ ...row, key }] : [];
  });
  return { copies: open, closed: rows.length - open.length };
}
