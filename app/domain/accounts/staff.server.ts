import { sql } from "kysely";
import { z } from "zod";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import type { StaffRole } from "#db/schema/accounts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { limits } from "./limits.ts";
import { ensureWithinAddressLimit, ensureWithinLimit } from "./limits.server.ts";
import { hashPassword, passwordField, passwordFits } from "./passwords.server.ts";
import type { Client, Staff } from "./people.ts";
import { endAllSessions, startSession } from "./sessions.server.ts";
import { setUpNameForm } from "./staff.ts";

export const setUpForm = z.strictObject({
  token: z.string().trim().min(1, "Enter the setup token that Candor printed when it started"),
  ...setUpNameForm,
  password: passwordField,
});

export async function signInStaff(
  db: Db,
  attempt: { email: string; password: string; client: Client },
): Promise<{ cookie: string }> {
  await ensureWithinAddressLimit(db, limits.staffSignInByAddress, attempt.client);
  await ensureWithinLimit(db, limits.staffSignInByEmail, attempt.email);
  const person = await db
    .selectFrom("person")
    .select(["id", "name", "passwordHash"])
    .where("email", "=", attempt.email)
    .where("kind", "=", "staff")
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  const fits = await passwordFits(person?.passwordHash ?? null, attempt.password);

  if (!person || !fits) {
    await inTransaction(db, (trx) =>
      recordAudit(trx, {
        action: "accounts.staff.sign-in-refused",
        actor: { kind: "visitor" },
        subject: { kind: "person", id: person?.id ?? null },
        details: { ipAddress: attempt.client.ipAddress },
      }),
    );
    throw new Invalid("accounts.wrong-password", "The address and the password do not fit together.");
  }
  return inTransaction(db, async (trx) => {
    const session = await startSession(trx, { id: person.id, kind: "staff" }, { provedBy: "password", ...attempt });
    await recordAudit(trx, {
      action: "accounts.staff.signed-in",
      actor: { kind: "staff", id: person.id, name: person.name },
      subject: { kind: "person", id: person.id },
      details: { ipAddress: attempt.client.ipAddress },
    });
    return session;
  });
}

/** The row behind a new member of staff; used by set-up, invitations and the demo. Call it in a transaction. */
export async function createStaff(
  db: Db,
  member: { email: string; name: string; role: StaffRole; password: string },
): Promise<Staff> {
  const passwordHash = await hashPassword(member.password);
  const created = await db
    .insertInto("person")
    .values({
      kind: "staff",
      email: member.email,
      emailAsTyped: member.email,
      name: member.name,
      role: member.role,
      passwordHash,
    })
    .onConflict((mailbox) => mailbox.doNothing())
    .returning(["id", "name", "email"])
    .executeTakeFirst();
  if (!created) throw new Conflict("accounts.address-taken", "Someone with this address is already here.");
  return { kind: "staff", role: member.role, ...created };
}

export async function setUpFirstAdmin(
  db: Db,
  setUp: { token: string; name: string; email: string; password: string; client: Client },
): Promise<{ cookie: string }> {
  await ensureWithinAddressLimit(db, limits.setUpByAddress, setUp.client);
  return inTransaction(db, async (trx) => {
    const used = await trx
      .updateTable("setupToken")
      .set({ usedAt: sql`now()` })
      .where("tokenHash", "=", sha256(setUp.token))
      .where("usedAt", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (!used || (await countStaff(trx)) > 0) {
      throw new Invalid("accounts.setup-token-wrong", "This setup token is not the one that was printed, or was used.");
    }
    const admin = await createStaff(trx, { ...setUp, role: "admin" });
    const session = await startSession(trx, admin, { provedBy: "setup-token", client: setUp.client });
    await recordAudit(trx, {
      action: "accounts.staff.set-up",
      actor: admin,
      subject: { kind: "person", id: admin.id },
    });
    return session;
  });
}

/** Replaces the setup token; only while there is no staff. */
export async function issueSetupToken(db: Db, token: string): Promise<boolean> {
  if ((await countStaff(db)) > 0) return false;
  await db
    .insertInto("setupToken")
    .values({ tokenHash: sha256(token) })
    .onConflict((row) => row.column("id").doUpdateSet({ tokenHash: sha256(token), usedAt: null }))
    .execute();
  return true;
}

export async function countStaff(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom("person")
    .select((person) => person.fn.countAll<string>().as("n"))
    .where("kind", "=", "staff")
    .executeTakeFirstOrThrow();
  return Number(n);
}

export async function listStaff(db: Db) {
  return db
    .selectFrom("person")
    .select(["id", "name", "email", "role", "createdAt", "disabledAt"])
    .where("kind", "=", "staff")
    .orderBy(sql`name collate "C"`)
    .execute();
}

export async function changeRole(db: Db, admin: Staff, change: { personId: string; role: StaffRole }): Promise<void> {
  ensureIsAdmin(admin);
  await inTransaction(db, async (trx) => {
    const before = await lockStaffMember(trx, change.personId);
    if (before.role === change.role) return;
    await trx.updateTable("person").set({ role: change.role }).where("id", "=", before.id).execute();
    await ensureAnAdminRemains(trx);
    await endAllSessions(trx, before.id);
    await recordAudit(trx, {
      action: "accounts.staff.role-changed",
      actor: admin,
      subject: { kind: "person", id: before.id },
      details: { from: before.role, to: change.role },
    });
  });
}

export async function setStaffDisabled(
  db: Db,
  admin: Staff,
  change: { personId: string; disabled: boolean },
): Promise<void> {
  ensureIsAdmin(admin);
  await inTransaction(db, async (trx) => {
    const before = await lockStaffMember(trx, change.personId);
    await trx
      .updateTable("person")
      .set({ disabledAt: change.disabled ? sql`now()` : null })
      .where("id", "=", before.id)
      .execute();
    await ensureAnAdminRemains(trx);
    if (change.disabled) await endAllSessions(trx, before.id);
    await recordAudit(trx, {
      action: change.disabled ? "accounts.staff.disabled" : "accounts.staff.enabled",
      actor: admin,
      subject: { kind: "person", id: before.id },
    });
  });
}

function ensureIsAdmin(staff: Staff): void {
  if (staff.role !== "admin") throw new NotAllowed("accounts.admins-only", "Only an admin can change staff.");
}

async function lockStaffMember(db: Db, personId: string) {
  await sql`select pg_advisory_xact_lock(hashtext('staff-roles'))`.execute(db);
  const member = await db
    .selectFrom("person")
    .select(["id", "role"])
    .where("id", "=", personId)
    .where("kind", "=", "staff")
    .forUpdate()
    .executeTakeFirst();
  if (!member) throw new NotFound("accounts.staff-not-found", "There is no such member of staff.");
  return member;
}

async function ensureAnAdminRemains(db: Db) {
  const admin = await db
    .selectFrom("person")
    .select("id")
    .where("role", "=", "admin")
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  if (!admin) throw new Conflict("accounts.last-admin", "This is the last admin. Make someone else an admin first.");
}
