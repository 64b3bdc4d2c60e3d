import { listCompanyAccounts } from "#app/domain/accounts/company-accounts.server.ts";
import { listStaff } from "#app/domain/accounts/staff.server.ts";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import type { Db } from "#db/client.server.ts";
import type { Names } from "./rule-words.ts";

/** What a rule may name: every gated document and account, and the staff who decide. */
export async function listRuleChoices(db: Db) {
  const documents = (await listDocuments(db)).filter(({ audience }) => audience === "on-request" || audience === "nda");
  const staff = (await listStaff(db)).filter(({ role, disabledAt }) => role !== "sales" && !disabledAt);
  return {
    accounts: (await listCompanyAccounts(db)).map(({ id, name }) => ({ id, name })),
    documents: documents.map(({ id, title }) => ({ id, name: title })),
    staff: staff.map(({ id, name }) => ({ id, name })),
  };
}

export async function namesForRules(db: Db): Promise<Names> {
  const { accounts, documents, staff } = await listRuleChoices(db);
  const byId = (all: { id: string; name: string }[]) => Object.fromEntries(all.map(({ id, name }) => [id, name]));
  return { accounts: byId(accounts), documents: byId(documents), staff: byId(staff) };
}
