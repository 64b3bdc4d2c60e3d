import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import { addCertification } from "#app/domain/trust-page/certifications.server.ts";
import { certificationForm, kindFrom } from "#app/domain/trust-page/certifications.ts";
import { CertificationForm } from "#app/domain/trust-page/ui/certification-form.tsx";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add a certification" }];

export const loader = forStaff(["security", "admin"], async ({ db, request }) => ({
  kind: kindFrom(new URL(request.url).searchParams),
  documents: (await listDocuments(db)).map(({ id, title }) => ({ id, title })),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, certificationForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => addCertification(db, staff, form.value));
  if (!added.ok) return json({ errors: added.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying("/staff/certifications", `Added the ${form.value.kind}`);
});

export default function NewCertification() {
  const { kind, documents } = useLoaderData<typeof loader>();
  const state = formState(useActionData<typeof action>(), {});
  return (
    <>
      <StaffHeader title={`Add a ${kind}`} back={{ to: "/staff/certifications", label: "Certifications" }} />
      <StaffBody>
        <CertificationForm kind={kind} state={state} documents={documents} button={`Add the ${kind}`} />
      </StaffBody>
    </>
  );
}
