import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ButtonLink } from "#app/components/button.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { listDocuments } from "#app/domain/documents/documents.server.ts";
import { changeCertification, getCertification } from "#app/domain/trust-page/certifications.server.ts";
import { certificationForm } from "#app/domain/trust-page/certifications.ts";
import { CertificationForm } from "#app/domain/trust-page/ui/certification-form.tsx";
import { formState, typedFrom } from "#app/domain/trust-page/ui/form-state.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Certification" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  entry: await getCertification(db, idFrom(params, "certificationId")),
  documents: (await listDocuments(db)).map(({ id, title }) => ({ id, title })),
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const certificationId = idFrom(params, "certificationId");
  const form = await parseForm(request, certificationForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeCertification(db, staff, { certificationId, details: form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying("/staff/certifications", `Saved ${form.value.name}`);
});

export default function Certification() {
  const { entry, documents } = useLoaderData<typeof loader>();
  const state = formState(useActionData<typeof action>(), typedFrom(entry));
  return (
    <>
      <StaffHeader title={entry.name} back={{ to: "/staff/certifications", label: "Certifications" }}>
        <ButtonLink variant="negative" size="small" to={`/staff/certifications/${entry.id}/removal`}>
          Remove the {entry.kind}
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        <CertificationForm kind={entry.kind} state={state} documents={documents} button={`Save the ${entry.kind}`} />
      </StaffBody>
    </>
  );
}
