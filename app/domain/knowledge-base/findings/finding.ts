import { z } from "zod";

/** An approved answer as it is looked at: `short` is the short form, if it has one. */
export type LookedAt = { id: string; key: string; question: string; text: string; short: string | null };

export const findingKinds = [
  "conflict",
  "duplicate",
  "near-duplicate",
  "pointer",
  "empty",
  "past-promise",
  "old-date",
  "old-standard",
  "short-form",
  "unfit",
] as const;

export type FindingKind = (typeof findingKinds)[number];

/** What is wrong, in a sentence, with the words that show it; `answers` are the ids that it is about, one or two. */
export type Finding = { kind: FindingKind; answers: string[]; sentence: string; shown: string[] };

export const findingWords: Record<FindingKind, { title: string; hint: string }> = {
  conflict: {
    title: "Conflict",
    hint: "Two answers say different things about the same. Correct one of them, or retire it.",
  },
  duplicate: { title: "Duplicate", hint: "The same question twice. Keep one; the other can be retired." },
  "near-duplicate": { title: "Nearly a duplicate", hint: "Two questions that ask the same. Keep the better one." },
  pointer: { title: "Points elsewhere", hint: "It leans on another answer, which its reader does not have." },
  empty: { title: "Says nothing", hint: "A question that asks for more than yes or no has no more than that." },
  "past-promise": { title: "Promise past its day", hint: "The day that it names is over. Say what became of it." },
  "old-date": {
    title: "Old date",
    hint: "It calls something the last or current one that is older than a year and a half.",
  },
  "old-standard": { title: "Replaced standard", hint: "The edition that it names has been replaced." },
  "short-form": { title: "Short form and text differ", hint: "The short form says one thing, the text another." },
  unfit: { title: "Does not answer", hint: "The question offers a choice that yes or no does not make." },
};

export const dismissForm = z.strictObject({
  reason: z.string().trim().min(3, "Say why nothing is wrong").max(500, "Enter at most 500 characters"),
});
