import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { approveRequest } from "#app/domain/access/decisions.server.ts";
import { findCurrentNdaVersion } from "#app/domain/access/nda.server.ts";
import { getRequest } from "#app/domain/access/request-queue.server.ts";
import { approvalForm } from "#app/domain/access/requests.ts";
import { ApprovalForm } from "#app/domain/access/ui/approval-form.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Approve a request" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => ({
  request: await getRequest(db, idFrom(params, "requestId")),
  ndaNumber: (await findCurrentNdaVersion(db))?.number ?? null,
}));

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const requestId = idFrom(params, "requestId");
  const form = await parseForm(request, approvalForm);
  if (!form.ok) return json({ errors: form.errors, message: form.typed.message }, { status: 422 });
  const approved = await attempt(() => approveRequest(db, staff, { requestId, ...form.value }));
  if (!approved.ok) return json({ errors: approved.errors, message: form.value.message ?? "" }, { status: 409 });
  throw await redirectSaying(
    `/staff/requests/${requestId}`,
    `Approved ${countOf(form.value.documents.length, "document")}`,
  );
});

export default function Approval() {
  const { request, ndaNumber } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  return (
    <>
      <StaffHeader
        title={`Approve for ${request.name}`}
        back={{ to: `/staff/requests/${request.id}`, label: `Request ${request.reference}` }}
      />
      <StaffBody>
        <ApprovalForm
          requestId={request.id}
          documents={request.documents}
          ndaNumber={ndaNumber}
          usualDays={request.usualDays}
          errors={errors}
          typedMessage={sent?.message}
        />
      </StaffBody>
    </>
  );
}
