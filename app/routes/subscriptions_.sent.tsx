import { ButtonLink } from "#app/components/button.tsx";
import { PlainLayout } from "#app/components/plain-layout.tsx";
import { confirmationHours } from "#app/domain/subscriptions/limits.ts";
import { useBrand } from "#app/http/brand.ts";
import { forAnyone } from "#app/http/policy.server.ts";
import { useWords } from "#app/messages/speech.ts";

export const loader = forAnyone(async ({ words }) => ({ title: words.subscriptions.sentTitle }));

export const handle = { scripts: false };

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

/** The same for every address, so that nobody learns who has subscribed. */
export default function SubscriptionAsked() {
  const { subscriptions } = useWords();
  return (
    <PlainLayout
      brand={useBrand()}
      title={subscriptions.sentTitle}
      lead={<p>{subscriptions.sentLead(confirmationHours)}</p>}
    >
      <p>{subscriptions.sentHint}</p>
      <p>
        <ButtonLink variant="alternative" to="/">
          {subscriptions.toTrustPage}
        </ButtonLink>
      </p>
    </PlainLayout>
  );
}
