import { z } from "zod";

const line = (missing: string) => z.string().trim().min(2, missing).max(160, "Enter at most 160 characters");
const reportedTime = z.union([z.iso.datetime({ offset: true }), z.literal("")]).optional();

/** What the signer types and ticks. The words they agree to are the server's, never the form's. */
export const acceptanceForm = z.strictObject({
  fullName: line("Enter your full name, as it should stand on the certificate"),
  title: line("Enter your title, for example “Security Analyst”"),
  company: line("Enter the legal name of the company that will be bound"),
  authorised: z.literal("yes", "Tick this if you have authority to accept for your company"),
  presented: z.string().min(1, "This page is out of date. Load it again and accept once more."),
  next: z.string().optional(),
  readAt: reportedTime,
  tickedAt: reportedTime,
  sentAt: reportedTime,
});

export type AcceptanceForm = z.output<typeof acceptanceForm>;
