import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type Transaction } from "kysely";
import type { Database } from "./schema/database.ts";
import { refuseInsideTransaction } from "./transaction.server.ts";

/** A pool or an open transaction: the first argument of every domain function. */
export type Db = Kysely<Database> | Transaction<Database>;

const opening = globalThis as { candorDbOpened?: boolean };

export function openDatabase(pool: () => Promise<PostgresPool>): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PostgresDialect({
      pool: async () => {
        const opened = await pool();
        opening.candorDbOpened = true;
        const connect = opened.connect.bind(opened);
        return {
          connect: async () => {
            refuseInsideTransaction();
            return connect();
          },
          end: () => opened.end(),
        };
      },
    }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
