import { recordAudit } from "#app/domain/audit/record.server.ts";
import { createStaff } from "#app/domain/accounts/staff.server.ts";
import { ensureProspect } from "#app/domain/accounts/prospects.server.ts";
import type { Client, Prospect, Staff, StaffRole } from "#app/domain/accounts/people.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

/** Ada decides, Sam sells, Ruth runs the place; Pat asks, Quinn is Pat's colleague, Kim is from another company. */
export const ada = (): Promise<Staff> => staff("Ada Lindqvist", "ada@vendor.example", "security");
export const sam = (): Promise<Staff> => staff("Sam Castellan", "sam@vendor.example", "sales");
export const ruth = (): Promise<Staff> => staff("Ruth Okafor", "ruth@vendor.example", "admin");
export const pat = (): Promise<Prospect> => prospect("Pat Moreau", "pat@acme.example", "Acme GmbH");
export const quinn = (): Promise<Prospect> => prospect("Quinn Sato", "quinn@acme.example", "Acme GmbH");
export const kim = (): Promise<Prospect> => prospect("Kim Berger", "kim@rival.example", "Rival AG");

export const aClient: Client = { ipAddress: "203.0.113.54", userAgent: "Mozilla/5.0 (test)" };

export const aPassword = "correct horse battery staple";

/** Any hash: making a real one costs 64 MiB and 80 ms, which only tests of passwords need. */
async function staff(name: string, email: string, role: StaffRole): Promise<Staff> {
  const known = await db
    .selectFrom("person")
    .select(["id", "name", "email"])
    .where("email", "=", email)
    .executeTakeFirst();
  if (known) return { kind: "staff", role, ...known };
  const created = await db
    .insertInto("person")
    .values({ kind: "staff", name, email, emailAsTyped: email, role, passwordHash: "unusable" })
    .returning(["id", "name", "email"])
    .executeTakeFirstOrThrow();
  return { kind: "staff", role, ...created };
}

export const staffWithPassword = (role: StaffRole): Promise<Staff> =>
  inTransaction(db, (trx) =>
    createStaff(trx, { name: "Ada Lindqvist", email: "ada@vendor.example", role, password: aPassword }),
  );

const prospect = (name: string, email: string, company: string): Promise<Prospect> =>
  inTransaction(db, (trx) => ensureProspect(trx, { email, name, company, title: "Security Analyst" }));

/** Something on the trail, for tests of the trail itself. */
export const anAuditEvent = (subjectId: string | null = null) =>
  inTransaction(db, (trx) =>
    recordAudit(trx, {
      action: "accounts.person.signed-out",
      actor: { kind: "system" },
      subject: { kind: "person", id: subjectId },
    }),
  );
