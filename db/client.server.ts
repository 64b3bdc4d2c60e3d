import { resolve } from "node:path";
import type { Kysely, PostgresPool } from "kysely";
import pg from "pg";
import { openEmbedded } from "./embedded.server.ts";
import { openDatabase } from "./open.server.ts";
import type { Database } from "./schema/database.ts";

export type { Db } from "./open.server.ts";

const dateColumn = 1082;
pg.types.setTypeParser(dateColumn, (value: string) => value);

export function postgresPool(connectionString: string): PostgresPool {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    options: "-c timezone=UTC",
  });
  // A connection that ends while it is idle is replaced at the next query. With nobody listening it would end us.
  pool.on("error", () => undefined);
  return pool as unknown as PostgresPool;
}

export const dataDirectory = resolve(process.env.DATA_DIR?.trim() || "data");
export const usesEmbeddedDatabase = !process.env.DATABASE_URL?.trim();

const kept = globalThis as { candorDb?: Kysely<Database> };

/** Opened at the first query. One a process, also when Vite reloads this module. */
export const db: Kysely<Database> = (kept.candorDb ??= openDatabase(async () =>
  usesEmbeddedDatabase ? openEmbedded(dataDirectory) : postgresPool(process.env.DATABASE_URL!.trim()),
));
