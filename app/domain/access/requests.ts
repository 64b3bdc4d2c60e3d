import { filled } from "#app/messages/complaints.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { z } from "zod";
import { emailField } from "#app/domain/accounts/email-address.ts";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import { standardDecline } from "./decline-words.ts";
import { longestGrantDays, shortestGrantDays } from "./limits.ts";

export type { AccessRequestStatus };

const line = (missing: string, longest = 160) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(longest, filled(complaints.atMostCharacters, { most: longest }));

const paragraph = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(2000, filled(complaints.atMostCharacters, { most: "2,000" }));

const documentsField = z
  .array(z.uuid(complaints.chooseDocument), complaints.chooseDocument)
  .min(1, complaints.chooseDocument)
  .max(100, complaints.atMostDocuments)
  .transform((ids) => [...new Set(ids)]);

const reasonField = z
  .string()
  .trim()
  .min(10, complaints.sayWhatFor)
  .max(2000, filled(complaints.atMostCharacters, { most: "2,000" }));

/** What a visitor fills in. */
export const accessRequestForm = z.strictObject({
  email: emailField,
  name: line(complaints.enterName, 120),
  title: z
    .string()
    .trim()
    .max(120, filled(complaints.atMostCharacters, { most: "120" }))
    .optional(),
  company: line(complaints.enterCompany),
  reason: reasonField,
  documents: documentsField,
});

/** What a signed-in prospect fills in: who they are is known. */
export const furtherRequestForm = z.strictObject({ reason: reasonField, documents: documentsField });

export type AccessRequestForm = z.output<typeof accessRequestForm>;
export type FurtherRequestForm = z.output<typeof furtherRequestForm>;

export const signInForm = z.strictObject({ email: emailField, next: z.string().optional() });
export const codeForm = z.strictObject({
  code: z.string().trim().min(1, complaints.enterCode).max(40, complaints.enterEightCharacters),
  next: z.string().optional(),
});
export const linkForm = z.strictObject({
  token: z.string().trim().min(1, complaints.wholeLink).max(200),
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
    message: z
      .string()
      .trim()
      .max(2000, filled(complaints.atMostCharacters, { most: "2,000" }))
      .optional(),
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

/** With words of one's own, with the standard sentence, or with none. */
export const declineForm = z
  .strictObject({
    say: z.enum(["own", "standard", "nothing"], "Choose what the prospect reads").default("own"),
    reason: z.string().trim().max(2000, "Enter at most 2,000 characters").default(""),
  })
  .transform(({ say, reason }, context): { reason: string | null } => {
    if (say === "nothing") return { reason: null };
    if (say === "standard") return { reason: standardDecline };
    if (reason) return { reason };
    context.addIssue({ code: "custom", path: ["reason"], message: "Say why: the prospect reads it" });
    return z.NEVER;
  });

export const assignmentForm = z.strictObject({
  staffId: z.union([z.uuid(), z.literal("").transform(() => null)]),
});

export const termForm = z.strictObject({ days: daysField, reason: paragraph("Say why: the prospect reads it") });

export const holdersForm = z.strictObject({ message: paragraph("Write what the holders should know") });
export const questionForm = z.strictObject({ question: paragraph("Ask what you need to know: the prospect reads it") });
export const answerForm = z.strictObject({ answer: paragraph(complaints.answerAbove) });
export const revocationForm = z.strictObject({ reason: paragraph("Say why: the prospect reads it") });

export type ApprovalForm = z.output<typeof approvalForm>;
