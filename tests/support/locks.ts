import { sql } from "kysely";
import { expect, vi } from "vitest";
import { db } from "#db/client.server.ts";

const patience = { timeout: 10_000 };

/** Makes a race happen in one order only: the loser is known to be waiting. */
export async function untilSomeoneWaitsForALock() {
  await vi.waitFor(async () => {
    const { rows } =
      await sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        db,
      );
    expect(rows).not.toHaveLength(0);
  }, patience);
}
