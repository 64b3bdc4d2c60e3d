import type { AccessRequestStatus } from "#db/schema/access.ts";
import type { GrantState } from "./grants.ts";

type Tone = "current" | "pending" | "ageing" | "lapsed" | "none";

export const requestStatusWords: Record<AccessRequestStatus, { tone: Tone; word: string }> = {
  unverified: { tone: "pending", word: "Address not proved" },
  pending: { tone: "pending", word: "Waits for a decision" },
  "more-info": { tone: "ageing", word: "Asks for more" },
  approved: { tone: "current", word: "Approved" },
  declined: { tone: "lapsed", word: "Declined" },
  withdrawn: { tone: "none", word: "Withdrawn" },
  expired: { tone: "none", word: "Closed" },
};

export const grantStateWords: Record<GrantState, { tone: Tone; word: string }> = {
  open: { tone: "current", word: "Open" },
  "waits-for-nda": { tone: "pending", word: "Waits" },
  expired: { tone: "none", word: "Ended" },
  revoked: { tone: "lapsed", word: "Ended by us" },
  closed: { tone: "none", word: "Withdrawn" },
};
