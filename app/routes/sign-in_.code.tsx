import { json } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { codeForm } from "#app/domain/access/requests.ts";
import { signInProspect } from "#app/domain/access/sign-in.server.ts";
import { findOpenChallenge } from "#app/domain/accounts/challenges.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { readBrowserToken } from "#app/http/cookies.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { nextPage } from "#app/http/next-page.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { signedInTo } from "#app/http/signed-in.server.ts";

export const meta = () => [{ title: "Enter the code" }, { name: "robots", content: "noindex" }];

export const loader = forAnyone(async ({ db, request, url }) => {
  const browserToken = await readBrowserToken(request);
  const challenge = browserToken ? await findOpenChallenge(db, browserToken) : null;
  return { email: challenge?.email ?? null, next: nextPage(url.searchParams.get("next"), "/portal") };
});

const wrongCode = [
  "This is not the code of the newest mail, or it has run out. A code works for 10 minutes and 5 tries, in this browser.",
];

export const action = forAnyone(async ({ db, request, client }) => {
  const form = await parseForm(request, codeForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const browserToken = await readBrowserToken(request);
  if (!browserToken) return json({ errors: { code: wrongCode } as FieldErrors }, { status: 422 });
  const proof = await attempt(() => signInProspect(db, { browserToken, code: form.value.code, client }));
  if (!proof.ok) return json({ errors: proof.errors }, { status: 422 });
  if (!proof.value) return json({ errors: { code: wrongCode } as FieldErrors }, { status: 422 });
  throw await signedInTo(proof.value, nextPage(form.value.next, "/portal"));
});

export default function EnterTheCode() {
  const { email, next } = useLoaderData<typeof loader>();
  const errors: FieldErrors = useActionData<typeof action>()?.errors ?? {};
  return (
    <PlainLayout
      brand={useBrand()}
      title="Enter the code"
      lead={
        email ? (
          <p>
            We sent a mail to <b>{email}</b>. Type its code here, or press the link in it, in this browser.
          </p>
        ) : (
          <p>This browser has no open code: it has run out, was used, or was never asked for. Get a new one below.</p>
        )
      }
    >
      <Form action="/sign-in/code">
        <FormErrors errors={errors} />
        <input type="hidden" name="next" value={next} />
        <TextField
          label="Code"
          name="code"
          hint="8 letters and digits, for example K7PM-3XQ9"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          inputClassName="input-code"
          errors={errors.code}
          required
        />
        <div>
          <Button variant="primary">Continue</Button>
        </div>
      </Form>
      <Form action="/sign-in/new-code">
        <p className="hint">No mail after a minute? Look in the spam folder, or get a new code.</p>
        <div>
          <Button>Send a new code</Button>
        </div>
      </Form>
      <p className="hint">
        Wrong address? <Link to="/sign-in">Enter another one</Link>.
      </p>
    </PlainLayout>
  );
}
