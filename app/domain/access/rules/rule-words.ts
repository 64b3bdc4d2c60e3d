import { type Rule, wordsOf } from "./rule.ts";

export type Names = {
  documents: Record<string, string>;
  accounts: Record<string, string>;
  staff: Record<string, string>;
};

const listed = (ids: string[], names: Record<string, string>) =>
  ids.map((id) => names[id] ?? "something removed").join(", ");

/** A rule as a sentence: "If …, then …". */
export function sentenceOf(rule: Rule, names: Names): string {
  const conditions = conditionsOf(rule, names);
  const start = conditions.length > 0 ? `If ${conditions.join(", and ")}:` : "For every request:";
  const end = outcomeOf(rule, names);
  return `${start} ${end}${/[.?]”$/.test(end) ? "" : "."}`;
}

function conditionsOf(rule: Rule, names: Names): string[] {
  const { accounts, documents } = rule;
  const words = wordsOf(rule).map((word) => `“${word}”`);
  return [
    rule.domain === "confirmed" && "the address is on a domain that was confirmed for its account",
    rule.mailbox === "company" && "the address is a company’s",
    rule.mailbox === "free-mail" && "the address is at a free mailbox provider",
    rule.mailbox === "disposable" && "the address is a disposable one",
    accounts.length > 0 && `the account is ${listed(accounts, names.accounts)}`,
    documents.length > 0 && `only these are asked for: ${listed(documents, names.documents)}`,
    words.length > 0 && `the reason says ${words.join(" or ")}`,
    rule.nda === "in-force" && "an NDA is in force",
    rule.earlier === "some" && "they had a grant before",
    rule.earlier === "none" && "they never had a grant",
  ].filter((condition) => condition !== false);
}

export function outcomeOf({ outcome }: Rule, names: Names): string {
  if (outcome.kind === "approve") return `approve for ${outcome.days} days`;
  if (outcome.kind === "decline") return `decline, saying “${outcome.message}”`;
  if (outcome.kind === "route") return `hold it for ${names.staff[outcome.staffId] ?? "someone who left"}`;
  return "hold it for a person";
}
