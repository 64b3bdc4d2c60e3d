import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PageLink } from "#app/components/page-link.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { codeForm } from "#app/domain/access/requests.ts";
import { signInProspect } from "#app/domain/access/sign-in.server.ts";
import { findOpenChallenge } from "#app/domain/accounts/challenges.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { readBrowserToken } from "#app/http/cookies.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { nextPage } from "#app/http/next-page.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { signedInTo } from "#app/http/signed-in.server.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.access.code.pageTitle);

export const loader = forAnyone(async ({ db, request, url }) => {
  const browserToken = await readBrowserToken(request);
  const challenge = browserToken ? await findOpenChallenge(db, browserToken) : null;
  return { email: challenge?.email ?? null, next: nextPage(url.searchParams.get("next"), "/portal") };
});

const wrongCode = [complaints.wrongCode];

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
  const said = useWords().access.code;
  const errors: FieldErrors = useActionData<typeof action>()?.errors ?? {};
  return (
    <PlainLayout
      brand={useBrand()}
      title={said.pageTitle}
      lead={<p>{email ? said.sentTo(<b>{email}</b>) : said.noneOpen}</p>}
    >
      <Form action="/sign-in/code">
        <FormErrors errors={errors} />
        <input type="hidden" name="next" value={next} />
        <TextField
          label={said.code}
          name="code"
          hint={said.hint}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          inputClassName="input-code"
          errors={errors.code}
          required
        />
        <div>
          <Button variant="primary">{said.continue}</Button>
        </div>
      </Form>
      <Form action="/sign-in/new-code">
        <p className="hint">{said.noMail}</p>
        <div>
          <Button>{said.sendNew}</Button>
        </div>
      </Form>
      <p className="hint">
        {said.otherAddress((words) => (
          <PageLink to="/sign-in">{words}</PageLink>
        ))}
      </p>
    </PlainLayout>
  );
}
