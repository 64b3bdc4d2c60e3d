import { json, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { subscribeForm } from "#app/domain/subscriptions/subscriptions.ts";
import { askToSubscribe } from "#app/domain/subscriptions/subscriptions.server.ts";
import { SubscribeForm } from "#app/domain/subscriptions/ui/subscribe-form.tsx";
import { useBrand } from "#app/http/brand.ts";
import { attempt, parseForm } from "#app/http/forms.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const loader = forAnyone(async ({ words }) => ({ title: words.subscriptions.pageTitle }));

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title }];

export const action = forAnyone(async ({ db, request, client }) => {
  const form = await parseForm(request, subscribeForm);
  if (!form.ok) return json({ errors: form.errors, typed: form.typed }, { status: 422 });
  const { email, topics } = form.value;
  const asked = await attempt(() => askToSubscribe(db, { email: email.canonical, topics, client }));
  const typed = { email: email.typed, topics: topics.join("\n") };
  if (!asked.ok) return json({ errors: asked.errors, typed }, { status: 422 });
  throw redirect("/subscriptions/sent");
});

export default function Subscriptions() {
  const { subscriptions } = useWords();
  const sent = useActionData<typeof action>();
  return (
    <PlainLayout brand={useBrand()} title={subscriptions.pageTitle} lead={<p>{subscriptions.pageLead}</p>}>
      <SubscribeForm errors={sent?.errors} typed={sent?.typed as Record<string, string> | undefined} />
      <p className="hint">
        {subscriptions.feeds}: <a href="/feeds/updates.atom">{subscriptions.updatesFeed}</a>,{" "}
        <a href="/feeds/subprocessors.atom">{subscriptions.subprocessorsFeed}</a>
      </p>
    </PlainLayout>
  );
}
