import { sql } from "kysely";
import { z } from "zod";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotAllowed } from "#app/domain/errors.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { newToken, sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import type { StaffRole } from "#db/schema/accounts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { inviteHours, limits } from "./limits.ts";
import { ensureWithinAddressLimit } from "./limits.server.ts";
import { passwordField } from "./passwords.server.ts";
import { type Client, roleNames, type Staff } from "./people.ts";
import { startSession } from "./sessions.server.ts";
import { createStaff } from "./staff.server.ts";

export const joinForm = z.strictObject({
  token: z.string().trim().min(1, "Enter the invite code: the part of the link after the #"),
  password: passwordField,
});

export async function inviteStaff(
  db: Db,
  admin: Staff,
  invite: { email: string; name: string; role: StaffRole; company: string },
): Promise<void> {
  if (admin.role !== "admin") throw new NotAllowed("accounts.admins-invite", "Only an admin can invite staff.");
  const token = newToken();
  await inTransaction(db, async (trx) => {
    const known = await trx.selectFrom("person").select("kind").where("email", "=", invite.email).executeTakeFirst();
    if (known) throw new Conflict("accounts.address-taken", "Someone with this address is already here.");
    const { id } = await trx
      .insertInto("staffInvite")
      .values({
        email: invite.email,
        name: invite.name,
        role: invite.role,
        tokenHash: sha256(token),
        invitedBy: admin.id,
        expiresAt: sql`now() + make_interval(hours => ${inviteHours})`,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notify(trx, {
      to: invite.email,
      template: "staff-invite",
      props: {
        company: invite.company,
        name: invite.name,
        role: roleNames[invite.role],
        invitedBy: admin.name,
        link: `${appOrigin()}/staff/join#${token}`,
        hours: inviteHours,
      },
    });
    await recordAudit(trx, {
      action: "accounts.staff.invited",
      actor: admin,
      subject: { kind: "staff-invite", id },
      details: { email: invite.email, role: invite.role },
    });
  });
}

export async function joinStaff(
  db: Db,
  join: { token: string; password: string; client: Client },
): Promise<{ cookie: string }> {
  await ensureWithinAddressLimit(db, limits.joinByAddress, join.client);
  return inTransaction(db, async (trx) => {
    const invite = await trx
      .updateTable("staffInvite")
      .set({ usedAt: sql`now()` })
      .where("tokenHash", "=", sha256(join.token))
      .where("usedAt", "is", null)
      .where("expiresAt", ">", sql<Date>`now()`)
      .returning(["email", "name", "role"])
      .executeTakeFirst();
    if (!invite) {
      throw new Invalid("accounts.invite-run-out", "This invite has run out or was used. Ask an admin for a new one.");
    }
    const member = await createStaff(trx, { ...invite, password: join.password });
    const session = await startSession(trx, member, { provedBy: "invite", client: join.client });
    await recordAudit(trx, {
      action: "accounts.staff.joined",
      actor: member,
      subject: { kind: "person", id: member.id },
    });
    return session;
  });
}

export async function listOpenInvites(db: Db) {
  return db
    .selectFrom("staffInvite")
    .select(["id", "email", "name", "role", "createdAt", "expiresAt"])
    .where("usedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .orderBy("createdAt", "desc")
    .execute();
}
