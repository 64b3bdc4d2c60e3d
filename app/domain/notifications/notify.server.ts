import type { MailProps, MailTemplate } from "#emails/templates.ts";
import type { Db } from "#db/client.server.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";

/** Queues a mail in the caller's transaction: it leaves if and only if that transaction commits. */
export async function notify<Template extends MailTemplate>(
  db: Db,
  mail: { to: string; template: Template; props: MailProps[Template] },
): Promise<void> {
  const { id } = await db
    .insertInto("mail")
    .values({ recipient: mail.to, template: mail.template, props: JSON.stringify(mail.props) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await enqueueJob(db, "notifications.deliver", { mailId: id });
}
