import { brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { getPublicState } from "#app/domain/trust-page/public-record.server.ts";
import { keepPublicPage, type PublicPage } from "#app/server/public-page.server.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { builtPages, servePages } from "#tests/support/built-pages.ts";
import { ada } from "#tests/support/given.ts";
import { typedTypeTwo } from "#tests/domain/trust-page/given-reports.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { addReport } from "#app/domain/trust-page/reports.server.ts";
import { publishDraft } from "#tests/support/publishing.ts";

describe("the trust page from memory", () => {
  let served: Awaited<ReturnType<typeof servePages>>;
  let page: PublicPage;
  const errors: unknown[] = [];

  beforeAll(async () => {
    page = keepPublicPage(db, await builtPages(), (error) => errors.push(error));
    served = await servePages({ publicPage: page });
  });
  afterAll(async () => {
    page.stop();
    await served.stop();
    expect(errors).toEqual([]);
  });

  const isKept = ({ headers }: { headers: Record<string, unknown> }) => headers.etag !== undefined;
  const kept = () =>
    vi.waitFor(async () => {
      const answer = await served.send({ path: "/" });
      expect(isKept(answer)).toBe(true);
      return answer;
    }, 30_000);

  test("is what Remix answers, without scripts, cookies and doubt about who may keep it", async () => {
    const { status, headers, body } = await kept();
    expect(status).toBe(200);
    expect(headers).toMatchObject({ "cache-control": "public, no-cache", vary: "Accept-Encoding, Accept-Language" });
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(body.toString("utf8")).toContain('<script type="module" src="/search.js"></script>');
    expect(headers["set-cookie"]).toBeUndefined();
    const byRemix = await served.send({ path: "/?" });
    expect(isKept(byRemix)).toBe(false);
    expect(withoutTimes(body)).toBe(withoutTimes(byRemix.body));
    for (const name of ["x-content-type-options", "referrer-policy", "permissions-policy", "x-request-id"]) {
      expect(headers[name], name).toBeDefined();
      expect(byRemix.headers[name], name).toBeDefined();
    }
  });

  test("comes compressed, once, and not again to who has it", async () => {
    await kept();
    const accept = { "accept-encoding": "gzip, br" };
    const whole = await served.send({ path: "/", headers: accept });
    expect(whole.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(whole.body).toString("utf8")).toContain("<!DOCTYPE html>");
    const etag = String(whole.headers.etag);
    const again = await served.send({ path: "/", headers: { ...accept, "if-none-match": etag } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
    const head = await served.send({ method: "HEAD", path: "/", headers: accept });
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([
      200,
      0,
      String(whole.body.length),
    ]);
  });

  test("is never given to another host, another method or another address", async () => {
    await kept();
    expect((await served.send({ path: "/", headers: { host: "evil.example" } })).status).toBe(421);
    expect(isKept(await served.send({ method: "POST", path: "/" }))).toBe(false);
    expect(isKept(await served.send({ path: "/?criterion=CC6.1" }))).toBe(false);
  });

  test("says what was committed, soon, and another day nothing from memory", async () => {
    const before = await kept();
    await renameCompany("Larkspur Cloud");
    const after = await vi.waitFor(async () => {
      const answer = await kept();
      expect(answer.body.toString("utf8")).toContain("Larkspur Cloud");
      return answer;
    }, 5_000);
    expect(after.headers.etag).not.toBe(before.headers.etag);

    page.stop();
    onTestFinished(() => void vi.useRealTimers());
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 3_600_000 });
    expect(isKept(await served.send({ path: "/" }))).toBe(false);
  });
});

describe("the state of what visitors may be shown", () => {
  test.each<[string, () => Promise<unknown>]>([
    ["the publication", () => renameCompany("Larkspur Cloud")],
    ["an update", () => db.insertInto("trustUpdate").values({ topic: "general", title: "x" }).execute()],
    ["a document", () => db.insertInto("document").values({ title: "x", kind: "policy" }).execute()],
    ["an approved answer", () => anApprovedAnswer()],
  ])("is another after %s changed", async (_, change) => {
    const before = await getPublicState(db);
    await change();
    const after = await getPublicState(db);
    expect(after).not.toBe(before);
    expect(await getPublicState(db)).toBe(after);
  });

  test("stays while staff edit what they have not published", async () => {
    await renameCompany("Larkspur Cloud");
    const before = await getPublicState(db);
    await db.updateTable("companyProfile").set({ name: "Larkspur" }).execute();
    await addReport(db, await ada(), reportForm.parse(typedTypeTwo));
    await db.insertInto("control").values({ code: "AC-1", title: "x", status: "planned" }).execute();
    expect(await getPublicState(db)).toBe(before);
  });

  test("stays when a change is taken back", async () => {
    await renameCompany("Larkspur Cloud");
    const before = await getPublicState(db);
    const undone = inTransaction(db, async (trx) => {
      await trx.insertInto("document").values({ title: "x", kind: "policy" }).execute();
      throw new Error("taken back");
    });
    await expect(undone).rejects.toThrow("taken back");
    expect(await getPublicState(db)).toBe(before);
  });
});

async function renameCompany(name: string) {
  await db.insertInto("companyProfile").values({ name }).execute();
  await publishDraft();
}

/** Two renderings say when each was made, and only one of them has a nonce of its own. */
const withoutTimes = (body: Buffer) =>
  body.toString("utf8").replaceAll(/\d{2}:\d{2}(:\d{2})?|T[\d:.]+Z| nonce="[^"]*"/g, "");
