import { z } from "zod";
import { emailField } from "#app/domain/accounts/email-address.ts";
import { longestShareLinkDays } from "./limits.ts";
import { daysField } from "./requests.ts";

export type ShareLinkState = "open" | "used-up" | "expired" | "revoked";

export const shareLinkForm = z.strictObject({
  companyAccountId: z.uuid("Choose the account that the link is for"),
  documents: z
    .array(z.uuid(), "Choose at least one document")
    .min(1, "Choose at least one document")
    .transform((ids) => [...new Set(ids)]),
  grantDays: daysField,
  maxUses: z.coerce
    .number("Enter how many people may use it")
    .int("Enter how many people may use it")
    .min(1, "Enter how many people may use it")
    .max(500, "At most 500 people"),
  expiresInDays: z.coerce
    .number("Enter for how many days the link works")
    .int("Enter for how many days the link works")
    .min(1, "A link works for at least 1 day")
    .max(longestShareLinkDays, `A link works for at most ${longestShareLinkDays} days`),
  note: z.string().trim().max(500, "Enter at most 500 characters").default(""),
});

export type ShareLinkForm = z.output<typeof shareLinkForm>;

/** What someone with a link fills in: the link says which documents and for which company. */
export const shareLinkUseForm = z.strictObject({
  token: z.string().trim().min(1, "Enter the link code: the part of the link after the #").max(200),
  email: emailField,
  name: z.string().trim().min(2, "Enter your name, for example Ana Duarte").max(120, "Enter at most 120 characters"),
  title: z.string().trim().max(120, "Enter at most 120 characters").optional(),
});

export type ShareLinkUseForm = z.output<typeof shareLinkUseForm>;
