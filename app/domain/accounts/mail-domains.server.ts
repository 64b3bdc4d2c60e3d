import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict, NotFound } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { kindOfMailDomain, type MailDomainForm, type MailDomainKind } from "./mail-domains.ts";
import type { Staff } from "./people.ts";

/** What kind of mailbox provider a domain is; null for a company's own. Our lists, and what staff added to them. */
export async function findMailDomainKind(db: Db, domain: string): Promise<MailDomainKind | null> {
  const known = kindOfMailDomain(domain);
  if (known) return known;
  const added = await db.selectFrom("mailDomain").select("kind").where("domain", "=", domain).executeTakeFirst();
  return added?.kind ?? null;
}

export async function listMailDomains(db: Db) {
  return db
    .selectFrom("mailDomain")
    .innerJoin("person", "person.id", "mailDomain.addedBy")
    .select(["mailDomain.domain", "mailDomain.kind", "mailDomain.addedAt", "person.name as addedByName"])
    .orderBy("mailDomain.domain")
    .execute();
}

export async function addMailDomain(db: Db, staff: Staff, form: MailDomainForm): Promise<void> {
  await inTransaction(db, async (trx) => {
    const added = await trx
      .insertInto("mailDomain")
      .values({ ...form, addedBy: staff.id })
      .onConflict((known) => known.column("domain").doNothing())
      .returning("domain")
      .executeTakeFirst();
    if (!added || kindOfMailDomain(form.domain)) {
      throw new Conflict("accounts.mail-domain-known", `${form.domain} is on the list already.`);
    }
    await recordAudit(trx, {
      action: "accounts.mail-domain.added",
      actor: staff,
      subject: { kind: "mail-domain", id: null },
      details: { domain: form.domain, kind: form.kind },
    });
  });
}

export async function removeMailDomain(db: Db, staff: Staff, domain: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const removed = await trx
      .deleteFrom("mailDomain")
      .where("domain", "=", domain)
      .returning("domain")
      .executeTakeFirst();
    if (!removed) throw new NotFound("accounts.mail-domain-not-found", "This domain is not among those you added.");
    await recordAudit(trx, {
      action: "accounts.mail-domain.removed",
      actor: staff,
      subject: { kind: "mail-domain", id: null },
      details: { domain },
    });
  });
}
