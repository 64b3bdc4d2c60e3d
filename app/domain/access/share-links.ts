import { filled } from "#app/messages/complaints.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { z } from "zod";
import { canonicalEmail, emailField } from "#app/domain/accounts/email-address.ts";
import { longestShareLinkDays, mostLinkAddresses } from "./limits.ts";
import { daysField } from "./requests.ts";

export type ShareLinkState = "open" | "not-yet" | "used-up" | "expired" | "revoked";

export const shareLinkForm = z.strictObject({
  companyAccountId: z.uuid("Choose the account that the link is for"),
  documents: z
    .array(z.uuid(complaints.chooseDocument), complaints.chooseDocument)
    .min(1, complaints.chooseDocument)
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
  note: z
    .string()
    .trim()
    .max(500, filled(complaints.atMostCharacters, { most: "500" }))
    .default(""),
  startsOn: z
    .union([z.iso.date("Enter the day from which it works"), z.literal("").transform(() => null)])
    .default(null),
  addresses: z
    .string()
    .default("")
    .transform((typed) => typed.split(/[\s,;]+/).filter(Boolean))
    .refine((all) => all.length <= mostLinkAddresses, `Enter at most ${mostLinkAddresses} addresses`)
    .refine((all) => all.every(canonicalEmail), "Enter addresses such as ana@company.example, one a line")
    .transform((all) => (all.length > 0 ? all.map((one) => canonicalEmail(one)!) : null)),
});

export type ShareLinkForm = z.output<typeof shareLinkForm>;

/** What someone with a link fills in: the link says which documents and for which company. */
export const shareLinkUseForm = z.strictObject({
  token: z.string().trim().min(1, complaints.linkCode).max(200),
  email: emailField,
  name: z
    .string()
    .trim()
    .min(2, complaints.enterName)
    .max(120, filled(complaints.atMostCharacters, { most: "120" })),
  title: z
    .string()
    .trim()
    .max(120, filled(complaints.atMostCharacters, { most: "120" }))
    .optional(),
});

export type ShareLinkUseForm = z.output<typeof shareLinkUseForm>;
