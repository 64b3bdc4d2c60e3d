import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid } from "#app/domain/errors.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "./deciders.ts";
import { staffLinkFor } from "./request-notices.server.ts";
import { listWishes } from "./wishes.server.ts";

/** Hands an open request to one of those who decide, and tells them; null gives it back to all. Anyone may still decide. */
export async function assignRequest(
  db: Db,
  staff: Staff,
  assignment: { requestId: string; staffId: string | null },
): Promise<void> {
  ensureDecides(staff);
  const { requestId, staffId } = assignment;
  await inTransaction(db, async (trx) => {
    const colleague = staffId ? await getDecider(trx, staffId) : null;
    const request = await trx
      .updateTable("accessRequest")
      .set({ assignedTo: staffId })
      .where("id", "=", requestId)
      .where("status", "in", ["pending", "more-info"])
      .returning(["reference", "name", "company"])
      .executeTakeFirst();
    if (!request) throw new Conflict("access.request-not-open", "This request does not wait for a decision any more.");
    if (colleague && colleague.id !== staff.id) {
      await notify(trx, {
        to: colleague.email,
        template: "request-waiting",
        props: {
          ...request,
          documents: (await listWishes(trx, requestId)).map((document) => document.title),
          link: staffLinkFor(requestId),
        },
      });
    }
    await recordAudit(trx, {
      action: "access.request.assigned",
      actor: staff,
      subject: { kind: "access-request", id: requestId },
      details: { reference: request.reference, to: colleague?.name ?? null },
    });
  });
}

async function getDecider(db: Db, staffId: string) {
  const colleague = await db
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("id", "=", staffId)
    .where("role", "in", ["security", "admin"])
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  if (!colleague) throw new Invalid("access.not-a-decider", "Choose someone who may decide.");
  return colleague;
}
