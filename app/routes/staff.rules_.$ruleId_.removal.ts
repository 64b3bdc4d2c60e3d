import { removeRule } from "#app/domain/access/rules/rule-sets.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  await removeRule(db, staff, idFrom(params, "ruleId"));
  return redirectSaying("/staff/rules", "Removed the rule. It acts until the rules are saved");
});
