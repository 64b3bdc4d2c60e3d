import { useLoaderData } from "@remix-run/react";
import { getSubscriber, removeSubscriber } from "#app/domain/subscriptions/subscriptions.server.ts";
import { RemovalPage } from "#app/domain/trust-page/ui/removal-page.tsx";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Remove a subscriber" }];

export const loader = forStaff(["admin"], async ({ db, staff, params }) => ({
  subscriber: await getSubscriber(db, staff, idFrom(params, "subscriptionId")),
}));

export const action = forStaff(["admin"], async ({ db, staff, params }) => {
  await removeSubscriber(db, staff, idFrom(params, "subscriptionId"));
  return redirectSaying("/staff/subscribers", "Removed the subscriber");
});

export default function RemoveSubscriber() {
  const { subscriber } = useLoaderData<typeof loader>();
  return (
    <RemovalPage title={`Remove ${subscriber.email}?`} verb="Remove the subscriber" keepTo="/staff/subscribers">
      <p>The address gets no more mails and is deleted here. Its owner can subscribe again.</p>
    </RemovalPage>
  );
}
