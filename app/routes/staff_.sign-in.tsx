import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { signInStaff } from "#app/domain/accounts/staff.server.ts";
import { staffSignInForm } from "#app/domain/accounts/staff.ts";
import { useBrand } from "#app/http/brand.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { nextPage } from "#app/http/next-page.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Staff sign-in" }, { name: "robots", content: "noindex" }];

export const loader = forAnyone(async ({ context, url }) => {
  const next = nextPage(url.searchParams.get("next"), "/staff");
  if (await context.staffSession()) throw redirect(next);
  return { next };
});

export const action = forAnyone(async ({ request, db, client }) => {
  const form = await parseForm(request, staffSignInForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });

  const { email, password, next } = form.value;
  const signedIn = await attempt(() => signInStaff(db, { email: email.canonical, password, client }));
  if (!signedIn.ok) return json({ errors: signedIn.errors, typed: { email: email.typed } }, { status: 422 });
  throw redirect(nextPage(next, "/staff"), { headers: { "Set-Cookie": signedIn.value.cookie } });
});

export default function StaffSignIn() {
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const typed: Record<string, string> = sent?.typed ?? {};
  const errors = sent?.errors ?? {};
  return (
    <PlainLayout brand={useBrand()} place="Staff" title="Sign in">
      <Form method="post">
        <FormErrors errors={errors} />
        <input type="hidden" name="next" value={next} />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={typed.email}
          errors={errors.email}
          required
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          errors={errors.password}
          required
        />
        <Button variant="primary">Sign in</Button>
      </Form>
    </PlainLayout>
  );
}
