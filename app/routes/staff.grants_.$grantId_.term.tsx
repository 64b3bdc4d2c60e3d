import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { DialogPage } from "#app/components/dialog-page.tsx";
import { TextArea, TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { changeGrantTerm } from "#app/domain/access/grant-terms.server.ts";
import { getGrant } from "#app/domain/access/grants.server.ts";
import { termForm } from "#app/domain/access/requests.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Change a grant’s term" }];

export const loader = forStaff(["security", "admin"], async ({ db, params }) => {
  const { name, title, days } = await getGrant(db, idFrom(params, "grantId"));
  return { name, title, days };
});

export const action = forStaff(["security", "admin"], async ({ db, staff, request, params }) => {
  const grantId = idFrom(params, "grantId");
  const form = await parseForm(request, termForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { days, reason } = form.value;
  const changed = await attempt(() => changeGrantTerm(db, staff, { grantId, days, reason }));
  if (!changed.ok) return json({ errors: changed.errors, typed: { days: String(days), reason } }, { status: 409 });
  const { title, name } = await getGrant(db, grantId);
  throw await redirectSaying("/staff/grants", `Changed the term of ${title} for ${name}`);
});

export default function GrantTerm() {
  const { name, title, days } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string | undefined> = sent?.typed ?? {};
  return (
    <StaffBody>
      <Form>
        <DialogPage
          title={`How long is ${title} open to ${name}?`}
          actions={
            <>
              <ButtonLink to="/staff/grants">Go back</ButtonLink>
              <Button variant="primary">Change the term</Button>
            </>
          }
        >
          <FormErrors errors={errors} />
          <p>What the grant required stays required. A grant that waits for the NDA counts from its acceptance.</p>
          <TextField
            label="Days from now"
            name="days"
            inputMode="numeric"
            defaultValue={typed.days ?? String(days)}
            errors={errors.days}
            required
          />
          <TextArea
            label="Reason"
            name="reason"
            hint="The prospect reads it in the mail."
            defaultValue={typed.reason}
            errors={errors.reason}
            required
          />
        </DialogPage>
      </Form>
    </StaffBody>
  );
}
