import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import type { AccessRequestStatus } from "#db/schema/access.ts";
import { listAcceptances } from "./acceptance-record.server.ts";
import { grantState, grantsWithDocuments } from "./grant-states.server.ts";
import { decisionHours } from "./limits.ts";
import { documentTitles } from "./own-requests.server.ts";
import type { QueueView } from "./queue-views.ts";
import { findRuleDecision } from "./rules/undo.server.ts";
import { decidingRule, listRequestHappenings } from "./timeline.server.ts";

/** The rule that decided, or the person. */
const deciderName = sql<string | null>`coalesce('the rule ' || ${decidingRule}, decider.name)`;

const statusesOf: Record<QueueView, AccessRequestStatus[]> = {
  waiting: ["pending"],
  "more-info": ["more-info"],
  decided: ["approved", "declined", "withdrawn"],
};

/** Oldest first while they wait, newest first once they are decided. Unverified requests never show. */
export async function listRequests(db: Db, view: QueueView) {
  return db
    .selectFrom("accessRequest")
    .innerJoin("companyAccount", "companyAccount.id", "accessRequest.companyAccountId")
    .leftJoin("person as decider", "decider.id", "accessRequest.decidedBy")
    .select([
      "accessRequest.id",
      "reference",
      "status",
      "accessRequest.name",
      "accessRequest.email",
      "reason",
      "verifiedAt",
      "decidedAt",
    ])
    .leftJoin("person as assignee", "assignee.id", "accessRequest.assignedTo")
    .select(["companyAccount.name as companyName", "assignee.name as assigneeName"])
    .select(deciderName.as("deciderName"))
    .select(sql<Date>`verified_at + make_interval(hours => ${decisionHours})`.as("decideBy"))
    .select(documentTitles.as("documents"))
    .where("status", "in", statusesOf[view])
    .orderBy(sql`coalesce(decided_at, verified_at)`, view === "decided" ? "desc" : "asc")
    .limit(100)
    .execute();
}

export async function countRequests(db: Db): Promise<Record<"waiting" | "more-info", number>> {
  const rows = await db
    .selectFrom("accessRequest")
    .select(["status", (request) => request.fn.countAll<string>().as("n")])
    .where("status", "in", ["pending", "more-info"])
    .groupBy("status")
    .execute();
  const count = (status: string) => Number(rows.find((row) => row.status === status)?.n ?? 0);
  return { waiting: count("pending"), "more-info": count("more-info") };
}

/** The list, and beside it one request: the named one, or the first. */
export async function getQueue(db: Db, wanted: { view: QueueView | null; requestId: string | null }) {
  const named = wanted.requestId ? await getRequest(db, wanted.requestId) : null;
  const view = wanted.view ?? (named ? viewOf(named.status) : "waiting");
  const requests = await listRequests(db, view);
  const selected = named ?? (requests[0] ? await getRequest(db, requests[0].id) : null);
  const happenings = selected ? await listRequestHappenings(db, selected.id) : [];
  return { view, requests, selected, happenings, counts: await countRequests(db) };
}

const viewOf = (status: AccessRequestStatus): QueueView =>
  status === "pending" ? "waiting" : status === "more-info" ? "more-info" : "decided";

/** All that a decision rests on. */
export async function getRequest(db: Db, requestId: string) {
  const request = await db
    .selectFrom("accessRequest")
    .innerJoin("person", "person.id", "accessRequest.personId")
    .innerJoin("companyAccount", "companyAccount.id", "accessRequest.companyAccountId")
    .leftJoin("person as owner", "owner.id", "companyAccount.ownerId")
    .leftJoin("person as decider", "decider.id", "accessRequest.decidedBy")
    .leftJoin("accountTerms as terms", "terms.companyAccountId", "companyAccount.id")
    .select("terms.defaultDays as usualDays")
    .select([
      "accessRequest.id",
      "reference",
      "status",
      "accessRequest.name",
      "accessRequest.email",
      "accessRequest.title",
      "accessRequest.assignedTo",
    ])
    .select(["accessRequest.company as companyAsTyped", "reason", "requestedAt", "verifiedAt", "decidedAt", "message"])
    .select(["accessRequest.personId", "accessRequest.companyAccountId"])
    .select(["companyAccount.name as companyName", "companyAccount.domains", "owner.name as ownerName"])
    .select(["companyAccount.createdAt as accountSince", "person.createdAt as personSince"])
    .select(deciderName.as("deciderName"))
    .select(sql<Date>`verified_at + make_interval(hours => ${decisionHours})`.as("decideBy"))
    .where("accessRequest.id", "=", requestId)
    .where("status", "<>", "unverified")
    .executeTakeFirst();
  if (!request?.personId || !request.companyAccountId) {
    throw new NotFound("access.request-not-found", complaints.noSuchRequest);
  }
  const [personId, companyAccountId] = [request.personId, request.companyAccountId];
  return {
    ...request,
    personId,
    companyAccountId,
    documents: await listAskedDocuments(db, request.id, personId),
    messages: await listMessages(db, request.id),
    acceptances: await listAcceptances(db, { personId }),
    colleagues: await countColleagues(db, companyAccountId, personId),
    rule: await findRuleDecision(db, request.id),
    deciders: await listWhoDecides(db),
  };
}

const listWhoDecides = (db: Db) =>
  db
    .selectFrom("person")
    .select(["id", "name"])
    .where("role", "in", ["security", "admin"])
    .where("disabledAt", "is", null)
    .orderBy("name")
    .execute();

async function listAskedDocuments(db: Db, requestId: string, personId: string) {
  const asked = await db
    .selectFrom("accessRequestDocument")
    .innerJoin("document", "document.id", "accessRequestDocument.documentId")
    .select(["document.id", "document.title", "document.description", "document.audience", "document.withdrawnAt"])
    .select("accessRequestDocument.decision")
    .where("accessRequestDocument.accessRequestId", "=", requestId)
    .orderBy("document.position")
    .execute();
  const grants = await grantsWithDocuments(db)
    .select(["accessGrant.id", "accessGrant.documentId", "accessGrant.accessRequestId", "accessGrant.expiresAt"])
    .select(["accessGrant.days", grantState.as("state")])
    .where("accessGrant.personId", "=", personId)
    .orderBy("accessGrant.grantedAt", "desc")
    .execute();
  return asked.map((document) => ({
    ...document,
    requestable: !document.withdrawnAt && (document.audience === "nda" || document.audience === "on-request"),
    grant: grants.find((grant) => grant.documentId === document.id) ?? null,
  }));
}

export async function listMessages(db: Db, requestId: string) {
  return db
    .selectFrom("accessRequestMessage")
    .innerJoin("person", "person.id", "accessRequestMessage.personId")
    .select(["accessRequestMessage.text", "accessRequestMessage.at", "person.name", "person.kind"])
    .where("accessRequestMessage.accessRequestId", "=", requestId)
    .orderBy("accessRequestMessage.at")
    .execute();
}

async function countColleagues(db: Db, companyAccountId: string, personId: string): Promise<number> {
  const { n } = await db
    .selectFrom("person")
    .select((person) => person.fn.countAll<string>().as("n"))
    .where("companyAccountId", "=", companyAccountId)
    .where("id", "<>", personId)
    .executeTakeFirstOrThrow();
  return Number(n);
}
