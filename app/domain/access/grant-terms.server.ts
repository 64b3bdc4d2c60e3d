import { sql } from "kysely";
import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { ensureDecides } from "./deciders.ts";
import { getGrant } from "./grants.server.ts";
import { vendorName } from "./vendor.server.ts";

/**
 * Gives a grant a new last day, counted from now: a renewal, or a shorter term. What it required stays required. One that
 * still waits gets another number of days, from its start.
 */
export async function changeGrantTerm(
  db: Db,
  staff: Staff,
  change: { grantId: string; days: number; reason: string },
): Promise<void> {
  ensureDecides(staff);
  const { grantId, days, reason } = change;
  await inTransaction(db, async (trx) => {
    const changed = await trx
      .updateTable("accessGrant")
      .set({
        days,
        expiresAt: sql`case when starts_at is not null then now() + make_interval(days => ${days}) end`,
      })
      .where("id", "=", grantId)
      .where("revokedAt", "is", null)
      .returning("expiresAt")
      .executeTakeFirst();
    const grant = await getGrant(trx, grantId);
    if (!changed || grant.state === "closed") {
      throw new Conflict("access.grant-already-ended", "This grant was ended. Only a new request opens the document.");
    }
    if (changed.expiresAt) {
      await notify(trx, {
        to: grant.email,
        template: "grant-term-changed",
        props: {
          ...{ company: await vendorName(trx), document: grant.title, reason },
          until: changed.expiresAt.toISOString().slice(0, 10),
          link: `${appOrigin()}/portal`,
        },
      });
    }
    await recordAudit(trx, {
      action: "access.grant.term-changed",
      actor: staff,
      subject: { kind: "grant", id: grantId },
      details: { documentId: grant.documentId, days, until: changed.expiresAt?.toISOString() ?? null, reason },
    });
  });
}
