import { createHash } from "node:crypto";

export const firstHash = "0".repeat(64);
const format = "candor-audit-1";

export type ChainedEvent = {
  seq: string;
  id: string;
  at: string;
  action: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  subjectKind: string;
  subjectId: string | null;
  details: unknown;
};

/**
 * SHA-256 (hex) over a format tag, the hash before, and each field in a fixed order, each preceded by its length in
 * bytes, so that no two different events have the same encoding. `details` is JSON with its keys sorted.
 */
export function hashEvent(previousHash: string, event: ChainedEvent): string {
  const fields = [
    format,
    previousHash,
    event.seq,
    event.id,
    event.at,
    event.action,
    event.actorKind,
    event.actorId ?? "",
    event.actorName,
    event.subjectKind,
    event.subjectId ?? "",
    canonicalJson(event.details),
  ];
  const hash = createHash("sha256");
  for (const field of fields) {
    const bytes = Buffer.from(field, "utf8");
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
