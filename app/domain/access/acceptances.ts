import { filled } from "#app/messages/complaints.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { z } from "zod";

const line = (missing: string) =>
  z
    .string()
    .trim()
    .min(2, missing)
    .max(160, filled(complaints.atMostCharacters, { most: "160" }));
const reportedTime = z.union([z.iso.datetime({ offset: true }), z.literal("")]).optional();

/** What the signer types and ticks. The words they agree to are the server's, never the form's. */
export const acceptanceForm = z.strictObject({
  fullName: line(complaints.enterFullName),
  title: line(complaints.enterTitle),
  company: line(complaints.enterLegalName),
  authorised: z.literal("yes", complaints.tickAuthority),
  presented: z.string().min(1, complaints.pageOutOfDate),
  next: z.string().optional(),
  readAt: reportedTime,
  typedAt: reportedTime,
  tickedAt: reportedTime,
  sentAt: reportedTime,
});

export type AcceptanceForm = z.output<typeof acceptanceForm>;
