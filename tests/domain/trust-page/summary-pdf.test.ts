import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { addControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { criterionIds } from "#app/domain/trust-page/criteria.ts";
import { addReport, publishReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { addSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import { getTrustSummaryFile } from "#app/domain/trust-page/summary-file.server.ts";
import { trustSummaryPdf } from "#app/domain/trust-page/summary-pdf.server.tsx";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { db } from "#db/client.server.ts";
import { ada } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { typedTypeTwo } from "./given-reports.ts";

const address = "https://trust.orrery.example";
const on = new Date("2026-09-14T09:30:00Z");

async function textOf(bytes: Uint8Array) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  return { pages: pdf.numPages, text: text.replaceAll(/\s+/g, " ") };
}

const thePage = async () => {
  await publishDraft();
  return getTrustPage(db, { now: on, filter: { q: "", category: null } });
};

describe("the trust summary", () => {
  test("says on two pages what the page says", async () => {
    await db
      .insertInto("companyProfile")
      .values({ name: "Orrery", securityEmail: "security@orrery.example" })
      .execute();
    const reportId = await addReport(db, await ada(), reportForm.parse(typedTypeTwo));
    await publishReport(db, await ada(), reportId);

    const page = await thePage();
    const { pages, text } = await textOf(await trustSummaryPdf(page, address));

    expect(pages).toBe(2);
    expect(text).toContain(page.status.title);
    expect(text).toContain(`${page.status.word}. ${page.status.sentence}`);
    expect(text).toContain(page.report!.covers);
    expect(text).toContain("Worked out on 14 Sep 2026 (UTC), page 2 of 2");
    expect(text).toContain("security@orrery.example");
  });

  test("stays on two pages however much there is, and counts what it leaves out", async () => {
    await db.insertInto("companyProfile").values({ name: "Orrery" }).execute();
    const long = "A finding that takes its time to say what it has to say. ".repeat(8);
    const exceptions = Array.from({ length: 30 }, (_, i) => `C-${i} | ${long} | We will.`).join("\n");
    const reportId = await addReport(db, await ada(), reportForm.parse({ ...typedTypeTwo, exceptions }));
    await publishReport(db, await ada(), reportId);
    for (const [i, id] of criterionIds.entries()) {
      const typed = { reference: `C-${i}`, title: "A control", description: "", status: "implemented", criteria: id };
      await addControl(db, await ada(), controlForm.parse({ ...typed, owner: "Owner inside", public: "yes" }));
    }
    for (let i = 0; i < 60; i++) {
      const empty = { purpose: "", dataCategories: "", region: "", transferBasis: "", dpaUrl: "", objectUntil: "" };
      const typed = {
        ...empty,
        name: `Supplier ${i} of a rather long name`,
        service: "Hosting",
        addedOn: "2024-01-01",
      };
      await addSubprocessor(db, await ada(), subprocessorForm.parse({ ...typed, announcedOn: "", removedOn: "" }));
    }
    const bytes = await trustSummaryPdf(await thePage(), address);
    const { pages, text } = await textOf(bytes);
    expect(pages).toBe(2);
    expect(text).toContain("and 50 more on the page");
    expect(text).not.toContain("Owner inside");
  });

  test("is made once a state of the record", async () => {
    await db.insertInto("companyProfile").values({ name: "Orrery" }).execute();
    await publishDraft();
    const first = await getTrustSummaryFile(db);
    expect((await getTrustSummaryFile(db)).bytes).toBe(first.bytes);
    await db.updateTable("companyProfile").set({ name: "Planetarium" }).execute();
    await publishDraft();
    const second = await getTrustSummaryFile(db);
    expect((await textOf(second.bytes)).text).toContain("Planetarium");
  });
});
