import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { Prospect, Staff } from "./people.ts";
import { endSession } from "./sessions.server.ts";

/** Ends this session on the server; the cookie that comes back clears it in the browser. */
export async function signOut(db: Db, person: Staff | Prospect, cookies: string | null): Promise<{ cookie: string }> {
  return inTransaction(db, async (trx) => {
    const ended = await endSession(trx, person.kind, cookies);
    await recordAudit(trx, {
      action: "accounts.person.signed-out",
      actor: person,
      subject: { kind: "person", id: person.id },
    });
    return ended;
  });
}
