import { en, type Words } from "#app/messages/en.ts";

export type HappeningKind =
  | "asked"
  | "verified"
  | "approved"
  | "declined"
  | "withdrawn"
  | "question"
  | "answer"
  | "accepted-nda"
  | "granted-by-link"
  | "downloaded"
  | "grant-revoked"
  | "link-made"
  | "link-revoked";

export type Happening = {
  at: Date;
  kind: HappeningKind;
  /** Who did it. */
  who: string;
  /** A reference, a document's title, or the name of a version of the NDA. */
  subject: string;
  detail: string | null;
};

type SaidHappening = Omit<Happening, "at"> & { at: Date | string };

const thirdPerson: Record<HappeningKind, (happening: SaidHappening) => string> = {
  asked: ({ who, subject }) => `${who} asked for ${subject}`,
  verified: ({ who }) => `${who} proved the address; the request went to Security`,
  approved: ({ who, subject }) => `${who} approved ${subject}`,
  declined: ({ who, subject }) => `${who} declined ${subject}`,
  withdrawn: ({ who, subject }) => `${who} withdrew ${subject}`,
  question: ({ who }) => `${who} asked for more information`,
  answer: ({ who }) => `${who} answered`,
  "accepted-nda": ({ who, subject }) => `${who} accepted the ${subject}`,
  "granted-by-link": ({ who, subject }) => `${who} got ${subject} through a share link`,
  downloaded: ({ who, subject }) => `${who} downloaded ${subject}`,
  "grant-revoked": ({ who, subject }) => `${who} ended the access to ${subject}`,
  "link-made": ({ who, subject }) => `${who} made a share link for ${subject}`,
  "link-revoked": ({ who }) => `${who} revoked a share link`,
};

export const saidToStaff = (happening: SaidHappening): string => thirdPerson[happening.kind](happening);

/** What was done by staff alone has no words for a prospect, and is not told. */
export function saidToProspect({ kind, subject }: SaidHappening, { portal }: Words): string | null {
  return kind in portal.happenings ? portal.happenings[kind as keyof Words["portal"]["happenings"]](subject) : null;
}

const spoken = new Set<HappeningKind>(["asked", "approved", "declined", "question", "answer", "grant-revoked"]);

/** What people wrote stands in quotation marks. */
export function detailOf({ kind, detail }: SaidHappening, { portal }: Words = en): string | null {
  if (!detail) return detail;
  if (kind === "accepted-nda") return portal.happeningFor(detail);
  return spoken.has(kind) ? portal.request.quoted(detail) : detail;
}
