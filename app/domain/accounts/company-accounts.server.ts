import { sql } from "kysely";
import { z } from "zod";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, Invalid, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { isFreeMail } from "./mail-domains.ts";
import type { Staff } from "./people.ts";

const domain = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/;

export const companyAccountForm = z.strictObject({
  name: z.string().trim().min(1, "Enter the company's name").max(160, "Enter at most 160 characters"),
  domains: z
    .string()
    .transform((typed) => [
      ...new Set(
        typed
          .toLowerCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ])
    .refine((all) => all.every((one) => domain.test(one)), "Enter domains such as company.example, one a line")
    .refine((all) => !all.some(isFreeMail), "Leave out mailbox providers such as gmail.com: they belong to everyone"),
  ownerId: z.union([z.uuid(), z.literal("").transform(() => null)]),
  notes: z.string().trim().max(4000, "Enter at most 4,000 characters"),
});

export type CompanyAccountForm = z.output<typeof companyAccountForm>;

export async function listCompanyAccounts(db: Db) {
  return db
    .selectFrom("companyAccount")
    .leftJoin("person as owner", "owner.id", "companyAccount.ownerId")
    .select(["companyAccount.id", "companyAccount.name", "companyAccount.domains", "companyAccount.createdAt"])
    .select("owner.name as ownerName")
    .select((account) =>
      account
        .selectFrom("person")
        .select((person) => person.fn.countAll<string>().as("n"))
        .whereRef("person.companyAccountId", "=", "companyAccount.id")
        .as("members"),
    )
    .orderBy(sql`company_account.name collate "C"`)
    .limit(500)
    .execute();
}

export async function getCompanyAccount(db: Db, id: string) {
  const account = await db
    .selectFrom("companyAccount")
    .leftJoin("person as owner", "owner.id", "companyAccount.ownerId")
    .selectAll("companyAccount")
    .select("owner.name as ownerName")
    .where("companyAccount.id", "=", id)
    .executeTakeFirst();
  if (!account) throw new NotFound("accounts.company-not-found", "There is no such company account.");
  return account;
}

export async function listMembers(db: Db, companyAccountId: string) {
  return db
    .selectFrom("person")
    .select(["id", "name", "email", "title", "createdAt"])
    .where("companyAccountId", "=", companyAccountId)
    .orderBy("createdAt")
    .execute();
}

export async function addCompanyAccount(db: Db, staff: Staff, form: CompanyAccountForm): Promise<{ id: string }> {
  return inTransaction(db, async (trx) => {
    await ensureDomainsAreFree(trx, form.domains, null);
    await ensureOwnerIsStaff(trx, form.ownerId);
    const account = await trx
      .insertInto("companyAccount")
      .values({ ...form, domainsConfirmedBy: staff.id })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "accounts.company.created",
      actor: staff,
      subject: { kind: "company-account", id: account.id },
      details: { name: form.name },
    });
    return account;
  });
}

export async function changeCompanyAccount(db: Db, staff: Staff, change: CompanyAccountForm & { id: string }) {
  await inTransaction(db, async (trx) => {
    await ensureDomainsAreFree(trx, change.domains, change.id);
    await ensureOwnerIsStaff(trx, change.ownerId);
    const { id, ...form } = change;
    const changed = await trx
      .updateTable("companyAccount")
      .set({ ...form, domainsConfirmedBy: staff.id })
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw new NotFound("accounts.company-not-found", "There is no such company account.");
    await recordAudit(trx, {
      action: "accounts.company.changed",
      actor: staff,
      subject: { kind: "company-account", id },
      details: { name: form.name, domains: form.domains },
    });
  });
}

async function ensureDomainsAreFree(db: Db, domains: string[], ownId: string | null) {
  for (const one of [...domains].sort()) {
    await sql`select pg_advisory_xact_lock(hashtext(${`prospect:${one}`}))`.execute(db);
    const taken = await db
      .selectFrom("companyAccount")
      .select(["id", "name"])
      .where(sql<boolean>`domains @> array[${one}]`)
      .executeTakeFirst();
    if (taken && taken.id !== ownId) {
      throw new Conflict("accounts.domain-taken", `${one} already belongs to ${taken.name}.`);
    }
  }
}

async function ensureOwnerIsStaff(db: Db, ownerId: string | null) {
  if (!ownerId) return;
  const owner = await db
    .selectFrom("person")
    .select("id")
    .where("id", "=", ownerId)
    .where("kind", "=", "staff")
    .executeTakeFirst();
  if (!owner) throw new Invalid("accounts.owner-is-no-staff", "Choose a member of staff as the owner.");
}
