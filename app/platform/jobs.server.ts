import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { logger } from "./logger.server.ts";

export type JobContext = { jobId: string; attempt: number; lastAttempt: boolean };
export type JobHandler = (db: Db, payload: Record<string, unknown>, job: JobContext) => Promise<void>;
export type JobHandlers = Record<string, JobHandler>;

const usualLeaseSeconds = 120;
const firstDelaySeconds = 5;
const longestDelaySeconds = 3600;

let wake = () => {};

type NewJob = { name: string; payload: Record<string, unknown> };

/** Queues a job in the caller's transaction: it exists if and only if the rest of that transaction does. */
export async function enqueueJob(db: Db, name: string, payload: Record<string, unknown>): Promise<void> {
  await enqueueJobs(db, [{ name, payload }]);
}

/** Many at once, in one statement. */
export async function enqueueJobs(db: Db, jobs: NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const rows = jobs.map(({ name, payload }) => ({ name, payload: JSON.stringify(payload) }));
  await db.insertInto("job").values(rows).execute();
  setImmediate(() => wake());
}

/** As `enqueueJob`, for a job that is not to run before `runAt` on the database's clock. */
export async function enqueueJobAt(db: Db, runAt: Date, { name, payload }: NewJob): Promise<void> {
  await db
    .insertInto("job")
    .values({ name, payload: JSON.stringify(payload), runAt })
    .execute();
  setImmediate(() => wake());
}

/** Takes one due job, or one whose worker let its lease run out; no two workers get the same. */
async function takeJob(db: Db, leaseSeconds: number) {
  return inTransaction(db, async (trx) => {
    const due = await trx
      .selectFrom("job")
      .select("id")
      .where("runAt", "<=", sql<Date>`now()`)
      .where((job) =>
        job.or([
          job("state", "=", "queued"),
          job.and([job("state", "=", "running"), job("leaseUntil", "<", sql<Date>`now()`)]),
        ]),
      )
      .orderBy("runAt")
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!due) return null;
    return trx
      .updateTable("job")
      .set((job) => ({
        state: "running",
        attempts: job("attempts", "+", 1),
        leaseUntil: sql<Date>`now() + make_interval(secs => ${leaseSeconds})`,
      }))
      .where("id", "=", due.id)
      .returning(["id", "name", "payload", "attempts", "maxAttempts"])
      .executeTakeFirstOrThrow();
  });
}

/** Runs one due job and says whether there was one. A failure is retried with growing delays, then kept as dead. */
export async function runOneJob(db: Db, handlers: JobHandlers, leaseSeconds = usualLeaseSeconds): Promise<boolean> {
  const job = await takeJob(db, leaseSeconds);
  if (!job) return false;
  const mine = db
    .updateTable("job")
    .where("id", "=", job.id)
    .where("attempts", "=", job.attempts)
    .where("state", "=", "running");
  try {
    const handler = handlers[job.name];
    if (!handler) throw new Error(`No handler for the job ${job.name}.`);
    await handler(db, job.payload, {
      jobId: job.id,
      attempt: job.attempts,
      lastAttempt: job.attempts >= job.maxAttempts,
    });
    await mine.set({ state: "done", leaseUntil: null, lastError: null, finishedAt: sql`now()` }).execute();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const dead = job.attempts >= job.maxAttempts;
    logger.warn({ job: job.name, jobId: job.id, attempt: job.attempts, dead, error: message }, "job failed");
    await mine
      .set(
        dead
          ? { state: "dead", leaseUntil: null, lastError: message, finishedAt: sql`now()` }
          : {
              state: "queued",
              leaseUntil: null,
              lastError: message,
              runAt: sql`now() + make_interval(secs => ${retryDelaySeconds(job.attempts)})`,
            },
      )
      .execute();
  }
  return true;
}

export const retryDelaySeconds = (attempt: number): number =>
  Math.min(longestDelaySeconds, firstDelaySeconds * 3 ** (attempt - 1));

export async function runDueJobs(db: Db, handlers: JobHandlers): Promise<void> {
  while (await runOneJob(db, handlers));
}

/**
 * Runs jobs until stopped; `stop()` resolves when the running job has ended. A job that takes longer than its lease may
 * be taken by another worker meanwhile.
 */
export function startWorker(
  db: Db,
  handlers: JobHandlers,
  { pollMs = 1_000, leaseSeconds = usualLeaseSeconds } = {},
): { stop: () => Promise<void> } {
  let stopping = false;
  let awake: (() => void) | null = null;
  wake = () => awake?.();

  const loop = (async () => {
    while (!stopping) {
      const ran = await runOneJob(db, handlers, leaseSeconds).catch((error: unknown) => {
        logger.error({ err: error }, "the job queue could not be read");
        return false;
      });
      if (!ran && !stopping) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pollMs);
          awake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  })();

  return {
    stop() {
      stopping = true;
      awake?.();
      return loop;
    },
  };
}

export async function listUnfinishedJobs(db: Db) {
  return db
    .selectFrom("job")
    .select(["id", "name", "state", "attempts", "maxAttempts", "lastError", "runAt", "createdAt", "finishedAt"])
    .where("state", "!=", "done")
    .orderBy("createdAt", "desc")
    .limit(200)
    .execute();
}

/** Gives a dead job a fresh set of attempts. */
export async function retryDeadJob(db: Db, jobId: string): Promise<boolean> {
  const revived = await db
    .updateTable("job")
    .set({ state: "queued", attempts: 0, finishedAt: null, runAt: sql`now()` })
    .where("id", "=", jobId)
    .where("state", "=", "dead")
    .returning("id")
    .executeTakeFirst();
  setImmediate(() => wake());
  return Boolean(revived);
}
