import { z } from "zod";

export const longestNoticeDays = 365;

const days = z
  .string()
  .trim()
  .refine(
    (text) => text === "" || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= longestNoticeDays),
    `Enter a number of days from 1 to ${longestNoticeDays}`,
  )
  .transform((text) => (text === "" ? null : Number(text)));

export const subprocessorTermsForm = z
  .strictObject({ noticeDays: days, objectionDays: days })
  .superRefine(({ noticeDays, objectionDays }, context) => {
    if (objectionDays === null || (noticeDays !== null && objectionDays <= noticeDays)) return;
    const message =
      noticeDays === null
        ? "Enter how many days before its first day customers are told"
        : "Enter at least as many days as there are to object";
    context.addIssue({ code: "custom", path: ["noticeDays"], message });
  });

export type SubprocessorTerms = z.output<typeof subprocessorTermsForm>;
