import { randomUUID } from "node:crypto";
import type { MailProps, MailTemplate } from "#emails/templates.ts";
import type { Db } from "#db/client.server.ts";
import { enqueueJobs } from "#app/platform/jobs.server.ts";

type NewMail<Template extends MailTemplate> = {
  to: string;
  template: Template;
  props: MailProps[Template];
  /** For what names its mail before it is queued. */
  id?: string;
};

/** Queues a mail in the caller's transaction: it leaves if and only if that transaction commits. */
export async function notify<Template extends MailTemplate>(db: Db, mail: NewMail<Template>): Promise<void> {
  await notifyEach(db, [mail]);
}

const mailsAStatement = 500;

/** As `notify`, for a mail to many: each gets one of their own. */
export async function notifyEach<Template extends MailTemplate>(db: Db, mails: NewMail<Template>[]): Promise<void> {
  for (let at = 0; at < mails.length; at += mailsAStatement) {
    const rows = mails.slice(at, at + mailsAStatement).map(({ id = randomUUID(), to, template, props }) => ({
      ...{ id, recipient: to, template },
      props: JSON.stringify(props),
    }));
    const queued = await db.insertInto("mail").values(rows).returning("id").execute();
    await enqueueJobs(
      db,
      queued.map(({ id }) => ({ name: "notifications.deliver", payload: { mailId: id } })),
    );
  }
}
