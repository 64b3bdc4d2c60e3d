import { json, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { countStaff, setUpFirstAdmin, setUpForm } from "#app/domain/accounts/staff.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { useBrand } from "#app/http/brand.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Set up Candor" }, { name: "robots", content: "noindex" }];

export const loader = forAnyone(async ({ db }) => {
  if ((await countStaff(db)) > 0) throw new NotFound("accounts.already-set-up", "Candor is set up. Sign in instead.");
  return null;
});

export const action = forAnyone(async ({ request, db, client }) => {
  const form = await parseForm(request, setUpForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { email, ...rest } = form.value;
  const done = await attempt(() => setUpFirstAdmin(db, { ...rest, email: email.canonical, client }));
  if (!done.ok) return json({ errors: done.errors, typed: { name: rest.name, email: email.typed } }, { status: 422 });
  throw redirect("/staff/company", { headers: { "Set-Cookie": done.value.cookie } });
});

export default function SetUp() {
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <PlainLayout brand={useBrand()} place="Staff" title="Make the first admin">
      <Form method="post">
        <FormErrors errors={errors} />
        <TextField
          label="Setup token"
          name="token"
          hint="Candor printed it when it started. It works once."
          errors={errors.token}
          autoComplete="off"
          required
        />
        <TextField
          label="Your name"
          name="name"
          defaultValue={typed.name}
          errors={errors.name}
          autoComplete="name"
          required
        />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          defaultValue={typed.email}
          errors={errors.email}
          autoComplete="username"
          required
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          hint="At least 15 characters. A few unrelated words make a good password."
          errors={errors.password}
          autoComplete="new-password"
          required
        />
        <Button variant="primary">Make the first admin</Button>
      </Form>
    </PlainLayout>
  );
}
