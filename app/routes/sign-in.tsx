import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PageLink } from "#app/components/page-link.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { signInForm } from "#app/domain/access/requests.ts";
import { askToSignIn } from "#app/domain/access/sign-in.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { newBrowserToken } from "#app/http/cookies.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { nextPage } from "#app/http/next-page.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.access.signIn.pageTitle);

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
  const { signIn: said, person } = useWords().access;
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <PlainLayout brand={useBrand()} title={said.pageTitle} lead={<p>{said.lead}</p>}>
      <Form action="/sign-in">
        <FormErrors errors={errors} />
        <input type="hidden" name="next" value={next} />
        <TextField
          label={person.email}
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={typed.email}
          errors={errors.email}
          required
        />
        <div>
          <Button variant="primary">{said.send}</Button>
        </div>
      </Form>
      <p className="hint">
        {said.otherWays(
          (words) => (
            <PageLink to="/request">{words}</PageLink>
          ),
          (words) => (
            <PageLink to="/staff/sign-in">{words}</PageLink>
          ),
        )}
      </p>
    </PlainLayout>
  );
}
