import { complaints } from "#app/messages/en/complaints.ts";
import { sql } from "kysely";
import { challengeAddress, redeemCode, redeemLink } from "#app/domain/accounts/challenges.server.ts";
import type { Client, Prospect } from "#app/domain/accounts/people.ts";
import { ensureProspect } from "#app/domain/accounts/prospects.server.ts";
import { startSession } from "#app/domain/accounts/sessions.server.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Invalid } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { lockPerson } from "./grants.server.ts";
import { grantByShareLink, lockShareLink } from "./share-link-use.server.ts";
import { type QueuedRequest, queueVerifiedRequest } from "./verification.server.ts";
import { vendorName } from "./vendor.server.ts";

export async function askToSignIn(db: Db, ask: { email: string; browserToken: string; client: Client }): Promise<void> {
  await inTransaction(db, async (trx) => {
    await challengeAddress(trx, { ...ask, company: await vendorName(trx), purpose: "sign-in" });
  });
}

/** Mails another code to the address that this browser last named; a request that waits for it moves along. */
export async function sendNewCode(db: Db, ask: { browserToken: string; client: Client }): Promise<void> {
  await inTransaction(db, async (trx) => {
    const last = await trx
      .selectFrom("signInChallenge")
      .select(["id", "email"])
      .where("browserHash", "=", sha256(ask.browserToken))
      .where("usedAt", "is", null)
      .orderBy("createdAt", "desc")
      .limit(1)
      .executeTakeFirst();
    if (!last) throw new Invalid("access.nothing-to-prove", complaints.nothingToProve);
    const unverified = await trx
      .selectFrom("accessRequest")
      .select("id")
      .where("challengeId", "=", last.id)
      .where("status", "=", "unverified")
      .executeTakeFirst();
    const { challengeId } = await challengeAddress(trx, {
      ...ask,
      email: last.email,
      company: await vendorName(trx),
      purpose: unverified ? "request" : "sign-in",
    });
    if (unverified) {
      await trx.updateTable("accessRequest").set({ challengeId }).where("id", "=", unverified.id).execute();
    }
  });
}

export type ProofAttempt = { browserToken: string; client: Client } & ({ code: string } | { token: string });

/**
 * Signs a prospect in by the code or the link, and puts the request that waited for this proof into the queue. A wrong
 * code gives null, and the try it cost stays spent.
 */
export async function signInProspect(
  db: Db,
  attempt: ProofAttempt,
): Promise<({ cookie: string; prospect: Prospect } & QueuedRequest) | null> {
  return inTransaction(db, async (trx) => {
    const proved = "code" in attempt ? await redeemCode(trx, attempt) : await redeemLink(trx, attempt);
    if (!proved) return null;
    const request = await findUnverifiedRequest(trx, proved.challengeId);
    const shareLink = request?.shareLinkId ? await lockShareLink(trx, request.shareLinkId) : null;

    const prospect = await ensureProspect(trx, { ...request, email: proved.email });
    await lockPerson(trx, prospect.id);
    const { cookie, sessionHash } = await startSession(trx, prospect, {
      provedBy: proved.provedBy,
      client: attempt.client,
    });
    const queued = request
      ? ((shareLink && (await grantByShareLink(trx, prospect, { ...request, shareLink }))) ??
        (await queueVerifiedRequest(trx, prospect, { ...request, provedBy: proved.provedBy })))
      : { requestId: null, note: null };
    await recordAudit(trx, {
      action: "accounts.prospect.signed-in",
      actor: prospect,
      subject: { kind: "person", id: prospect.id },
      details: {
        provedBy: proved.provedBy,
        sameBrowser: true,
        ipAddress: attempt.client.ipAddress,
        sessionSha256: sessionHash,
      },
    });
    return { cookie, prospect, ...queued };
  });
}

async function findUnverifiedRequest(db: Db, challengeId: string) {
  return db
    .selectFrom("accessRequest")
    .select(["id", "reference", "name", "title", "company", "shareLinkId"])
    .where("challengeId", "=", challengeId)
    .where("status", "=", "unverified")
    .where("requestedAt", ">", sql<Date>`now() - interval '1 day'`)
    .executeTakeFirst();
}
