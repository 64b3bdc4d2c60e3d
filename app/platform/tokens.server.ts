import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "./env.server.ts";

/** 256 random bits, base64url: for links. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const sha256 = (value: string | Uint8Array): string => createHash("sha256").update(value).digest("hex");

/** Letters and digits that cannot be mistaken for one another when read aloud or typed. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** `length` characters of 32, so 5 bits each. */
export const newCode = (length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

/** What a person typed, as it was made: upper case, without spaces and dashes. */
export const normaliseCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, "");

/** Keyed hash for secrets too short to stand a dictionary: needs the key to be tried. */
export const keyedHash = (purpose: string, value: string): string =>
  createHmac("sha256", secretKey()).update(`${purpose}\0${value}`).digest("hex");

export function sameSecret(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

let key: string | undefined;

/** `SECRET_KEY`, or a key made once and kept in the data directory, readable by its owner only. */
function secretKey(): string {
  return (key ??= env.secretKey ?? keptKey(join(env.dataDir, "secret.key")));
}

function keptKey(file: string): string {
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o400 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    chmodSync(file, 0o400);
  }
  return readFileSync(file, "utf8").trim();
}
