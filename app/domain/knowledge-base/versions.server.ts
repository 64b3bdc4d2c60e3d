import type { Staff } from "#app/domain/accounts/people.ts";
import { NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { describeCitations } from "./citations.server.ts";
import { needsReapproval } from "./needs-reapproval.server.ts";
import { listStaleness } from "./staleness.server.ts";

/** An answer with its versions, newest first. Sales see the approved version alone, and no notes. */
export async function getAnswer(db: Db, staff: Staff, id: string) {
  const answer = await db
    .selectFrom("answer")
    .leftJoin("person as owner", "owner.id", "answer.ownerId")
    .leftJoin("person as approver", "approver.id", "answer.approvedBy")
    .selectAll("answer")
    .select(["owner.name as ownerName", "approver.name as approverName"])
    .select(needsReapproval.as("overdue"))
    .where("answer.id", "=", id)
    .executeTakeFirst();
  const all = answer ? await listVersions(db, id) : [];
  const versions = staff.role === "sales" ? forSales(all, answer?.approvedVersion ?? null) : all;
  const [current] = versions;
  if (!answer || !current) throw new NotFound("knowledge-base.answer-not-found", "There is no such answer.");
  return {
    ...answer,
    current,
    approved: versions.find((one) => one.number === answer.approvedVersion) ?? null,
    versions,
    stale: answer.staleSince ? await listStaleness(db, id) : [],
    citations: await describeCitations(db, current.citations),
  };
}

export type AnswerPageData = Awaited<ReturnType<typeof getAnswer>>;

type Version = Awaited<ReturnType<typeof listVersions>>[number];

const forSales = (versions: Version[], approved: number | null) =>
  versions.filter(({ number }) => number === approved).map((one) => ({ ...one, notes: "", reason: "" }));

async function listVersions(db: Db, answerId: string) {
  return db
    .selectFrom("answerVersion")
    .leftJoin("person as author", "author.id", "answerVersion.authorId")
    .selectAll("answerVersion")
    .select("author.name as authorName")
    .where("answerId", "=", answerId)
    .orderBy("number", "desc")
    .execute();
}

/** What a colleague said when the newest version came back from review; null when it did not, or was changed since. */
export async function findReturnReason(db: Db, answer: { id: string; version: number; state: string }) {
  if (answer.state !== "draft") return null;
  const event = await db
    .selectFrom("auditEvent")
    .select(["details", "actorName", "at", "action"])
    .where("subjectId", "=", answer.id)
    .where("subjectKind", "=", "answer")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (event?.action !== "knowledge-base.answer.returned") return null;
  const { reason } = event.details as { reason?: string };
  return { reason: reason ?? "", by: event.actorName, at: event.at };
}
