import { json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { addSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import { SubprocessorForm } from "#app/domain/trust-page/ui/subprocessor-form.tsx";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add a subprocessor" }];

export const loader = forStaff(["security", "admin"], async () => ({}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, subprocessorForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => addSubprocessor(db, staff, form.value));
  if (!added.ok) return json({ errors: added.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying("/staff/subprocessors", "Added the subprocessor");
});

export default function NewSubprocessor() {
  const state = formState(useActionData<typeof action>(), {});
  return (
    <>
      <StaffHeader title="Add a subprocessor" back={{ to: "/staff/subprocessors", label: "Subprocessors" }} />
      <StaffBody>
        <SubprocessorForm state={state} button="Add the subprocessor" />
      </StaffBody>
    </>
  );
}
