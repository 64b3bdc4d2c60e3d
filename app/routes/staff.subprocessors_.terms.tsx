import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { changeSubprocessorTerms, getSubprocessorTerms } from "#app/domain/trust-page/subprocessor-terms.server.ts";
import { subprocessorTermsForm } from "#app/domain/trust-page/subprocessor-terms.ts";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { field } from "#app/domain/trust-page/ui/report-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Notice of subprocessors" }];

export const loader = forStaff(["security", "admin"], async ({ db }) => ({ terms: await getSubprocessorTerms(db) }));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, subprocessorTermsForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeSubprocessorTerms(db, staff, form.value));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying("/staff/subprocessors", "Saved the notice. Visitors see it once it is published");
});

export default function SubprocessorTerms() {
  const { terms } = useLoaderData<typeof loader>();
  const state = formState(useActionData<typeof action>(), typedFrom(terms));
  return (
    <>
      <StaffHeader
        title="Notice of subprocessors"
        back={{ to: "/staff/subprocessors", label: "Subprocessors" }}
        meta="What your contracts promise of every new one"
      />
      <StaffBody>
        <Form className="max-w-2xl">
          <FormErrors errors={state.errors} />
          <FormRow>
            <TextField
              label="Days of notice"
              optional
              inputMode="numeric"
              hint="Before its first day, for example 30"
              {...field(state, "noticeDays")}
            />
            <TextField
              label="Days to object"
              optional
              inputMode="numeric"
              hint="From the notice on, for example 14"
              {...field(state, "objectionDays")}
            />
          </FormRow>
          <ButtonRow>
            <Button variant="primary">Save the notice</Button>
            <ButtonLink variant="quiet" to="/staff/subprocessors">
              Cancel
            </ButtonLink>
          </ButtonRow>
        </Form>
      </StaffBody>
    </>
  );
}
