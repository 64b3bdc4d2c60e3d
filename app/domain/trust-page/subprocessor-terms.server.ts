import type { Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { changesBetween, ensureMayEdit } from "./editing.server.ts";
import type { SubprocessorTerms } from "./subprocessor-terms.ts";

/** What customers are promised of every new subprocessor, as staff have entered it. */
export async function getSubprocessorTerms(db: Db): Promise<SubprocessorTerms> {
  const terms = await db.selectFrom("companyProfile").select(["noticeDays", "objectionDays"]).executeTakeFirst();
  return terms ?? { noticeDays: null, objectionDays: null };
}

export async function changeSubprocessorTerms(db: Db, staff: Staff, terms: SubprocessorTerms): Promise<void> {
  ensureMayEdit(staff);
  await inTransaction(db, async (trx) => {
    const profile = trx.selectFrom("companyProfile").select(["noticeDays", "objectionDays"]);
    const before = await profile.forUpdate().executeTakeFirst();
    if (!before) {
      throw new Conflict("trust-page.no-company", "Nobody has named the company yet. An admin does so under Company.");
    }
    await trx.updateTable("companyProfile").set(terms).execute();
    await recordAudit(trx, {
      action: "trust-page.subprocessor-terms.changed",
      actor: staff,
      subject: { kind: "company-profile", id: null },
      details: { ...terms, changed: changesBetween(before, terms) },
    });
  });
}
