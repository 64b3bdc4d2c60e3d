import type { Prospect } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { Db } from "#db/client.server.ts";
import { decide, markDocuments, tellOfApproval, tellOfDecline } from "../decisions.server.ts";
import { grantDocuments, recordGrants } from "../grant-documents.server.ts";
import { listDeciders, staffLinkFor } from "../request-notices.server.ts";
import { getRequestableDocuments } from "../requestable-documents.server.ts";
import { type Judgement, judge } from "./judge.ts";
import { factsOf } from "./rule-facts.server.ts";
import { findRuleSet, type RuleSet } from "./rule-sets.server.ts";

type Waiting = { id: string; reference: string; documents: string[] };

/**
 * Lets the saved rules speak on a request that has just entered the queue, in the transaction of its entry. What was
 * decided, by which rule of which version and why, is kept, and staff are always told. Gives whether it is decided.
 */
export async function applyRules(
  db: Db,
  prospect: Prospect,
  request: Waiting,
): Promise<{ decided: boolean; told: boolean }> {
  const set = await findRuleSet(db);
  if (!set?.active || set.rules.length === 0) return { decided: false, told: false };
  const judgement = judge(set.rules, await factsOf(db, request.id));
  if (!judgement) return { decided: false, told: false };
  await carryOut(db, prospect, { request, set, judgement });
  await keep(db, { request, set, judgement });
  await tellStaff(db, prospect, { request, judgement });
  const { kind } = judgement.outcome;
  return { decided: kind === "approve" || kind === "decline", told: true };
}

type Judged = { request: Waiting; set: RuleSet; judgement: Judgement };

async function carryOut(db: Db, prospect: Prospect, { request, set, judgement: { outcome } }: Judged) {
  if (outcome.kind === "route") {
    await db.updateTable("accessRequest").set({ assignedTo: outcome.staffId }).where("id", "=", request.id).execute();
  }
  if (outcome.kind === "approve") await approve(db, prospect, { request, set, days: outcome.days });
  if (outcome.kind === "decline") {
    const declined = await db
      .selectFrom("accessRequestDocument")
      .select("documentId as id")
      .where("accessRequestId", "=", request.id)
      .execute();
    await decide(db, { id: set.savedBy }, { id: request.id, status: "declined", message: outcome.message });
    await markDocuments(db, request.id, { approved: [], declined });
    await tellOfDecline(
      db,
      { ...request, email: prospect.email },
      { titles: request.documents, reason: outcome.message },
    );
  }
}

async function approve(db: Db, prospect: Prospect, order: { request: Waiting; set: RuleSet; days: number }) {
  const { request, set, days } = order;
  const asked = await db
    .selectFrom("accessRequestDocument")
    .select("documentId")
    .where("accessRequestId", "=", request.id)
    .execute();
  const approved = await getRequestableDocuments(
    db,
    asked.map((wish) => wish.documentId),
  );
  await decide(db, { id: set.savedBy }, { id: request.id, status: "approved", message: null });
  await markDocuments(db, request.id, { approved, declined: [] });
  const grants = await grantDocuments(db, {
    personId: prospect.id,
    documents: approved.map((document) => ({ ...document, days })),
    accessRequestId: request.id,
    shareLinkId: null,
    grantedBy: set.savedBy,
  });
  await tellOfApproval(db, { ...request, email: prospect.email }, { grants, declined: [] });
  await recordGrants(db, { kind: "system" }, grants);
}

async function keep(db: Db, { request, set, judgement: { rule, outcome, why } }: Judged) {
  const decision = { ruleSetNumber: set.number, ruleId: rule.id, ruleName: rule.name, outcome: outcome.kind };
  await db
    .insertInto("ruleDecision")
    .values({ accessRequestId: request.id, ...decision, why: JSON.stringify(why) })
    .execute();
  await recordAudit(db, {
    action: "access.request.judged",
    actor: { kind: "system" },
    subject: { kind: "access-request", id: request.id },
    details: {
      ...{
        reference: request.reference,
        rule: rule.name,
        ruleId: rule.id,
        version: set.number,
        savedBy: set.savedByName,
      },
      ...{ outcome: outcome.kind, why },
    },
  });
}

const outcomeWords = { approve: "Approved", hold: "Held", decline: "Declined", route: "Routed" } as const;

/** Everyone who decides; of a routed request the one whom it was routed to. */
async function tellStaff(db: Db, prospect: Prospect, { request, judgement }: Omit<Judged, "set">) {
  const { rule, outcome, why } = judgement;
  const routed = outcome.kind === "route" ? outcome.staffId : null;
  for (const { email } of await listDeciders(db, routed)) {
    await notify(db, {
      to: email,
      template: "request-judged",
      props: {
        ...{ reference: request.reference, name: prospect.name, company: prospect.companyName },
        ...{ documents: request.documents, rule: rule.name, outcome: outcomeWords[outcome.kind], why },
        link: staffLinkFor(request.id),
      },
    });
  }
}
