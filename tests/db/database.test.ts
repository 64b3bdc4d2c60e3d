import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, onTestFinished, test } from "vitest";
import { db } from "#db/client.server.ts";
import { DirectoryInUse, lockDirectory } from "#db/directory-lock.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anAuditEvent, pat } from "#tests/support/given.ts";

describe("a transaction", () => {
  test("takes everything back when its work fails", async () => {
    const failing = inTransaction(db, async (trx) => {
      await trx.insertInto("companyAccount").values({ name: "Acme GmbH" }).execute();
      throw new Error("the rest failed");
    });

    await expect(failing).rejects.toThrow("the rest failed");

    expect(await db.selectFrom("companyAccount").selectAll().execute()).toEqual([]);
  });

  test("refuses a query on the pool, which would wait for ever or run outside it", async () => {
    const mixing = inTransaction(db, async (trx) => {
      await trx.selectFrom("person").select("id").execute();
      await db.selectFrom("person").select("id").execute();
    });

    await expect(mixing).rejects.toThrow("Hand it `trx`");
  });

  test("joins the one that its caller has open", async () => {
    await inTransaction(db, (trx) =>
      inTransaction(trx, async (same) => {
        expect(same).toBe(trx);
      }),
    );
  });
});

describe("both databases give the same types", () => {
  test("days as text, times as dates, big numbers as text, bytes as buffers", async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select date '2026-06-30' as day, timestamptz '2026-06-30T10:00:00Z' as moment, 7::int8 as big,
             '\\x010203'::bytea as bytes, array['a', 'b'] as list, '{"a": 1}'::jsonb as json, count(*) as n
      from person`.execute(db);

    expect(rows[0]).toEqual({
      day: "2026-06-30",
      moment: new Date("2026-06-30T10:00:00Z"),
      big: "7",
      bytes: Buffer.from([1, 2, 3]),
      list: ["a", "b"],
      json: { a: 1 },
      n: "0",
    });
  });
});

describe("evidence", () => {
  test("on the audit trail cannot be changed, deleted or emptied", async () => {
    await anAuditEvent();

    await expect(sql`update audit_event set actor_name = 'Someone else'`.execute(db)).rejects.toThrow("append-only");
    await expect(sql`delete from audit_event`.execute(db)).rejects.toThrow("append-only");
    await expect(sql`truncate audit_event`.execute(db)).rejects.toThrow("append-only");
  });

  test("belongs to a person who cannot be deleted from under it", async () => {
    const prospect = await pat();
    await expect(db.deleteFrom("companyAccount").where("id", "=", prospect.companyAccountId).execute()).rejects.toThrow(
      /foreign key/,
    );
  });
});

describe("the data directory", () => {
  const aDirectory = () => {
    const directory = mkdtempSync(join(tmpdir(), "candor-lock-"));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    return directory;
  };

  test("lets one Candor in at a time", () => {
    const directory = aDirectory();
    const unlock = lockDirectory(directory);

    expect(() => lockDirectory(directory)).toThrow(DirectoryInUse);

    unlock();
    lockDirectory(directory)();
  });

  test("is taken over from a process that was killed", () => {
    const directory = aDirectory();
    writeFileSync(join(directory, "lock"), "999999 12345");

    expect(() => lockDirectory(directory)()).not.toThrow();
  });
});
