import { useLoaderData } from "@remix-run/react";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Counts } from "#app/components/facts.tsx";
import { StaffHeader } from "#app/components/page-header.tsx";
import { SearchForm } from "#app/components/search-field.tsx";
import { StaffBody } from "#app/components/staff-layout.tsx";
import { mostShown } from "#app/domain/subscriptions/limits.ts";
import { countSubscribers, listSubscribers } from "#app/domain/subscriptions/subscriptions.server.ts";
import { whereToSubscribe } from "#app/domain/subscriptions/addresses.ts";
import { SubscriberTable } from "#app/domain/subscriptions/ui/subscriber-table.tsx";
import { sayCount } from "#app/domain/trust-page/days.ts";
import { topicNames, updateTopics } from "#app/domain/trust-page/updates.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const meta = () => [{ title: "Subscribers" }];

export const loader = forStaff("any", async ({ db, staff, url }) => {
  const { all, topics } = await countSubscribers(db);
  const q = (url.searchParams.get("q") ?? "").trim().slice(0, 254);
  return {
    all,
    counts: updateTopics.map((topic) => ({ label: topicNames[topic], count: topics.get(topic) ?? 0 })),
    q,
    subscribers: staff.role === "admin" ? await listSubscribers(db, staff, q) : null,
  };
});

export default function Subscribers() {
  const { all, counts, q, subscribers } = useLoaderData<typeof loader>();
  return (
    <>
      <StaffHeader title="Subscribers" meta={`${sayCount(all, "reader")} who confirmed`}>
        <ButtonLink size="small" href={whereToSubscribe}>
          View the form
        </ButtonLink>
      </StaffHeader>
      <StaffBody>
        <Counts counts={counts} />
        {!subscribers && <p>Admins see who has subscribed, and remove an address when its owner asks.</p>}
        {subscribers && all > 0 && (
          <SearchForm label="Find an address" labelVisible defaultValue={q}>
            <Button>Find</Button>
          </SearchForm>
        )}
        {subscribers && subscribers.length === mostShown && (
          <p className="hint">The first {mostShown} are shown. Search for the others.</p>
        )}
        {subscribers && subscribers.length > 0 && <SubscriberTable subscribers={subscribers} />}
        {subscribers?.length === 0 && (
          <EmptyState title={q ? `No address with “${q}”` : "No subscriber yet"}>
            {q
              ? "Search for another part of the address."
              : "Visitors subscribe on the trust page, beside the updates."}
          </EmptyState>
        )}
      </StaffBody>
    </>
  );
}
