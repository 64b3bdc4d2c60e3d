import type { DateLike } from "../calendar.ts";
import { calendar } from "./calendar.ts";

/** Whether a copy of a document is genuine, for anyone who holds one. */
export const receipts = {
  pageTitle: "Receipt of a copy",
  lead: "Every copy of a document that we give to one person has an id, at the foot of each page. Here you can ask whether we issued it. To whom, we never say.",
  copyId: "Copy id",
  example: "For example CP-7F3K-22QD",
  ask: "Look it up",
  genuine: (copyId: string) => `Copy ${copyId} is genuine`,
  unknown: (typed: string) => `We issued no copy “${typed}”`,
  unknownHelp:
    "Compare the id with the foot of the page. It has the letters CP and eight signs; there is no O, I, 0 or 1.",
  issued: "Issued",
  issuedAt: (at: DateLike) => calendar.dayAndTime(at),
  document: "Document",
  unlisted: "Not listed on this trust center",
  state: "Today",
  states: {
    current: "This is the version in use",
    superseded: "A newer version has replaced it",
    withdrawn: "The document was withdrawn",
  },
  only: "A genuine id says that we issued such a copy, not that the file in front of you is unchanged. If in doubt, ask us for the document.",
};
