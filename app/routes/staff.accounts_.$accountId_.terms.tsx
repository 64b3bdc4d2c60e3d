import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { accountTermsForm } from "#app/domain/access/account-terms.ts";
import { changeAccountTerms, getAccountTerms } from "#app/domain/access/account-terms.server.ts";
import { TermsFields } from "#app/domain/access/ui/account-terms.tsx";
import { getCompanyAccount } from "#app/domain/accounts/company-accounts.server.ts";
import { listRequestableDocuments } from "#app/domain/documents/documents.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { type FieldErrors, parseForm, ticksOf } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Usual terms" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const { id, name } = await getCompanyAccount(db, idFrom(params, "accountId"));
  const { defaultDays, documentIds } = await getAccountTerms(db, id);
  const documents = (await listRequestableDocuments(db)).map((document) => ({
    id: document.id,
    title: document.title,
  }));
  return { id, name, documents, defaultDays, documentIds };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const companyAccountId = idFrom(params, "accountId");
  const chosen = await ticksOf(request, ["documents"]);
  const form = await parseForm(request, accountTermsForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed, chosen: chosen.documents }, { status: 422 });
  await changeAccountTerms(db, staff, { companyAccountId, ...form.value });
  throw await redirectSaying(`/staff/accounts/${companyAccountId}`, "Saved the terms");
});

export default function AccountTermsPage() {
  const { id, name, documents, defaultDays, documentIds } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string | undefined> = sent?.typed ?? { defaultDays: String(defaultDays ?? "") };
  return (
    <>
      <StaffHeader title="Usual terms" back={{ to: `/staff/accounts/${id}`, label: name }} />
      <StaffBody>
        <TermsFields
          accountId={id}
          typed={typed}
          errors={errors}
          chosen={sent?.chosen ?? documentIds}
          documents={documents}
        />
      </StaffBody>
    </>
  );
}
