import { findCurrentNdaVersion } from "#app/domain/access/nda.server.ts";
import type { Readers } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import type { Db } from "#db/client.server.ts";

/**
 * Who reads the answers of a questionnaire. Without an account it may be anyone. A member's acceptance of the NDA in
 * force speaks for the account, because the released file goes to the account.
 */
export async function readersOf(
  db: Db,
  questionnaire: { companyAccountId: string | null; products: string[] },
): Promise<Readers> {
  const { companyAccountId, products } = questionnaire;
  if (companyAccountId === null) return { audiences: ["public"], products };
  const underNda = await isUnderNda(db, companyAccountId);
  return { audiences: underNda ? ["public", "on-request", "nda"] : ["public", "on-request"], products };
}

async function isUnderNda(db: Db, companyAccountId: string): Promise<boolean> {
  const nda = await findCurrentNdaVersion(db);
  if (!nda) return false;
  const acceptance = await db
    .selectFrom("ndaAcceptance")
    .innerJoin("person", "person.id", "ndaAcceptance.personId")
    .select("ndaAcceptance.id")
    .where("ndaAcceptance.ndaVersionId", "=", nda.id)
    .where("person.companyAccountId", "=", companyAccountId)
    .where("person.disabledAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  return acceptance !== undefined;
}
