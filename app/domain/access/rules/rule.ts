import { z } from "zod";
import { daysField } from "../requests.ts";

export const mostRules = 50;
export const trialRequests = 200;

const ids = z
  .array(z.uuid())
  .max(100, "Choose at most 100")
  .default([])
  .transform((all) => [...new Set(all)]);

const conditions = {
  /** The address is on a domain that staff confirmed for its account. */
  domain: z.enum(["any", "confirmed"]).default("any"),
  mailbox: z.enum(["any", "company", "free-mail", "disposable"]).default("any"),
  accounts: ids,
  /** All that was asked for is among these; none named is whatever was asked for. */
  documents: ids,
  /** The reason has one of these words or phrases in it. */
  words: z.string().trim().max(500, "Enter at most 500 characters").default(""),
  nda: z.enum(["any", "in-force"]).default("any"),
  earlier: z.enum(["any", "some", "none"]).default("any"),
};

const nameField = z.string().trim().min(3, "Name the rule in a few words").max(80, "Enter at most 80 characters");

export const ruleShape = z.strictObject({
  id: z.uuid(),
  name: nameField,
  ...conditions,
  outcome: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("approve"), days: z.int() }),
    z.strictObject({ kind: z.literal("hold") }),
    z.strictObject({ kind: z.literal("decline"), message: z.string() }),
    z.strictObject({ kind: z.literal("route"), staffId: z.uuid() }),
  ]),
});

export const rulesShape = z.array(ruleShape).max(mostRules);
export type Rule = z.output<typeof ruleShape>;

/** One rule as its form sends it: every field at once, of which the outcome takes what it needs. */
export const ruleForm = z
  .strictObject({
    name: nameField,
    ...conditions,
    outcome: z.enum(["approve", "hold", "decline", "route"], "Choose what the rule does"),
    days: z.string().trim().default(""),
    message: z.string().trim().max(2000, "Enter at most 2,000 characters").default(""),
    staffId: z.string().trim().default(""),
  })
  .transform(({ outcome, days, message, staffId, ...rule }, context): Omit<Rule, "id"> => {
    const complain = (path: string, sentence: string) => {
      context.addIssue({ code: "custom", path: [path], message: sentence });
      return z.NEVER;
    };
    if (outcome === "hold") return { ...rule, outcome: { kind: "hold" } };
    if (outcome === "route") {
      if (!z.uuid().safeParse(staffId).success) return complain("staffId", "Choose who gets the request");
      return { ...rule, outcome: { kind: "route", staffId } };
    }
    if (outcome === "decline") {
      if (!message) return complain("message", "Say why: the prospect reads it");
      return { ...rule, outcome: { kind: "decline", message } };
    }
    const term = daysField.safeParse(days);
    if (!term.success) return complain("days", term.error.issues[0]!.message);
    if (rule.domain !== "confirmed" && rule.accounts.length === 0) {
      return complain("domain", "An approval needs a confirmed domain or named accounts: anyone can have an address");
    }
    return { ...rule, outcome: { kind: "approve", days: term.data } };
  });

export const wordsOf = (rule: Pick<Rule, "words">): string[] =>
  rule.words
    .toLowerCase()
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter(Boolean);

export const moveForm = z.strictObject({ to: z.enum(["up", "down"]) });

/** The digest of the rules that were shown. */
export const saveForm = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, "Load this page again, then save"),
});
