import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/audit/chain.ts";

/** The first encoding lacks what the second adds; acceptances sealed under it stay as they are. */
export const firstSealFormat = "candor-acceptance-1";
export const sealFormat = "candor-acceptance-2";

export type AcceptanceEvent = { name: string; serverTime: string; clientTime: string | null };

export type SealedAcceptance = {
  id: string;
  ndaVersionId: string;
  ndaSha256: string;
  personId: string;
  companyAccountId: string | null;
  email: string;
  fullName: string;
  title: string;
  company: string;
  authorised: boolean;
  consentSentence: string;
  buttonLabel: string;
  pageSha256: string;
  events: AcceptanceEvent[];
  provedBy: string;
  ipAddress: string;
  userAgent: string;
  sessionHash: string;
  accessRequestId: string | null;
  acceptedAt: Date;
  sealFormat: string;
  language: string | null;
  pageTemplate: string | null;
  httpRequestId: string | null;
  proofEventId: string | null;
  provedAt: Date | null;
  purpose: string | null;
  obligationsUntil: string | null;
  grants: string[] | null;
  mailId: string | null;
};

/**
 * SHA-256 (hex) over a format tag and each field in this order, each preceded by its length in bytes and a colon, so
 * that no two different acceptances have the same encoding. Times are UTC with milliseconds; `events` and `grants` are
 * JSON with its keys sorted; what is absent is empty.
 */
export function sealOf(acceptance: SealedAcceptance): string {
  const hash = createHash("sha256");
  for (const field of fieldsOf(acceptance)) {
    const bytes = Buffer.from(field, "utf8");
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}

function fieldsOf(acceptance: SealedAcceptance): string[] {
  const first = [
    acceptance.sealFormat,
    acceptance.id,
    acceptance.ndaVersionId,
    acceptance.ndaSha256,
    acceptance.personId,
    acceptance.companyAccountId ?? "",
    acceptance.email,
    acceptance.fullName,
    acceptance.title,
    acceptance.company,
    acceptance.authorised ? "authorised" : "",
    acceptance.consentSentence,
    acceptance.buttonLabel,
    acceptance.pageSha256,
    canonicalJson(acceptance.events),
    acceptance.provedBy,
    acceptance.ipAddress,
    acceptance.userAgent,
    acceptance.sessionHash,
    acceptance.accessRequestId ?? "",
    acceptance.acceptedAt.toISOString(),
  ];
  if (acceptance.sealFormat === firstSealFormat) return first;
  return [
    ...first,
    acceptance.language ?? "",
    acceptance.pageTemplate ?? "",
    acceptance.httpRequestId ?? "",
    acceptance.proofEventId ?? "",
    acceptance.provedAt?.toISOString() ?? "",
    acceptance.purpose ?? "",
    acceptance.obligationsUntil ?? "",
    canonicalJson(acceptance.grants ?? []),
    acceptance.mailId ?? "",
  ];
}

export const sealHolds = (acceptance: SealedAcceptance & { seal: string }): boolean =>
  sealOf(acceptance) === acceptance.seal;
