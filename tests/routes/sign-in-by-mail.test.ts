import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client.server.ts";
import { aDocument, queuedMail } from "#tests/domain/access/scene.ts";
import { type Answer, type Sent, servePages } from "#tests/support/built-pages.ts";
import { ada, pat } from "#tests/support/given.ts";

let served: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.stop());

const cookiesOf = ({ headers }: Answer) =>
  ((headers["set-cookie"] as string[] | undefined) ?? []).map((cookie) => cookie.split(";")[0]!).join("; ");

const post = (path: string, form: Record<string, string>, more: Partial<Sent> = {}) =>
  served.send({ method: "POST", path, form, ...more });

/** Pat asks for a mail; the browser that asked is the one with this cookie. */
async function patAsks() {
  const browser = cookiesOf(await post("/sign-in", { email: "pat@acme.example", next: "" }));
  const mail = (await queuedMail()).filter((one) => one.template === "sign-in").at(-1)!;
  const { link, code } = mail.props as { link: string; code: string };
  const { pathname, hash } = new URL(link);
  return { browser, code, path: pathname, token: hash.slice(1) };
}

const sessions = () => db.selectFrom("session").select("id").execute();
const challenge = () => db.selectFrom("signInChallenge").select(["usedAt", "triesLeft"]).executeTakeFirstOrThrow();

describe("a mail scanner that follows the link before the person does", () => {
  beforeEach(pat);

  const looks: [string, Partial<Sent>][] = [
    ["asks for the head", { method: "HEAD" }],
    ["opens it five times", {}],
    ["fetches it ahead", { headers: { "sec-purpose": "prefetch;prerender", purpose: "prefetch" } }],
    ["takes it for a frame", { headers: { "sec-fetch-dest": "iframe", "sec-fetch-mode": "navigate" } }],
  ];

  test.each(looks)("and %s uses nothing up and gets no session", async (_what, look) => {
    const { browser, token, path } = await patAsks();
    for (let time = 0; time < 5; time += 1) {
      for (const address of [path, `${path}?token=${token}`, `/sign-in/code?code=${token}`]) {
        const answer = await served.send({ path: address, ...look });
        expect(cookiesOf(answer)).not.toContain("candor_prospect");
      }
    }
    expect(await sessions()).toEqual([]);
    expect(await challenge()).toMatchObject({ usedAt: null, triesLeft: 5 });

    const person = await post(path, { token }, { cookie: browser });
    expect(person).toMatchObject({ status: 302, location: "/portal" });
    expect(cookiesOf(person)).toContain("candor_prospect");
  });

  test("and presses the button, in a browser of its own, is refused; the person's link and code still work", async () => {
    const { browser, token, code, path } = await patAsks();
    const elsewhere = cookiesOf(await post("/sign-in", { email: "scanner@mail.example", next: "" }));

    for (const cookie of [undefined, elsewhere]) {
      const pressed = await post(path, { token }, { cookie });
      expect(pressed.status).toBe(422);
      expect(cookiesOf(pressed)).not.toContain("candor_prospect");
      expect((await post("/sign-in/code", { code, next: "" }, { cookie })).status).toBe(422);
    }
    expect(await sessions()).toEqual([]);

    expect(await post(path, { token }, { cookie: browser })).toMatchObject({ status: 302, location: "/portal" });
    expect(await post(path, { token }, { cookie: browser })).toMatchObject({ status: 422 });
  });

  test("and sends the form across sites is stopped before it is read", async () => {
    const { browser, token, path } = await patAsks();
    const from = { origin: "https://scanner.example", "sec-fetch-site": "cross-site" };
    expect((await post(path, { token }, { cookie: browser, headers: from })).status).toBe(403);
    expect(await challenge()).toMatchObject({ usedAt: null });
  });
});

describe("known and unknown addresses", () => {
  /** What two askers see, byte for byte, but for what is random in every answer and the address that they typed. */
  function seen({ status, location, headers, body }: Answer, email: string) {
    const { date: _date, "x-request-id": _id, ...rest } = headers as Record<string, string>;
    const kept = JSON.stringify({ status, location, ...rest, body: body.toString("utf8") });
    const random = /nonce[-"\\=]+[\w+/-]+=*|candor_browser=[^;]+/g;
    return kept.replaceAll(random, "random").replaceAll(email, "someone");
  }

  async function asks(email: string) {
    const signIn = await post("/sign-in", { email, next: "" });
    const page = await served.send({ path: "/sign-in/code", cookie: cookiesOf(signIn) });
    const again = await post("/sign-in/new-code", {}, { cookie: cookiesOf(signIn) });
    return [signIn, page, again].map((answer) => seen(answer, email));
  }

  async function requests(email: string, documentId: string) {
    const form = {
      ...{ email, name: "Someone", title: "", company: "Acme GmbH", reason: "Vendor review before we sign" },
      "documents[]": documentId,
    };
    const request = await post("/request", form);
    const page = await served.send({ path: "/sign-in/code", cookie: cookiesOf(request) });
    return [request, page].map((answer) => seen(answer, email));
  }

  test("get byte-identical answers when they ask to sign in, also a disabled person and staff", async () => {
    const prospect = await pat();
    const unknown = await asks("who@acme.example");
    expect(unknown[0]).toContain('"status":302');
    expect(await asks(prospect.email)).toEqual(unknown);
    expect(await asks((await ada()).email)).toEqual(unknown);
    await db.updateTable("person").set({ disabledAt: new Date() }).execute();
    await db.deleteFrom("rateLimit").execute();
    expect(await asks(prospect.email)).toEqual(unknown);
  });

  test("get byte-identical answers when they ask for a document", async () => {
    const [{ id }, prospect] = [await aDocument("CAIQ", "on-request"), await pat()];
    const unknown = await requests("who@acme.example", id);
    expect(unknown[0]).toContain('"status":302');
    expect(await requests(prospect.email, id)).toEqual(unknown);
  });
});
