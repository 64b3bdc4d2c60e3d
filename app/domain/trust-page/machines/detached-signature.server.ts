import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { z } from "zod";

/** RFC 8037; `kid` is the key's thumbprint (RFC 7638), so that a reader can keep it and know the key again. */
export const publicJwk = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string().regex(/^[\w-]{43}$/),
  kid: z.string(),
  use: z.literal("sig").optional(),
  alg: z.literal("EdDSA").optional(),
});
export type PublicJwk = z.output<typeof publicJwk>;

export const keySet = z.object({ keys: z.array(publicJwk) });

export const thumbprint = (x: string): string =>
  createHash("sha256").update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest("base64url");

export const jwkOf = (x: string): PublicJwk => ({
  ...{ kty: "OKP", crv: "Ed25519", x },
  ...{ kid: thumbprint(x), use: "sig", alg: "EdDSA" },
});

/**
 * A detached JWS in compact form, "header..signature", over the bytes as they are: RFC 7515 appendix F with `b64: false`
 * of RFC 7797, which openssl and a shell can check.
 */
export function signDetached(text: string, { kid, privateKey }: { kid: string; privateKey: KeyObject }): string {
  const header = Buffer.from(JSON.stringify({ alg: "EdDSA", b64: false, crit: ["b64"], kid })).toString("base64url");
  return `${header}..${sign(null, signedBytes(header, Buffer.from(text)), privateKey).toString("base64url")}`;
}

const signedBytes = (header: string, content: Uint8Array) => Buffer.concat([Buffer.from(`${header}.`), content]);

const headerShape = z.strictObject({
  alg: z.literal("EdDSA"),
  b64: z.literal(false),
  crit: z.tuple([z.literal("b64")]),
  kid: z.string(),
});

export type Verdict = { holds: true; kid: string } | { holds: false; reason: string };

/** Nothing of the header is taken on trust: the algorithm is fixed, and the key is one of `keys` with its own thumbprint. */
export function verifyDetached(content: Uint8Array, signature: string, keys: PublicJwk[]): Verdict {
  const [header, none, bytes, ...more] = signature.split(".");
  const read = headerShape.safeParse(parsedHeader(header ?? ""));
  if (!read.success || none !== "" || !bytes || more.length > 0) {
    return { holds: false, reason: "The signature is not of the documented form." };
  }
  const { kid } = read.data;
  const key = keys.find((candidate) => candidate.kid === kid && thumbprint(candidate.x) === kid);
  if (!key) return { holds: false, reason: `The key ${kid} is not among the published ones.` };
  const publicKey = createPublicKey({ format: "jwk", key: { kty: key.kty, crv: key.crv, x: key.x } });
  const holds = verify(null, signedBytes(header!, content), publicKey, Buffer.from(bytes, "base64url"));
  return holds ? { holds, kid } : { holds, reason: "The signature does not fit the content." };
}

function parsedHeader(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}
