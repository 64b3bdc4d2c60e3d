import { createHash } from "node:crypto";
import { canonicalJson } from "#app/domain/audit/chain.ts";

export const sealFormat = "candor-acceptance-1";

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
};

/**
 * SHA-256 (hex) over a format tag and each field in this order, each preceded by its length in bytes and a colon, so
 * that no two different acceptances have the same encoding. Times are UTC with milliseconds; `events` is JSON with its
 * keys sorted; what is absent is empty.
 */
export function sealOf(acceptance: SealedAcceptance): string {
  const fields = [
    sealFormat,
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
  const hash = createHash("sha256");
  for (const field of fields) {
    const bytes = Buffer.from(field, "utf8");
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest("hex");
}

export const sealHolds = (acceptance: SealedAcceptance & { seal: string }): boolean =>
  sealOf(acceptance) === acceptance.seal;
