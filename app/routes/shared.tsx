import { json, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Button } from "#app/components/button.tsx";
import { TextField } from "#app/components/field.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { FragmentField } from "#app/components/fragment-field.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { useShareLink } from "#app/domain/access/share-link-use.server.ts";
import { shareLinkUseForm } from "#app/domain/access/share-links.ts";
import { useBrand } from "#app/http/brand.ts";
import { newBrowserToken } from "#app/http/cookies.server.ts";
import { attempt, type FieldErrors, parseForm } from "#app/http/forms.server.ts";
import { privatePage } from "#app/http/page-meta.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const meta = privatePage((words) => words.access.shared.pageTitle);

/** The secret stands after the # and is not sent here; opening the address counts no use. */
export const loader = forAnyone(async () => null);

export const action = forAnyone(async ({ db, request, client }) => {
  const form = await parseForm(request, shareLinkUseForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { browserToken, cookie } = await newBrowserToken();
  const followed = await attempt(() => useShareLink(db, { form: form.value, browserToken, client }));
  if (!followed.ok) {
    const { email, name, title = "" } = form.value;
    return json({ errors: followed.errors, typed: { email: email.typed, name, title } }, { status: 422 });
  }
  throw redirect("/sign-in/code", { headers: { "Set-Cookie": cookie } });
});

export default function Shared() {
  const { shared: said, person } = useWords().access;
  const sent = useActionData<typeof action>();
  const errors: FieldErrors = sent?.errors ?? {};
  const typed: Record<string, string> = sent?.typed ?? {};
  return (
    <PlainLayout brand={useBrand()} title={said.title} lead={<p>{said.lead}</p>}>
      <Form action="/shared">
        <FormErrors errors={errors} />
        <TextField
          label={person.email}
          name="email"
          type="email"
          autoComplete="email"
          defaultValue={typed.email}
          errors={errors.email}
          required
        />
        <TextField
          label={person.name}
          name="name"
          autoComplete="name"
          defaultValue={typed.name}
          errors={errors.name}
          required
        />
        <TextField
          label={person.title}
          name="title"
          autoComplete="organization-title"
          defaultValue={typed.title}
          errors={errors.title}
          optional
        />
        <FragmentField label={said.code} name="token" hint={said.hint} errors={errors.token} />
        <div>
          <Button variant="primary">{said.continue}</Button>
        </div>
      </Form>
    </PlainLayout>
  );
}
