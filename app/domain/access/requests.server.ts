import { filled } from "#app/messages/complaints.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { challengeAddress } from "#app/domain/accounts/challenges.server.ts";
import { domainOf } from "#app/domain/accounts/email-address.ts";
import { ensureWithinAddressLimit, ensureWithinLimit } from "#app/domain/accounts/limits.server.ts";
import type { Client, Prospect } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import { newCode } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { lockPerson } from "./grants.server.ts";
import { limits, unverifiedHours } from "./limits.ts";
import { getRequestableDocuments, type RequestableDocument } from "./requestable-documents.server.ts";
import { startRequest } from "./verification.server.ts";
import type { AccessRequestForm, FurtherRequestForm } from "./requests.ts";
import { vendorName } from "./vendor.server.ts";
import { sortWishes } from "./wishes.server.ts";

/**
 * A visitor's request. It stays out of the queue until the address is proved, and what is answered says nothing about
 * whether the address is known.
 */
export async function requestAccess(
  db: Db,
  ask: { form: AccessRequestForm; browserToken: string; client: Client },
): Promise<void> {
  await ensureWithinRequestLimits(db, ask.form.email.canonical, ask.client);
  await inTransaction(db, async (trx) => {
    const documents = await getRequestableDocuments(trx, ask.form.documents);
    const { challengeId } = await challengeAddress(trx, {
      email: ask.form.email.canonical,
      browserToken: ask.browserToken,
      company: await vendorName(trx),
      purpose: "request",
      client: ask.client,
    });
    await keepUnverifiedRequest(trx, { ...ask.form, email: ask.form.email.canonical, challengeId, documents });
  });
}

export async function ensureWithinRequestLimits(db: Db, email: string, client: Client): Promise<void> {
  await ensureWithinAddressLimit(db, limits.requestByAddress, client);
  await ensureWithinLimit(db, limits.requestByEmail, email);
  await ensureWithinLimit(db, limits.requestByDomain, domainOf(email));
}

export async function keepUnverifiedRequest(
  db: Db,
  ask: {
    email: string;
    name: string;
    title?: string;
    company: string;
    reason: string;
    challengeId: string;
    documents: { id: string }[];
    shareLinkId?: string;
  },
): Promise<void> {
  const { documents, title, shareLinkId, email, name, company, reason, challengeId } = ask;
  const { id } = await db
    .insertInto("accessRequest")
    .values({
      ...{ email, name, company, reason, challengeId },
      reference: newReference(),
      title: title || null,
      shareLinkId: shareLinkId ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await keepWishes(db, id, documents);
}

/** A signed-in prospect's request: nothing to prove, so it waits for a decision at once. */
export async function askForMore(
  db: Db,
  prospect: Prospect,
  form: FurtherRequestForm,
): Promise<{ requestId: string; asked: RequestableDocument[]; alreadyHeld: RequestableDocument[] }> {
  await ensureWithinLimit(db, limits.requestByProspect, prospect.id);
  return inTransaction(db, async (trx) => {
    await lockPerson(trx, prospect.id);
    const wishes = await sortWishes(trx, prospect.id, await getRequestableDocuments(trx, form.documents));
    if (wishes.fresh.length === 0) throw refusalOf(wishes);
    const request = await trx
      .insertInto("accessRequest")
      .values({
        reference: newReference(),
        status: "pending",
        email: prospect.email,
        name: prospect.name,
        company: prospect.companyName,
        title: prospect.title,
        reason: form.reason,
        personId: prospect.id,
        companyAccountId: prospect.companyAccountId,
        verifiedAt: sql`now()`,
      })
      .returning(["id", "reference"])
      .executeTakeFirstOrThrow();
    await keepWishes(trx, request.id, wishes.fresh);
    await recordAudit(trx, {
      action: "access.request.verified",
      actor: prospect,
      subject: { kind: "access-request", id: request.id },
      details: { reference: request.reference, provedBy: "session" },
    });
    await startRequest(trx, prospect, { ...request, documents: wishes.fresh.map((document) => document.title) });
    return { requestId: request.id, asked: wishes.fresh, alreadyHeld: wishes.held };
  });
}

function refusalOf(wishes: { held: RequestableDocument[]; asked: RequestableDocument[] }): Conflict {
  const titles = (documents: RequestableDocument[]) => documents.map((document) => document.title).join(", ");
  if (wishes.asked.length === 0) {
    return new Conflict("access.already-granted", filled(complaints.alreadyGranted, { titles: titles(wishes.held) }));
  }
  const said = wishes.asked.length === 1 ? complaints.alreadyAskedOne : complaints.alreadyAskedMany;
  return new Conflict("access.already-asked", filled(said, { titles: titles(wishes.asked) }));
}

export async function withdrawRequest(db: Db, prospect: Prospect, requestId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const withdrawn = await trx
      .updateTable("accessRequest")
      .set({ status: "withdrawn" })
      .where("id", "=", requestId)
      .where("personId", "=", prospect.id)
      .where("status", "in", ["pending", "more-info"])
      .returning("reference")
      .executeTakeFirst();
    if (!withdrawn) throw await whyNotOpen(trx, prospect, requestId);
    await recordAudit(trx, {
      action: "access.request.withdrawn",
      actor: prospect,
      subject: { kind: "access-request", id: requestId },
      details: { reference: withdrawn.reference },
    });
  });
}

/** Answers what staff asked; the request waits for a decision again. */
export async function giveMoreInfo(
  db: Db,
  prospect: Prospect,
  given: { requestId: string; answer: string },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    const request = await trx
      .updateTable("accessRequest")
      .set({ status: "pending" })
      .where("id", "=", given.requestId)
      .where("personId", "=", prospect.id)
      .where("status", "=", "more-info")
      .returning(["id", "reference"])
      .executeTakeFirst();
    if (!request) throw await whyNotOpen(trx, prospect, given.requestId);
    await trx
      .insertInto("accessRequestMessage")
      .values({ accessRequestId: request.id, personId: prospect.id, text: given.answer })
      .execute();
    await recordAudit(trx, {
      action: "access.request.more-info-given",
      actor: prospect,
      subject: { kind: "access-request", id: request.id },
      details: { reference: request.reference },
    });
  });
}

async function whyNotOpen(db: Db, prospect: Prospect, requestId: string) {
  const own = await db
    .selectFrom("accessRequest")
    .select("id")
    .where("id", "=", requestId)
    .where("personId", "=", prospect.id)
    .executeTakeFirst();
  return own
    ? new Conflict("access.request-not-open", complaints.requestNotOpen)
    : new NotFound("access.request-not-found", complaints.noSuchRequest);
}

/** Closes requests whose address nobody proved in time. */
export async function expireUnverifiedRequests(db: Db): Promise<void> {
  await db
    .updateTable("accessRequest")
    .set({ status: "expired" })
    .where("status", "=", "unverified")
    .where("requestedAt", "<", sql<Date>`now() - make_interval(hours => ${unverifiedHours})`)
    .execute();
}

/** Random, so that it tells nobody how many there are. */
const newReference = () => `R-${newCode(7)}`;

async function keepWishes(db: Db, accessRequestId: string, documents: { id: string }[]) {
  await db
    .insertInto("accessRequestDocument")
    .values(documents.map((document) => ({ accessRequestId, documentId: document.id })))
    .execute();
}
