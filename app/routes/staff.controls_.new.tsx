import { json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { addControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm, typedControl } from "#app/domain/trust-page/controls.ts";
import { ControlForm } from "#app/domain/trust-page/ui/control-form.tsx";
import { formState } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add a control" }];

export const loader = forStaff(["security", "admin"], async () => ({}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, controlForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => addControl(db, staff, form.value));
  if (!added.ok) return json({ errors: added.errors, typed: typedControl(form.value) }, { status: 409 });
  throw await redirectSaying("/staff/controls", "Added the control");
});

export default function NewControl() {
  const state = formState(useActionData<typeof action>(), { status: "implemented" });
  return (
    <>
      <StaffHeader title="Add a control" back={{ to: "/staff/controls", label: "Controls" }} />
      <StaffBody>
        <ControlForm state={state} button="Add the control" />
      </StaffBody>
    </>
  );
}
