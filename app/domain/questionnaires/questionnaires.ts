import { complaints } from "#app/messages/en/complaints.ts";
import { z } from "zod";
import { en } from "#app/messages/en.ts";
import type { QuestionnaireState } from "#db/schema/questionnaires.ts";

export type { MatchExplanation, MatchMethod, QuestionnaireState, ResponseState } from "#db/schema/questionnaires.ts";

export const stateWords: Record<QuestionnaireState, string> = {
  received: "Being read",
  mapping: "To map",
  filling: "Being filled",
  "in-review": "In review",
  released: "Released",
  failed: "Failed",
  withdrawn: "Withdrawn",
};

export const openStates = [
  "received",
  "mapping",
  "filling",
  "in-review",
  "failed",
] as const satisfies QuestionnaireState[];

export const uploadHint = en.questionnaires.fileHint;
export const answersApartHint =
  "A document of its own, as PDF and XLSX, that follows the questionnaire’s numbering: the file has no fields for answers.";
export const acceptedFiles = ".xlsx,.xlsm,.docx,.pdf,.csv,.tsv,.json";

const titleField = z.string().trim().max(160, "Enter at most 160 characters").default("");
const dueField = z.union([z.iso.date(complaints.enterDay), z.literal("").transform(() => null)]).default(null);
const isChosen = (file: File) => file.size > 0 || file.name !== "";
const fileField = z
  .custom<File>((sent) => sent instanceof File, complaints.chooseFile)
  .refine(isChosen, complaints.chooseFile);
/** A browser sends a file without a name where none was chosen. */
const noFileField = z
  .custom<File>((sent) => sent instanceof File)
  .optional()
  .transform((file) => (file && isChosen(file) ? file : null));
const mostPasted = 200_000;

export const sendForm = z.strictObject({ title: titleField, dueOn: dueField, file: fileField });

/** Questions as a file, or pasted. */
export const receiveForm = z
  .strictObject({
    title: titleField,
    dueOn: dueField,
    file: noFileField,
    pasted: z.string().max(mostPasted, "Paste at most 200,000 characters, or send a file").default(""),
    companyAccountId: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
    products: z.array(z.string().max(120)).max(50).default([]),
  })
  .refine(({ file, pasted }) => file !== null || pasted.trim() !== "", {
    path: ["file"],
    message: "Choose a file, or paste questions",
  })
  .refine(({ file, pasted }) => file === null || pasted.trim() === "", {
    path: ["pasted"],
    message: "Choose a file or paste questions, not both",
  });

/** The version of the response that was on the page: a decision is about that and no other. */
const shown = { version: z.coerce.number().int().positive() };
const wayBack = { show: z.string().max(20).optional() };

export const decisionForm = z.strictObject({ ...shown, ...wayBack });
export const alternativeForm = z.strictObject({ ...shown, ...wayBack, place: z.coerce.number().int().min(1).max(9) });
export const wordingForm = z.strictObject({
  ...shown,
  ...wayBack,
  short: z
    .string()
    .trim()
    .max(200, "Enter at most 200 characters")
    .default("")
    .transform((typed) => typed || null),
  text: z
    .string()
    .trim()
    .min(1, "Enter the answer, or leave the question blank")
    .max(20_000, "Enter at most 20,000 characters"),
});
export const releaseForm = z.strictObject({ shown: z.string().length(64) });
