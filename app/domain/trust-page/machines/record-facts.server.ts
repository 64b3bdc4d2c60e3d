import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import type { RecordRow } from "../record.ts";
import type { RecordFacts } from "./record-facts.ts";

/** The dates behind the rows that a visitor sees, and of no others. Columns are named one by one. */
export async function getRecordFacts(db: Db, rows: RecordRow[]): Promise<RecordFacts> {
  const keys = rows.filter((row) => !row.isGap).map(({ key }) => key);
  if (keys.length === 0) return { reports: [], letters: [] };
  const reports = await db
    .selectFrom("report")
    .select(["id", "kind", "asOf", "periodStart", "periodEnd", "issuedOn", "expectedOn", "opinion"])
    .select(sql<number>`jsonb_array_length(exceptions)`.as("exceptions"))
    .where("id", "in", keys)
    .where("published", "=", true)
    .execute();
  const letters = await db
    .selectFrom("bridgeLetter")
    .select(["id", "coversFrom", "coversUntil", "signedOn"])
    .where("id", "in", keys)
    .execute();
  return { reports, letters };
}
