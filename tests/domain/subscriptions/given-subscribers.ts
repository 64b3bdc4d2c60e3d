import { askToSubscribe, confirmSubscription } from "#app/domain/subscriptions/subscriptions.server.ts";
import { db } from "#db/client.server.ts";
import type { MailProps, MailTemplate } from "#emails/templates.ts";
import type { UpdateTopic } from "#db/schema/trust-page.ts";
import { aClient } from "#tests/support/given.ts";

/** What was queued, in the order of their recipients. */
export async function mailsOf<Template extends MailTemplate>(template: Template) {
  const rows = await db
    .selectFrom("mail")
    .select(["recipient", "props"])
    .where("template", "=", template)
    .orderBy("queuedAt")
    .orderBy("recipient")
    .execute();
  return rows.map(({ recipient, props }) => ({ recipient, props: props as MailProps[Template] }));
}

export async function tokenMailedTo(email: string): Promise<string> {
  const mails = await mailsOf("subscription-asked");
  const { link } = mails.filter(({ recipient }) => recipient === email).at(-1)!.props;
  return new URL(link).searchParams.get("token")!;
}

/** Somebody who has confirmed; gives their key. */
export async function aSubscriber(email: string, topics: UpdateTopic[]): Promise<string> {
  await askToSubscribe(db, { email, topics, client: aClient });
  return (await confirmSubscription(db, { token: await tokenMailedTo(email), client: aClient })).key;
}
