import { sql } from "kysely";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { keyedHash, newCode, newToken, normaliseCode, sameSecret, sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { challengeMinutes, challengeTries, limits } from "./limits.ts";
import { ensureWithinAddressLimit, ensureWithinLimit } from "./limits.server.ts";
import type { Client } from "./people.ts";

export type ProvedAddress = { challengeId: string; email: string; provedBy: "code" | "link" };

/**
 * Mails a code and a link to an address, known or not: the same work, the same answer. Both work only in the browser
 * that asked, which `browserToken` (a cookie) stands for. The newest challenge replaces those before it.
 */
export async function challengeAddress(
  db: Db,
  ask: { email: string; browserToken: string; company: string; purpose: "request" | "sign-in"; client: Client },
): Promise<{ challengeId: string }> {
  await ensureWithinAddressLimit(db, limits.challengeByAddress, ask.client);
  await ensureWithinLimit(db, limits.challengeByEmail, ask.email);
  await ensureWithinLimit(db, limits.challengeByEmailADay, ask.email);

  const [code, token] = [newCode(8), newToken()];
  return inTransaction(db, async (trx) => {
    await endChallengesOf(trx, ask.browserToken);
    const { id } = await trx
      .insertInto("signInChallenge")
      .values({
        email: ask.email,
        browserHash: sha256(ask.browserToken),
        tokenHash: sha256(token),
        codeHash: keyedHash("sign-in-code", `${ask.email}\0${code}`),
        triesLeft: challengeTries,
        expiresAt: sql`now() + make_interval(mins => ${challengeMinutes})`,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notify(trx, {
      to: ask.email,
      template: "sign-in",
      props: {
        company: ask.company,
        purpose: ask.purpose,
        code: `${code.slice(0, 4)}-${code.slice(4)}`,
        link: `${appOrigin()}/sign-in/link#${token}`,
        minutes: challengeMinutes,
      },
    });
    return { challengeId: id };
  });
}

/** Checks a typed code and uses it up. A wrong one costs a try, also when many are sent at once; null means no. */
export async function redeemCode(
  db: Db,
  attempt: { browserToken: string; code: string; client: Client },
): Promise<ProvedAddress | null> {
  await ensureWithinAddressLimit(db, limits.codeByAddress, attempt.client);
  const tried = await db
    .updateTable("signInChallenge")
    .set((challenge) => ({ triesLeft: challenge("triesLeft", "-", 1) }))
    .where("browserHash", "=", sha256(attempt.browserToken))
    .where("usedAt", "is", null)
    .where("triesLeft", ">", 0)
    .where("expiresAt", ">", sql<Date>`now()`)
    .returning(["id", "email", "codeHash"])
    .executeTakeFirst();
  if (!tried) return null;
  const typed = keyedHash("sign-in-code", `${tried.email}\0${normaliseCode(attempt.code)}`);
  if (!sameSecret(typed, tried.codeHash)) return null;
  return useUp(db, { column: "id", value: tried.id, browserToken: attempt.browserToken, provedBy: "code" });
}

/** Uses up a link's token, in the browser that asked for it only; null means no. */
export async function redeemLink(
  db: Db,
  attempt: { browserToken: string; token: string; client: Client },
): Promise<ProvedAddress | null> {
  await ensureWithinAddressLimit(db, limits.codeByAddress, attempt.client);
  const value = sha256(attempt.token);
  return useUp(db, { column: "tokenHash", value, browserToken: attempt.browserToken, provedBy: "link" });
}

async function useUp(
  db: Db,
  by: { column: "id" | "tokenHash"; value: string; browserToken: string; provedBy: "code" | "link" },
): Promise<ProvedAddress | null> {
  const used = await db
    .updateTable("signInChallenge")
    .set({ usedAt: sql`now()` })
    .where(by.column, "=", by.value)
    .where("browserHash", "=", sha256(by.browserToken))
    .where("usedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .returning(["id", "email"])
    .executeTakeFirst();
  return used ? { challengeId: used.id, email: used.email, provedBy: by.provedBy } : null;
}

async function endChallengesOf(db: Db, browserToken: string) {
  await db
    .updateTable("signInChallenge")
    .set({ expiresAt: sql`now()` })
    .where("browserHash", "=", sha256(browserToken))
    .where("usedAt", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`)
    .execute();
}

/** The address of the challenge that this browser can still answer. */
export async function findOpenChallenge(db: Db, browserToken: string): Promise<{ id: string; email: string } | null> {
  const challenge = await db
    .selectFrom("signInChallenge")
    .select(["id", "email"])
    .where("browserHash", "=", sha256(browserToken))
    .where("usedAt", "is", null)
    .where("triesLeft", ">", 0)
    .where("expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
  return challenge ?? null;
}
