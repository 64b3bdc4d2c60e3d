import { createHash } from "node:crypto";

/** A random UUID, made once for this purpose. */
const ours = Buffer.from("5f0c2c1e8b5d4b0ea3d98c1d6f7a9e42", "hex");

/** The version 5 UUID (RFC 9562, 5.5) of a name: always the same for the same name. */
export function stableUuid(...name: string[]): string {
  const digest = createHash("sha1").update(ours).update(name.join("\n")).digest().subarray(0, 16);
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
