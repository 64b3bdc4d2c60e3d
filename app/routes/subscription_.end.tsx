import { useActionData, useLoaderData } from "@remix-run/react";
import { Button, ButtonLink, ButtonRow } from "#app/components/button.tsx";
import { Form } from "#app/components/form.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { managePath } from "#app/domain/subscriptions/subscription-key.server.ts";
import { whereToEnd } from "#app/domain/subscriptions/addresses.ts";
import { endSubscription, ensureIsKey } from "#app/domain/subscriptions/subscriptions.server.ts";
import { useBrand } from "#app/http/brand.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

/** Opening the address ends nothing: what follows links in mails is often a machine. */
export const loader = forAnyone(async ({ url, words }) => {
  const key = ensureIsKey(url.searchParams.get("key") ?? "");
  return { key, manage: managePath(key), title: words.subscriptions.endTitle };
});

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** Of the reader's button here, and of their mail provider's (RFC 8058), which sends the address and no page follows. */
export const action = forAnyone(async ({ db, url }) => {
  await endSubscription(db, url.searchParams.get("key") ?? "");
  return { ended: true };
});

export default function EndSubscription() {
  const { key, manage } = useLoaderData<typeof loader>();
  const { subscriptions } = useWords();
  const ended = useActionData<typeof action>()?.ended ?? false;
  const brand = useBrand();
  if (ended) {
    return (
      <PlainLayout brand={brand} title={subscriptions.endedTitle} lead={<p>{subscriptions.endedLead}</p>}>
        <p>
          <ButtonLink variant="alternative" to="/">
            {subscriptions.toTrustPage}
          </ButtonLink>
        </p>
      </PlainLayout>
    );
  }
  return (
    <PlainLayout brand={brand} title={subscriptions.endTitle} lead={<p>{subscriptions.endLead}</p>}>
      <Form action={`${whereToEnd}?key=${key}`}>
        <ButtonRow>
          <Button variant="negative">{subscriptions.end}</Button>
          <ButtonLink variant="quiet" to={manage}>
            {subscriptions.keep}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </PlainLayout>
  );
}
