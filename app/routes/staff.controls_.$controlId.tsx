import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { Id } from "#app/components/mono.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { changeControl, getControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm, typedControl } from "#app/domain/trust-page/controls.ts";
import { ControlForm } from "#app/domain/trust-page/ui/control-form.tsx";
import { formState } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Control" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  control: await getControl(db, idFrom(params, "controlId")),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const controlId = idFrom(params, "controlId");
  const form = await parseForm(request, controlForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeControl(db, staff, { controlId, details: form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedControl(form.value) }, { status: 409 });
  throw await redirectSaying("/staff/controls", `Saved ${form.value.reference}`);
});

export default function Control() {
  const { control } = useLoaderData<typeof loader>();
  const stored = typedControl({ ...control, reference: control.code });
  return (
    <>
      <StaffHeader
        title={
          <>
            <Id>{control.code}</Id> {control.title}
          </>
        }
        back={{ to: "/staff/controls", label: "Controls" }}
      >
        <ButtonLink variant="negative" size="small" to={`/staff/controls/${control.id}/removal`}>
          Remove the control
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        <ControlForm state={formState(useActionData<typeof action>(), stored)} button="Save the control" />
      </StaffBody>
    </>
  );
}
