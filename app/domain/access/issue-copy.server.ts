import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import type { Client, Prospect, Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { MarkingKey } from "#app/domain/documents/marks/code-words.server.ts";
import { getMarkingKey } from "#app/domain/documents/marks/marking-keys.server.ts";
import type { Stamp } from "#app/domain/documents/names.ts";
import { openStoredFile } from "#app/domain/documents/stored-file.server.ts";
import type { CurrentVersion } from "#app/domain/documents/versions.server.ts";
import { Conflict, TooMany } from "#app/domain/errors.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { newCode, sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Audience } from "#db/schema/documents.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { tellOfRefusedCopy } from "./refused-copy.server.ts";

export type Opening = { documentId: string; client: Client };
export type FoundDocument = { id: string; title: string; audience: Audience; withdrawnAt: Date | null };
export type Asked = { opening: Opening; version: CurrentVersion; document: FoundDocument };

type Holder = { who: Prospect | Staff; company: string };

/** `key` is null for what is kept for staff only and cannot be stamped. */
export type Copy = { copyId: string; at: Date; bytes: Buffer; sha256: string; key: MarkingKey | null };

/** The stamp, or nothing: a copy that cannot be made stays here, the trail says why, and security is told. */
export async function makeCopy(db: Db, asked: Asked & Holder): Promise<Copy> {
  const { who, company, version } = asked;
  const copyId = await newCopyId(db);
  const { rows } = await sql<{ at: Date }>`select date_trunc('milliseconds', now()) as at`.execute(db);
  const at = rows[0]!.at;
  const key = version.stampable ? await getMarkingKey(db) : null;
  try {
    const original = await openStoredFile(version.sha256);
    const stamp = { name: who.name, email: who.email, company, at, copyId, receipts: receiptsAddress() };
    const bytes = key ? await stamped(original, { stamp, key }) : original;
    return { copyId, at, bytes, sha256: sha256(bytes), key };
  } catch (error) {
    if (error instanceof TooMany) throw error;
    await refuseCopy(db, { ...asked, copyId, why: error instanceof Error ? error.message : "unknown" });
    throw new Conflict("access.copy-not-made", complaints.copyNotMade);
  }
}

/** The address under which a copy id is looked up, as short as it can be printed. */
const receiptsAddress = () => `${appOrigin().replace(/^https?:\/\//, "")}/copies`;

/** The stamping library is large, so it is loaded for the first copy and not before anyone can be served. */
async function stamped(original: Uint8Array, stamping: { stamp: Stamp; key: MarkingKey }): Promise<Buffer> {
  const { stampPdf } = await import("#app/domain/documents/stamp-pdf.server.ts");
  return stampPdf(original, stamping);
}

async function refuseCopy(db: Db, { who, document, version, copyId, why }: Asked & Holder & Refusal) {
  await inTransaction(db, async (trx) => {
    await recordAudit(trx, {
      action: "access.document.refused",
      actor: who,
      subject: { kind: "document", id: document.id },
      details: { copyId, version: version.number, why },
    });
    await tellOfRefusedCopy(trx, { title: document.title, documentId: document.id, why });
  });
}

type Refusal = { copyId: string; why: string };

/** Into the ledger and onto the trail, in the caller's transaction, before the first byte. */
export async function recordCopy(
  db: Db,
  issued: Asked & { who: Prospect | Staff; copy: Copy; grantId: string | null },
): Promise<void> {
  const { who, copy, version, opening, grantId } = issued;
  if (copy.key) {
    await db
      .insertInto("issuedCopy")
      .values({
        copyId: copy.copyId,
        personId: who.id,
        documentVersionId: version.id,
        markingKeyId: copy.key.id,
        sha256: copy.sha256,
        issuedAt: copy.at,
      })
      .execute();
  }
  await recordAudit(db, {
    action: "access.document.downloaded",
    actor: who,
    subject: { kind: "document", id: opening.documentId },
    details: {
      copyId: copy.copyId,
      copySha256: copy.sha256,
      grantId,
      version: version.number,
      sha256: version.sha256,
      ipAddress: opening.client.ipAddress,
    },
  });
}

async function newCopyId(db: Db): Promise<string> {
  for (;;) {
    const copyId = `CP-${newCode(4)}-${newCode(4)}`;
    const taken = await db
      .selectFrom("issuedCopy")
      .select("copyId")
      .where("copyId", "=", copyId)
      .union(db.selectFrom("download").select("copyId").where("copyId", "=", copyId))
      .executeTakeFirst();
    if (!taken) return copyId;
  }
}
