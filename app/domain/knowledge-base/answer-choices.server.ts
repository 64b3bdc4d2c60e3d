import { listStaff } from "#app/domain/accounts/staff.server.ts";
import { getCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import type { Db } from "#db/client.server.ts";
import { listCitable } from "./citations.server.ts";
import { listSections } from "./list-answers.server.ts";

/** What the fields of an answer offer to choose from. */
export async function listAnswerChoices(db: Db) {
  const [profile, staff, citable, sections] = await Promise.all([
    getCompanyProfile(db),
    listStaff(db),
    listCitable(db),
    listSections(db),
  ]);
  const owners = staff.filter(({ disabledAt }) => disabledAt === null).map(({ id, name }) => ({ id, name }));
  return { products: profile.products, owners, sections, ...citable };
}
