import { createHash } from "node:crypto";
import type { ChainedEvent } from "#app/domain/audit/chain.ts";
import type { SealedAcceptance } from "./seal.ts";

export const evidenceFormat = "candor-evidence-1";
export const evidenceFileName = "evidence.json";

type WithTextDates<Row> = { [Key in keyof Row]: Row[Key] extends Date ? string : Row[Key] };

export type EvidenceAcceptance = Omit<WithTextDates<SealedAcceptance>, "provedAt"> & { provedAt: string | null };
export type EvidenceEvent = ChainedEvent & { previousHash: string; hash: string };

export type Evidence = {
  format: typeof evidenceFormat;
  vendor: string;
  madeAt: string;
  acceptance: EvidenceAcceptance;
  seal: string;
  nda: {
    id: string;
    number: number;
    title: string;
    format: "markdown" | "pdf";
    language: string;
    effectiveFrom: string;
    /** The exact bytes that were accepted, in Base64. */
    bytes: string;
  };
  /** The words of the page that the signer saw, in their order. */
  pageWords: string;
  /** What the audit trail says about it, each event with its own hash and the one before. */
  audit: EvidenceEvent[];
  /** What became of the mail with the copy. */
  delivery: { mailId: string; state: string; sentAt: string | null; providerId: string | null } | null;
  /** The other files of the pack. */
  files: { name: string; sha256: string }[];
  /** SHA-256 of this file without this line's value: `digest` stands as an empty text in it. */
  digest: string;
};

/** The one spelling of a piece of evidence: JSON with sorted keys, two blanks a level and a line end at the end. */
export function encodeEvidence(evidence: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(sorted(evidence), null, 2)}\n`, "utf8");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const keys = Object.keys(value).sort();
  return Object.fromEntries(keys.map((key) => [key, sorted((value as Record<string, unknown>)[key])]));
}

export const digestOf = (evidence: Evidence): string =>
  createHash("sha256")
    .update(encodeEvidence({ ...evidence, digest: "" }))
    .digest("hex");

export function sealedEvidence(evidence: Omit<Evidence, "digest">): Buffer {
  const open = { ...evidence, digest: "" };
  return encodeEvidence({ ...open, digest: digestOf(open) });
}
