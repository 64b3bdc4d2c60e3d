import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { countOf } from "#app/components/numbers.ts";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { Trail } from "#app/components/trail.tsx";
import { getAccountTerms } from "#app/domain/access/account-terms.server.ts";
import { decides } from "#app/domain/access/deciders.ts";
import { saidToStaff } from "#app/domain/access/happenings.ts";
import { listAccountHappenings } from "#app/domain/access/timeline.server.ts";
import { AccountTermsFacts } from "#app/domain/access/ui/account-terms.tsx";
import {
  changeCompanyAccount,
  companyAccountForm,
  getCompanyAccount,
  listMembers,
} from "#app/domain/accounts/company-accounts.server.ts";
import { ownersAmong } from "#app/domain/accounts/staff.ts";
import { listStaff } from "#app/domain/accounts/staff.server.ts";
import { AccountFacts } from "#app/domain/accounts/ui/account-facts.tsx";
import { AccountFields, type TypedAccount, typedFrom } from "#app/domain/accounts/ui/account-fields.tsx";
import { MemberTable } from "#app/domain/accounts/ui/member-table.tsx";
import { listRequestableDocuments } from "#app/domain/documents/documents.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Company account" }];

export const loader = forStaff("any", async ({ db, staff, params }) => {
  const id = idFrom(params, "accountId");
  const account = await getCompanyAccount(db, id);
  return {
    account,
    members: await listMembers(db, id),
    terms: await getAccountTerms(db, id),
    documents: (await listRequestableDocuments(db)).map((document) => ({ id: document.id, title: document.title })),
    mayChange: decides(staff),
    happenings: await listAccountHappenings(db, id),
    owners: ownersAmong(await listStaff(db), account.ownerId),
  };
});

export const action = forStaff("any", async ({ db, staff, request, params }) => {
  const id = idFrom(params, "accountId");
  const form = await parseForm(request, companyAccountForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const changed = await attempt(() => changeCompanyAccount(db, staff, { id, ...form.value }));
  if (!changed.ok) return json({ errors: changed.errors, typed: typedFrom(form.value) }, { status: 409 });
  throw await redirectSaying(`/staff/accounts/${id}`, "Saved the account");
});

export default function Account() {
  const { account, members, happenings, owners, terms, documents, mayChange } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: TypedAccount = sent?.typed ?? typedFrom(account);
  const events = happenings.map((one) => ({ at: one.at, what: saidToStaff(one), detail: one.detail }));
  return (
    <>
      <StaffHeader
        title={account.name}
        back={{ to: "/staff/accounts", label: "Company accounts" }}
        meta={countOf(members.length, "member")}
      />
      <StaffBody>
        <AccountFacts account={account} />
        <StaffSection id="members" title="Members">
          {members.length > 0 ? <MemberTable members={members} /> : <p>Nobody has proved an address here yet.</p>}
        </StaffSection>
        <StaffSection id="terms" title="NDA and usual terms">
          <AccountTermsFacts accountId={account.id} terms={terms} documents={documents} mayChange={mayChange} />
        </StaffSection>
        <StaffSection id="happenings" title="What happened" intro="What they asked, accepted and downloaded.">
          {events.length > 0 ? <Trail events={events} /> : <p>Nothing yet.</p>}
        </StaffSection>
        <StaffSection id="change" title="Change the account">
          <Form className="max-w-2xl">
            <FormErrors errors={errors} />
            <AccountFields typed={typed} errors={errors} owners={owners} />
            <ButtonRow>
              <Button variant="primary">Save the account</Button>
            </ButtonRow>
          </Form>
        </StaffSection>
      </StaffBody>
    </>
  );
}
