import type { Db } from "#db/client.server.ts";
import { firstHash, hashEvent } from "./chain.ts";

export type TrailFilter = { before?: string; subjectId?: string; action?: string };

const pageSize = 50;

/** Newest first, a page of 50; `before` is the `seq` of the last event of the page above. */
export async function listAuditEvents(db: Db, filter: TrailFilter = {}) {
  let query = db
    .selectFrom("auditEvent")
    .selectAll()
    .orderBy("seq", "desc")
    .limit(pageSize + 1);
  if (filter.before) query = query.where("seq", "<", filter.before);
  if (filter.subjectId) query = query.where("subjectId", "=", filter.subjectId);
  if (filter.action) query = query.where("action", "like", `${filter.action}%`);
  const events = await query.execute();
  return { events: events.slice(0, pageSize), older: events.length > pageSize ? events[pageSize - 1]!.seq : null };
}

export type ChainVerdict = { events: number; brokenAt: string | null; head: string };

/** Recomputes every hash in order; `brokenAt` is the first `seq` that does not follow from the one before. */
export async function verifyAuditTrail(db: Db): Promise<ChainVerdict> {
  let [previous, seq, events] = [firstHash, 0n, 0];
  for (;;) {
    const batch = await db
      .selectFrom("auditEvent")
      .selectAll()
      .where("seq", ">", String(seq))
      .orderBy("seq")
      .limit(1000)
      .execute();
    if (batch.length === 0) break;
    for (const event of batch) {
      const follows = BigInt(event.seq) === seq + 1n && event.previousHash === previous;
      if (!follows || hashEvent(previous, { ...event, at: event.at.toISOString() }) !== event.hash) {
        return { events, brokenAt: event.seq, head: previous };
      }
      [previous, seq, events] = [event.hash, BigInt(event.seq), events + 1];
    }
  }
  const head = await db.selectFrom("auditHead").select("hash").executeTakeFirstOrThrow();
  return { events, brokenAt: head.hash === previous ? null : String(seq + 1n), head: previous };
}
