import { askToSubscribe, confirmSubscription } from "#app/domain/subscriptions/subscriptions.server.ts";
import { tellOfSubprocessors } from "#app/domain/subscriptions/tell-subprocessors.job.server.ts";
import { draftUpdate, scheduleUpdate } from "#app/domain/trust-page/updates.server.ts";
import type { Db } from "#db/client.server.ts";
import { scheduledUpdate, subscribers } from "./content/subscribers.ts";
import { addDays, day } from "./content/dates.ts";
import type { DemoCast } from "./cast.ts";

const client = { ipAddress: "127.0.0.1", userAgent: "Demo" };

/** They come after what the page has said so far, so that nobody is mailed the past. */
export async function loadSubscribers({ db, today, security }: DemoCast): Promise<void> {
  await tellOfSubprocessors(db, day(today, 0));
  for (const { email, topics } of subscribers) {
    await askToSubscribe(db, { email, topics, client });
    await confirmSubscription(db, { token: await tokenMailedTo(db, email), client });
  }
  const { inDays, ...details } = scheduledUpdate;
  const updateId = await draftUpdate(db, security, details);
  await scheduleUpdate(db, security, { updateId, at: new Date(`${addDays(day(today, 0), inDays)}T09:00:00Z`) });
}

async function tokenMailedTo(db: Db, email: string): Promise<string> {
  const { props } = await db
    .selectFrom("mail")
    .select("props")
    .where("recipient", "=", email)
    .where("template", "=", "subscription-asked")
    .executeTakeFirstOrThrow();
  return new URL(String(props!.link)).searchParams.get("token")!;
}
