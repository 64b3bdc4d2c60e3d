import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { DialogPage } from "#app/components/dialog-page.tsx";
import { Form } from "#app/components/form.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { getDocument, withdrawDocument } from "#app/domain/documents/documents.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Withdraw a document" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) =>
  getDocument(db, idFrom(params, "documentId")),
);

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  await withdrawDocument(db, staff, idFrom(params, "documentId"));
  return redirectSaying("/staff/documents", "Withdrew the document");
});

export default function WithdrawDocument() {
  const document = useLoaderData<typeof loader>();
  const path = `/staff/documents/${document.id}`;
  return (
    <>
      <StaffHeader title={document.title} back={{ to: path, label: "Document" }} />
      <StaffBody>
        <DialogPage
          level={2}
          title={`Withdraw “${document.title}”?`}
          actions={
            <>
              <Form>
                <Button variant="negative">Withdraw the document</Button>
              </Form>
              <ButtonLink variant="quiet" to={path}>
                Keep it
              </ButtonLink>
            </>
          }
        >
          <p>It leaves the trust page now, and everyone who holds a grant for it can no longer open it.</p>
          <p>
            Its versions, its downloads and its trail stay on record. It cannot be brought back; add it anew instead.
          </p>
        </DialogPage>
      </StaffBody>
    </>
  );
}
