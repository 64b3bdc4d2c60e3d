import { NotFound } from "#app/domain/errors.ts";
import { enqueueJob } from "#app/platform/jobs.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

const shown = 100;

export async function listMail(db: Db) {
  return db
    .selectFrom("mail")
    .select(["id", "recipient", "template", "subject", "state", "failure", "queuedAt", "sentAt"])
    .orderBy("queuedAt", "desc")
    .limit(shown)
    .execute();
}

/** Only mail that was kept here has a body: what was sent is not kept. */
export async function getKeptMail(db: Db, mailId: string) {
  const mail = await db
    .selectFrom("mail")
    .select(["id", "recipient", "subject", "html", "plainText", "state", "failure", "queuedAt"])
    .where("id", "=", mailId)
    .executeTakeFirst();
  if (!mail) throw new NotFound("notifications.mail-not-found", "There is no such mail.");
  return mail;
}

/** Queues a dead mail again, with a fresh set of attempts. */
export async function sendAgain(db: Db, mailId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const revived = await trx
      .updateTable("mail")
      .set({ state: "queued", failure: null })
      .where("id", "=", mailId)
      .where("state", "=", "dead")
      .returning("id")
      .executeTakeFirst();
    if (!revived) throw new NotFound("notifications.mail-not-dead", "This mail is not waiting to be sent again.");
    await enqueueJob(trx, "notifications.deliver", { mailId });
  });
}
