import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { usualTermsFor } from "#app/domain/access/account-terms.server.ts";
import { makeShareLink } from "#app/domain/access/share-links.server.ts";
import { shareLinkForm } from "#app/domain/access/share-links.ts";
import { MadeLink, ShareLinkFields } from "#app/domain/access/ui/share-link-fields.tsx";
import { listCompanyAccounts } from "#app/domain/accounts/company-accounts.server.ts";
import { listRequestableDocuments } from "#app/domain/documents/documents.server.ts";
import { attempt, type FieldErrors, parseForm, ticksOf } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Make a share link" }];

export const loader = forStaff("any", async ({ db, url }) => ({
  accounts: (await listCompanyAccounts(db)).map(({ id, name, domains }) => ({ id, name, domains })),
  documents: (await listRequestableDocuments(db)).map(({ id, title, audience }) => ({ id, title, audience })),
  ...(await usualTermsFor(db, url.searchParams.get("account"))),
}));

/** The address is in this one answer and is kept nowhere, so there is no page to go on to. */
export const action = forStaff("any", async ({ db, staff, request }) => {
  const { documents } = await ticksOf(request, ["documents"]);
  const form = await parseForm(request, shareLinkForm);
  if (!form.ok) return json({ url: null, errors: form.errors, typed: form.typed, documents }, { status: 422 });
  const made = await attempt(() => makeShareLink(db, staff, form.value));
  if (made.ok) return json({ url: made.value.url, errors: {} as FieldErrors, typed: {}, documents });
  const { companyAccountId, note, grantDays, maxUses, expiresInDays, startsOn, addresses } = form.value;
  const numbers = { grantDays: String(grantDays), maxUses: String(maxUses), expiresInDays: String(expiresInDays) };
  const limits = { startsOn: startsOn ?? "", addresses: addresses?.join("\n") ?? "" };
  const typed = { companyAccountId, note, ...numbers, ...limits };
  return json({ url: null, errors: made.errors, typed, documents }, { status: 409 });
});

export default function NewShareLink() {
  const { accounts, documents, account, usual } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed: Record<string, string | undefined> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader
        title={sent?.url ? "The link is made" : "Make a share link"}
        back={{ to: "/staff/share-links", label: "Share links" }}
      />
      <StaffBody>
        {sent?.url ? (
          <MadeLink url={sent.url} />
        ) : (
          <ShareLinkFields
            accounts={accounts}
            documents={documents}
            typed={{ companyAccountId: account ?? undefined, grantDays: usual.days ?? undefined, ...typed }}
            chosen={sent?.documents ?? usual.documents}
            errors={sent?.errors ?? {}}
          />
        )}
      </StaffBody>
    </>
  );
}
