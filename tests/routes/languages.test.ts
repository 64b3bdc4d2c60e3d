import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { keepPublicPage, type PublicPage } from "#app/server/public-page.server.ts";
import { db } from "#db/client.server.ts";
import { builtPages, servePages } from "#tests/support/built-pages.ts";

const german = { "accept-language": "de-AT,de;q=0.9,en;q=0.5" };

let served: Awaited<ReturnType<typeof servePages>>;
let page: PublicPage;
beforeAll(async () => {
  page = keepPublicPage(db, await builtPages(), () => undefined);
  served = await servePages({ publicPage: page });
});
afterAll(async () => {
  page.stop();
  await served.stop();
});

type Headers = Record<string, string>;
const get = async (path: string, headers: Headers = {}) => {
  const { body, ...answer } = await served.send({ path, headers });
  return { ...answer, html: body.toString("utf8") };
};

describe("the trust page from memory", () => {
  const kept = (path: string, headers?: Headers) =>
    vi.waitFor(async () => {
      const answer = await get(path, headers);
      expect(answer.headers.etag, path).toBeDefined();
      return answer;
    }, 30_000);

  test("speaks the browser’s language, and the one that an address names whatever the browser says", async () => {
    const [plain, byBrowser, named, namedEnglish] = [
      await kept("/"),
      await kept("/", german),
      await kept("/?lang=de"),
      await kept("/?lang=en", german),
    ];
    expect(plain.html).toContain('<html lang="en">');
    expect(byBrowser.html).toContain('<html lang="de">');
    expect(byBrowser.headers).toMatchObject({ "content-language": "de", vary: "Accept-Encoding, Accept-Language" });
    expect(byBrowser.html).not.toContain('href="/sign-in?lang=de"');
    expect(named.html).toContain('<html lang="de">');
    expect(named.html).toContain('href="/sign-in?lang=de"');
    expect(namedEnglish.html).toContain('<html lang="en">');
    expect(new Set([plain, byBrowser, named, namedEnglish].map(({ headers }) => headers.etag)).size).toBe(4);
  });

  test("is what Remix answers in that language", async () => {
    const withoutTimes = (html: string) => html.replaceAll(/\d{2}:\d{2}(:\d{2})?|T[\d:.]+Z| nonce="[^"]*"/g, "");
    const live = await get("/?", german);
    expect(live.headers.etag).toBeUndefined();
    expect(live.headers["content-language"]).toBe("de");
    expect(String(live.headers.vary)).toContain("Accept-Language");
    expect(withoutTimes((await kept("/", german)).html)).toBe(withoutTimes(live.html));
  });

  test("names its other languages to search engines and to readers", async () => {
    const { html } = await kept("/", german);
    for (const language of ["en", "de"]) {
      expect(html).toMatch(new RegExp(`<link rel="alternate" hrefLang="${language}" href="[^"]*/\\?lang=${language}"`));
    }
    expect(html).toMatch(/<link rel="alternate" hrefLang="x-default" href="http:\/\/localhost:3000\/"/);
    expect(html).toMatch(/<a [^>]*hrefLang="en"[^>]*>English<\/a>/);
  });
});

describe("every other page for visitors", () => {
  test.each(["/request", "/sign-in", "/sign-in/code", "/shared", "/nowhere", "/controls/CC6.1"])(
    "%s speaks the language of the browser",
    async (path) => {
      const { html, headers } = await get(path, german);
      expect(html).toContain('<html lang="de">');
      expect(headers["content-language"]).toBe("de");
    },
  );

  test("leads on in the language that was chosen, and in no other", async () => {
    expect((await get("/portal?lang=de")).location).toBe("/sign-in?next=%2Fportal&lang=de");
    expect((await get("/portal", german)).location).toBe("/sign-in?next=%2Fportal");
    const form = { email: "pat@acme.example", next: "/portal" };
    const sent = await served.send({ method: "POST", path: "/sign-in?lang=de", form });
    expect(sent.location).toBe("/sign-in/code?next=%2Fportal&lang=de");
  });

  test("sets no cookie for it", async () => {
    expect((await get("/request?lang=de")).headers["set-cookie"]).toBeUndefined();
  });

  test("says what is wrong with a form in that language", async () => {
    const sent = await served.send({ method: "POST", path: "/sign-in?lang=de", form: { email: "" } });
    const html = sent.body.toString("utf8").split("<script")[0];
    expect(html).toContain("Geben Sie Ihre geschäftliche E-Mail-Adresse ein");
    expect(html).not.toContain("Enter your work");
  });

  test("gives the summary in each language", async () => {
    expect((await get("/summary.pdf?lang=de")).headers["content-language"]).toBe("de");
    expect((await get("/summary.pdf")).headers["content-language"]).toBe("en");
  }, 60_000);
});

test("staff pages and machine files stay English", async () => {
  const { html } = await get("/staff/sign-in?lang=de", german);
  expect(html).toContain('<html lang="en">');
  expect(html).toContain("Skip to content");
  const [plain, asked] = [await get("/badge.svg"), await get("/badge.svg?lang=de", german)];
  expect(asked.html).toBe(plain.html);
});
