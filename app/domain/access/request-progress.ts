import type { AccessRequestStatus } from "#db/schema/access.ts";
import type { GrantState } from "./grants.ts";

type Instant = Date | string;

/** What the status page of one request is worked out from. */
export type RequestFacts = {
  status: AccessRequestStatus;
  verifiedAt: Instant | null;
  decidedAt: Instant | null;
  decideBy: Instant | null;
  sharedBy: string | null;
  decisions: { decision: "approved" | "declined" | null; ndaNumber: number | null }[];
  documents: { state: GrantState; days: number; expiresAt: Instant | null }[];
  acceptances: { ndaNumber: number; acceptedAt: Instant }[];
};

export type ProgressStep = {
  key: "address" | "decision" | "nda" | "documents";
  state: "done" | "now" | "todo" | "stopped";
  at: Instant | null;
};

export type RequestProgress = {
  stage: "waits" | "asks" | "declined" | "withdrawn" | "nda" | "open" | "ended";
  steps: ProgressStep[];
  /** The last day on which something is open. */
  openUntil: Instant | null;
};

export function progressOf(request: RequestFacts): RequestProgress {
  const stage = stageOf(request);
  const open = request.documents.filter((document) => document.state === "open" && document.expiresAt);
  const openUntil = open.map((document) => document.expiresAt!).sort(later)[0] ?? null;
  return { stage, openUntil, steps: stepsOf(request, stage, openUntil) };
}

const later = (one: Instant, other: Instant) => new Date(other).getTime() - new Date(one).getTime();

function stageOf({ status, documents }: RequestFacts): RequestProgress["stage"] {
  if (status === "pending" || status === "unverified") return "waits";
  if (status === "more-info") return "asks";
  if (status === "declined") return "declined";
  if (status === "withdrawn" || status === "expired") return "withdrawn";
  if (documents.some((document) => document.state === "waits-for-nda")) return "nda";
  return documents.some((document) => document.state === "open") ? "open" : "ended";
}

function stepsOf(request: RequestFacts, stage: RequestProgress["stage"], openUntil: Instant | null): ProgressStep[] {
  const decided = request.status === "approved";
  const stopped = stage === "declined" || stage === "withdrawn";
  const steps: ProgressStep[] = [
    { key: "address", state: "done", at: request.verifiedAt },
    {
      key: "decision",
      state: stopped ? "stopped" : decided ? "done" : "now",
      at: decided || stopped ? request.decidedAt : request.decideBy,
    },
  ];
  if (stopped) return steps;
  const accepted = acceptedFor(request);
  const needsNda = stage === "nda" || accepted !== null || request.decisions.some((one) => one.ndaNumber !== null);
  if (needsNda) {
    const ndaState = stage === "nda" ? "now" : accepted ? "done" : "todo";
    steps.push({ key: "nda", state: ndaState, at: ndaState === "done" ? accepted : null });
  }
  steps.push({
    key: "documents",
    state: stage === "open" ? "done" : stage === "ended" ? "stopped" : "todo",
    at: stage === "open" ? openUntil : null,
  });
  return steps;
}

function acceptedFor({ decisions, acceptances }: RequestFacts): Instant | null {
  const wanted = new Set(decisions.map((decision) => decision.ndaNumber));
  return acceptances.find((acceptance) => wanted.has(acceptance.ndaNumber))?.acceptedAt ?? null;
}
