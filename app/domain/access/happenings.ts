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

const secondPerson: Partial<typeof thirdPerson> = {
  asked: ({ subject }) => `You asked for ${subject}`,
  verified: () => "You proved your address. The request went to Security",
  approved: () => "Security approved your request",
  declined: () => "Security declined your request",
  withdrawn: () => "You withdrew the request",
  question: () => "Security asked for more information",
  answer: () => "You answered",
  "accepted-nda": ({ subject }) => `You accepted the ${subject}`,
  "granted-by-link": ({ subject }) => `${subject} was granted to you through the link that you followed`,
  downloaded: ({ subject }) => `You downloaded ${subject}`,
  "grant-revoked": ({ subject }) => `Security ended your access to ${subject}`,
};

export const saidToStaff = (happening: SaidHappening): string => thirdPerson[happening.kind](happening);

export const saidToProspect = (happening: SaidHappening): string =>
  (secondPerson[happening.kind] ?? thirdPerson[happening.kind])(happening);

const spoken = new Set<HappeningKind>(["asked", "approved", "declined", "question", "answer", "grant-revoked"]);

/** What people wrote stands in quotation marks. */
export const detailOf = ({ kind, detail }: SaidHappening): string | null =>
  detail && spoken.has(kind) ? `“${detail}”` : detail;
