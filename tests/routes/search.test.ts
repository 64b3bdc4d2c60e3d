import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aWholeCompany } from "#tests/domain/trust-page/machines/scene.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { servePages } from "#tests/support/built-pages.ts";

let served: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
  served = await servePages();
});
afterAll(() => served.stop());

const pageAt = async (path: string) => (await served.send({ path })).body.toString("utf8");

async function theCompany() {
  await aWholeCompany();
  await publishDraft();
}

describe("the search page", () => {
  test.each([
    ["sign-in", "Controls", "/controls/AC-01"],
    ["cc6.1", "Criteria", "/controls/CC6.1"],
    ["overview", "Documents", "/#documents"],
    ["cirrus", "Subprocessors", "/#subprocessor-"],
    ["failover", "Updates", "/#update-"],
    ["encrypted", "Questions", "/#question-"],
    ["type ii", "SOC 2", "/#soc2"],
  ])("finds “%s” under %s", async (q, group, address) => {
    await theCompany();
    const html = await pageAt(`/search?q=${encodeURIComponent(q)}`);
    expect(html).toContain(`>${group}</h2>`);
    expect(html).toContain(`href="${address}`);
    expect(html).toMatch(/<mark>/i);
  });

  test("says what to do when nothing is found, and when nothing was asked", async () => {
    await theCompany();
    const nothing = await pageAt("/search?q=zebra");
    expect(nothing).toContain("Nothing found for “zebra”");
    expect(nothing).toContain('href="/request"');
    expect(await pageAt("/search")).toContain("Search controls, criteria, documents");
    expect(await pageAt("/search?q=penetration")).toContain("Nothing found");
  });

  test("shows what was typed as text, whatever it is", async () => {
    await theCompany();
    const html = await pageAt(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain("<script>alert");
    const long = await served.send({ path: `/search?q=${"a".repeat(3000)}` });
    expect(long.status).toBe(200);
  });

  test("answers in the visitor’s language", async () => {
    await theCompany();
    expect(await pageAt("/search?q=cirrus&lang=de")).toContain("1 Treffer für „cirrus“");
  });
});

describe("what the page’s own script searches", () => {
  test("is JSON with a tag, and is not sent again to who has it", async () => {
    await theCompany();
    const whole = await served.send({ path: "/search.json?lang=en" });
    const { said, entries } = JSON.parse(whole.body.toString("utf8")) as { said: object; entries: string[][] };
    expect(said).toMatchObject({ groups: { control: "Controls" } });
    expect(entries.filter(([group]) => group === "control")).toMatchObject([
      ["control", "AC-01 Sign-in", expect.stringContaining("CC6.1"), "/controls/AC-01"],
      ["control", "XX-01 Mascot", "", "/controls/XX-01"],
    ]);
    const headers = { "if-none-match": String(whole.headers.etag) };
    const again = await served.send({ path: "/search.json?lang=en", headers });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(whole.headers["cache-control"]).toBe("public, max-age=60");
    expect(String(whole.headers.vary)).toContain("Accept-Language");
  });

  test("is small, and so are the scripts", async () => {
    const files = await Promise.all(["/search.js", "/search-match.js"].map((path) => served.send({ path })));
    for (const { status, headers } of files) {
      expect([status, String(headers["content-type"])]).toEqual([200, expect.stringContaining("javascript")]);
    }
    const bytes = files.reduce((sum, { body }) => sum + body.length, 0);
    expect(bytes).toBeLessThanOrEqual(10 * 1024);
  });
});
