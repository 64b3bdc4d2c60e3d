import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { aPerson, openBrowser, whyNoBrowser } from "#tests/support/browser.ts";
import { type RunningCandor, startCandor } from "#tests/support/running-candor.ts";
import { newestCodeFor, signInAs } from "#tests/browser/steps.ts";

const patience = 120_000;

describe.skipIf(whyNoBrowser())("the report, from the first visit to the closed door", () => {
  let candor: RunningCandor;
  let browser: Browser;

  beforeAll(async () => {
    [candor, browser] = await Promise.all([startCandor(), openBrowser()]);
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await candor?.stop();
  });

  const person = () => aPerson(browser, candor.origin);
  const aFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), "candor-journey-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };

  test(
    "request, verify, approve, accept the NDA, download a stamped copy, revoke, refused",
    async () => {
      const [imke, security, admin] = [await person(), await person(), await person()];
      await signInAs(admin, candor.signIn("admin"));
      await signInAs(security, candor.signIn("security"));

      await askForTheReport(imke);
      await imke.getByLabel("Code").fill(await newestCodeFor(admin, "imke.vossler@brightkiln.example"));
      await imke.getByRole("button", { name: /continue|confirm|sign in/i }).click();
      await imke.waitForURL(/\/portal\/requests\//);
      await imke.getByRole("heading", { name: "Security has your request" }).waitFor();

      await approve(security, "Imke Vossler");
      await imke.reload();
      await imke
        .getByRole("heading", { name: /accept the NDA/i })
        .first()
        .waitFor();

      await acceptTheNda(imke);
      const file = join(aFolder(), "report.pdf");
      const address = await imke
        .getByRole("link", { name: /^Download/ })
        .first()
        .getAttribute("href");
      const [download] = await Promise.all([
        imke.waitForEvent("download"),
        imke
          .getByRole("link", { name: /^Download/ })
          .first()
          .click(),
      ]);
      await download.saveAs(file);
      expectStampedOnEveryPage(file);

      await revoke(security, "Imke Vossler");
      const refused = await imke.request.get(address!);
      expect((await refused.body()).subarray(0, 4).toString()).not.toBe("%PDF");
      expect(await refused.text()).toContain("Your access to this document was ended.");
    },
    patience,
  );

  test(
    "a declined prospect reads why",
    async () => {
      const security = await person();
      await signInAs(security, candor.signIn("security"));
      await security.goto("/staff/requests");
      await security.getByRole("link", { name: /Colm Farrelly/ }).click();
      await security.getByRole("heading", { name: /Colm Farrelly/ }).waitFor();
      await security.getByRole("link", { name: "Decline" }).click();
      await security
        .getByRole("textbox", { name: /reason/i })
        .fill("Your colleague holds a copy that covers your company.");
      await security.getByRole("button", { name: /Decline/ }).click();
      await security
        .getByRole("status")
        .getByText(/Declined/)
        .waitFor();
    },
    patience,
  );

  test(
    "sales makes a share link that leads to the sign-in and opens what was approved beforehand",
    async () => {
      const [sales, admin, buyer] = [await person(), await person(), await person()];
      await signInAs(admin, candor.signIn("admin"));
      await signInAs(sales, candor.signIn("sales"));
      await sales.goto("/staff/share-links/new");
      const account = await sales.getByRole("option", { name: /Halmstrand Nät AB/ }).getAttribute("value");
      await sales.getByLabel("Account").selectOption(account);
      await sales.getByLabel(/Penetration test/).check();
      await sales.getByRole("button", { name: "Make the link" }).click();
      const link = /https?:\/\/\S+\/shared#\S+/.exec(
        await sales
          .getByText(/\/shared#/)
          .first()
          .innerText(),
      )![0];

      await buyer.goto(link);
      await buyer.getByLabel("Work e-mail").fill("nils@halmstrandnat.example");
      await buyer.getByLabel("Your name").fill("Nils Öberg");
      await buyer.getByRole("button", { name: /continue/i }).click();
      await buyer.getByLabel("Code").fill(await newestCodeFor(admin, "nils@halmstrandnat.example"));
      await buyer.getByRole("button", { name: /continue|confirm|sign in/i }).click();
      await buyer.waitForURL(/\/portal/);
      await buyer
        .getByText(/Penetration test/)
        .first()
        .waitFor();
    },
    patience,
  );

  async function askForTheReport(prospect: Page) {
    await prospect.goto("/");
    await prospect.getByRole("link", { name: "Request the report" }).first().click();
    await prospect.goto("/request");
    await prospect.getByLabel("Work e-mail").fill("imke.vossler@brightkiln.example");
    await prospect.getByLabel("Your name").fill("Imke Vossler");
    await prospect.getByLabel(/Your title/).fill("Security Risk Analyst");
    await prospect.getByLabel("Company").fill("Brightkiln AG");
    await prospect
      .getByLabel(/^SOC 2 Type II report/)
      .first()
      .check();
    await prospect.getByLabel("What do you need them for?").fill("Vendor review before we roll out Relay in Germany.");
    await prospect.getByRole("button", { name: "Continue" }).click();
    await prospect.waitForURL("**/sign-in/code*");
  }

  async function approve(security: Page, name: string) {
    await security.goto("/staff/requests");
    await security.getByRole("link", { name: new RegExp(name) }).click();
    await security.getByRole("heading", { name: new RegExp(name) }).waitFor();
    await security.getByRole("button", { name: /^Approve/ }).click();
    await security
      .getByRole("status")
      .getByText(/Approved/)
      .waitFor();
  }

  async function acceptTheNda(prospect: Page) {
    const accept = prospect.getByRole("button", { name: /Accept the NDA/ });
    if ((await accept.count()) === 0) await prospect.getByRole("link", { name: /NDA/ }).first().click();
    await prospect.getByLabel("Your full name").fill("Imke Vossler");
    await prospect.getByLabel("Your title").fill("Security Risk Analyst");
    await prospect.getByLabel("Company bound by this agreement").fill("Brightkiln AG");
    await prospect.getByLabel(/I have authority/).check();
    await accept.click();
    await prospect
      .getByRole("link", { name: /^Download/ })
      .first()
      .waitFor();
  }

  async function revoke(security: Page, name: string) {
    await security.goto("/staff/grants");
    await security
      .getByRole("row", { name: new RegExp(name) })
      .getByRole("link", { name: /Revoke/ })
      .click();
    await security.getByLabel(/why|reason/i).fill("The evaluation has ended.");
    await security.getByRole("button", { name: /Revoke/ }).click();
    await security
      .getByRole("status")
      .getByText(/Revoked/)
      .waitFor();
  }

  function expectStampedOnEveryPage(file: string) {
    const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [file], { encoding: "utf8" }))![1]);
    expect(pages).toBeGreaterThan(10);
    for (let page = 1; page <= pages; page++) {
      const range = ["-f", String(page), "-l", String(page)];
      const text = execFileSync("pdftotext", [...range, file, "-"], { encoding: "utf8" }).replace(/\s+/g, " ");
      expect(text).toContain("Imke Vossler");
      expect(text).toContain("imke.vossler@brightkiln.example");
      expect(text).toContain("Brightkiln AG");
      expect(text).toMatch(/\d{1,2} \w{3} \d{4},? \d{2}:\d{2}(:\d{2})? UTC|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/);
      expect(text).toMatch(/CP-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    }
  }
});
