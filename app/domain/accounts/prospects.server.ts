import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { NotAllowed } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { domainOf } from "./email-address.ts";
import { findMailDomainKind } from "./mail-domains.server.ts";
import type { Prospect } from "./people.ts";

/**
 * The person behind a proved address, made at the first proof. Colleagues meet in one company account by their domain; a
 * free-mail address is an account of its own. Call it in a transaction.
 */
export async function ensureProspect(
  db: Db,
  proved: { email: string; name?: string; title?: string | null; company?: string },
): Promise<Prospect> {
  await sql`select pg_advisory_xact_lock(hashtext(${`prospect:${domainOf(proved.email)}`}))`.execute(db);
  const known = await findPerson(db, proved.email);
  if (known?.kind === "staff") {
    throw new NotAllowed("accounts.address-is-staff", complaints.addressIsStaff);
  }
  if (known?.disabledAt) {
    throw new NotAllowed("accounts.person-disabled", complaints.personDisabled);
  }
  const personId = known ? await renamePerson(db, known, proved) : await createPerson(db, proved);
  return getProspect(db, personId);
}

export async function getProspect(db: Db, personId: string): Promise<Prospect> {
  const row = await db
    .selectFrom("person")
    .innerJoin("companyAccount", "companyAccount.id", "person.companyAccountId")
    .select(["person.id", "person.name", "person.email", "person.title", "companyAccount.id as companyAccountId"])
    .select("companyAccount.name as companyName")
    .where("person.id", "=", personId)
    .where("person.kind", "=", "prospect")
    .executeTakeFirstOrThrow();
  return { kind: "prospect", ...row };
}

const findPerson = (db: Db, email: string) =>
  db.selectFrom("person").select(["id", "kind", "name", "disabledAt"]).where("email", "=", email).executeTakeFirst();

async function renamePerson(db: Db, known: { id: string }, proved: { name?: string; title?: string | null }) {
  if (proved.name) {
    await db
      .updateTable("person")
      .set({ name: proved.name, ...(proved.title ? { title: proved.title } : {}) })
      .where("id", "=", known.id)
      .execute();
  }
  return known.id;
}

async function createPerson(db: Db, proved: { email: string; name?: string; title?: string | null; company?: string }) {
  const companyAccountId = await ensureCompanyAccount(db, proved);
  const { id } = await db
    .insertInto("person")
    .values({
      kind: "prospect",
      email: proved.email,
      emailAsTyped: proved.email,
      name: proved.name || proved.email.slice(0, proved.email.lastIndexOf("@")),
      title: proved.title ?? null,
      companyAccountId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

async function ensureCompanyAccount(db: Db, proved: { email: string; company?: string }): Promise<string> {
  const domain = domainOf(proved.email);
  const ownDomain = (await findMailDomainKind(db, domain)) === null;
  if (ownDomain) {
    const known = await db
      .selectFrom("companyAccount")
      .select("id")
      .where(sql<boolean>`domains @> array[${domain}]`)
      .executeTakeFirst();
    if (known) return known.id;
  }
  const name = proved.company?.trim() || (ownDomain ? domain : proved.email);
  const { id } = await db
    .insertInto("companyAccount")
    .values({ name, domains: ownDomain ? [domain] : [] })
    .returning("id")
    .executeTakeFirstOrThrow();
  await recordAudit(db, {
    action: "accounts.company.created",
    actor: { kind: "system" },
    subject: { kind: "company-account", id },
    details: { name },
  });
  return id;
}
