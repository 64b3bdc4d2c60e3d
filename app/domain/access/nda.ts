import { z } from "zod";

export const ndaVersionForm = z.strictObject({
  title: z.string().trim().min(3, "Enter the agreement’s title").max(160, "Enter at most 160 characters"),
  body: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .refine((text) => text.length >= 40, "Enter the whole text of the agreement, in Markdown")
    .refine((text) => text.length <= 100_000, "The text may have at most 100,000 characters"),
});

export type NdaVersionForm = z.output<typeof ndaVersionForm>;
