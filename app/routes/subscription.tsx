import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { FormErrors } from "#app/components/form-errors.tsx";
import { Note } from "#app/components/note.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { managePath } from "#app/domain/subscriptions/subscription-key.server.ts";
import { whereToEnd } from "#app/domain/subscriptions/addresses.ts";
import { topicsForm } from "#app/domain/subscriptions/subscriptions.ts";
import { changeTopics, getSubscription } from "#app/domain/subscriptions/subscriptions.server.ts";
import { TopicsField } from "#app/domain/subscriptions/ui/topics-field.tsx";
import { useBrand } from "#app/http/brand.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const loader = forAnyone(async ({ db, url, words }) => {
  const key = url.searchParams.get("key") ?? "";
  const { email, topics, confirmedAt } = await getSubscription(db, key);
  const said = url.searchParams.get("said");
  return { key, email, topics, confirmedAt, said, title: words.subscriptions.manageTitle };
});

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const action = forAnyone(async ({ db, request }) => {
  const form = await parseForm(request, topicsForm);
  if (!form.ok) return json({ errors: form.errors }, { status: 422 });
  await changeTopics(db, form.value);
  throw redirect(`${managePath(form.value.key)}&said=saved`);
});

export default function Subscription() {
  const { key, email, topics, confirmedAt, said } = useLoaderData<typeof loader>();
  const { subscriptions } = useWords();
  const errors: Record<string, string[]> = useActionData<typeof action>()?.errors ?? {};
  const done = said === "confirmed" ? subscriptions.confirmed : said === "saved" ? subscriptions.saved : null;
  const hasErrors = Object.keys(errors).length > 0;
  return (
    <PlainLayout
      brand={useBrand()}
      title={subscriptions.manageTitle}
      lead={<p>{subscriptions.manageLead(email, confirmedAt)}</p>}
    >
      {done && !hasErrors && <Note tone="current" title={done} />}
      <Form action={`/subscription?key=${key}`}>
        <FormErrors errors={errors} />
        <input type="hidden" name="key" value={key} />
        <TopicsField chosen={hasErrors ? [] : topics} errors={errors.topics} />
        <ButtonRow>
          <Button variant="primary">{subscriptions.saveTopics}</Button>
          <ButtonLink variant="quiet" to={`${whereToEnd}?key=${key}`}>
            {subscriptions.endLink}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </PlainLayout>
  );
}
