import { z } from "zod";

/** What an account was told last by an answer, and what the answer says now; `now` is null when it says nothing any more. */
export type ToldOtherwise = {
  deliveredId: string;
  answerId: string;
  key: string;
  accountId: string;
  accountName: string;
  questionnaireId: string;
  title: string;
  question: string;
  told: { version: number | null; text: string; short: string | null; at: Date };
  now: { version: number; text: string; short: string | null } | null;
};

const longestNote = 1_000;
const note = z.string().trim().max(longestNote, "Enter at most 1,000 characters");

/** `now` is the version that was on the page; empty when the answer is retired. */
const shown = { now: z.union([z.literal("").transform(() => null), z.coerce.number().int().positive()]) };

export const noticeForm = z.strictObject({ ...shown, note: note.default("") });
export const dismissalForm = z.strictObject({ ...shown, note: note.min(3, "Say why no notice is needed") });

export type Decided = { deliveredId: string; now: number | null; note: string };

/** "Yes. Databases are encrypted." for a short form and a text that does not begin with it. */
export function asTold({ short, text }: { short: string | null; text: string }): string {
  if (!short || text.toLowerCase().startsWith(short.toLowerCase())) return text || short || "";
  return text ? `${short}. ${text}` : short;
}
