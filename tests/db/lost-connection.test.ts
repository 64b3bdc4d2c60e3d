import { describe, expect, inject, test, vi } from "vitest";
import { postgresPool } from "#db/client.server.ts";
import { openDatabase } from "#db/open.server.ts";
import { sql } from "kysely";

const postgres = inject("postgres");

describe.skipIf(!postgres)("on PostgreSQL (skipped without one)", () => {
  test("a connection that is ended from outside is replaced, and nothing else comes of it", async () => {
    const db = openDatabase(() => Promise.resolve(postgresPool(postgres!.url)));
    const ownPid = async () => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid;
    const first = await ownPid();
    const other = openDatabase(() => Promise.resolve(postgresPool(postgres!.url)));
    await sql`select pg_terminate_backend(${first}::int)`.execute(other);

    await vi.waitFor(async () => expect(await ownPid()).not.toBe(first), 5_000);

    await Promise.all([db.destroy(), other.destroy()]);
  });
});
