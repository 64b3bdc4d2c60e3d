import { json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { draftUpdate } from "#app/domain/trust-page/updates.server.ts";
import { updateForm } from "#app/domain/trust-page/updates.ts";
import { UpdateForm } from "#app/domain/trust-page/ui/update-form.tsx";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Write an update" }];

export const loader = forStaff(["security", "admin"], async () => ({}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, updateForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => draftUpdate(db, staff, form.value));
  if (!added.ok) return json({ errors: added.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying(`/staff/updates/${added.value}`, "Saved the draft. Nobody outside sees it yet");
});

export default function NewUpdate() {
  const state = formState(useActionData<typeof action>(), { topic: "general", channel: "subscribers" });
  return (
    <>
      <StaffHeader title="Write an update" back={{ to: "/staff/updates", label: "Updates" }} />
      <StaffBody>
        <UpdateForm state={state} button="Save the draft" primary />
      </StaffBody>
    </>
  );
}
