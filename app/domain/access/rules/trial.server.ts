import type { Db } from "#db/client.server.ts";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import { judge } from "./judge.ts";
import { type Rule, trialRequests } from "./rule.ts";
import { factsOf } from "./rule-facts.server.ts";

export type Tried = {
  id: string;
  reference: string;
  name: string;
  companyName: string;
  /** What did happen. */
  status: AccessRequestStatus;
  deciderName: string | null;
  byRule: string | null;
  /** What the rules would do, by what is known today. */
  would: Rule["outcome"]["kind"] | "nothing";
  rule: string | null;
  why: string[];
};

/** What these rules would have done with the newest requests, beside what was done. Changes nothing. */
export async function tryRules(db: Db, rules: Rule[]): Promise<Tried[]> {
  const requests = await db
    .selectFrom("accessRequest")
    .innerJoin("companyAccount", "companyAccount.id", "accessRequest.companyAccountId")
    .leftJoin("person as decider", "decider.id", "accessRequest.decidedBy")
    .select(["accessRequest.id", "reference", "status", "accessRequest.name", "companyAccount.name as companyName"])
    .select("decider.name as deciderName")
    .select((request) =>
      request
        .selectFrom("ruleDecision")
        .select("ruleName")
        .whereRef("ruleDecision.accessRequestId", "=", "accessRequest.id")
        .where("undoneAt", "is", null)
        .orderBy("at", "desc")
        .limit(1)
        .as("byRule"),
    )
    .where("status", "not in", ["unverified", "expired"])
    .where("personId", "is not", null)
    .where("shareLinkId", "is", null)
    .orderBy("verifiedAt", "desc")
    .limit(trialRequests)
    .execute();
  const tried: Tried[] = [];
  for (const request of requests) {
    const judgement = judge(rules, await factsOf(db, request.id));
    const would = judgement?.outcome.kind ?? "nothing";
    tried.push({ ...request, would, rule: judgement?.rule.name ?? null, why: judgement?.why ?? [] });
  }
  return tried;
}

/** How many requests would go which way. */
export function countTrial(tried: Tried[]): { would: Tried["would"]; count: number }[] {
  const ways: Tried["would"][] = ["approve", "hold", "decline", "route", "nothing"];
  return ways.map((would) => ({ would, count: tried.filter((one) => one.would === would).length }));
}
