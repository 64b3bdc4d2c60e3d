import { json, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { signInForm } from "#app/domain/access/requests.ts";
import { askToSignIn } from "#app/domain/access/sign-in.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { newBrowserToken } from "#app/http/cookies.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { nextPage } from "#app/http/next-page.ts";
import { forAnyone } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Sign in" }, { name: "robots", content: "noindex" }];

export const loader = forAnyone(async ({ context, url }) => {
  const next = nextPage(url.searchParams.get("next"), "/portal");
  if (await context.prospectSession()) throw redirect(next);
  return { next };
});

export const action = forAnyone(async ({ db, request, client }) => {
  const form = await parseForm(request, signInForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { email, next } = form.value;
  const { browserToken, cookie } = await newBrowserToken();
  const asked = await attempt(() => askToSignIn(db, { email: email.canonical, browserToken, client }));
  if (!asked.ok) return json({ errors: asked.errors, typed: { email: email.typed } }, { status: 422 });
  const after = nextPage(next, "/portal");
  throw redirect(`/sign-in/code?next=${encodeURIComponent(after)}`, { headers: { "Set-Cookie": cookie } });
});

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <PlainLayout
      brand={useBrand()}
      title="Sign in"
      lead={<p>There is no password. We mail you a code, and you type it here.</p>}
    >
      <Form action="/sign-in">
        <FormErrors errors={errors} />
        <input type="hidden" name="next" value={next} />
        <TextField
          label="Work e-mail"
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={typed.email}
          errors={errors.email}
          required
        />
        <div>
          <Button variant="primary">Send me a code</Button>
        </div>
      </Form>
      <p className="hint">
        First time here? <Link to="/request">Ask for documents</Link>. Do you work here?{" "}
        <Link to="/staff/sign-in">Staff sign-in</Link>.
      </p>
    </PlainLayout>
  );
}
