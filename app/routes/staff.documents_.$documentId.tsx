import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Download, Upload } from "lucide-react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { keepsDocuments } from "#app/domain/documents/document-words.ts";
import { changeDocument, getDocument } from "#app/domain/documents/documents.server.ts";
import { documentForm } from "#app/domain/documents/documents.ts";
import { DocumentFacts } from "#app/domain/documents/ui/document-facts.tsx";
import { DocumentFields } from "#app/domain/documents/ui/document-fields.tsx";
import { VersionTable } from "#app/domain/documents/ui/version-table.tsx";
import { listVersions } from "#app/domain/documents/versions.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Document" }];

export const loader = forStaff("any", async ({ db, staff, params }) => {
  const id = idFrom(params, "documentId");
  const document = await getDocument(db, id);
  const mayChange = keepsDocuments(staff.role) && !document.withdrawnAt;
  return {
    document,
    versions: await listVersions(db, id),
    mayChange,
    mayOpen: Boolean(document.version) && !document.withdrawnAt && (document.audience !== "internal" || mayChange),
  };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const id = idFrom(params, "documentId");
  const form = await parseForm(request, documentForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeDocument(db, staff, { id, ...form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: form.value }, { status: 409 });
  throw await redirectSaying(`/staff/documents/${id}`, "Saved the document");
});

export default function Document() {
  const { document, versions, mayChange, mayOpen } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const path = `/staff/documents/${document.id}`;
  return (
    <>
      <StaffHeader title={document.title} back={{ to: "/staff/documents", label: "Documents" }}>
        <ButtonLink to={`${path}/holders`}>Who has it</ButtonLink>
        {mayOpen && (
          <ButtonLink icon={Download} href={`/documents/${document.id}/file`}>
            Open the file
          </ButtonLink>
        )}
        {mayChange && (
          <ButtonLink variant="primary" icon={Upload} to={`${path}/upload`}>
            Upload a version
          </ButtonLink>
        )}
      </StaffHeader>
      <StaffBody>
        {errors.form && <FormErrors errors={errors} />}
        <DocumentFacts document={document} />
        <StaffSection
          id="versions"
          title="Versions"
          intro="A version is never changed. Copies come from the newest one."
        >
          {versions.length > 0 ? (
            <VersionTable versions={versions} />
          ) : (
            <EmptyState title="No file yet">
              <p>Nobody can open this document until its first version is uploaded.</p>
            </EmptyState>
          )}
        </StaffSection>
        {mayChange && (
          <>
            <StaffSection id="change" title="Change the document">
              <Form className="max-w-2xl">
                {!errors.form && <FormErrors errors={errors} />}
                <DocumentFields typed={sent?.typed ?? document} errors={errors} />
                <ButtonRow>
                  <Button>Save the document</Button>
                </ButtonRow>
              </Form>
            </StaffSection>
            <StaffSection
              id="withdraw"
              title="Withdraw it"
              intro="It leaves the trust page and nobody opens it any more. Versions and the trail stay."
            >
              <ButtonRow>
                <ButtonLink variant="negative" to={`${path}/withdrawal`}>
                  Withdraw the document
                </ButtonLink>
              </ButtonRow>
            </StaffSection>
          </>
        )}
      </StaffBody>
    </>
  );
}
