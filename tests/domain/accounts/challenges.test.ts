import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { challengeAddress, findOpenChallenge, redeemCode, redeemLink } from "#app/domain/accounts/challenges.server.ts";
import { db } from "#db/client.server.ts";
import { aClient } from "#tests/support/given.ts";
import { newestMail, secretIn } from "./given-mail.ts";

const email = "pat@acme.example";
const browserToken = "the browser that asked";
const elsewhere = { ipAddress: "198.51.100.7", userAgent: "another browser" };

const ask = (overrides: Partial<Parameters<typeof challengeAddress>[1]> = {}) =>
  challengeAddress(db, { email, browserToken, company: "Vendor", purpose: "sign-in", client: aClient, ...overrides });

const enter = (code: string, browser = browserToken) =>
  redeemCode(db, { browserToken: browser, code, client: aClient });
const follow = (token: string, browser = browserToken) =>
  redeemLink(db, { browserToken: browser, token, client: aClient });

const letRunOut = () =>
  db
    .updateTable("signInChallenge")
    .set({ expiresAt: sql`now() - interval '1 second'` })
    .execute();

describe("A sign-in challenge", () => {
  it("proves the address by its code, once", async () => {
    const { challengeId } = await ask();
    const { code } = await newestMail(email, "sign-in");
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(await enter(code)).toEqual({ challengeId, email, provedBy: "code" });
    expect(await enter(code)).toBeNull();
  });

  it("takes the code as people type it", async () => {
    await ask();
    const { code } = await newestMail(email, "sign-in");
    expect(await enter(` ${code.toLowerCase().replace("-", " ")} `)).toMatchObject({ email });
  });

  it("proves the address by its link, once, and its code is then used up too", async () => {
    const { challengeId } = await ask();
    const { code, link } = await newestMail(email, "sign-in");
    expect(await follow(secretIn(link))).toEqual({ challengeId, email, provedBy: "link" });
    expect(await follow(secretIn(link))).toBeNull();
    expect(await enter(code)).toBeNull();
  });

  it("works only in the browser that asked", async () => {
    await ask();
    const { code, link } = await newestMail(email, "sign-in");
    expect(await follow(secretIn(link), "another browser")).toBeNull();
    expect(await enter(code, "another browser")).toBeNull();
    expect(await enter(code)).not.toBeNull();
  });

  it("runs out", async () => {
    await ask();
    const { code, link } = await newestMail(email, "sign-in");
    await letRunOut();
    expect(await enter(code)).toBeNull();
    expect(await follow(secretIn(link))).toBeNull();
    expect(await findOpenChallenge(db, browserToken)).toBeNull();
  });

  it("bears five wrong codes, and then not even the right one", async () => {
    await ask();
    const { code } = await newestMail(email, "sign-in");
    const tries = await Promise.all(Array.from({ length: 8 }, () => enter("WRONG234")));
    expect(tries).toEqual(Array(8).fill(null));
    expect(await enter(code)).toBeNull();
  });

  it("still takes the right code at the fifth try", async () => {
    await ask();
    const { code } = await newestMail(email, "sign-in");
    for (let wrong = 0; wrong < 4; wrong++) await enter("WRONG234");
    expect(await enter(code)).toMatchObject({ email });
  });

  it("is replaced by the next one from the same browser", async () => {
    await ask();
    const first = await newestMail(email, "sign-in");
    await ask({ email: "quinn@acme.example" });
    expect(await findOpenChallenge(db, browserToken)).toMatchObject({ email: "quinn@acme.example" });
    expect(await enter(first.code)).toBeNull();
    expect(await follow(secretIn(first.link))).toBeNull();
  });

  it("keeps no secret that a copy of the database would give away", async () => {
    await ask();
    const { code, link } = await newestMail(email, "sign-in");
    const row = JSON.stringify(await db.selectFrom("signInChallenge").selectAll().execute());
    for (const secret of [code, code.replace("-", ""), secretIn(link), browserToken]) expect(row).not.toContain(secret);
  });

  it("leads to our own address, with the secret where no server sees it", async () => {
    await ask();
    const { link } = await newestMail(email, "sign-in");
    expect(link).toMatch(/^http:\/\/localhost:3000\/sign-in\/link#[\w-]{43}$/);
  });
});

describe("Asking for a challenge", () => {
  it("is the same for an address that nobody knows", async () => {
    await ask({ email: "nobody@nowhere.example" });
    expect(Object.keys(await newestMail("nobody@nowhere.example", "sign-in")).sort()).toEqual(
      ["code", "company", "link", "minutes", "purpose"].sort(),
    );
  });

  it("is limited for one address, whoever asks", async () => {
    for (const last of [1, 2, 3]) await ask({ client: { ...elsewhere, ipAddress: `198.51.100.${last}` } });
    await expect(ask()).rejects.toMatchObject({ name: "TooMany" });
    await ask({ email: "quinn@acme.example" });
  });

  it("is limited for one network, whomever it asks for", async () => {
    for (let asked = 0; asked < 10; asked++) await ask({ email: `person${asked}@acme.example` });
    await expect(ask({ email: "one.more@acme.example" })).rejects.toMatchObject({
      name: "TooMany",
      message: "Too many tries. Wait 1 h and try again.",
    });
    await ask({ email: "one.more@acme.example", client: elsewhere });
  });
});
