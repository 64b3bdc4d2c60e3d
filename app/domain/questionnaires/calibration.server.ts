import { builtInCalibration, type Calibration, fillFromFor, statedPrecision } from "#app/domain/matching/confidence.ts";
import { env } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";

/**
 * How confidence is made here: as learned from this knowledge base's own decisions, once there are enough. `precision`
 * is the share of fills that should be right.
 */
export async function getCalibration(db: Db, precision = env.fillPrecision): Promise<Calibration> {
  const own = await findOwnCalibration(db);
  if (own) return { ...own, fillFrom: fillFromFor(own.steps, precision) };
  if (precision <= statedPrecision) return builtInCalibration;
  return { ...builtInCalibration, fillFrom: Math.max(builtInCalibration.fillFrom, precision) };
}

/** Null while there is none, or when the newest one was learned on another way of weighing evidence than today's. */
export async function findOwnCalibration(db: Db): Promise<Calibration | null> {
  const newest = await db
    .selectFrom("matchingCalibration")
    .select("calibration")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  const own = newest?.calibration as Calibration | undefined;
  return own && own.steps.length > 0 && weighsAsToday(own) ? own : null;
}

const weights = ["intercept", "score", "margin", "wording", "vetoed"] as const;

const weighsAsToday = (own: Calibration) => weights.every((weight) => own[weight] === builtInCalibration[weight]);
