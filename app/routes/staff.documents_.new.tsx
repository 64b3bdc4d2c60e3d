import { json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { addDocument } from "#app/domain/documents/documents.server.ts";
import { newDocumentForm } from "#app/domain/documents/documents.ts";
import { DocumentFields } from "#app/domain/documents/ui/document-fields.tsx";
import { FileFields } from "#app/domain/documents/ui/file-fields.tsx";
import { addDocumentWithFile } from "#app/domain/documents/versions.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add a document" }];

export const loader = forStaff(["security", "admin"], async () => null);

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const sent = await parseForm(request, newDocumentForm);
  if (!sent.ok) return json({ errors: sent.errors, typed: sent.typed }, { status: 422 });
  const { file, note, ...form } = sent.value;
  const added = await attempt(async () => {
    if (!file) return addDocument(db, staff, form);
    const bytes = new Uint8Array(await file.arrayBuffer());
    return addDocumentWithFile(db, staff, { form, file: { fileName: file.name, bytes, note } });
  });
  if (!added.ok) {
    const { form: refused, ...others } = added.errors;
    return json({ errors: { ...others, file: refused ?? [] }, typed: { ...form, note } }, { status: 422 });
  }
  throw await redirectSaying(`/staff/documents/${added.value.id}`, `Added ${form.title}`);
});

export default function NewDocument() {
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader title="Add a document" back={{ to: "/staff/documents", label: "Documents" }} />
      <StaffBody>
        <Form encType="multipart/form-data" className="max-w-2xl">
          <FormErrors errors={errors} />
          <DocumentFields typed={typed} errors={errors} />
          <FileFields note={typed.note} errors={errors} optional />
          <ButtonRow>
            <Button variant="primary">Add the document</Button>
            <ButtonLink variant="quiet" to="/staff/documents">
              Cancel
            </ButtonLink>
          </ButtonRow>
        </Form>
      </StaffBody>
    </>
  );
}
