import { json, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { FragmentField } from "#app/components/fragment-field.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { joinForm, joinStaff } from "#app/domain/accounts/invites.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Join the staff" }, { name: "robots", content: "noindex" }];

export const loader = forAnyone(async () => null);

export const action = forAnyone(async ({ request, db, client }) => {
  const form = await parseForm(request, joinForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const joined = await attempt(() => joinStaff(db, { ...form.value, client }));
  if (!joined.ok) return json({ errors: joined.errors }, { status: 422 });
  throw redirect("/staff", { headers: { "Set-Cookie": joined.value.cookie } });
});

export default function JoinStaff() {
  const errors: FieldErrors = useActionData<typeof action>()?.errors ?? {};
  return (
    <PlainLayout brand={useBrand()} place="Staff" title="Choose a password">
      <Form method="post">
        <FormErrors errors={errors} />
        <FragmentField
          label="Invite code"
          name="token"
          hint="The part of the link in your mail after the #. It fills itself in."
          errors={errors.token}
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint="At least 15 characters. A few unrelated words make a good password."
          errors={errors.password}
          required
        />
        <Button variant="primary">Join</Button>
      </Form>
    </PlainLayout>
  );
}
