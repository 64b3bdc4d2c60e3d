import { en } from "#app/messages/en.ts";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import type { GrantState } from "./grants.ts";

type Tone = "current" | "pending" | "ageing" | "lapsed" | "none";

const { requestStatus: status, grantState: grant } = en.portal;

/** Tones for everyone, words in English for staff. */
export const requestStatusWords: Record<AccessRequestStatus, { tone: Tone; word: string }> = {
  unverified: { tone: "pending", word: status.unverified },
  pending: { tone: "pending", word: status.pending },
  "more-info": { tone: "ageing", word: status["more-info"] },
  approved: { tone: "current", word: status.approved },
  declined: { tone: "lapsed", word: status.declined },
  withdrawn: { tone: "none", word: status.withdrawn },
  expired: { tone: "none", word: status.expired },
};

export const grantStateWords: Record<GrantState, { tone: Tone; word: string }> = {
  open: { tone: "current", word: grant.open },
  "waits-for-nda": { tone: "pending", word: grant["waits-for-nda"] },
  expired: { tone: "none", word: grant.expired },
  revoked: { tone: "lapsed", word: grant.revoked },
  closed: { tone: "none", word: grant.closed },
};
