import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { hashEvent, firstHash, canonicalJson } from "#app/domain/audit/chain.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { listAuditEvents, verifyAuditTrail } from "#app/domain/audit/trail.server.ts";
import { db } from "#db/client.server.ts";
import { anAuditEvent } from "#tests/support/given.ts";

describe("the audit trail", () => {
  test("is one chain in which each event follows from the one before", async () => {
    for (let event = 0; event < 3; event++) await anAuditEvent();

    const { events } = await listAuditEvents(db);

    expect(events.map((event) => event.seq)).toEqual(["3", "2", "1"]);
    expect(events[2]!.previousHash).toBe(firstHash);
    expect(events[1]!.previousHash).toBe(events[2]!.hash);
    expect(await verifyAuditTrail(db)).toMatchObject({ events: 3, brokenAt: null });
  });

  test("shows where it was changed behind its back", async () => {
    for (let event = 0; event < 3; event++) await anAuditEvent();
    await behindTheTriggers(sql`update audit_event set actor_name = 'Someone else' where seq = 2`);

    expect(await verifyAuditTrail(db)).toMatchObject({ events: 1, brokenAt: "2" });
  });

  test("shows that its end was cut off", async () => {
    for (let event = 0; event < 3; event++) await anAuditEvent();
    await behindTheTriggers(sql`delete from audit_event where seq = 3`);

    expect(await verifyAuditTrail(db)).toMatchObject({ events: 2, brokenAt: "3" });
  });

  test("refuses an event outside the transaction of what it records", async () => {
    const alone = recordAudit(db, {
      action: "accounts.person.signed-out",
      actor: { kind: "system" },
      subject: { kind: "person", id: null },
    });
    await expect(alone).rejects.toThrow("belongs in the transaction");
  });

  test.runIf(inject("postgres"))("stays one chain when many write at once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => anAuditEvent()));

    expect(await verifyAuditTrail(db)).toMatchObject({ events: 20, brokenAt: null });
  });
});

describe("an event's hash", () => {
  const text = fc.string({ maxLength: 12 });
  const event = fc.record({
    seq: fc.nat().map(String),
    id: text,
    at: text,
    action: text,
    actorKind: text,
    actorId: fc.option(text),
    actorName: text,
    subjectKind: text,
    subjectId: fc.option(text),
    details: fc.dictionary(text, text),
  });

  test("changes with every field, and with where one field ends and the next begins", () => {
    fc.assert(
      fc.property(event, event, (one, other) => {
        const same =
          canonicalJson({ ...one, actorId: one.actorId ?? "", subjectId: one.subjectId ?? "" }) ===
          canonicalJson({ ...other, actorId: other.actorId ?? "", subjectId: other.subjectId ?? "" });
        expect(hashEvent(firstHash, one) === hashEvent(firstHash, other)).toBe(same);
      }),
    );
    expect(hashEvent(firstHash, { ...anEvent, action: "ab", actorKind: "c" })).not.toBe(
      hashEvent(firstHash, { ...anEvent, action: "a", actorKind: "bc" }),
    );
  });

  test("does not depend on the order of the keys in its details", () => {
    const [one, other] = [
      { a: 1, b: [1, { c: 2, d: 3 }] },
      { b: [1, { d: 3, c: 2 }], a: 1 },
    ];
    expect(hashEvent(firstHash, { ...anEvent, details: one })).toBe(
      hashEvent(firstHash, { ...anEvent, details: other }),
    );
  });
});

const anEvent = {
  seq: "1",
  id: "i",
  at: "t",
  action: "a",
  actorKind: "k",
  actorId: null,
  actorName: "n",
  subjectKind: "s",
  subjectId: null,
  details: {},
};

async function behindTheTriggers(statement: ReturnType<typeof sql>) {
  await db.connection().execute(async (connection) => {
    await sql`set session_replication_role = replica`.execute(connection);
    await statement.execute(connection);
    await sql`set session_replication_role = origin`.execute(connection);
  });
}
