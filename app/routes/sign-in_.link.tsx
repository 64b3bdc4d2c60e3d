import { json } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { FragmentField } from "#app/components/fragment-field.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { linkForm } from "#app/domain/access/requests.ts";
import { signInProspect } from "#app/domain/access/sign-in.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { readBrowserToken } from "#app/http/cookies.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { signedInTo } from "#app/http/signed-in.server.ts";

export const meta = () => [{ title: "Continue" }, { name: "robots", content: "noindex" }];

/** Opening the address uses nothing up: what follows links in mails is often a machine. */
export const loader = forAnyone(async () => null);

const wrongLink: FieldErrors = {
  form: [
    "This link does not work here. It works once, for 10 minutes, in the browser that asked for it. Type the code from the same mail there.",
  ],
};

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
  const errors: FieldErrors = useActionData<typeof action>()?.errors ?? {};
  return (
    <PlainLayout
      brand={useBrand()}
      title="Continue to the trust center"
      lead={<p>Press the button to prove your address.</p>}
    >
      <Form action="/sign-in/link">
        <FormErrors errors={errors} />
        <FragmentField
          label="Link code"
          name="token"
          hint="The part of the link after the #. It fills itself in; without JavaScript, type the short code from the mail instead."
          errors={errors.token}
        />
        <div>
          <Button variant="primary">Continue</Button>
        </div>
      </Form>
      <p className="hint">
        <Link to="/sign-in/code">Enter the code from the mail instead</Link>
      </p>
    </PlainLayout>
  );
}
