import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { ndaGroundForm } from "#app/domain/access/account-terms.ts";
import { makeNdaGround } from "#app/domain/access/account-terms.server.ts";
import { GroundFields } from "#app/domain/access/ui/account-terms.tsx";
import { getCompanyAccount } from "#app/domain/accounts/company-accounts.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "In the place of the NDA" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const { id, name } = await getCompanyAccount(db, idFrom(params, "accountId"));
  return { id, name };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const companyAccountId = idFrom(params, "accountId");
  const form = await parseForm(request, ndaGroundForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const made = await attempt(() => makeNdaGround(db, staff, { companyAccountId, ...form.value }));
  if (!made.ok) {
    const { kind, reason, signedOn } = form.value;
    return json({ errors: made.errors, typed: { kind, reason, signedOn: signedOn ?? "" } }, { status: 409 });
  }
  throw await redirectSaying(`/staff/accounts/${companyAccountId}`, "Kept it. Grants from now on rest on it");
});

export default function NdaGround() {
  const { id, name } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string | undefined> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader title="In the place of the NDA" back={{ to: `/staff/accounts/${id}`, label: name }} />
      <StaffBody>
        <GroundFields accountId={id} typed={typed} errors={errors} />
      </StaffBody>
    </>
  );
}
