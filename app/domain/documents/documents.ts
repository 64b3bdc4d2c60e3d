import { z } from "zod";
import type { Audience, DocumentKind } from "#db/schema/documents.ts";
import { audiences, documentKinds } from "./document-words.ts";

export type { Audience, DocumentKind };

export const documentForm = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1, "Enter a title, for example SOC 2 Type II report 2026")
    .max(160, "Enter at most 160 characters"),
  description: z.string().trim().max(1000, "Enter at most 1,000 characters"),
  kind: z.enum(documentKinds, "Choose a kind"),
  audience: z.enum(audiences, "Choose who may open it"),
});

export type DocumentForm = z.output<typeof documentForm>;

const noteField = z.string().trim().max(400, "Enter at most 400 characters");

/** Without a file, a browser sends an empty one. */
export const newDocumentForm = documentForm.extend({
  file: z.instanceof(File).transform((file) => (file.size > 0 ? file : null)),
  note: noteField,
});

export const versionForm = z.strictObject({
  file: z.instanceof(File, { error: "Choose a file" }).refine((file) => file.size > 0, "Choose a file"),
  note: noteField,
});
