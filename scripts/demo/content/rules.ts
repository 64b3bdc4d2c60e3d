import type { Rule } from "#app/domain/access/rules/rule.ts";

type DemoRule = Partial<Omit<Rule, "id" | "name" | "outcome" | "documents">> &
  Pick<Rule, "name" | "outcome"> & { documentKeys: string[] };

export const rules: DemoRule[] = [
  {
    name: "Press asks elsewhere",
    words: "journalist, press enquiry",
    documentKeys: [],
    outcome: { kind: "decline", message: "For press enquiries, write to press@lindmere.example." },
  },
  {
    name: "Customers get the policies",
    domain: "confirmed",
    documentKeys: ["incident-response-policy", "continuity-overview"],
    outcome: { kind: "approve", days: 90 },
  },
  {
    name: "The report again, under an NDA in force",
    domain: "confirmed",
    nda: "in-force",
    earlier: "some",
    documentKeys: ["soc2-report", "bridge-letter"],
    outcome: { kind: "approve", days: 30 },
  },
];

/** What the second rule approves, and how the account is dealt with otherwise. */
export const ruleRequest = {
  email: "asa.bergendahl@halmstrandnat.example",
  documentKey: "continuity-overview",
  reason: "We update our own recovery plan and need your recovery aims in it",
  waiver: "A public grid operator: bound to secrecy by Swedish law, and may sign nothing further",
};
