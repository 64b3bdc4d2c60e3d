import { filled } from "#app/messages/complaints.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import type { Prospect } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { Db } from "#db/client.server.ts";
import { tellOfNewRequest } from "./request-notices.server.ts";
import { applyRules } from "./rules/rule-decisions.server.ts";
import { listWishes, sortWishes } from "./wishes.server.ts";

type Unverified = { id: string; reference: string; provedBy: string };

/** The request to show, if any, and what to say where a request was answered by what is there already. */
export type QueuedRequest = { requestId: string | null; note: string | null };

/**
 * The address behind the request is proved: it waits for a decision from now on. A repeat of what the person holds or has
 * asked for adds nothing to the queue; they are led to what there is.
 */
export async function queueVerifiedRequest(db: Db, prospect: Prospect, request: Unverified): Promise<QueuedRequest> {
  const wishes = await sortWishes(db, prospect.id, await listWishes(db, request.id));
  if (wishes.fresh.length === 0) {
    await db
      .updateTable("accessRequest")
      .set({ ...proofBy(prospect), status: "expired", message: "Answered by what you already have." })
      .where("id", "=", request.id)
      .execute();
    return { requestId: wishes.askedIn, note: noteOn(wishes) };
  }
  await dropWishes(db, request.id, [...wishes.held, ...wishes.asked]);
  await db
    .updateTable("accessRequest")
    .set({ ...proofBy(prospect), status: "pending" })
    .where("id", "=", request.id)
    .execute();
  const documents = wishes.fresh.map((document) => document.title);
  await recordAudit(db, {
    action: "access.request.verified",
    actor: prospect,
    subject: { kind: "access-request", id: request.id },
    details: { reference: request.reference, provedBy: request.provedBy },
  });
  await startRequest(db, prospect, { ...request, documents });
  return { requestId: request.id, note: noteOn(wishes) };
}

/** A request has entered the queue: the rules speak first, and people are told of what is left to them. */
export async function startRequest(
  db: Db,
  prospect: Prospect,
  request: { id: string; reference: string; documents: string[] },
): Promise<void> {
  const { decided, told } = await applyRules(db, prospect, request);
  if (!decided) await tellOfNewRequest(db, prospect, { ...request, staffKnow: told });
}

function noteOn(wishes: { held: { title: string }[]; asked: { title: string }[] }): string | null {
  const titles = (documents: { title: string }[]) => documents.map((document) => document.title).join(", ");
  const [held, asked] = [titles(wishes.held), titles(wishes.asked)];
  if (held && asked) return filled(complaints.heldAndAskedNote, { held, asked });
  if (held) return filled(complaints.heldNote, { held });
  return asked ? filled(complaints.askedNote, { asked }) : null;
}

export const proofBy = (prospect: Prospect) => ({
  verifiedAt: sql<Date>`now()`,
  personId: prospect.id,
  companyAccountId: prospect.companyAccountId,
});

/** The person's own words before the proof; what needs no decision is not put to staff. */
async function dropWishes(db: Db, requestId: string, documents: { id: string }[]) {
  if (documents.length === 0) return;
  await db
    .deleteFrom("accessRequestDocument")
    .where("accessRequestId", "=", requestId)
    .where(
      "documentId",
      "in",
      documents.map((document) => document.id),
    )
    .execute();
}
