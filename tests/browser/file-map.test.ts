import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signInAs } from "#tests/browser/steps.ts";
import { documentOf, p, table, textField } from "#tests/domain/questionnaires/formats/docx-maker.ts";
import { dropdown, workbookOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";
import { runScript } from "#tests/scripts/run-script.ts";
import { aPerson, openBrowser, whyNoBrowser } from "#tests/support/browser.ts";
import { type RunningCandor, startCandor } from "#tests/support/running-candor.ts";

const patience = 180_000;

/** Two sheets that ask, under a title and a note; the answers belong into the column that says the least. */
const messyWorkbook = workbookOf({
  sheets: [
    {
      name: "Read me",
      rows: [["Supplier review"], ["Fill in the yellow column only. Contact us with questions."]],
    },
    {
      name: "Access",
      rows: [
        ["Supplier review, part 1"],
        ["Answer every line."],
        ["Ref", "Control", "Weight", "Position A", "Position B"],
        ["A1", "Is multi-factor authentication required for employees?", 3],
        ["A2", "How often are access rights reviewed?", 2],
        ["A3", "Is customer data encrypted at rest?", 5],
        ["A4", "Thank you for your time", ""],
      ],
    },
    {
      name: "Backups",
      rows: [
        ["Ref", "Question", "Response", "Remarks"],
        ["B1", "Are backups encrypted?", ""],
        ["B2", "Do you test that backups can be restored?", ""],
      ],
      tail: dropdown("C2:C3", '"Yes,No,Not applicable"'),
    },
  ],
});

const document = documentOf(
  [
    p("Supplier questionnaire", { style: "Title" }),
    table([
      ["No", "Question", "Answer"],
      ["1", "Is customer data encrypted at rest?", ""],
      ["2", "Do you have an incident response plan?", ""],
      ["3", "Shall we call you back?", ""],
    ]),
    p(`<w:r><w:t xml:space="preserve">4. Do you perform penetration tests? </w:t></w:r>${textField()}`),
  ].join(""),
);

describe.skipIf(whyNoBrowser())("a file that is mapped by clicks comes back with its answers and nothing else", () => {
  let candor: RunningCandor;
  let browser: Browser;
  let security: Page;
  const folder = mkdtempSync(join(tmpdir(), "candor-map-"));

  beforeAll(async () => {
    [candor, browser] = await Promise.all([startCandor(), openBrowser()]);
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await candor?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test(
    "a workbook of several sheets",
    async () => {
      await signIn();
      await takeIn("supplier-review.xlsx", messyWorkbook);

      await security.getByRole("link", { name: /^Access/ }).click();
      await security.getByLabel("Column D").selectOption("Ignore");
      await security.getByLabel("Column E").selectOption("Answer");
      await readAgain(security.getByRole("button", { name: "Read again with these columns" }));
      expect(await security.getByLabel("Column E").inputValue()).toBe("answer");
      await leaveOut(7);

      const { original, filled, report } = await fillReviewAndRelease("supplier-review.xlsx");

      const seen = await verified(original, filled, ["--layout", report]);
      const cells = seen.written.map(({ sheet, cell }) => `${sheet}!${cell}`);
      expect(cells.filter((cell) => /^Access!E[456]$/.test(cell)).length).toBeGreaterThan(0);
      expect(cells.filter((cell) => !/^(Access!E[456]|Backups![CD][23])$/.test(cell))).toEqual([]);
    },
    patience,
  );

  test(
    "a Word document",
    async () => {
      await signIn();
      await takeIn("supplier-questions.docx", document);
      await leaveOut(3);
      await readAgain(security.getByRole("button", { name: "Row 3 is a question" }));
      await leaveOut(3);

      const { original, filled } = await fillReviewAndRelease("supplier-questions.docx");

      const seen = await verified(original, filled);
      expect(seen.written.length).toBeGreaterThan(0);
      expect(seen.written.every(({ cell }) => cell !== "T1R4C3")).toBe(true);
    },
    patience,
  );

  async function signIn() {
    security = await aPerson(browser, candor.origin);
    await signInAs(security, candor.signIn("security"));
  }

  async function takeIn(name: string, bytes: Buffer) {
    writeFileSync(join(folder, name), bytes);
    await security.goto("/staff/questionnaires/new");
    await security.getByLabel(/Choose the customer’s file/).setInputFiles(join(folder, name));
    await security.getByRole("button", { name: "Take it in" }).click();
    await security.waitForURL(/questionnaires\/[0-9a-f-]{36}/);
    await arriveAt("map");
  }

  async function arriveAt(page: "map" | "review") {
    const here = security.url().replace(/^(.*[0-9a-f-]{36}).*$/, "$1");
    for (let look = 0; look < 120; look++) {
      await security.goto(here);
      if (security.url().includes(`/${page}`)) break;
      await security.waitForTimeout(500);
    }
    expect(security.url()).toContain(`/${page}`);
  }

  const leaveOut = (row: number) => readAgain(security.getByRole("button", { name: `Leave row ${row} out` }));

  async function readAgain(button: Locator) {
    await Promise.all([security.waitForResponse((response) => response.request().method() === "POST"), button.click()]);
    await security.getByText("Read the file again as you said").waitFor();
    await security.waitForLoadState("networkidle");
  }

  async function fillReviewAndRelease(name: string) {
    await security.getByRole("button", { name: /^Fill \d+ questions?$/ }).click();
    await security.waitForURL(/questionnaires\/[0-9a-f-]{36}(\/review.*)?$/);
    await arriveAt("review");
    const here = security.url().replace(/\/review.*$/, "");
    const accept = security.getByRole("button", { name: /^Accept(?! \d)/ });
    for (let most = 0; most < 10 && (await accept.isVisible()); most++) {
      await Promise.all([security.waitForResponse((one) => one.request().method() === "POST"), accept.click()]);
      await security.goto(`${here}/review`);
    }
    await security.goto(`${here}/release`);
    await security.getByRole("button", { name: /^Release \d+ answers?/ }).click();
    await security
      .getByRole("status")
      .getByText(/^Released/)
      .waitFor();
    const filled = await download("Download the released file", `filled-${name}`);
    const report = await download("Fidelity report", `${name}.json`);
    return { original: join(folder, name), filled, report };
  }

  async function download(link: string, as: string) {
    const [file] = await Promise.all([
      security.waitForEvent("download"),
      security.getByRole("link", { name: link }).click(),
    ]);
    await file.saveAs(join(folder, as));
    return join(folder, as);
  }

  async function verified(original: string, filled: string, more: string[] = []) {
    const { status, stdout } = await runScript("verify-export", "--original", original, "--filled", filled, ...more);
    expect(status).toBe(0);
    return JSON.parse(stdout) as { written: { sheet: string; cell: string }[] };
  }
});
