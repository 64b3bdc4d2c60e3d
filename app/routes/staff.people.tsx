import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { SelectField, TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { DateTime } from "#app/components/time.tsx";
import { inviteStaff, listOpenInvites } from "#app/domain/accounts/invites.server.ts";
import { roleNames } from "#app/domain/accounts/people.ts";
import { listStaff } from "#app/domain/accounts/staff.server.ts";
import { inviteForm } from "#app/domain/accounts/staff.ts";
import { roleOptions, StaffTable } from "#app/domain/accounts/ui/staff-table.tsx";
import { getCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "People" }];

export const loader = forStaff(["admin"], async ({ db, staff }) => ({
  staff: await listStaff(db),
  invites: await listOpenInvites(db),
  ownId: staff.id,
}));

export const action = forStaff(["admin"], async ({ db, staff, request }) => {
  const form = await parseForm(request, inviteForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { email, name, role } = form.value;
  const company = (await getCompanyProfile(db)).name;
  const invited = await attempt(() => inviteStaff(db, staff, { email: email.canonical, name, role, company }));
  if (!invited.ok) return json({ errors: invited.errors, typed: { name, email: email.typed, role } }, { status: 409 });
  throw await redirectSaying("/staff/people", `Invited ${name}`);
});

export default function People() {
  const { staff, invites, ownId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <>
      <StaffHeader title="People" meta={`${staff.length} staff`} />
      <StaffBody>
        <StaffTable staff={staff} ownId={ownId} />
        {invites.length > 0 && (
          <StaffSection id="invites" title="Invited">
            <ul>
              {invites.map((invite) => (
                <li key={invite.id}>
                  {invite.name}, {invite.email}, {roleNames[invite.role]}: until <DateTime date={invite.expiresAt} />
                </li>
              ))}
            </ul>
          </StaffSection>
        )}
        <StaffSection id="invite" title="Invite someone" intro="They get a link by mail and choose their own password.">
          <Form className="max-w-md">
            <FormErrors errors={errors} />
            <TextField label="Name" name="name" defaultValue={typed.name} errors={errors.name} required />
            <TextField
              label="E-mail"
              name="email"
              type="email"
              defaultValue={typed.email}
              errors={errors.email}
              required
            />
            <SelectField
              label="Role"
              name="role"
              options={roleOptions}
              defaultValue={typed.role ?? "security"}
              hint="Security decides and approves. Sales makes share links and sees accounts. Admin does all of it, and people."
              errors={errors.role}
            />
            <Button variant="primary">Send the invite</Button>
          </Form>
        </StaffSection>
      </StaffBody>
    </>
  );
}
