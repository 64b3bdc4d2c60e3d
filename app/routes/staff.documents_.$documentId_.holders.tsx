import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextArea } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { decides } from "#app/domain/access/deciders.ts";
import { listGrants } from "#app/domain/access/grants.server.ts";
import { tellHolders } from "#app/domain/access/holders.server.ts";
import { holdersForm } from "#app/domain/access/requests.ts";
import { GrantTable } from "#app/domain/access/ui/grant-table.tsx";
import { getDocument } from "#app/domain/documents/documents.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Who has it" }];

export const loader = forStaff("any", async ({ db, staff, params }) => {
  const { id, title } = await getDocument(db, idFrom(params, "documentId"));
  return { id, title, grants: await listGrants(db, { documentId: id }), mayTell: decides(staff) };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const documentId = idFrom(params, "documentId");
  const form = await parseForm(request, holdersForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed.message }, { status: 422 });
  const told = await attempt(() => tellHolders(db, staff, { documentId, ...form.value }));
  if (!told.ok) return json({ errors: told.errors, typed: form.value.message }, { status: 409 });
  throw await redirectSaying(`/staff/documents/${documentId}/holders`, `Told ${countOf(told.value.told, "holder")}`);
});

export default function Holders() {
  const { id, title, grants, mayTell } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const holders = new Set(grants.filter((grant) => grant.state === "open").map((grant) => grant.personId)).size;
  const took = grants.reduce((sum, grant) => sum + Number(grant.downloads ?? 0), 0);
  return (
    <>
      <StaffHeader
        title={`Who has ${title}`}
        back={{ to: `/staff/documents/${id}`, label: title }}
        meta={`Open to ${countOf(holders, "person", "people")}. ${countOf(took, "copy", "copies")} taken in all`}
      />
      <StaffBody>
        {grants.length > 0 ? (
          <GrantTable grants={grants} mayRevoke={mayTell} />
        ) : (
          <p>Nobody has been given this document yet.</p>
        )}
        {mayTell && holders > 0 && (
          <StaffSection
            id="tell"
            title="Tell the holders"
            intro="One mail to each person to whom it is open now. They are told of a new version by themselves, within the hour."
          >
            <Form className="max-w-2xl">
              <FormErrors errors={errors} />
              <TextArea label="Message" name="message" defaultValue={sent?.typed} errors={errors.message} required />
              <div>
                <Button variant="primary">Tell {countOf(holders, "holder")}</Button>
              </div>
            </Form>
          </StaffSection>
        )}
      </StaffBody>
    </>
  );
}
