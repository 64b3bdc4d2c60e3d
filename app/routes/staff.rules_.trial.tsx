import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { saveForm } from "#app/domain/access/rules/rule.ts";
import { getRuleDraft, saveRules } from "#app/domain/access/rules/rule-sets.server.ts";
import { countTrial, tryRules } from "#app/domain/access/rules/trial.server.ts";
import { TrialTable, wouldWords } from "#app/domain/access/ui/trial-table.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Try the rules" }];

export const loader = forStaff(["security", "admin"], async ({ db }) => {
  const { rules, digest, differs } = await getRuleDraft(db);
  const tried = await tryRules(db, rules);
  return { rules: rules.length, digest, differs, tried, counts: countTrial(tried) };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, saveForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const saved = await attempt(() => saveRules(db, staff, form.value));
  if (!saved.ok) return json({ errors: saved.errors }, { status: 409 });
  throw await redirectSaying("/staff/rules", `Saved version ${saved.value.number}. It acts from now on`);
});

export default function Trial() {
  const { rules, digest, differs, tried, counts } = useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.errors;
  const said = counts.filter(({ count }) => count > 0).map(({ would, count }) => `${wouldWords[would].word}: ${count}`);
  return (
    <>
      <StaffHeader
        title="Try the rules"
        back={{ to: "/staff/rules", label: "Rules" }}
        meta={`${countOf(rules, "rule")} on the newest ${countOf(tried.length, "request")}. Nothing is changed by trying`}
      />
      <StaffBody>
        <FormErrors errors={errors} />
        {differs ? (
          <Form>
            <input type="hidden" name="digest" value={digest} />
            <p>They act on new requests from the moment you save them, in your name.</p>
            <ButtonRow>
              <Button variant="primary">Save {countOf(rules, "rule")}</Button>
              <ButtonLink variant="quiet" to="/staff/rules">
                Go back
              </ButtonLink>
            </ButtonRow>
          </Form>
        ) : (
          <p>These are the rules that act now.</p>
        )}
        <StaffSection
          id="trial"
          title="What would have happened"
          intro={`By what is known today of each person, account and document. ${said.join("; ")}.`}
        >
          {tried.length > 0 ? <TrialTable tried={tried} /> : <p>There is no request yet to try them on.</p>}
        </StaffSection>
      </StaffBody>
    </>
  );
}
