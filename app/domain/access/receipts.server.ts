import { ensureWithinAddressLimit } from "#app/domain/accounts/limits.server.ts";
import type { Client } from "#app/domain/accounts/people.ts";
import type { Db } from "#db/client.server.ts";
import { copyIdFrom } from "./issued-copies.server.ts";
import { limits } from "./limits.ts";
import type { Receipt } from "./receipts.ts";

/** Null for an id that no copy was given out under. */
export async function findReceipt(db: Db, typed: string, client: Client): Promise<Receipt | null> {
  await ensureWithinAddressLimit(db, limits.receiptByAddress, client);
  const copyId = copyIdFrom(typed);
  if (!copyId) return null;
  const copy = await findCopy(db, copyId);
  if (!copy) return null;
  const { issuedAt, title, audience, withdrawnAt, newest, number } = copy;
  return {
    copyId,
    issuedAt,
    title: audience === "internal" || withdrawnAt ? null : title,
    state: withdrawnAt ? "withdrawn" : newest === number ? "current" : "superseded",
  };
}

/** Copies from before there was a ledger are known by their download. */
async function findCopy(db: Db, copyId: string) {
  const issued = db.selectFrom("issuedCopy").select(["copyId", "documentVersionId", "issuedAt"]);
  const downloaded = db.selectFrom("download").select(["copyId", "documentVersionId", "at as issuedAt"]);
  return db
    .selectFrom(issued.union(downloaded).as("copy"))
    .innerJoin("documentVersion", "documentVersion.id", "copy.documentVersionId")
    .innerJoin("document", "document.id", "documentVersion.documentId")
    .select(["copy.issuedAt", "document.title", "document.audience", "document.withdrawnAt", "documentVersion.number"])
    .select((version) =>
      version
        .selectFrom("documentVersion as other")
        .select((other) => other.fn.max("other.number").as("newest"))
        .whereRef("other.documentId", "=", "document.id")
        .as("newest"),
    )
    .where("copy.copyId", "=", copyId)
    .executeTakeFirst();
}
