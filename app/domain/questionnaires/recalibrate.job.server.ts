import { sql } from "kysely";
import { canonicalJson } from "#app/domain/audit/chain.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { builtInCalibration, calibratedOn, decisionsForOwnRates } from "#app/domain/matching/confidence.ts";
import { env } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { findOwnCalibration } from "./calibration.server.ts";
import { listDecisions } from "./outcomes.server.ts";

/** Learns from all final decisions how sure a match is, once people have made enough of them. */
export async function recalibrateMatching(db: Db): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('matching-calibration'))`.execute(trx);
    const decisions = await listDecisions(trx);
    const decided = decisions.filter((decision) => decision.decided).length;
    if (decided < decisionsForOwnRates) return;
    const calibration = calibratedOn(decisions, builtInCalibration, env.fillPrecision);
    if (canonicalJson(calibration) === canonicalJson(await findOwnCalibration(trx))) return;
    await trx
      .insertInto("matchingCalibration")
      .values({ calibration: JSON.stringify(calibration), decisions: decided })
      .execute();
    await recordAudit(trx, {
      action: "questionnaires.calibration.changed",
      actor: { kind: "system" },
      subject: { kind: "matching-calibration", id: null },
      details: { decisions: decided, fillFrom: calibration.fillFrom },
    });
  });
}
