import { AsyncLocalStorage } from "node:async_hooks";
import type { Kysely, Transaction } from "kysely";
import type { Database } from "./schema/database.ts";

const open = new AsyncLocalStorage<{ connected: boolean }>();

/** Runs `work` in a transaction, joining the caller's if there is one. */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (trx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Database>);
  return open.run({ connected: false }, () => db.transaction().execute(work));
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
