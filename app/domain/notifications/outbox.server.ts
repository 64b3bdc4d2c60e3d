import { recordAudit } from "#app/domain/audit/record.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { listUnfinishedJobs, retryDeadJob } from "#app/platform/jobs.server.ts";
import { sendsMail } from "#app/platform/mailer.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

export const whereMailGoes = (): "sent" | "kept" => (sendsMail() ? "sent" : "kept");

export const listWaitingJobs = (db: Db) => listUnfinishedJobs(db);

export async function retryJob(db: Db, staff: { id: string; name: string }, jobId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (!(await retryDeadJob(trx, jobId))) {
      throw new NotFound("platform.job-not-dead", "This job is not waiting for anyone.");
    }
    await recordAudit(trx, {
      action: "platform.job.retried",
      actor: { kind: "staff", ...staff },
      subject: { kind: "job", id: jobId },
    });
  });
}
