import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { ruleForm } from "#app/domain/access/rules/rule.ts";
import { listRuleChoices } from "#app/domain/access/rules/rule-names.server.ts";
import { changeRule, getDraftRule } from "#app/domain/access/rules/rule-sets.server.ts";
import { RuleFields } from "#app/domain/access/ui/rule-fields.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm, ticksOf } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Change a rule" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  rule: await getDraftRule(db, idFrom(params, "ruleId")),
  choices: await listRuleChoices(db),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "ruleId");
  const chosen = await ticksOf(request, ["accounts", "documents"]);
  const form = await parseForm(request, ruleForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed, chosen }, { status: 422 });
  const changed = await attempt(() => changeRule(db, staff, { id, ...form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: {}, chosen }, { status: 409 });
  throw await redirectSaying("/staff/rules", `Changed “${form.value.name}”. It acts once the rules are saved`);
});

export default function ChangeRule() {
  const { rule, choices } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string | undefined> = sent?.typed ?? {};
  const chosen = sent?.chosen ?? { accounts: rule.accounts, documents: rule.documents };
  return (
    <>
      <StaffHeader title={rule.name} back={{ to: "/staff/rules", label: "Rules" }} />
      <StaffBody>
        <RuleFields rule={rule} typed={typed} chosen={chosen} choices={choices} errors={errors} />
      </StaffBody>
    </>
  );
}
