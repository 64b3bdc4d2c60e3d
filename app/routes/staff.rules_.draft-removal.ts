import { discardRuleDraft } from "#app/domain/access/rules/rule-sets.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff }) => {
  await discardRuleDraft(db, staff);
  return redirectSaying("/staff/rules", "Dropped the changes");
});
