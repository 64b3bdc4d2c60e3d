import { sql } from "kysely";
import { recordAudit } from "#app/domain/audit/record.server.ts";
import { notifyEach } from "#app/domain/notifications/notify.server.ts";
import { paragraphsOf } from "#app/domain/trust-page/plain-text.ts";
import { getBrand } from "#app/domain/trust-page/publications.server.ts";
import { topicNames } from "#app/domain/trust-page/updates.ts";
import type { TrustUpdate } from "#app/domain/trust-page/updates.server.ts";
import { appOrigin } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import type { UpdateTopic } from "#db/schema/trust-page.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { linksOf } from "./subscription-key.server.ts";

/**
 * Queues the mails of an update that has come out. The update itself says whether its hour has come and who gets it: a
 * job of an hour that was changed, or of an update that was taken back, finds nothing to do. The mark that it went out
 * and its mails commit together, so that it goes out once, however often and wherever the job runs.
 */
export async function mailUpdate(db: Db, payload: Record<string, unknown>): Promise<void> {
  const updateId = String(payload.updateId);
  await inTransaction(db, async (trx) => {
    const update = await trx
      .selectFrom("trustUpdate")
      .selectAll()
      .where("id", "=", updateId)
      .where("publishedAt", "<=", sql<Date>`now()`)
      .where("channel", "!=", "page")
      .forUpdate()
      .executeTakeFirst();
    if (!update) return;
    const readers = await readersOf(trx, update);
    const isFirst = await trx
      .insertInto("updateMailing")
      .values({ updateId, people: readers.length })
      .onConflict((conflict) => conflict.column("updateId").doNothing())
      .returning("updateId")
      .executeTakeFirst();
    if (!isFirst) return;
    await sendTo(trx, update, readers);
    await recordAudit(trx, {
      action: "subscriptions.update.mailed",
      actor: { kind: "system" },
      subject: { kind: "update", id: updateId },
      details: { title: update.title, channel: update.channel, people: readers.length },
    });
  });
}

type Reader = { email: string; subscriptionId: string | null };
type OutUpdate = Omit<TrustUpdate, "state">;

async function sendTo(db: Db, { id, topic, title, body, channel }: OutUpdate, readers: Reader[]) {
  const { name: company } = await getBrand(db);
  const link = channel === "list" ? appOrigin() : `${appOrigin()}/#update-${id}`;
  const said = { company, topic: topicNames[topic], title, paragraphs: paragraphsOf(body), link };
  await notifyEach(
    db,
    readers.map(({ email, subscriptionId }) => ({
      to: email,
      template: "update-published" as const,
      props: { ...said, subscription: subscriptionId ? linksOf(subscriptionId) : null },
    })),
  );
}

const readersOf = (db: Db, update: OutUpdate): Promise<Reader[]> =>
  update.channel === "list" ? listed(db, update) : listReadersOf(db, update.topic);

/** Everyone who subscribed to a topic. */
export async function listReadersOf(db: Db, topic: UpdateTopic) {
  return db
    .selectFrom("subscription")
    .select(["email", "id as subscriptionId"])
    .where((row) => row(sql<UpdateTopic>`${topic}::text`, "=", row.fn.any("topics")))
    .orderBy("email")
    .execute();
}

/** Each person of the named accounts, and each named address, once. */
async function listed(db: Db, { listAccounts, listAddresses }: OutUpdate): Promise<Reader[]> {
  const members = await db
    .selectFrom("person")
    .select("email")
    .where("kind", "=", "prospect")
    .where("disabledAt", "is", null)
    .where((row) => row("companyAccountId", "=", row.fn.any(row.val(listAccounts))))
    .execute();
  const all = new Set([...members.map(({ email }) => email), ...listAddresses]);
  return [...all].sort().map((email) => ({ email, subscriptionId: null }));
}

/** How many got an update by mail, and when; null while nobody did. */
export async function findMailing(db: Db, updateId: string) {
  const found = await db
    .selectFrom("updateMailing")
    .select(["people", "mailedAt"])
    .where("updateId", "=", updateId)
    .executeTakeFirst();
  return found ?? null;
}
