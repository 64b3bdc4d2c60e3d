import { gzipSync } from "node:zlib";
import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newestCodeFor, signInAs } from "#tests/browser/steps.ts";
import { aPerson, openBrowser, whyNoBrowser } from "#tests/support/browser.ts";
import { type RunningCandor, startCandor } from "#tests/support/running-candor.ts";

const patience = 240_000;
const kib = 1024;

/** The first link on a list page that leads to one of its things. */
type Place = string | { from: string; link: RegExp };

const places: Record<"visitor" | "security" | "admin", Place[]> = {
  visitor: [
    "/",
    "/request",
    "/sign-in",
    "/shared",
    "/staff/sign-in",
    "/staff/join",
    "/no-such-page",
    "/search",
    "/search?q=backup",
    "/search?q=zebra",
    "/subscriptions",
    "/subscriptions/sent",
  ],
  security: [
    "/staff/requests",
    "/staff/grants",
    "/staff/questionnaires",
    { from: "/staff/questionnaires", link: /Northfold/ },
    { from: "/staff/questionnaires", link: /Caldera/ },
    "/staff/questionnaires/new",
    "/staff/answers",
    { from: "/staff/answers", link: /encrypted/i },
    "/staff/answers/new",
    "/staff/answers/import",
    "/staff/words?question=Is%20customer%20data%20encrypted%20at%20rest%3F",
    "/staff/words/new",
    "/staff/outcomes",
    "/staff/documents",
    { from: "/staff/documents", link: /SOC 2 Type II/ },
    "/staff/documents/new",
    "/staff/accounts",
    { from: "/staff/accounts", link: /Northfold/ },
    "/staff/nda",
    "/staff/nda/new",
    "/staff/share-links",
    "/staff/share-links/new",
    "/staff/reports",
    { from: "/staff/reports", link: /Type II/ },
    "/staff/controls",
    "/staff/controls/new",
    "/staff/controls/import",
    "/staff/certifications",
    "/staff/certifications/new",
    "/staff/subprocessors",
    "/staff/subprocessors/new",
    "/staff/subprocessors/terms",
    "/staff/subscribers",
    "/staff/updates",
    "/staff/updates/new",
    { from: "/staff/updates", link: /Status page/ },
    "/staff/publications",
    { from: "/staff/publications", link: /^1$/ },
    "/staff/publications/preview",
    { from: "/staff/publications", link: /Discard this change/ },
    "/staff/audit-trail",
  ],
  admin: [
    "/staff/people",
    "/staff/subscribers",
    "/staff/mail",
    "/staff/company",
    "/staff/company/brand",
    "/staff/publications/1/restoration",
  ],
};

describe.skipIf(whyNoBrowser())("every page", () => {
  let candor: RunningCandor;
  let browser: Browser;

  beforeAll(async () => {
    [candor, browser] = await Promise.all([startCandor(), openBrowser()]);
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await candor?.stop();
  });

  const looks = [
    { colorScheme: "light", width: 1280 },
    { colorScheme: "dark", width: 390 },
  ] as const;

  test.each(looks)(
    "for a visitor is accessible and fits, $colorScheme at $width px",
    async (look) => {
      await expectNoFindings(await aPerson(browser, candor.origin, look), places.visitor);
    },
    patience,
  );

  test.each(looks)(
    "for staff is accessible and fits, $colorScheme at $width px",
    async (look) => {
      for (const role of ["security", "admin"] as const) {
        const page = await aPerson(browser, candor.origin, look);
        await signInAs(page, candor.signIn(role));
        await expectNoFindings(page, places[role]);
      }
    },
    patience,
  );

  test.each(looks)(
    "for a prospect is accessible and fits, $colorScheme at $width px",
    async (look) => {
      const [admin, prospect] = [await aPerson(browser, candor.origin), await aPerson(browser, candor.origin, look)];
      await signInAs(admin, candor.signIn("admin"));
      const email = "asa.bergendahl@halmstrandnat.example";
      await prospect.goto("/sign-in");
      await prospect.getByLabel("Work e-mail").fill(email);
      await prospect.getByRole("button", { name: /continue|code/i }).click();
      await prospect.waitForURL("**/sign-in/code*");
      await prospect.getByLabel("Code").fill(await newestCodeFor(admin, email));
      await prospect.getByRole("button", { name: /continue/i }).click();
      await prospect
        .getByRole("link", { name: "Sign out" })
        .or(prospect.getByRole("button", { name: "Sign out" }))
        .waitFor();
      await expectNoFindings(prospect, [
        "/portal",
        { from: "/portal", link: /SOC 2/ },
        { from: "/portal", link: /NDA/ },
        "/portal/questionnaires",
      ]);
    },
    patience,
  );

  test("of trust says everything without JavaScript, and asks nothing of anyone else", async () => {
    const page = await aPerson(browser, candor.origin, { javaScript: false, width: 390 });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("/");
    const words = await page.locator("main").innerText();

    expect(words).toMatch(/SOC 2 Type II/);
    expect(words).toMatch(/\d{1,2} \w{3} \d{4} – \d{1,2} \w{3} \d{4}/);
    for (const fact of ["Unqualified", "Auditor", "Security", "Availability", "Confidentiality", "Subprocessors"]) {
      expect(words, fact).toContain(fact);
    }
    expect(asked.filter((url) => !url.startsWith(candor.origin))).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
  });

  test("of trust is small and stands still", async () => {
    const page = await aPerson(browser, candor.origin);
    const scripts: string[] = [];
    page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
    await page.addInitScript(() => {
      const kept = window as unknown as { shifts: number };
      kept.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) kept.shifts += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    const response = await page.goto("/", { waitUntil: "networkidle" });

    expect(gzipSync(await response!.body()).length).toBeLessThan(60 * kib);
    expect(scripts.map((url) => new URL(url).pathname).sort()).toEqual(["/search-match.js", "/search.js"]);
    expect(await page.evaluate(() => (window as unknown as { shifts: number }).shifts)).toBe(0);
  });
});

async function expectNoFindings(page: Page, places: Place[]) {
  const findings: string[] = [];
  for (const place of places) {
    await visit(page, place);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (sideways > 0) findings.push(`${page.url()} scrolls sideways by ${sideways} px`);
    for (const { id, nodes } of violations) findings.push(`${page.url()} ${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }
  expect(findings).toEqual([]);
}

async function visit(page: Page, place: Place) {
  if (typeof place === "string") return void (await page.goto(place));
  await page.goto(place.from);
  const target = await page.locator("main").getByRole("link", { name: place.link }).first().getAttribute("href");
  await page.goto(target!);
}
