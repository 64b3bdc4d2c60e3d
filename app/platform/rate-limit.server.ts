import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

export type RateLimit = { name: string; most: number; perSeconds: number };

/**
 * Counts a hit and says whether it is within the limit, on the database's clock and across processes.
 * Windows are fixed: at a boundary up to twice `most` can pass in a moment.
 */
export async function withinRateLimit(db: Db, limit: RateLimit, subject: string): Promise<boolean> {
  const { rows } = await sql<{ hits: number }>`
    insert into rate_limit (key, window_start, hits)
    values (
      ${`${limit.name}:${subject}`},
      to_timestamp(floor(extract(epoch from now()) / ${limit.perSeconds}::int) * ${limit.perSeconds}::int),
      1
    )
    on conflict (key, window_start) do update set hits = rate_limit.hits + 1
    returning hits`.execute(db);
  return rows[0]!.hits <= limit.most;
}

export async function forgetOldRateLimits(db: Db): Promise<void> {
  await db
    .deleteFrom("rateLimit")
    .where("windowStart", "<", sql<Date>`now() - interval '2 days'`)
    .execute();
}
