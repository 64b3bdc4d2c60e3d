import type { MailDomainKind } from "#app/domain/accounts/mail-domains.ts";
import { type Rule, wordsOf } from "./rule.ts";

/** What a rule may look at. */
export type RuleFacts = {
  email: string;
  domain: string;
  mailDomainKind: MailDomainKind | null;
  companyAccountId: string;
  /** The domain is one that staff confirmed for this account. */
  domainIsConfirmed: boolean;
  /** A sentence why the domain may not be what it looks like. */
  mayDeceive: string | null;
  documents: { id: string; title: string; requestable: boolean; underNda: boolean }[];
  reason: string;
  ndaInForce: boolean;
  /** There is a version of the NDA to accept. */
  ndaExists: boolean;
  earlierGrants: number;
  revokedGrants: number;
};

export type Judgement = {
  rule: Rule;
  outcome: Rule["outcome"];
  /** Sentences: what the rule found, or what kept it from approving. */
  why: string[];
};

/**
 * The first rule whose conditions all hold. An approval has to be beyond doubt: anything that speaks against it makes it
 * a hold. Null when no rule speaks of the request, which a person then decides.
 */
export function judge(rules: readonly Rule[], facts: RuleFacts): Judgement | null {
  for (const rule of rules) {
    const found = conditionsMet(rule, facts);
    if (!found) continue;
    const doubts = rule.outcome.kind === "approve" ? doubtsAbout(facts) : [];
    if (doubts.length === 0) return { rule, outcome: rule.outcome, why: found };
    return { rule, outcome: { kind: "hold" }, why: ["The rule would approve, but a person decides", ...doubts] };
  }
  return null;
}

/** A sentence a condition, or null when one does not hold. */
function conditionsMet(rule: Rule, facts: RuleFacts): string[] | null {
  const asked = facts.documents;
  const word = wordsOf(rule).find((one) => facts.reason.toLowerCase().includes(one));
  const conditions: [asked: boolean, holds: boolean, found: string][] = [
    [rule.domain === "confirmed", facts.domainIsConfirmed, `${facts.domain} is a confirmed domain of the account`],
    [rule.mailbox !== "any", mailboxIs(rule.mailbox, facts), `${facts.domain}: ${mailboxFound(facts)}`],
    [rule.accounts.length > 0, rule.accounts.includes(facts.companyAccountId), "The account is one of those named"],
    [
      rule.documents.length > 0,
      asked.length > 0 && asked.every(({ id }) => rule.documents.includes(id)),
      `Asked for: ${asked.map((document) => document.title).join(", ")}`,
    ],
    [wordsOf(rule).length > 0, word !== undefined, `The reason says “${word ?? ""}”`],
    [rule.nda === "in-force", facts.ndaInForce, "An NDA is in force"],
    [rule.earlier === "some", facts.earlierGrants > 0, "They had a grant before"],
    [rule.earlier === "none", facts.earlierGrants === 0, "They never had a grant"],
  ];
  const wanted = conditions.filter(([isAsked]) => isAsked);
  if (!wanted.every(([, holds]) => holds)) return null;
  return wanted.length > 0 ? wanted.map(([, , found]) => found) : ["The rule is for every request"];
}

const mailboxIs = (mailbox: Rule["mailbox"], { mailDomainKind }: RuleFacts) =>
  mailbox === "company" ? mailDomainKind === null : mailDomainKind === mailbox;

const mailboxFound = ({ mailDomainKind }: RuleFacts) =>
  mailDomainKind === null ? "no mailbox provider that we know" : mailDomainKind.replace("-", " ");

function doubtsAbout(facts: RuleFacts): string[] {
  const gone = facts.documents.filter((document) => !document.requestable).map((document) => document.title);
  return [
    facts.mayDeceive,
    facts.mailDomainKind === "disposable" && `${facts.domain} gives out disposable addresses`,
    facts.mailDomainKind === "free-mail" && `${facts.domain} is a free mailbox provider, which proves no company`,
    facts.revokedGrants > 0 && "A grant of theirs was revoked",
    facts.documents.length === 0 && "No document is named",
    gone.length > 0 && `No longer given: ${gone.join(", ")}`,
    facts.documents.some((document) => document.underNda) && !facts.ndaExists && "There is no NDA to accept",
  ].filter((doubt): doubt is string => Boolean(doubt));
}
