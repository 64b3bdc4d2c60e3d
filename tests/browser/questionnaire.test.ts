import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { aPerson, openBrowser, whyNoBrowser } from "#tests/support/browser.ts";
import { type RunningCandor, startCandor } from "#tests/support/running-candor.ts";
import { newestCodeFor, signInAs } from "#tests/browser/steps.ts";

const patience = 180_000;
const sample = "scripts/demo/files/northfold-supplier-security-review.xlsx";
const readerIsHere = canReadSpreadsheets();

describe.skipIf(whyNoBrowser())("a questionnaire, from the customer's file to the customer's file", () => {
  let candor: RunningCandor;
  let browser: Browser;

  beforeAll(async () => {
    [candor, browser] = await Promise.all([startCandor(), openBrowser()]);
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await candor?.stop();
  });

  test(
    "upload, confirm the columns, review, release, and only the answer cells differ",
    async () => {
      const [admin, security, prospect] = await Promise.all([1, 2, 3].map(() => aPerson(browser, candor.origin)));
      await signInAs(admin!, candor.signIn("admin"));
      await signInAs(security!, candor.signIn("security"));
      await signInProspect(prospect!, admin!, "asa.bergendahl@halmstrandnat.example");

      await upload(prospect!);
      await confirmTheColumns(security!);
      const edited = await review(security!);
      await release(security!);
      expectOnlyAnswersChanged(await download(prospect!), edited);
    },
    patience,
  );

  async function signInProspect(prospect: Page, admin: Page, email: string) {
    await prospect.goto("/sign-in");
    await prospect.getByLabel("Work e-mail").fill(email);
    await prospect.getByRole("button", { name: /continue|code/i }).click();
    await prospect.waitForURL("**/sign-in/code*");
    await prospect.getByLabel("Code").fill(await newestCodeFor(admin, email));
    await prospect.getByRole("button", { name: /continue|confirm|sign in/i }).click();
    await prospect.waitForURL("**/portal*");
  }

  async function upload(prospect: Page) {
    await prospect.goto("/portal/questionnaires");
    await prospect.getByLabel(/Choose your file/).setInputFiles(sample);
    await prospect.getByLabel(/What we should call it/).fill("Halmstrand review");
    await prospect.getByRole("button", { name: "Send the questionnaire" }).click();
    await prospect.getByRole("status").getByText(/^Sent/).waitFor();
  }

  async function confirmTheColumns(security: Page) {
    await open(security, async () => security.url().includes("/map"));
    await security.getByRole("button", { name: "Fill 60 questions" }).click();
    await security
      .getByText(/filling|review/i)
      .first()
      .waitFor();
    await open(security, async () => security.url().includes("/review"));
  }

  async function open(security: Page, arrived: () => Promise<boolean>) {
    for (let look = 0; look < 120; look++) {
      await security.goto("/staff/questionnaires");
      await security.getByRole("link", { name: "Halmstrand review" }).click();
      await security.waitForURL(/questionnaires\/[0-9a-f-]+/);
      if (await arrived()) return;
      await security.waitForTimeout(500);
    }
    throw new Error(`The questionnaire never got there; it is at ${security.url()}.`);
  }

  async function review(security: Page) {
    await security.getByRole("button", { name: /Accept \d+ near-exact/ }).click();
    await security
      .getByRole("status")
      .getByText(/Accepted/)
      .waitFor();
    await security.getByRole("button", { name: /^Edit/ }).first().click();
    const wording = "Written by hand for this review: see our access policy.";
    await security.getByLabel("Answer", { exact: true }).fill(wording);
    await security.getByRole("button", { name: "Save this wording" }).click();
    await security
      .getByText(/edited/i)
      .first()
      .waitFor();
    return wording;
  }

  async function release(security: Page) {
    await security.getByRole("link", { name: /Release/ }).click();
    await security.getByRole("button", { name: /^Release \d+ answers/ }).click();
    await security
      .getByRole("status")
      .getByText(/Released/)
      .waitFor();
  }

  async function download(prospect: Page) {
    const folder = mkdtempSync(join(tmpdir(), "candor-journey-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await prospect.goto("/portal/questionnaires");
    const [file] = await Promise.all([
      prospect.waitForEvent("download"),
      prospect
        .getByRole("link", { name: /Download/ })
        .first()
        .click(),
    ]);
    expect(file.suggestedFilename()).toBe("northfold-supplier-security-review-answered.xlsx");
    await file.saveAs(join(folder, "answered.xlsx"));
    return join(folder, "answered.xlsx");
  }

  function expectOnlyAnswersChanged(answered: string, edited: string) {
    if (!readerIsHere) return;
    const seen = JSON.parse(
      execFileSync("/usr/bin/python3", ["tests/support/spreadsheet-reader.py", sample, answered], { encoding: "utf8" }),
    ) as { sameNames: boolean; changedParts: string[]; changedCells: Record<string, string>; lostCells: string[] };
    expect(seen.sameNames).toBe(true);
    expect(seen.lostCells).toEqual([]);
    expect(seen.changedParts.every((part) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part))).toBe(true);
    const places = Object.keys(seen.changedCells);
    expect(places.length).toBeGreaterThan(20);
    expect(new Set(places.map((place) => /!([A-Z]+)\d+$/.exec(place)![1])).size).toBeLessThanOrEqual(2);
    expect(Object.values(seen.changedCells)).toContain(edited);
  }
});

/** openpyxl, from Debian's package: another reader than ours. */
function canReadSpreadsheets(): boolean {
  try {
    execFileSync("/usr/bin/python3", ["-c", "import openpyxl"], { stdio: "ignore" });
    return true;
  } catch {
    if (process.env.CI) throw new Error("In CI openpyxl must be installed (Debian: python3-openpyxl).");
    process.stdout.write("There is no openpyxl here, so the released file is not read back.\n");
    return false;
  }
}
