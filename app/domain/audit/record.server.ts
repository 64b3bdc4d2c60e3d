import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { AuditAction } from "./actions.ts";
import { hashEvent } from "./chain.ts";

export type AuditActor =
  { kind: "staff" | "prospect"; id: string; name: string } | { kind: "visitor"; name?: string } | { kind: "system" };

export type AuditSubject = { kind: string; id: string | null };

type Detail = string | number | boolean | null | Detail[];

/**
 * Appends to the one chain, in the caller's transaction. The head row is locked until that transaction ends, so record
 * last: whoever takes a row lock after this can wait for someone who waits for the head.
 */
export async function recordAudit(
  db: Db,
  event: { action: AuditAction; actor: AuditActor; subject: AuditSubject; details?: Record<string, Detail> },
): Promise<void> {
  if (!db.isTransaction) throw new Error("An audit event belongs in the transaction of what it records.");
  const head = await db.selectFrom("auditHead").selectAll().forUpdate().executeTakeFirstOrThrow();
  const { rows } = await sql<{ at: Date }>`select date_trunc('milliseconds', clock_timestamp()) as at`.execute(db);
  const entry = {
    seq: String(BigInt(head.seq) + 1n),
    id: randomUUID(),
    at: rows[0]!.at.toISOString(),
    action: event.action,
    actorKind: event.actor.kind,
    actorId: "id" in event.actor ? event.actor.id : null,
    actorName: nameOf(event.actor),
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    details: event.details ?? {},
  };
  const hash = hashEvent(head.hash, entry);
  await db
    .insertInto("auditEvent")
    .values({ ...entry, details: JSON.stringify(entry.details), previousHash: head.hash, hash })
    .execute();
  await db.updateTable("auditHead").set({ seq: entry.seq, hash }).execute();
}

function nameOf(actor: AuditActor): string {
  if (actor.kind === "system") return "Candor";
  if (actor.kind === "visitor") return actor.name ?? "A visitor";
  return actor.name;
}
