import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "./deciders.ts";
import { grantDocuments, type MadeGrant, recordGrants } from "./grant-documents.server.ts";
import { lockPerson } from "./grants.server.ts";
import { linkFor } from "./request-notices.server.ts";
import { getRequestableDocuments } from "./requestable-documents.server.ts";
import { vendorName } from "./vendor.server.ts";
import { listWishes } from "./wishes.server.ts";

export type Approval = {
  requestId: string;
  documents: { documentId: string; days: number }[];
  message?: string | null;
};

/** Grants the named documents and declines the others of the request. Of two deciders the second is told who was first. */
export async function approveRequest(db: Db, staff: Staff, approval: Approval): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const request = await lockOpenRequest(trx, approval.requestId);
    const wishes = await listWishes(trx, request.id);
    const days = new Map(approval.documents.map((document) => [document.documentId, document.days]));
    const declined = wishes.filter((document) => !days.has(document.id));
    if (days.size === 0 || declined.length + days.size !== wishes.length) {
      throw new Invalid("access.documents-not-asked-for", "Choose at least one document, and only from this request.");
    }
    const approved = await getRequestableDocuments(trx, [...days.keys()]);
    await decide(trx, staff, { id: request.id, status: "approved", message: approval.message ?? null });
    await markDocuments(trx, request.id, { approved, declined });
    const grants = await grantDocuments(trx, {
      personId: request.personId,
      documents: approved.map((document) => ({ ...document, days: days.get(document.id)! })),
      accessRequestId: request.id,
      shareLinkId: null,
      grantedBy: staff.id,
    });
    await tellOfApproval(trx, request, { grants, declined });
    await recordDecision(trx, staff, {
      request,
      action: "access.request.approved",
      details: { approved: approved.map((one) => one.title), declined: declined.map((one) => one.title) },
    });
    await recordGrants(trx, staff, grants);
  });
}

export async function declineRequest(
  db: Db,
  staff: Staff,
  decline: { requestId: string; reason: string | null },
): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const request = await lockOpenRequest(trx, decline.requestId);
    const declined = await listWishes(trx, request.id);
    await decide(trx, staff, { id: request.id, status: "declined", message: decline.reason });
    await markDocuments(trx, request.id, { approved: [], declined });
    await tellOfDecline(trx, request, { titles: declined.map((document) => document.title), reason: decline.reason });
    await recordDecision(trx, staff, {
      request,
      action: "access.request.declined",
      details: { reason: decline.reason },
    });
  });
}

export async function askForMoreInfo(
  db: Db,
  staff: Staff,
  ask: { requestId: string; question: string },
): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const request = await lockOpenRequest(trx, ask.requestId);
    await trx
      .updateTable("accessRequest")
      .set({ status: "more-info", message: ask.question })
      .where("id", "=", request.id)
      .execute();
    await trx
      .insertInto("accessRequestMessage")
      .values({ accessRequestId: request.id, personId: staff.id, text: ask.question })
      .execute();
    await notify(trx, {
      to: request.email,
      template: "more-info-asked",
      props: {
        company: await vendorName(trx),
        reference: request.reference,
        question: ask.question,
        link: linkFor(request.id),
      },
    });
    await recordDecision(trx, staff, {
      request,
      action: "access.request.more-info-asked",
      details: { question: ask.question },
    });
  });
}

type OpenRequest = { id: string; reference: string; email: string; personId: string };

/** Locks the row, so that of two who decide at the same moment the second finds it decided. */
async function lockOpenRequest(db: Db, requestId: string): Promise<OpenRequest> {
  const request = await db
    .selectFrom("accessRequest")
    .select(["id", "reference", "email", "personId", "status", "decidedBy"])
    .where("id", "=", requestId)
    .where("status", "not in", ["unverified"])
    .forUpdate()
    .executeTakeFirst();
  if (!request?.personId) throw new NotFound("access.request-not-found", complaints.noSuchRequest);
  if (request.status !== "pending" && request.status !== "more-info") {
    throw new Conflict("access.request-already-decided", await whoWasFirst(db, request));
  }
  await lockPerson(db, request.personId);
  return { ...request, personId: request.personId };
}

async function whoWasFirst(db: Db, request: { status: string; decidedBy: string | null }): Promise<string> {
  if (!request.decidedBy) return `This request is ${request.status}; there is nothing left to decide.`;
  const decider = await db
    .selectFrom("person")
    .select("name")
    .where("id", "=", request.decidedBy)
    .executeTakeFirstOrThrow();
  return `${decider.name} decided this request before you: ${request.status}.`;
}

export async function decide(
  db: Db,
  staff: { id: string },
  decision: { id: string; status: "approved" | "declined"; message: string | null },
) {
  await db
    .updateTable("accessRequest")
    .set({ status: decision.status, message: decision.message, decidedAt: sql`now()`, decidedBy: staff.id })
    .where("id", "=", decision.id)
    .execute();
}

export async function markDocuments(
  db: Db,
  requestId: string,
  outcome: { approved: { id: string }[]; declined: { id: string }[] },
): Promise<void> {
  for (const decision of ["approved", "declined"] as const) {
    const ids = outcome[decision].map((document) => document.id);
    if (ids.length === 0) continue;
    await db
      .updateTable("accessRequestDocument")
      .set({ decision })
      .where("accessRequestId", "=", requestId)
      .where("documentId", "in", ids)
      .execute();
  }
}

export async function tellOfApproval(
  db: Db,
  request: { id: string; reference: string; email: string },
  outcome: { grants: MadeGrant[]; declined: { title: string }[] },
): Promise<void> {
  await notify(db, {
    to: request.email,
    template: "request-approved",
    props: {
      company: await vendorName(db),
      reference: request.reference,
      documents: outcome.grants.map(({ title, days, waits }) => ({ title, days, needsNda: waits })),
      declined: outcome.declined.map((document) => document.title),
      link: linkFor(request.id),
    },
  });
}

export async function tellOfDecline(
  db: Db,
  request: { id: string; reference: string; email: string },
  decline: { titles: string[]; reason: string | null },
): Promise<void> {
  const { reference } = request;
  await notify(db, {
    to: request.email,
    template: "request-declined",
    props: {
      ...{ company: await vendorName(db), reference, documents: decline.titles, reason: decline.reason },
      link: linkFor(request.id),
    },
  });
}

type Decision = {
  request: OpenRequest;
  action: "access.request.approved" | "access.request.declined" | "access.request.more-info-asked";
  details: Record<string, string | string[] | null>;
};

async function recordDecision(db: Db, staff: Staff, decision: Decision) {
  await recordAudit(db, {
    action: decision.action,
    actor: staff,
    subject: { kind: "access-request", id: decision.request.id },
    details: { reference: decision.request.reference, ...decision.details },
  });
}
