import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  endAllSessions,
  endSession,
  findProspectSession,
  findStaffSession,
  forgetEndedSessions,
  startSession,
} from "#app/domain/accounts/sessions.server.ts";
import { db } from "#db/client.server.ts";
import { aClient, ada, pat } from "#tests/support/given.ts";
import { asSent } from "./given-mail.ts";

const start = async (person: Awaited<ReturnType<typeof ada | typeof pat>>) =>
  startSession(db, person, { provedBy: "code", client: aClient });

describe("A session", () => {
  it("says who is signed in and how they proved it", async () => {
    const [staff, prospect] = [await ada(), await pat()];
    const staffCookie = asSent((await start(staff)).cookie);
    const prospectCookie = asSent((await start(prospect)).cookie);
    expect(await findStaffSession(db, staffCookie)).toMatchObject({ person: staff, provedBy: "code" });
    expect(await findProspectSession(db, prospectCookie)).toMatchObject({ person: prospect, provedBy: "code" });
  });

  it("of staff and one of a prospect live side by side in one browser", async () => {
    const both = `${asSent((await start(await ada())).cookie)}; ${asSent((await start(await pat())).cookie)}`;
    expect((await findStaffSession(db, both))!.person.name).toBe("Ada Lindqvist");
    expect((await findProspectSession(db, both))!.person.name).toBe("Pat Moreau");
  });

  it("of a prospect is no session of staff, also under the other cookie's name", async () => {
    const prospectCookie = asSent((await start(await pat())).cookie);
    expect(await findStaffSession(db, prospectCookie)).toBeNull();
    expect(await findStaffSession(db, prospectCookie.replace("prospect", "staff"))).toBeNull();
    const staffCookie = asSent((await start(await ada())).cookie);
    expect(await findProspectSession(db, staffCookie.replace("staff", "prospect"))).toBeNull();
  });

  it("is kept as a hash, and travels in a cookie that scripts and other sites cannot use", async () => {
    const { cookie } = await start(await ada());
    const secret = asSent(cookie).split("=")[1]!;
    expect(secret.length).toBeGreaterThanOrEqual(40);
    expect(JSON.stringify(await db.selectFrom("session").selectAll().execute())).not.toContain(secret);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const { id } = await db.selectFrom("session").select("id").executeTakeFirstOrThrow();
    expect(await findStaffSession(db, `candor_staff=${id}`)).toBeNull();
  });

  it("ends on the server, not only in the browser", async () => {
    const cookie = asSent((await start(await ada())).cookie);
    const blank = await endSession(db, "staff", cookie);
    expect(blank.cookie).toMatch(/^candor_staff=;.*Max-Age=0/i);
    expect(await findStaffSession(db, cookie)).toBeNull();
    expect(await endSession(db, "staff", null)).toEqual(blank);
  });

  it.each(["expires_at", "absolute_expires_at"])("runs out by the database's clock: %s", async (column) => {
    const cookie = asSent((await start(await ada())).cookie);
    await sql`update session set ${sql.ref(column)} = now() - interval '1 second'`.execute(db);
    expect(await findStaffSession(db, cookie)).toBeNull();
    await forgetEndedSessions(db);
    expect(await db.selectFrom("session").select("id").execute()).toEqual([]);
  });

  it("is prolonged by use, and never beyond its absolute end", async () => {
    const cookie = asSent((await start(await ada())).cookie);
    await sql`update session set expires_at = now() + interval '2 minutes',
      absolute_expires_at = now() + interval '5 minutes'`.execute(db);
    expect(await findStaffSession(db, cookie)).not.toBeNull();
    const { rows } = await sql<{ minutes: string }>`
      select round(extract(epoch from expires_at - now()) / 60) as minutes from session`.execute(db);
    expect(Number(rows[0]!.minutes)).toBe(5);
  });

  it("is refused at the next request once its person is disabled", async () => {
    const staff = await ada();
    const cookie = asSent((await start(staff)).cookie);
    await db
      .updateTable("person")
      .set({ disabledAt: sql`now()` })
      .where("id", "=", staff.id)
      .execute();
    expect(await findStaffSession(db, cookie)).toBeNull();
  });

  it("ends with all others of the person, and nobody else's", async () => {
    const [staff, prospect] = [await ada(), await pat()];
    const ofStaff = [asSent((await start(staff)).cookie), asSent((await start(staff)).cookie)];
    const ofProspect = asSent((await start(prospect)).cookie);
    await endAllSessions(db, staff.id);
    for (const cookie of ofStaff) expect(await findStaffSession(db, cookie)).toBeNull();
    expect(await findProspectSession(db, ofProspect)).not.toBeNull();
  });

  it("is not made up", async () => {
    for (const cookies of [null, "", "candor_staff=", "candor_staff=made-up", "other=1"]) {
      expect(await findStaffSession(db, cookies)).toBeNull();
    }
  });
});
