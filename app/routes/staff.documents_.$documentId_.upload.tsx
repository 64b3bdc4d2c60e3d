import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { getDocument } from "#app/domain/documents/documents.server.ts";
import { versionForm } from "#app/domain/documents/documents.ts";
import { DocumentFacts } from "#app/domain/documents/ui/document-facts.tsx";
import { FileFields } from "#app/domain/documents/ui/file-fields.tsx";
import { uploadVersion } from "#app/domain/documents/versions.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Upload a version" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) =>
  getDocument(db, idFrom(params, "documentId")),
);

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const documentId = idFrom(params, "documentId");
  const form = await parseForm(request, versionForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { file, note } = form.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const uploaded = await attempt(() => uploadVersion(db, staff, { documentId, fileName: file.name, bytes, note }));
  if (!uploaded.ok) return json({ errors: { file: uploaded.errors.form ?? [] }, typed: { note } }, { status: 422 });
  throw await redirectSaying(`/staff/documents/${documentId}`, `Uploaded version ${uploaded.value.number}`);
});

export default function UploadVersion() {
  const document = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  const path = `/staff/documents/${document.id}`;
  return (
    <>
      <StaffHeader title="Upload a version" back={{ to: path, label: document.title }} />
      <StaffBody>
        <DocumentFacts document={document} />
        <Form encType="multipart/form-data" className="mt-6 max-w-2xl">
          <FormErrors errors={errors} />
          <FileFields note={typed.note} errors={errors} />
          <ButtonRow>
            <Button variant="primary">Upload the version</Button>
            <ButtonLink variant="quiet" to={path}>
              Cancel
            </ButtonLink>
          </ButtonRow>
        </Form>
      </StaffBody>
    </>
  );
}
