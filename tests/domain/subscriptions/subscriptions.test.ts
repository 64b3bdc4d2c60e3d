import { sql } from "kysely";
import { describe, expect, inject, test } from "vitest";
import { renderMail } from "#emails/render.server.tsx";
import { keyOf, linksOf, subscriptionOf } from "#app/domain/subscriptions/subscription-key.server.ts";
import { subscribeForm } from "#app/domain/subscriptions/subscriptions.ts";
import {
  askToSubscribe,
  changeTopics,
  confirmSubscription,
  countSubscribers,
  endSubscription,
  findAsk,
  forgetOldAsks,
  getSubscription,
  listSubscribers,
  removeSubscriber,
} from "#app/domain/subscriptions/subscriptions.server.ts";
import { db } from "#db/client.server.ts";
import { aClient, ada, ruth } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { aSubscriber, mailsOf, tokenMailedTo } from "./given-subscribers.ts";

const email = "pat@acme.example";
const client = aClient;
const ask = (topics: ("incidents" | "general")[] = ["incidents"]) => askToSubscribe(db, { email, topics, client });
const subscribers = () => db.selectFrom("subscription").select(["email", "topics"]).orderBy("email").execute();
const actions = async () =>
  (await db.selectFrom("auditEvent").select("action").orderBy("seq").execute()).map(({ action }) => action);

describe("an address that somebody enters", () => {
  test("gets nothing but a link until its owner confirms it", async () => {
    await ask();
    const token = await tokenMailedTo(email);
    expect(await findAsk(db, token)).toEqual({ email, topics: ["incidents"] });
    expect(await findAsk(db, token)).not.toBeNull();
    expect(await subscribers()).toEqual([]);
    const { key } = await confirmSubscription(db, { token, client });
    expect(await subscribers()).toEqual([{ email, topics: ["incidents"] }]);
    expect(await getSubscription(db, key)).toMatchObject({ email });
    expect(await actions()).toEqual(["subscriptions.subscription.confirmed"]);
  });

  test("is mailed the same whether it has subscribed or not, and keeps its topics until it confirms others", async () => {
    await ask(["general"]);
    await confirmSubscription(db, { token: await tokenMailedTo(email), client });
    await ask(["incidents"]);
    const [first, second] = (await mailsOf("subscription-asked")).map(({ props }) => ({ ...props, link: "" }));
    expect({ ...second, topics: [] }).toEqual({ ...first, topics: [] });
    expect(await subscribers()).toEqual([{ email, topics: ["general"] }]);
    await confirmSubscription(db, { token: await tokenMailedTo(email), client });
    expect(await subscribers()).toEqual([{ email, topics: ["incidents"] }]);
  });

  test("has its token nowhere but in the mail", async () => {
    await ask();
    const token = await tokenMailedTo(email);
    const kept = await db.selectFrom("subscriptionAsk").selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  test("can be confirmed once, within 72 hours", async () => {
    await ask();
    const token = await tokenMailedTo(email);
    await sql`update subscription_ask set expires_at = expires_at - interval '72 hours'`.execute(db);
    const late = confirmSubscription(db, { token, client });
    await expect(late).rejects.toThrow("This link has been used or is too old.");
    expect(await findAsk(db, token)).toBeNull();
    await sql`update subscription_ask set expires_at = expires_at + interval '1 minute'`.execute(db);
    await confirmSubscription(db, { token, client });
    await expect(confirmSubscription(db, { token, client })).rejects.toThrow("This link has been used");
    expect(await subscribers()).toHaveLength(1);
  });

  test.runIf(inject("postgres"))("is confirmed once when its link is pressed twice at the same moment", async () => {
    await ask();
    const token = await tokenMailedTo(email);
    const first = await db.startTransaction().execute();
    await confirmSubscription(first, { token, client });
    const second = confirmSubscription(db, { token, client });
    await untilSomeoneWaitsForALock();
    await first.commit().execute();
    await expect(second).rejects.toThrow("This link has been used");
    expect(await actions()).toEqual(["subscriptions.subscription.confirmed"]);
  });

  test("is forgotten when nobody confirms it", async () => {
    await ask();
    await sql`update subscription_ask set expires_at = now() - interval '1 second'`.execute(db);
    await forgetOldAsks(db);
    expect(await db.selectFrom("subscriptionAsk").selectAll().execute()).toEqual([]);
  });

  test("has to be an address, with a topic from the list", () => {
    const said = (form: object) => subscribeForm.safeParse(form).error?.issues.map(({ message }) => message);
    expect(said({ email, topics: ["general", "general"] })).toBeUndefined();
    expect(said({ email })).toEqual(["Choose at least one topic"]);
    expect(said({ email, topics: ["weather"] })).toEqual(["Choose topics from the list"]);
    expect(said({ email: "pat", topics: ["general"] })).toHaveLength(1);
  });
});

describe("asking is limited", () => {
  test("to 3 mails in 15 minutes and 5 a day for an address, known or not", async () => {
    for (let time = 0; time < 3; time++) await ask();
    await expect(ask()).rejects.toThrow("Too many tries. Wait 15 minutes and try again.");
    await aSubscriber("kim@rival.example", ["general"]);
    const again = () => askToSubscribe(db, { email: "kim@rival.example", topics: ["general"], client });
    await again();
    await again();
    await expect(again()).rejects.toThrow("Too many tries. Wait 15 minutes and try again.");
    await sql`delete from rate_limit where key like 'subscribe-email:%'`.execute(db);
    await sql`update rate_limit set hits = 5 where key like 'subscribe-email-day:%'`.execute(db);
    await expect(again()).rejects.toThrow("Too many tries. Wait 24 h and try again.");
  });

  test("to 10 an hour for a network, whatever the addresses", async () => {
    const from = (at: number) => askToSubscribe(db, { email: `p${at}@acme.example`, topics: ["general"], client });
    for (let at = 0; at < 10; at++) await from(at);
    await expect(from(10)).rejects.toThrow("Too many tries. Wait 1 h and try again.");
  });

  test("to 30 confirmations an hour for a network", async () => {
    const guess = () => confirmSubscription(db, { token: "guess", client });
    for (let time = 0; time < 30; time++) await expect(guess()).rejects.toThrow("This link has been used");
    await expect(guess()).rejects.toThrow("Too many tries. Wait 1 h and try again.");
  });
});

describe("a key", () => {
  test("opens its own subscription and no other", async () => {
    const [one, other] = [await aSubscriber(email, ["general"]), await aSubscriber("kim@rival.example", ["general"])];
    await changeTopics(db, { key: one, topics: ["incidents", "compliance"] });
    expect(await subscribers()).toEqual([
      { email: "kim@rival.example", topics: ["general"] },
      { email, topics: ["incidents", "compliance"] },
    ]);
    const swapped = `${subscriptionOf(other)}.${one.split(".")[1]}`;
    for (const wrong of [swapped, "", "x", one.slice(0, -1), `${one}0`, one.toUpperCase()]) {
      await expect(getSubscription(db, wrong), wrong).rejects.toThrow("There is no such subscription.");
      await expect(endSubscription(db, wrong), wrong).rejects.toThrow("There is no such subscription.");
    }
    expect(await subscribers()).toHaveLength(2);
  });

  test("ends the subscription and leaves no address behind; pressing again is well", async () => {
    const key = await aSubscriber(email, ["general"]);
    await endSubscription(db, key);
    await endSubscription(db, key);
    expect(await subscribers()).toEqual([]);
    expect(await actions()).toEqual(["subscriptions.subscription.confirmed", "subscriptions.subscription.ended"]);
    expect(JSON.stringify(await db.selectFrom("auditEvent").selectAll().execute())).not.toContain(email);
    await expect(getSubscription(db, key)).rejects.toThrow("There is no such subscription.");
    expect(await aSubscriber(email, ["general"])).not.toBe(key);
  });

  test("stands in the headers by which a mail provider ends it, and nothing is said of a mail without one", async () => {
    const id = "00000000-0000-4000-8000-000000000001";
    const mail = { company: "Orrery", topic: "General", title: "News", paragraphs: ["Text"], link: "http://x.example" };
    const { headers, text } = await renderMail("update-published", { ...mail, subscription: linksOf(id) });
    expect(headers).toEqual({
      "List-Unsubscribe": `<http://localhost:3000/subscription/end?key=${keyOf(id)}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(text).toContain(`/subscription?key=${keyOf(id)}`);
    const named = await renderMail("update-published", { ...mail, subscription: null });
    expect(named.headers).toEqual({});
    expect(named.text).not.toContain("/subscription");
  });
});

describe("staff", () => {
  test("see how many get each topic; admins see who, and remove on request", async () => {
    await aSubscriber(email, ["general", "incidents"]);
    await aSubscriber("kim@rival.example", ["general"]);
    const { all, topics } = await countSubscribers(db);
    expect([all, Object.fromEntries(topics)]).toEqual([2, { general: 2, incidents: 1 }]);
    expect(await listSubscribers(db, await ruth(), " RIVAL ")).toMatchObject([{ email: "kim@rival.example" }]);
    await expect(listSubscribers(db, await ada(), "")).rejects.toThrow("Admins see who has subscribed.");
    const { id } = (await listSubscribers(db, await ruth(), "pat"))[0]!;
    await expect(removeSubscriber(db, await ada(), id)).rejects.toThrow("Admins see who has subscribed.");
    await removeSubscriber(db, await ruth(), id);
    expect(await subscribers()).toMatchObject([{ email: "kim@rival.example" }]);
    expect((await actions()).at(-1)).toBe("subscriptions.subscription.removed");
  });
});
