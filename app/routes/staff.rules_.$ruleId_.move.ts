import { redirect } from "@remix-run/node";
import { moveForm } from "#app/domain/access/rules/rule.ts";
import { moveRule } from "#app/domain/access/rules/rule-sets.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const form = await parseForm(request, moveForm);
  if (form.ok) await moveRule(db, staff, { ruleId: idFrom(params, "ruleId"), to: form.value.to });
  return redirect("/staff/rules");
});
