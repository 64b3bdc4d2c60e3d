import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient } from "kysely";
import { lockDirectory } from "./directory-lock.server.ts";

/** What pg gives for the same column types, so that no query can tell the two drivers apart. */
const sameAsPg = {
  [types.INT8]: (value: string) => value,
  [types.BYTEA]: (value: string) => Buffer.from(value.slice(2), "hex"),
  [types.DATE]: (value: string) => value,
};

/** PGlite's own makes a string of each byte first: a file of 10 MiB then costs 10 s and half a gigabyte. */
const hexOf = (bytes: Uint8Array) =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}`;

/** PGlite in this process, dressed as a pg.Pool of one connection: Kysely's own PostgresDialect runs unchanged. */
export async function openEmbedded(dataDir: string | null, template?: Blob): Promise<PostgresPool> {
  const unlock = dataDir ? lockDirectory(dataDir) : () => {};
  if (dataDir) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const pglite = await PGlite.create({
    ...(dataDir ? { dataDir: join(dataDir, "database") } : {}),
    ...(template ? { loadDataDir: template } : {}),
    parsers: sameAsPg,
    serializers: { [types.BYTEA]: hexOf },
  });
  await pglite.exec("set time zone 'UTC'");
  return poolOf(pglite, unlock);
}

function poolOf(pglite: PGlite, unlock: () => void): PostgresPool {
  let lastInLine: Promise<void> = Promise.resolve();

  const takeTurn = async () => {
    const before = lastInLine;
    let leave = () => {};
    lastInLine = new Promise((resolve) => (leave = resolve));
    await before;
    return leave;
  };

  const query = async (text: string, parameters: readonly unknown[] = []) => {
    const result = await pglite.query(text, [...parameters]);
    const command = text.trimStart().split(/\s/, 1)[0]!.toUpperCase();
    const changes = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command);
    const rowCount = changes ? (result.affectedRows ?? result.rows.length) : result.rows.length;
    return { rows: result.rows, rowCount, command };
  };

  return {
    async connect() {
      const leave = await takeTurn();
      let left = false;
      return {
        query,
        release() {
          if (!left) leave();
          left = true;
        },
      } as unknown as PostgresPoolClient;
    },
    async end() {
      const leave = await takeTurn();
      await pglite.close();
      unlock();
      leave();
    },
  } as PostgresPool;
}
