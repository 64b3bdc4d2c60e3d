import { z } from "zod";
import type { AnswerState, Citation } from "#db/schema/knowledge-base.ts";
import type { Audience } from "#db/schema/documents.ts";

export type { AnswerState, Audience, Citation };

export const answerStates = ["draft", "in-review", "approved", "retired"] as const satisfies readonly AnswerState[];
export const answerAudiences = ["public", "on-request", "nda", "internal"] as const satisfies readonly Audience[];

export const stateWords: Record<AnswerState, string> = {
  draft: "Draft",
  "in-review": "In review",
  approved: "Approved",
  retired: "Retired",
};

export const audienceWords: Record<Audience, string> = {
  public: "Public: anyone may read it",
  "on-request": "On request: any verified account",
  nda: "NDA: accounts that accepted the NDA",
  internal: "Internal: never leaves",
};

export const longest = { question: 2000, text: 12_000, short: 200, section: 200, notes: 3000, reason: 1000 } as const;

const atMost = (length: number) => `Enter at most ${length.toLocaleString("en-GB")} characters`;
const optionalText = (length: number) => z.string().trim().max(length, atMost(length)).default("");

const listField = z
  .string()
  .max(2000, atMost(2000))
  .default("")
  .transform((typed) => [...new Set(typed.split(/[,;\n]+/).map((one) => one.trim()))].filter((one) => one !== ""));

const criterion = /^(CC[1-9]\.\d{1,2}|A1\.\d|C1\.\d|PI1\.\d|P[1-8]\.\d{1,2})$/;

const contentFields = {
  question: z
    .string()
    .trim()
    .min(5, "Enter the question, for example: Is customer data encrypted at rest?")
    .max(longest.question, atMost(longest.question)),
  text: z.string().trim().min(1, "Enter the answer").max(longest.text, atMost(longest.text)),
  short: optionalText(longest.short).transform((typed) => typed || null),
  section: optionalText(longest.section),
  tags: listField.refine((tags) => tags.every((tag) => tag.length <= 60), "Enter tags of at most 60 characters each"),
  audience: z.enum(answerAudiences, "Choose who may read it"),
  products: z.array(z.string().max(120)).max(50).default([]),
  notes: optionalText(longest.notes),
  controls: listField,
  criteria: listField.refine((all) => all.every((one) => criterion.test(one)), "Enter criteria such as CC6.1, A1.2"),
  documents: z.array(z.uuid()).max(50).default([]),
  reports: z.array(z.uuid()).max(50).default([]),
  subprocessors: z.array(z.uuid()).max(50).default([]),
  ownerId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
};

export const answerForm = z.strictObject(contentFields).transform(withCitations);

export const changeForm = z
  .strictObject({
    ...contentFields,
    version: z.coerce.number().int().positive(),
    reason: optionalText(longest.reason),
  })
  .transform(withCitations);

export type AnswerForm = z.output<typeof answerForm>;
export type ChangeForm = z.output<typeof changeForm>;

type Cited = {
  controls: string[];
  criteria: string[];
  documents: string[];
  reports: string[];
  subprocessors: string[];
};

function withCitations<Form extends Cited>(all: Form) {
  const { controls, criteria, documents, reports, subprocessors, ...form } = all;
  const cite = (kind: Citation["kind"], refs: string[]): Citation[] => refs.map((ref) => ({ kind, ref }));
  const citations = [
    ...cite("control", controls),
    ...cite("criterion", criteria),
    ...cite("document", documents),
    ...cite("report", reports),
    ...cite("subprocessor", subprocessors),
  ];
  return { ...form, citations };
}

/** The version that the person looked at: what they decide is decided about that text and no other. */
const shownVersion = { version: z.coerce.number().int().positive() };

export const submitForm = z.strictObject(shownVersion);
export const approveForm = z.strictObject({
  ...shownVersion,
  reviewBy: z.iso.date("Enter the day of the next review"),
});
export const returnForm = z.strictObject({
  ...shownVersion,
  reason: z.string().trim().min(3, "Say what should be changed").max(longest.reason, atMost(longest.reason)),
});
export const retireForm = z.strictObject({ ...shownVersion, reason: optionalText(longest.reason) });
