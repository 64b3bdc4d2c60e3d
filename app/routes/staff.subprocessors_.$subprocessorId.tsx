import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { Note } from "#app/components/note.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { dayOf } from "#app/domain/trust-page/days.ts";
import { getSubprocessorTerms } from "#app/domain/trust-page/subprocessor-terms.server.ts";
import { changeSubprocessor, getSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { brokenPromises, subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { SubprocessorForm } from "#app/domain/trust-page/ui/subprocessor-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Subprocessor" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const entry = await getSubprocessor(db, idFrom(params, "subprocessorId"));
  return { entry, broken: brokenPromises(entry, await getSubprocessorTerms(db), dayOf(new Date())) };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const subprocessorId = idFrom(params, "subprocessorId");
  const form = await parseForm(request, subprocessorForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeSubprocessor(db, staff, { subprocessorId, details: form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying("/staff/subprocessors", `Saved ${form.value.name}`);
});

export default function Subprocessor() {
  const { entry, broken } = useLoaderData<typeof loader>();
  const state = formState(useActionData<typeof action>(), typedFrom(entry));
  return (
    <>
      <StaffHeader title={entry.name} back={{ to: "/staff/subprocessors", label: "Subprocessors" }}>
        <ButtonLink variant="negative" size="small" to={`/staff/subprocessors/${entry.id}/removal`}>
          Remove the subprocessor
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        {broken.length > 0 && (
          <Note tone="ageing" title="Less than customers are promised">
            <p>{broken.join(" ")}</p>
          </Note>
        )}
        <SubprocessorForm state={state} button="Save the subprocessor" />
      </StaffBody>
    </>
  );
}
