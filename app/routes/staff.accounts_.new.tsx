import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { addCompanyAccount, companyAccountForm } from "#app/domain/accounts/company-accounts.server.ts";
import { ownersAmong } from "#app/domain/accounts/staff.ts";
import { listStaff } from "#app/domain/accounts/staff.server.ts";
import { AccountFields, type TypedAccount, typedFrom } from "#app/domain/accounts/ui/account-fields.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Add a company account" }];

export const loader = forStaff("any", async ({ db, staff }) => ({
  owners: ownersAmong(await listStaff(db), staff.id),
  ownId: staff.id,
}));

export const action = forStaff("any", async ({ db, staff, request }) => {
  const form = await parseForm(request, companyAccountForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => addCompanyAccount(db, staff, form.value));
  if (!added.ok) return json({ errors: added.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying(`/staff/accounts/${added.value.id}`, `Added ${form.value.name}`);
});

export default function NewAccount() {
  const { owners, ownId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: TypedAccount = sent?.typed ?? { ownerId: ownId };
  return (
    <>
      <StaffHeader title="Add a company account" back={{ to: "/staff/accounts", label: "Company accounts" }} />
      <StaffBody>
        <Form className="max-w-2xl">
          <FormErrors errors={errors} />
          <AccountFields typed={typed} errors={errors} owners={owners} />
          <ButtonRow>
            <Button variant="primary">Add the account</Button>
            <ButtonLink variant="quiet" to="/staff/accounts">
              Cancel
            </ButtonLink>
          </ButtonRow>
        </Form>
      </StaffBody>
    </>
  );
}
