import { sql } from "kysely";
import { describe, expect, inject, it } from "vitest";
import { inviteStaff, joinStaff, listOpenInvites } from "#app/domain/accounts/invites.server.ts";
import { passwordField } from "#app/domain/accounts/passwords.server.ts";
import { findStaffSession, startSession } from "#app/domain/accounts/sessions.server.ts";
import {
  changeRole,
  countStaff,
  issueSetupToken,
  setStaffDisabled,
  setUpFirstAdmin,
  signInStaff,
} from "#app/domain/accounts/staff.server.ts";
import { listAuditEvents } from "#app/domain/audit/trail.server.ts";
import { db } from "#db/client.server.ts";
import { aClient, ada, aPassword, pat, ruth, sam, staffWithPassword } from "#tests/support/given.ts";
import { asSent, newestMail, secretIn } from "./given-mail.ts";

const email = "ada@vendor.example";
const signIn = (password = aPassword, address = email) =>
  signInStaff(db, { email: address, password, client: aClient });
const wrong = { name: "Invalid", code: "accounts.wrong-password" };
const actions = async () => (await listAuditEvents(db)).events.map((event) => event.action);

describe("Staff sign in", () => {
  it("with their password", async () => {
    const staff = await staffWithPassword("security");
    const { cookie } = await signIn();
    expect(await findStaffSession(db, asSent(cookie))).toMatchObject({ person: staff, provedBy: "password" });
    expect(await actions()).toEqual(["accounts.staff.signed-in"]);
  });

  it("with one answer to a wrong password, an unknown address, a disabled person and a prospect", async () => {
    const staff = await staffWithPassword("security");
    await pat();
    await expect(signIn("not the password of Ada")).rejects.toMatchObject(wrong);
    await expect(signIn(aPassword, "nobody@vendor.example")).rejects.toMatchObject(wrong);
    await expect(signIn(aPassword, "pat@acme.example")).rejects.toMatchObject(wrong);
    await setStaffDisabled(db, await ruth(), { personId: staff.id, disabled: true });
    await expect(signIn()).rejects.toMatchObject(wrong);
    expect((await actions()).filter((one) => one === "accounts.staff.sign-in-refused")).toHaveLength(4);
  });

  it("ten times in a quarter of an hour at most", async () => {
    await staffWithPassword("security");
    for (let attempt = 0; attempt < 10; attempt++) await expect(signIn("wrong")).rejects.toMatchObject(wrong);
    await expect(signIn()).rejects.toMatchObject({ name: "TooMany" });
  });

  it("with a password of 15 characters or more that is not among the first guessed", () => {
    const refused = ["short", "a".repeat(15), "1234567890123456", "passwordpassword", "x".repeat(129)];
    for (const password of refused) expect(passwordField.safeParse(password).success).toBe(false);
    expect(passwordField.parse("e\u0301tude in fifteen")).toBe("étude in fifteen");
  });
});

describe("The first admin", () => {
  const setUp = (token: string, name = "Ruth Okafor", address = "ruth@vendor.example") =>
    setUpFirstAdmin(db, { token, name, email: address, password: aPassword, client: aClient });
  const refused = { name: "Invalid", code: "accounts.setup-token-wrong" };

  it("is made with the setup token, once", async () => {
    expect(await issueSetupToken(db, "printed at the start")).toBe(true);
    const { cookie } = await setUp("printed at the start");
    expect((await findStaffSession(db, asSent(cookie)))!.person.role).toBe("admin");
    await expect(setUp("printed at the start", "Eve Sly", "eve@vendor.example")).rejects.toMatchObject(refused);
    expect(await countStaff(db)).toBe(1);
    expect(await actions()).toEqual(["accounts.staff.set-up"]);
  });

  it("is not made with another token, or with one that a later start replaced", async () => {
    await issueSetupToken(db, "first");
    await issueSetupToken(db, "second");
    await expect(setUp("guessed")).rejects.toMatchObject(refused);
    await expect(setUp("first")).rejects.toMatchObject(refused);
    await setUp("second");
  });

  it("cannot be made where there is staff", async () => {
    await issueSetupToken(db, "early");
    await ada();
    await expect(setUp("early")).rejects.toMatchObject(refused);
    expect(await issueSetupToken(db, "late")).toBe(false);
    expect(await db.selectFrom("setupToken").select("usedAt").execute()).toEqual([{ usedAt: null }]);
  });
});

describe("An invite", () => {
  const invite = { email: "new@vendor.example", name: "Nia New", role: "security", company: "Vendor" } as const;
  const join = (token: string) => joinStaff(db, { token, password: aPassword, client: aClient });
  const invited = async () => {
    await inviteStaff(db, await ruth(), invite);
    return secretIn((await newestMail(invite.email, "staff-invite")).link);
  };

  it("makes a member of staff with the role it names, once", async () => {
    const token = await invited();
    const { cookie } = await join(token);
    expect((await findStaffSession(db, asSent(cookie)))!.person).toMatchObject({ name: "Nia New", role: "security" });
    await expect(join(token)).rejects.toMatchObject({ name: "Invalid", code: "accounts.invite-run-out" });
    expect(await listOpenInvites(db)).toEqual([]);
    await signIn(aPassword, invite.email);
  });

  it("runs out, and is not guessed", async () => {
    const token = await invited();
    await expect(join("guessed")).rejects.toMatchObject({ code: "accounts.invite-run-out" });
    await db
      .updateTable("staffInvite")
      .set({ expiresAt: sql`now() - interval '1 second'` })
      .execute();
    await expect(join(token)).rejects.toMatchObject({ code: "accounts.invite-run-out" });
    expect(await listOpenInvites(db)).toEqual([]);
  });

  it("comes from an admin only, and not for someone who is here already", async () => {
    for (const staff of [await ada(), await sam()]) {
      await expect(inviteStaff(db, staff, invite)).rejects.toMatchObject({ name: "NotAllowed" });
    }
    const known = { ...invite, email: (await pat()).email };
    await expect(inviteStaff(db, await ruth(), known)).rejects.toMatchObject({ code: "accounts.address-taken" });
  });
});

describe("A role", () => {
  it("takes effect at once: the person signs in again", async () => {
    const staff = await ada();
    const { cookie } = await startSession(db, staff, { provedBy: "password", client: aClient });
    await changeRole(db, await ruth(), { personId: staff.id, role: "sales" });
    expect(await findStaffSession(db, asSent(cookie))).toBeNull();
    const [event] = (await listAuditEvents(db, { subjectId: staff.id })).events;
    expect(event).toMatchObject({ action: "accounts.staff.role-changed", details: { from: "security", to: "sales" } });
  });

  it("is changed by admins only", async () => {
    const [staff, salesman] = [await ada(), await sam()];
    const refused = { name: "NotAllowed", code: "accounts.admins-only" };
    await expect(changeRole(db, staff, { personId: staff.id, role: "admin" })).rejects.toMatchObject(refused);
    await expect(setStaffDisabled(db, salesman, { personId: staff.id, disabled: true })).rejects.toMatchObject(refused);
  });

  it("of the last admin stays, and they cannot be disabled", async () => {
    const admin = await ruth();
    const last = { name: "Conflict", code: "accounts.last-admin" };
    await expect(changeRole(db, admin, { personId: admin.id, role: "sales" })).rejects.toMatchObject(last);
    await expect(setStaffDisabled(db, admin, { personId: admin.id, disabled: true })).rejects.toMatchObject(last);
  });

  it("is not for prospects", async () => {
    const personId = (await pat()).id;
    await expect(changeRole(db, await ruth(), { personId, role: "admin" })).rejects.toMatchObject({ name: "NotFound" });
  });

  it.skipIf(!inject("postgres"))("stays with one of two admins who demote each other at once", async () => {
    const [one, other] = [await ruth(), await ada()];
    await changeRole(db, one, { personId: other.id, role: "admin" });
    const results = await Promise.allSettled([
      changeRole(db, one, { personId: other.id, role: "sales" }),
      changeRole(db, { ...other, role: "admin" }, { personId: one.id, role: "sales" }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
    const admins = await db.selectFrom("person").select("id").where("role", "=", "admin").execute();
    expect(admins).toHaveLength(1);
  });
});
