import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "../deciders.ts";
import { revokeGrant } from "../grants.server.ts";

/** What a rule did with a request, and whether it can still be undone. */
export async function findRuleDecision(db: Db, requestId: string) {
  const decision = await db
    .selectFrom("ruleDecision")
    .leftJoin("person", "person.id", "ruleDecision.undoneBy")
    .select(["ruleDecision.id", "ruleName", "ruleSetNumber", "outcome", "why", "at", "undoneAt"])
    .select("person.name as undoneByName")
    .where("accessRequestId", "=", requestId)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return decision ?? null;
}

/**
 * Takes back what a rule decided: what it granted is revoked, and the request waits for a person again. Rules do not
 * speak on it a second time.
 */
export async function undoRuleDecision(
  db: Db,
  staff: Staff,
  undo: { requestId: string; reason: string },
): Promise<void> {
  ensureDecides(staff);
  await inTransaction(db, async (trx) => {
    const undone = await trx
      .updateTable("ruleDecision")
      .set({ undoneAt: sql`now()`, undoneBy: staff.id })
      .where("accessRequestId", "=", undo.requestId)
      .where("outcome", "in", ["approve", "decline"])
      .where("undoneAt", "is", null)
      .returning("ruleName")
      .executeTakeFirst();
    if (!undone) throw new Conflict("access.nothing-to-undo", "No rule decided this, or it was undone already.");
    await reopen(trx, undo.requestId);
    for (const grantId of await listLiveGrants(trx, undo.requestId)) {
      await revokeGrant(trx, staff, { grantId, reason: undo.reason });
    }
    await recordAudit(trx, {
      action: "access.request.reopened",
      actor: staff,
      subject: { kind: "access-request", id: undo.requestId },
      details: { rule: undone.ruleName, reason: undo.reason },
    });
  });
}

async function reopen(db: Db, requestId: string) {
  await db
    .updateTable("accessRequest")
    .set({ status: "pending", decidedAt: null, decidedBy: null, message: null })
    .where("id", "=", requestId)
    .execute();
  await db
    .updateTable("accessRequestDocument")
    .set({ decision: null })
    .where("accessRequestId", "=", requestId)
    .execute();
}

/** One of each document: revoking it ends every grant of it that the person holds. */
async function listLiveGrants(db: Db, requestId: string): Promise<string[]> {
  const grants = await db
    .selectFrom("accessGrant")
    .distinctOn("documentId")
    .select(["id", "documentId"])
    .where("accessRequestId", "=", requestId)
    .where("revokedAt", "is", null)
    .where((own) => own.or([own("expiresAt", "is", null), own("expiresAt", ">", sql<Date>`now()`)]))
    .orderBy("documentId")
    .execute();
  return grants.map((grant) => grant.id);
}
