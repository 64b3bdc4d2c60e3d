import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/**
 * Names the state of everything that a visitor may be shown: it differs after every commit that could change that, by
 * whichever process, and when an update's hour comes. Days are another matter: tomorrow the same state may say
 * something else.
 */
export async function getPublicState(db: Db): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select coalesce((select version || '.' || moved_in from public_record), '0') || '/' ||
      coalesce((select version || '.' || moved_in from answer_library), '0') || '/' ||
      (select count(*) from trust_update where published_at <= now()) as state`.execute(db);
  return rows[0]!.state;
}

/** When what a visitor may be shown last changed; null while it never did. */
export async function getPublicChange(db: Db): Promise<Date | null> {
  return (await db.selectFrom("publicRecord").select("movedAt").executeTakeFirst())?.movedAt ?? null;
}
