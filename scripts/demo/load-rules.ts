import { changeAccountTerms, makeNdaGround } from "#app/domain/access/account-terms.server.ts";
import { askForMore } from "#app/domain/access/requests.server.ts";
import type { Rule } from "#app/domain/access/rules/rule.ts";
import { addRule, getRuleDraft, saveRules } from "#app/domain/access/rules/rule-sets.server.ts";
import { makeShareLink } from "#app/domain/access/share-links.server.ts";
import { ensureProspect } from "#app/domain/accounts/prospects.server.ts";
import type { DemoCast } from "./cast.ts";
import type { DemoDocumentIds } from "./load-documents.ts";
import { ruleRequest, rules } from "./content/rules.ts";

/** Rules, a request that one of them decided, an account with an agreement signed elsewhere, and a share link. */
export async function loadRules(cast: DemoCast, documents: DemoDocumentIds): Promise<void> {
  const { db, security, staff } = cast;
  for (const { documentKeys, ...rule } of rules) {
    const ids = documentKeys.map((key) => documents.get(key)!);
    await addRule(db, security, { ...anyRequest, ...rule, documents: ids });
  }
  await saveRules(db, security, await getRuleDraft(db));

  const { email, documentKey, reason, waiver } = ruleRequest;
  const prospect = await ensureProspect(db, { email });
  const documentId = documents.get(documentKey)!;
  await askForMore(db, prospect, { reason, documents: [documentId] });

  const { companyAccountId } = prospect;
  await changeAccountTerms(db, security, { companyAccountId, defaultDays: 60, documents: [documentId] });
  await makeNdaGround(db, security, { companyAccountId, kind: "waived", reason: waiver, signedOn: null, file: null });
  const sales = Object.values(staff).find((member) => member.role === "sales")!;
  await makeShareLink(db, sales, {
    ...{ companyAccountId, documents: [documentId], grantDays: 30, maxUses: 5, expiresInDays: 30 },
    ...{ note: "For the renewal", startsOn: null, addresses: null },
  });
}

const anyRequest: Omit<Rule, "id" | "name" | "outcome"> = {
  ...{ domain: "any", mailbox: "any", accounts: [], documents: [], words: "", nda: "any", earlier: "any" },
};
