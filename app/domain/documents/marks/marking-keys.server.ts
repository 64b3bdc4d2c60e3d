import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { keyedHash } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import type { MarkingKey } from "./code-words.server.ts";

const cipher = "aes-256-gcm";
const [secretLength, nonceLength, tagLength] = [32, 12, 16];

/** Says under which SECRET_KEY a key was sealed, and nothing about it. */
const secretInUse = () => keyedHash("documents.marking-key.secret", "");
const sealingKey = () => Buffer.from(keyedHash("documents.marking-key.sealing", ""), "hex");

/**
 * The key of the copies that are made now. Made when it is first needed; the database lets one be made for a SECRET_KEY,
 * whoever comes first.
 */
export async function getMarkingKey(db: Db): Promise<MarkingKey> {
  return (await findKeyInUse(db)) ?? makeKey(db);
}

/** The keys of these ids that can still be opened: another SECRET_KEY closes those that were made under it. */
export async function openMarkingKeys(db: Db, ids: string[]): Promise<MarkingKey[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("markingKey")
    .select(["id", "sealedSecret"])
    .where("id", "in", ids)
    .where("sealedUnder", "=", secretInUse())
    .execute();
  return rows.map(unsealed);
}

async function findKeyInUse(db: Db): Promise<MarkingKey | null> {
  const row = await db
    .selectFrom("markingKey")
    .select(["id", "sealedSecret"])
    .where("sealedUnder", "=", secretInUse())
    .executeTakeFirst();
  return row ? unsealed(row) : null;
}

async function makeKey(db: Db): Promise<MarkingKey> {
  await db
    .insertInto("markingKey")
    .values({ sealedSecret: sealed(randomBytes(secretLength)), sealedUnder: secretInUse() })
    .onConflict((same) => same.column("sealedUnder").doNothing())
    .execute();
  return (await findKeyInUse(db))!;
}

function sealed(secret: Buffer): Buffer {
  const nonce = randomBytes(nonceLength);
  const sealing = createCipheriv(cipher, sealingKey(), nonce);
  const content = [sealing.update(secret), sealing.final()];
  return Buffer.concat([nonce, sealing.getAuthTag(), ...content]);
}

function unsealed({ id, sealedSecret }: { id: string; sealedSecret: Uint8Array }): MarkingKey {
  const bytes = Buffer.from(sealedSecret);
  const opening = createDecipheriv(cipher, sealingKey(), bytes.subarray(0, nonceLength));
  opening.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
  return { id, secret: Buffer.concat([opening.update(bytes.subarray(nonceLength + tagLength)), opening.final()]) };
}
