import { AsyncLocalStorage } from "node:async_hooks";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "./schema/database.ts";

const open = new AsyncLocalStorage<{ connected: boolean }>();
let running = 0;

/** Runs `work` in a transaction, joining the caller's if there is one. */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Database>);
  running++;
  try {
    return await open.run({ connected: false }, () => db.transaction().execute(work));
  } finally {
    // On Node 20 the hooks behind it slow every request down by a tenth, so they are there only while they are needed.
    if (--running === 0) open.disable();
  }
}

/**
 * The embedded database has one connection: asking the pool for another inside a transaction would wait for ever, and
 * with PostgreSQL the query would silently run outside the transaction. Both are mistakes of ours, so both throw.
 */
export function refuseInsideTransaction(): void {
  const transaction = open.getStore();
  if (!transaction) return;
  if (transaction.connected) throw new Error("A query ran on the pool inside a transaction. Hand it `trx`.");
  transaction.connected = true;
}
