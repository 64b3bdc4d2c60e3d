import { builtInCalibration, type Calibration } from "#app/domain/matching/confidence.ts";
import type { Db } from "#db/client.server.ts";

/** How confidence is made here: as learned from this knowledge base's own decisions, once there are enough. */
export async function getCalibration(db: Db): Promise<Calibration> {
  const newest = await db
    .selectFrom("matchingCalibration")
    .select("calibration")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return (newest?.calibration as Calibration | undefined) ?? builtInCalibration;
}
