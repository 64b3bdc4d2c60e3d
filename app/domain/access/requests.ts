import { z } from "zod";
import { emailField } from "#app/domain/accounts/email-address.ts";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import { longestGrantDays, shortestGrantDays } from "./limits.ts";

export type { AccessRequestStatus };

const line = (missing: string, longest = 160) =>
  z.string().trim().min(1, missing).max(longest, `Enter at most ${longest} characters`);

const paragraph = (missing: string) => z.string().trim().min(1, missing).max(2000, "Enter at most 2,000 characters");

const documentsField = z
  .array(z.uuid(), "Choose at least one document")
  .min(1, "Choose at least one document")
  .max(100, "Choose at most 100 documents")
  .transform((ids) => [...new Set(ids)]);

const reasonField = z
  .string()
  .trim()
  .min(10, "Say in a sentence what you need them for, for example “Vendor review before we sign”")
  .max(2000, "Enter at most 2,000 characters");

/** What a visitor fills in. */
export const accessRequestForm = z.strictObject({
  email: emailField,
  name: line("Enter your name, for example Ana Duarte", 120),
  title: z.string().trim().max(120, "Enter at most 120 characters").optional(),
  company: line("Enter your company’s name"),
  reason: reasonField,
  documents: documentsField,
});

/** What a signed-in prospect fills in: who they are is known. */
export const furtherRequestForm = z.strictObject({ reason: reasonField, documents: documentsField });

export type AccessRequestForm = z.output<typeof accessRequestForm>;
export type FurtherRequestForm = z.output<typeof furtherRequestForm>;

export const signInForm = z.strictObject({ email: emailField, next: z.string().optional() });
export const codeForm = z.strictObject({
  code: z.string().trim().min(1, "Enter the code from the mail").max(40, "Enter the 8 characters from the mail"),
  next: z.string().optional(),
});
export const linkForm = z.strictObject({
  token: z.string().trim().min(1, "This page needs the whole link from the mail. Enter the code instead.").max(200),
});

export const daysField = z.coerce
  .number("Choose for how many days")
  .int("Choose for how many days")
  .min(shortestGrantDays, "A grant lasts at least 1 day")
  .max(longestGrantDays, "A grant lasts at most 365 days");

/** A form names the days of each document as `days-<document id>`. */
export const approvalForm = z
  .looseObject({
    documents: documentsField,
    message: z.string().trim().max(2000, "Enter at most 2,000 characters").optional(),
  })
  .transform((form, context) => ({
    message: form.message || null,
    documents: form.documents.map((documentId) => {
      const days = daysField.safeParse(form[`days-${documentId}`]);
      if (!days.success) {
        context.addIssue({ code: "custom", path: ["documents"], message: days.error.issues[0]!.message });
        return { documentId, days: 0 };
      }
      return { documentId, days: days.data };
    }),
  }));

export const declineForm = z.strictObject({ reason: paragraph("Say why: the prospect reads it") });
export const questionForm = z.strictObject({ question: paragraph("Ask what you need to know: the prospect reads it") });
export const answerForm = z.strictObject({ answer: paragraph("Answer the question above") });
export const revocationForm = z.strictObject({ reason: paragraph("Say why: the prospect reads it") });

export type ApprovalForm = z.output<typeof approvalForm>;
