import type { Db } from "#db/client.server.ts";

/** Requests that wait for staff to decide. */
export async function countWaitingRequests(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom("accessRequest")
    .select((request) => request.fn.countAll<string>().as("n"))
    .where("status", "=", "pending")
    .executeTakeFirstOrThrow();
  return Number(n);
}
