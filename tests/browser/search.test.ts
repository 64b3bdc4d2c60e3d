import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPerson, openBrowser, whyNoBrowser } from "#tests/support/browser.ts";
import { type RunningCandor, startCandor } from "#tests/support/running-candor.ts";

const patience = 240_000;

describe.skipIf(whyNoBrowser())("searching the trust page", () => {
  let candor: RunningCandor;
  let browser: Browser;

  beforeAll(async () => {
    [candor, browser] = await Promise.all([startCandor(), openBrowser()]);
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await candor?.stop();
  });

  const field = (page: Page) => page.locator("#site-search");
  const options = (page: Page) => page.getByRole("listbox").getByRole("option");

  test(
    "by keyboard alone finds as one types, and Enter goes there",
    async () => {
      const page = await aPerson(browser, candor.origin);
      await page.goto("/");
      await page.keyboard.press("/");
      expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
      await page.keyboard.type("backup");
      await options(page).first().waitFor();
      expect(await field(page).getAttribute("aria-expanded")).toBe("true");
      expect(await options(page).first().locator("mark").first().innerText()).toMatch(/backup/i);

      await page.keyboard.press("ArrowDown");
      const chosen = await field(page).getAttribute("aria-activedescendant");
      expect(await page.locator(`#${chosen}`).getAttribute("aria-selected")).toBe("true");
      await page.keyboard.press("ArrowUp");
      expect(await field(page).getAttribute("aria-activedescendant")).toBeNull();
      await page.keyboard.press("Escape");
      expect(await page.getByRole("listbox").isHidden()).toBe(true);
      expect(await field(page).inputValue()).toBe("backup");

      await page.keyboard.press("ArrowDown");
      await options(page).first().waitFor();
      await page.keyboard.press("ArrowDown");
      const address = await options(page).first().getByRole("link").getAttribute("href");
      await page.keyboard.press("Enter");
      await page.waitForURL(address!);
      await page.context().close();
    },
    patience,
  );

  test(
    "says when nothing fits, moves nothing on the page, and leaves “/” to who types elsewhere",
    async () => {
      const page = await aPerson(browser, candor.origin);
      await page.goto("/");
      const top = () => page.locator("main").evaluate((main) => main.getBoundingClientRect().top);
      const before = await top();
      await field(page).fill("zebra");
      await page.getByText("Nothing found for “zebra”").first().waitFor();
      expect(await top()).toBe(before);
      await page.keyboard.press("Escape");
      await page.locator("#controls input[type=search]").first().pressSequentially("a/b");
      expect(await page.locator("#controls input[type=search]").first().inputValue()).toBe("a/b");
      await page.context().close();
    },
    patience,
  );

  test(
    "works without a script, and so does subscribing",
    async () => {
      const page = await aPerson(browser, candor.origin, { javaScript: false });
      await page.goto("/");
      await field(page).fill("backup");
      await field(page).press("Enter");
      await page.waitForURL(/\/search\?q=backup/);
      expect(await page.locator("mark").count()).toBeGreaterThan(0);

      await page.goto("/");
      await page.locator("#subscribe > summary").click();
      await page.locator("#subscribe").getByLabel("Work e-mail").fill("someone@northfold.example");
      await page.getByRole("button", { name: "Subscribe" }).click();
      await page.waitForURL(/\/subscriptions\/sent/);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe("Look at your mail");
      await page.context().close();
    },
    patience,
  );
});
