import { z } from "zod";

export const longestNdaCharacters = 100_000;
export const longestObligationMonths = 240;

/** Markdown in the form, or a PDF beside it; one of the two. */
export const ndaVersionForm = z.strictObject({
  title: z.string().trim().min(3, "Enter the agreement’s title").max(160, "Enter at most 160 characters"),
  body: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .refine((text) => text.length <= longestNdaCharacters, "The text may have at most 100,000 characters")
    .default(""),
  language: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z]{2}$/, "Enter the two letters of the language, for example en")
    .default("en"),
  obligationMonths: z
    .string()
    .trim()
    .refine(
      (typed) => /^\d*$/.test(typed) && Number(typed || 1) >= 1 && Number(typed || 1) <= longestObligationMonths,
      `Enter months from 1 to ${longestObligationMonths}, or leave it empty`,
    )
    .transform((typed) => (typed ? Number(typed) : null))
    .default(null),
  effectiveOn: z
    .union([z.iso.date("Enter the day from which it is in force"), z.literal("").transform(() => null)])
    .default(null),
  material: z
    .literal("yes")
    .optional()
    .transform((ticked) => ticked === "yes"),
  file: z
    .instanceof(File)
    .transform((file) => (file.size > 0 ? file : null))
    .nullable()
    .default(null),
});

export type NdaVersionForm = z.output<typeof ndaVersionForm>;
