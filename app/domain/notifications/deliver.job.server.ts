import { sql } from "kysely";
import type { MailProps, MailTemplate } from "#emails/templates.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import type { JobContext } from "#app/platform/jobs.server.ts";
import { MailRefused, sendMail, sendsMail } from "#app/platform/mailer.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

/**
 * Delivers one mail. Without Resend it is kept for the development mailbox. Props are forgotten once a mail has left,
 * because they can hold sign-in codes.
 */
export async function deliverMail(db: Db, payload: Record<string, unknown>, job: JobContext): Promise<void> {
  const mailId = String(payload.mailId);
  const mail = await db.selectFrom("mail").selectAll().where("id", "=", mailId).executeTakeFirst();
  if (!mail || mail.state !== "queued" || !mail.props) return;

  const template = mail.template as MailTemplate;
  const { renderMail } = await import("#emails/render.server.tsx");
  const { headers, ...rendered } = await renderMail(template, mail.props as MailProps[MailTemplate]);
  if (!sendsMail()) {
    await settle(db, mailId, { state: "kept", ...rendered });
    return;
  }
  try {
    const providerId = await sendMail({ id: mailId, to: mail.recipient, headers, ...rendered });
    await settle(db, mailId, { state: "sent", subject: rendered.subject, providerId });
  } catch (error) {
    if (!(error instanceof MailRefused) && !job.lastAttempt) throw error;
    await giveUp(db, mailId, { subject: rendered.subject, failure: (error as Error).message });
  }
}

type Outcome = {
  state: "sent" | "kept" | "dead";
  subject: string;
  html?: string;
  text?: string;
  providerId?: string;
  failure?: string;
};

async function settle(db: Db, mailId: string, { text, ...outcome }: Outcome) {
  await db
    .updateTable("mail")
    .set({ ...outcome, plainText: text ?? null, props: null, sentAt: sql`now()` })
    .where("id", "=", mailId)
    .where("state", "=", "queued")
    .execute();
}

async function giveUp(db: Db, mailId: string, { subject, failure }: { subject: string; failure: string }) {
  await inTransaction(db, async (trx) => {
    await trx
      .updateTable("mail")
      .set({ state: "dead", subject, failure })
      .where("id", "=", mailId)
      .where("state", "=", "queued")
      .execute();
    await recordAudit(trx, {
      action: "notifications.mail.dead",
      actor: { kind: "system" },
      subject: { kind: "mail", id: mailId },
    });
  });
}
