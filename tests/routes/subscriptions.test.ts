import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSubscriber, mailsOf, tokenMailedTo } from "#tests/domain/subscriptions/given-subscribers.ts";
import { db } from "#db/client.server.ts";
import { type Answer, servePages, type Sent } from "#tests/support/built-pages.ts";
import { ruth } from "#tests/support/given.ts";
import { startSession } from "#app/domain/accounts/sessions.server.ts";
import { aClient } from "#tests/support/given.ts";

let served: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.stop());

const email = "pat@acme.example";
const subscribers = () => db.selectFrom("subscription").select(["email", "topics"]).execute();
const bodyOf = ({ body }: Answer) => body.toString("utf8");

/** What a mail provider sends when its reader presses the button, and nothing else. */
const oneClick: Pick<Sent, "method" | "form" | "headers"> = {
  method: "POST",
  form: { "List-Unsubscribe": "One-Click" },
  headers: { origin: undefined },
};

describe("subscribing without a script", () => {
  test("goes from the form over the mailed link to the subscription, and a GET uses nothing up", async () => {
    const asked = await served.send({
      ...{ method: "POST", path: "/subscriptions" },
      form: { email, "topics[]": "incidents" },
    });
    expect([asked.status, asked.location]).toEqual([302, "/subscriptions/sent"]);
    const token = await tokenMailedTo(email);
    const path = `/subscriptions/confirmation?token=${token}`;
    for (const method of ["HEAD", "GET", "GET"] as const) {
      expect((await served.send({ method, path })).status).toBe(200);
    }
    expect(await subscribers()).toEqual([]);
    expect(bodyOf(await served.send({ path }))).toContain("Incidents");
    const confirmed = await served.send({ method: "POST", path: "/subscriptions/confirmation", form: { token } });
    expect(confirmed.location).toMatch(/^\/subscription\?key=.+&said=confirmed$/);
    expect(bodyOf(await served.send({ path: confirmed.location! }))).toContain("Your subscription is confirmed");
    expect(bodyOf(await served.send({ path }))).toContain("This link no longer works");
    expect(await subscribers()).toEqual([{ email, topics: ["incidents"] }]);
  });

  test("answers the same for an address that has subscribed and one that has not", async () => {
    await aSubscriber(email, ["incidents"]);
    const ask = (address: string) =>
      served.send({ method: "POST", path: "/subscriptions", form: { email: address, "topics[]": "incidents" } });
    const [known, unknown] = [await ask(email), await ask("new@acme.example")];
    const seen = ({ status, location, body }: Answer) => ({ status, location, body: body.toString() });
    expect(seen(known)).toEqual(seen(unknown));
    expect((await mailsOf("subscription-asked")).length).toBe(3);
  });

  test("keeps what was typed when something is wrong, and says what", async () => {
    const wrong = await served.send({
      ...{ method: "POST", path: "/subscriptions" },
      form: { email: "pat at acme", "topics[]": "vulnerabilities" },
    });
    expect(wrong.status).toBe(422);
    expect(bodyOf(wrong)).toContain('value="pat at acme"');
    expect(bodyOf(wrong)).toMatch(/value="vulnerabilities"[^>]*checked|checked[^>]*value="vulnerabilities"/);
    expect(bodyOf(wrong)).not.toMatch(/value="general"[^>]*checked|checked[^>]*value="general"/);
    expect(bodyOf(wrong)).toContain("Enter an e-mail address, for example");
  });
});

describe("a mail provider’s button", () => {
  test("ends the subscription that the address names, once and again, without a page, a cookie or an origin", async () => {
    const key = await aSubscriber(email, ["incidents"]);
    await aSubscriber("kim@rival.example", ["incidents"]);
    const path = `/subscription/end?key=${key}`;
    expect((await served.send({ path })).status).toBe(200);
    expect(await subscribers()).toHaveLength(2);
    for (let time = 0; time < 2; time++) {
      const ended = await served.send({ ...oneClick, path });
      expect([ended.status, ended.headers["set-cookie"]]).toEqual([200, undefined]);
    }
    expect(await subscribers()).toEqual([{ email: "kim@rival.example", topics: ["incidents"] }]);
    expect((await served.send({ path: `/subscription?key=${key}` })).status).toBe(404);
  });

  test("with a wrong key ends nothing, and the same post to any other address is refused", async () => {
    const key = await aSubscriber(email, ["incidents"]);
    const wrong = await served.send({ ...oneClick, path: `/subscription/end?key=${key.slice(0, -1)}x` });
    expect(wrong.status).toBe(404);
    for (const path of [`/subscription?key=${key}`, "/sign-out", "/subscriptions", `/subscription/end/?key=${key}`]) {
      expect([path, (await served.send({ ...oneClick, path })).status]).toEqual([path, 403]);
    }
    expect(await subscribers()).toHaveLength(1);
  });

  test("does nothing in the name of someone who is signed in", async () => {
    const key = await aSubscriber(email, ["incidents"]);
    const { cookie } = await startSession(db, await ruth(), { provedBy: "test", client: aClient });
    const path = `/subscription/end?key=${key}`;
    const ended = await served.send({ ...oneClick, path, cookie: cookie.split(";")[0]! });
    expect(ended.status).toBe(200);
    const events = await db.selectFrom("auditEvent").select(["action", "actorKind"]).execute();
    expect(events.at(-1)).toEqual({ action: "subscriptions.subscription.ended", actorKind: "visitor" });
  });
});
