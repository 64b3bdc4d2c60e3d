import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { Form, FormRow } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateText } from "#app/components/time.tsx";
import { mailDomainForm } from "#app/domain/accounts/mail-domains.ts";
import { addMailDomain, listMailDomains } from "#app/domain/accounts/mail-domains.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Mailbox providers" }];

export const loader = forStaff(["security", "admin"], async ({ db }) => ({ domains: await listMailDomains(db) }));

export const action = forStaff(["security", "admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, mailDomainForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const added = await attempt(() => addMailDomain(db, staff, form.value));
  if (!added.ok) return json({ errors: added.errors, typed: { ...form.value } }, { status: 409 });
  throw await redirectSaying("/staff/rules/mail-domains", `Added ${form.value.domain}`);
});

const kinds = { "free-mail": "Free mailbox provider", disposable: "Disposable addresses" };
const columns = [
  { key: "domain", label: "Domain" },
  { key: "kind", label: "What it is" },
  { key: "added", label: "Added" },
  { key: "remove", label: "Remove", hidden: true, align: "end" as const },
];

export default function MailDomains() {
  const { domains } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string | undefined> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader title="Mailbox providers" back={{ to: "/staff/rules", label: "Rules" }} />
      <StaffBody>
        <StaffSection
          id="own"
          title="Added by you"
          intro="Candor knows the large providers. Who proves an address at one gets an account of their own, and no rule approves it."
        >
          {domains.length > 0 ? (
            <DataTable caption="Domains that you added" columns={columns}>
              {domains.map(({ domain, kind, addedAt, addedByName }) => (
                <tr key={domain}>
                  <RowHead>{domain}</RowHead>
                  <Cell label="What it is">{kinds[kind]}</Cell>
                  <Cell label="Added">
                    <DateText date={addedAt} />, by {addedByName}
                  </Cell>
                  <Cell align="end" whole>
                    <Form action={`/staff/rules/mail-domains/${domain}/removal`}>
                      <Button size="small">
                        Remove<span className="sr-only"> {domain}</span>
                      </Button>
                    </Form>
                  </Cell>
                </tr>
              ))}
            </DataTable>
          ) : (
            <p>None yet.</p>
          )}
          <Form className="max-w-2xl">
            <FormErrors errors={errors} />
            <FormRow>
              <TextField label="Domain" name="domain" defaultValue={typed.domain} errors={errors.domain} required />
              <SelectField
                label="What it is"
                name="kind"
                options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
                defaultValue={typed.kind}
                errors={errors.kind}
              />
            </FormRow>
            <div>
              <Button variant="primary">Add the domain</Button>
            </div>
          </Form>
        </StaffSection>
      </StaffBody>
    </>
  );
}
