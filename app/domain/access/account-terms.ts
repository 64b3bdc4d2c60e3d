import { z } from "zod";
import { daysField } from "./requests.ts";

export const accountTermsForm = z.strictObject({
  defaultDays: z.union([z.literal("").transform(() => null), daysField]).default(null),
  documents: z
    .array(z.uuid())
    .max(100, "Choose at most 100 documents")
    .default([])
    .transform((ids) => [...new Set(ids)]),
});

export type AccountTermsForm = z.output<typeof accountTermsForm>;

const reason = z
  .string()
  .trim()
  .min(10, "Say in a sentence why, for example “Signed with the master agreement of 2025”")
  .max(1000, "Enter at most 1,000 characters");

/** A paper that was signed elsewhere, or a waiver: with a reason either way. */
export const ndaGroundForm = z
  .strictObject({
    kind: z.enum(["signed-elsewhere", "waived"], "Choose what stands in the place of the NDA"),
    reason,
    signedOn: z
      .union([z.iso.date("Enter the day of the signature"), z.literal("").transform(() => null)])
      .default(null),
    file: z
      .instanceof(File)
      .transform((file) => (file.size > 0 ? file : null))
      .nullable()
      .default(null),
  })
  .superRefine((form, context) => {
    if (form.kind !== "signed-elsewhere") return;
    if (!form.signedOn) {
      context.addIssue({ code: "custom", path: ["signedOn"], message: "Enter the day of the signature" });
    }
    if (!form.file) context.addIssue({ code: "custom", path: ["file"], message: "Choose the signed paper, as a PDF" });
  });

export type NdaGroundForm = z.output<typeof ndaGroundForm>;
