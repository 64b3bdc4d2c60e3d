import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { managePath } from "#app/domain/subscriptions/subscription-key.server.ts";
import { whereToSubscribe } from "#app/domain/subscriptions/addresses.ts";
import { confirmationForm } from "#app/domain/subscriptions/subscriptions.ts";
import { confirmSubscription, findAsk } from "#app/domain/subscriptions/subscriptions.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

/** Opening the address uses nothing up: what follows links in mails is often a machine. */
export const loader = forAnyone(async ({ db, url, words }) => {
  const token = url.searchParams.get("token") ?? "";
  return { token, ask: await findAsk(db, token), title: words.subscriptions.confirmTitle };
});

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const action = forAnyone(async ({ db, request, client }) => {
  const form = await parseForm(request, confirmationForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  const confirmed = await attempt(() => confirmSubscription(db, { token: form.value.token, client }));
  if (!confirmed.ok) return json({ errors: confirmed.errors }, { status: 422 });
  throw redirect(`${managePath(confirmed.value.key)}&said=confirmed`);
});

export default function ConfirmSubscription() {
  const { token, ask } = useLoaderData<typeof loader>();
  const { subscriptions, terms } = useWords();
  const errors = useActionData<typeof action>()?.errors;
  const brand = useBrand();
  if (!ask) {
    return (
      <PlainLayout brand={brand} title={subscriptions.linkIsOldTitle}>
        <FormErrors errors={errors} />
        <p>
          <ButtonLink variant="primary" to={whereToSubscribe}>
            {subscriptions.askAgain}
          </ButtonLink>
        </p>
      </PlainLayout>
    );
  }
  return (
    <PlainLayout brand={brand} title={subscriptions.confirmTitle} lead={<p>{subscriptions.confirmLead(ask.email)}</p>}>
      <ul>
        {ask.topics.map((topic) => (
          <li key={topic}>{terms.topics[topic]}</li>
        ))}
      </ul>
      <Form action="/subscriptions/confirmation">
        <FormErrors errors={errors} />
        <input type="hidden" name="token" value={token} />
        <div>
          <Button variant="primary">{subscriptions.confirm}</Button>
        </div>
      </Form>
    </PlainLayout>
  );
}
