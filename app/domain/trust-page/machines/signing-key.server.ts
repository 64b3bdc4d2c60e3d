import { createCipheriv, createDecipheriv, createPrivateKey, generateKeyPairSync, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { keyedHash } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { jwkOf, thumbprint, type PublicJwk } from "./detached-signature.server.ts";

export type SigningKey = { kid: string; privateKey: KeyObject };

const cipher = "aes-256-gcm";
const [nonceBytes, tagBytes] = [12, 16];

/** Says under which SECRET_KEY a key was sealed, and nothing about it. */
const secretInUse = () => keyedHash("trust-page.signing-key.secret", "");
const sealingKey = () => Buffer.from(keyedHash("trust-page.signing-key.sealing", ""), "hex");

/**
 * Made when it is first needed; the database lets one be made for a secret, whoever comes first. Without the SECRET_KEY
 * that sealed it a key is of no use, and another one is made.
 */
export async function getSigningKey(db: Db): Promise<SigningKey> {
  const found = (await findKey(db)) ?? (await makeKey(db));
  return { kid: found.id, privateKey: unsealed(found) };
}

/** Every key that signed, the newest first. */
export async function listPublicKeys(db: Db): Promise<PublicJwk[]> {
  await getSigningKey(db);
  const keys = await db.selectFrom("signingKey").select("publicKey").orderBy("madeAt", "desc").orderBy("id").execute();
  return keys.map(({ publicKey }) => jwkOf(publicKey));
}

const findKey = (db: Db) =>
  db
    .selectFrom("signingKey")
    .select(["id", "sealedPrivateKey"])
    .where("sealedUnder", "=", secretInUse())
    .executeTakeFirst();

async function makeKey(db: Db) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x } = publicKey.export({ format: "jwk" }) as { x: string };
  const id = thumbprint(x);
  await db
    .insertInto("signingKey")
    .values({ id, publicKey: x, sealedPrivateKey: sealed(id, privateKey), sealedUnder: secretInUse() })
    .onConflict((same) => same.column("sealedUnder").doNothing())
    .execute();
  return (await findKey(db))!;
}

function sealed(id: string, privateKey: KeyObject): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, sealingKey(), nonce).setAAD(Buffer.from(id));
  const content = [sealing.update(privateKey.export({ format: "der", type: "pkcs8" })), sealing.final()];
  return Buffer.concat([nonce, sealing.getAuthTag(), ...content]);
}

function unsealed({ id, sealedPrivateKey }: { id: string; sealedPrivateKey: Uint8Array }): KeyObject {
  const bytes = Buffer.from(sealedPrivateKey);
  const opening = createDecipheriv(cipher, sealingKey(), bytes.subarray(0, nonceBytes));
  opening.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const key = Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
  return createPrivateKey({ key, format: "der", type: "pkcs8" });
}
