import { sql } from "kysely";
import { ensureWithinAddressLimit, ensureWithinLimit } from "#app/domain/accounts/limits.server.ts";
import type { Client, Staff } from "#app/domain/accounts/people.ts";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { Invalid, NotAllowed, NotFound } from "#app/domain/errors.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { getBrand } from "#app/domain/trust-page/publications.server.ts";
import { topicNames } from "#app/domain/trust-page/updates.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import { newToken, sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import type { UpdateTopic } from "#db/schema/trust-page.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { confirmationHours, limits, mostShown } from "./limits.ts";
import { keyOf, subscriptionOf } from "./subscription-key.server.ts";

type Wish = { email: string; topics: UpdateTopic[] };

/**
 * Mails a link to an address, subscribed or not: the same work, the same answer. Nothing changes until its owner follows
 * the link and confirms.
 */
export async function askToSubscribe(db: Db, ask: Wish & { client: Client }): Promise<void> {
  await ensureWithinAddressLimit(db, limits.askByAddress, ask.client);
  await ensureWithinLimit(db, limits.askByEmail, ask.email);
  await ensureWithinLimit(db, limits.askByEmailADay, ask.email);
  const token = newToken();
  await inTransaction(db, async (trx) => {
    const { name } = await getBrand(trx);
    await trx
      .insertInto("subscriptionAsk")
      .values({
        tokenHash: sha256(token),
        email: ask.email,
        topics: ask.topics,
        expiresAt: sql`now() + make_interval(hours => ${confirmationHours})`,
      })
      .execute();
    await notify(trx, {
      to: ask.email,
      template: "subscription-asked",
      props: {
        company: name,
        topics: ask.topics.map((topic) => topicNames[topic]),
        link: `${appOrigin()}/subscriptions/confirmation?token=${token}`,
        hours: confirmationHours,
      },
    });
  });
}

/** What a link would confirm; looking uses nothing up. Null for a link that is too old, used up or not ours. */
export async function findAsk(db: Db, token: string): Promise<Wish | null> {
  const ask = await db
    .selectFrom("subscriptionAsk")
    .select(["email", "topics"])
    .where("tokenHash", "=", sha256(token))
    .where("expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
  return ask ?? null;
}

/** Makes what was asked for so, and hands back the key to it. Whatever else was asked for the address is forgotten. */
export async function confirmSubscription(db: Db, { token, client }: { token: string; client: Client }) {
  await ensureWithinAddressLimit(db, limits.confirmByAddress, client);
  return inTransaction(db, async (trx) => {
    const ask = await trx
      .deleteFrom("subscriptionAsk")
      .where("tokenHash", "=", sha256(token))
      .where("expiresAt", ">", sql<Date>`now()`)
      .returning(["email", "topics"])
      .executeTakeFirst();
    if (!ask) throw new Invalid("subscriptions.link-is-old", complaints.subscriptionLinkIsOld);
    await trx.deleteFrom("subscriptionAsk").where("email", "=", ask.email).execute();
    const { id } = await trx
      .insertInto("subscription")
      .values(ask)
      .onConflict((conflict) => conflict.column("email").doUpdateSet({ topics: ask.topics, confirmedAt: sql`now()` }))
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordAudit(trx, {
      action: "subscriptions.subscription.confirmed",
      actor: { kind: "visitor", name: "A subscriber" },
      subject: { kind: "subscription", id },
      details: { topics: ask.topics },
    });
    return { key: keyOf(id) };
  });
}

export async function getSubscription(db: Db, key: string) {
  const id = subscriptionOf(key);
  const found = id && (await db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst());
  if (!found) throw noSuchSubscription();
  return found;
}

export async function changeTopics(db: Db, { key, topics }: { key: string; topics: UpdateTopic[] }): Promise<void> {
  await inTransaction(db, async (trx) => {
    const { id } = await getSubscription(trx, key);
    const changed = await trx
      .updateTable("subscription")
      .set({ topics })
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw noSuchSubscription();
    await recordAudit(trx, {
      action: "subscriptions.subscription.changed",
      actor: { kind: "visitor", name: "A subscriber" },
      subject: { kind: "subscription", id },
      details: { topics },
    });
  });
}

/** A key of ours, also one whose subscription has ended. */
export function ensureIsKey(key: string): string {
  if (!subscriptionOf(key)) throw noSuchSubscription();
  return key;
}

/** Ends a subscription; one that has ended already is well. A key that is not ours is refused. */
export async function endSubscription(db: Db, key: string): Promise<void> {
  const id = subscriptionOf(ensureIsKey(key))!;
  await inTransaction(db, async (trx) => {
    const ended = await trx.deleteFrom("subscription").where("id", "=", id).returning("id").executeTakeFirst();
    if (!ended) return;
    await recordAudit(trx, {
      action: "subscriptions.subscription.ended",
      actor: { kind: "visitor", name: "A subscriber" },
      subject: { kind: "subscription", id },
    });
  });
}

/** How many get each topic, and how many there are in all. */
export async function countSubscribers(db: Db) {
  const rows = await db
    .selectFrom("subscription")
    .select((row) => [sql<UpdateTopic>`unnest(topics)`.as("topic"), row.fn.countAll<string>().as("count")])
    .groupBy("topic")
    .execute();
  const { all } = await db
    .selectFrom("subscription")
    .select((row) => row.fn.countAll<string>().as("all"))
    .executeTakeFirstOrThrow();
  return { all: Number(all), topics: new Map(rows.map(({ topic, count }) => [topic, Number(count)])) };
}

/** Addresses are for admins alone; `q` is a part of one. */
export async function listSubscribers(db: Db, staff: Staff, q: string) {
  ensureMaySee(staff);
  return db
    .selectFrom("subscription")
    .selectAll()
    .where((row) => row(sql<number>`strpos(email, ${q.trim().toLowerCase()})`, ">", q.trim() === "" ? -1 : 0))
    .orderBy("email")
    .limit(mostShown)
    .execute();
}

export async function getSubscriber(db: Db, staff: Staff, id: string) {
  ensureMaySee(staff);
  const found = await db.selectFrom("subscription").selectAll().where("id", "=", id).executeTakeFirst();
  if (!found) throw noSuchSubscription();
  return found;
}

/** When somebody asks for it. The address is gone with the row; the audit event names the id alone. */
export async function removeSubscriber(db: Db, staff: Staff, id: string): Promise<void> {
  ensureMaySee(staff);
  await inTransaction(db, async (trx) => {
    const removed = await trx.deleteFrom("subscription").where("id", "=", id).returning("email").executeTakeFirst();
    if (!removed) throw noSuchSubscription();
    await trx.deleteFrom("subscriptionAsk").where("email", "=", removed.email).execute();
    await recordAudit(trx, {
      action: "subscriptions.subscription.removed",
      actor: staff,
      subject: { kind: "subscription", id },
    });
  });
}

export async function forgetOldAsks(db: Db): Promise<void> {
  await db
    .deleteFrom("subscriptionAsk")
    .where("expiresAt", "<", sql<Date>`now()`)
    .execute();
}

function ensureMaySee(staff: Staff): void {
  if (staff.role === "admin") return;
  throw new NotAllowed("subscriptions.not-an-admin", "Admins see who has subscribed. Ask one of them.");
}

const noSuchSubscription = () => new NotFound("subscriptions.no-such-subscription", complaints.noSuchSubscription);
