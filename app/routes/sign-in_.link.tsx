import { json } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { FragmentField } from "#app/components/fragment-field.tsx";
import { PageLink } from "#app/components/page-link.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { linkForm } from "#app/domain/access/requests.ts";
import { signInProspect } from "#app/domain/access/sign-in.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { readBrowserToken } from "#app/http/cookies.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { signedInTo } from "#app/http/signed-in.server.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.access.link.pageTitle);

/** Opening the address uses nothing up: what follows links in mails is often a machine. */
export const loader = forAnyone(async () => null);

const wrongLink: FieldErrors = { form: [complaints.wrongLink] };

export const action = forAnyone(async ({ db, request, client }) => {
  const form = await parseForm(request, linkForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const browserToken = await readBrowserToken(request);
  if (!browserToken) return json({ errors: wrongLink }, { status: 422 });
  const proof = await attempt(() => signInProspect(db, { browserToken, token: form.value.token, client }));
  if (!proof.ok) return json({ errors: proof.errors }, { status: 422 });
  if (!proof.value) return json({ errors: wrongLink }, { status: 422 });
  throw await signedInTo(proof.value, "/portal");
});

export default function FollowTheLink() {
  const said = useWords().access.link;
  const errors: FieldErrors = useActionData<typeof action>()?.errors ?? {};
  return (
    <PlainLayout brand={useBrand()} title={said.title} lead={<p>{said.lead}</p>}>
      <Form action="/sign-in/link">
        <FormErrors errors={errors} />
        <FragmentField label={said.code} name="token" hint={said.hint} errors={errors.token} />
        <div>
          <Button variant="primary">{said.continue}</Button>
        </div>
      </Form>
      <p className="hint">
        <PageLink to="/sign-in/code">{said.codeInstead}</PageLink>
      </p>
    </PlainLayout>
  );
}
