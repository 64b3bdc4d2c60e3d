import { describe, expect, test } from "vitest";
import type { Opinion } from "#db/schema/trust-page.ts";
import { addControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { changeCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { companyProfileForm } from "#app/domain/trust-page/company-profile.ts";
import { addReport, publishReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { addSubprocessor } from "#app/domain/trust-page/subprocessors.server.ts";
import { subprocessorForm } from "#app/domain/trust-page/subprocessors.ts";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { PublicTrustPage } from "#app/domain/trust-page/ui/public-page.tsx";
import { draftUpdate, publishUpdate } from "#app/domain/trust-page/updates.server.ts";
import { db } from "#db/client.server.ts";
import { markupAt } from "#scripts/gallery/static-page.tsx";
import { ada, ruth } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { typedTypeTwo } from "./given-reports.ts";

async function theCompany() {
  const typed = { name: "Orrery", legalName: "", website: "https://orrery.example", description: "", products: "" };
  const more = { securityEmail: "security@orrery.example", contactEmail: "", address: "" };
  const { logo: _logo, removeLogo: _remove, ...details } = companyProfileForm.parse({ ...typed, ...more });
  await changeCompanyProfile(db, await ruth(), { details, logo: { keep: true } });
}

async function aReport(change: Record<string, string> = {}) {
  const reportId = await addReport(db, await ada(), reportForm.parse({ ...typedTypeTwo, ...change }));
  await publishReport(db, await ada(), reportId);
}

async function aDocument(audience: "public" | "nda") {
  const { id } = await db
    .insertInto("document")
    .values({ title: `A ${audience} file`, audience })
    .returning("id")
    .executeTakeFirstOrThrow();
  const file = { sha256: "a".repeat(64), fileName: "a.pdf", mediaType: "application/pdf", sizeBytes: 1000, pages: 9 };
  await db
    .insertInto("documentVersion")
    .values({ documentId: id, number: 1, stampable: true, ...file })
    .execute();
  return id;
}

async function markup({ on = "2026-09-14", q = "" } = {}) {
  await publishDraft();
  const page = await getTrustPage(db, { now: new Date(`${on}T09:30:00Z`), filter: { q, category: null } });
  const answers = [
    {
      id: "1",
      question: "Is data encrypted?",
      short: "Yes",
      text: "With AES-256.",
      section: "",
      reviewedOn: on,
      reviewBy: null,
    },
  ];
  return markupAt("/", <PublicTrustPage page={page} answers={answers} brand={{ name: "Orrery", logoUrl: null }} />);
}

const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");

const anUpdate = { topic: "general", title: "<script>alert(1)</script>", body: "[x](javascript:alert(1))" } as const;
const aControl = controlForm.parse({
  reference: "AC-01",
  title: "Sign-in of staff",
  description: "With a hardware key.",
  status: "implemented",
  criteria: "CC6.1",
  owner: "",
  public: "yes",
});
const aPlannedSubprocessor = subprocessorForm.parse({
  ...{ name: "Cirrus Ltd", service: "Hosting", purpose: "", dataCategories: "", region: "Ireland", transferBasis: "" },
  ...{ dpaUrl: "", announcedOn: "2026-08-31", objectUntil: "2026-09-30", addedOn: "2026-10-01", removedOn: "" },
});

const searchScript = '<script type="module" src="/search.js"></script>';

describe("the public page", () => {
  test("shows the report, its exceptions with the responses, and what each term means", async () => {
    await theCompany();
    await aReport();
    const text = textOf(await markup());
    expect(text).toContain("Orrery has a current SOC 2 Type II report");
    expect(text).toContain("1 of 25 leavers was removed late.");
    expect(text).toContain("Management’s response: Now automatic.");
    expect(text).toContain("Carved out: its controls are in its own report.");
    expect(text).toContain("Complementary user entity control");
  });

  test.each<[Opinion, string]>([
    ["adverse", "2026-09-14"],
    ["disclaimer", "2026-09-14"],
    ["unqualified", "2028-03-01"],
    ["qualified", "2028-03-01"],
  ])("with the opinion %s, on %s, says “current” nowhere", async (opinion, on) => {
    await theCompany();
    await aReport({ opinion });
    expect(textOf(await markup({ on }))).not.toMatch(/current/i);
  });

  test("has no script but the file of the search, no inline style and no address that runs, whatever staff typed", async () => {
    await theCompany();
    await aReport();
    const updateId = await draftUpdate(db, await ada(), anUpdate);
    await publishUpdate(db, await ada(), updateId);
    const html = await markup();
    expect(html).toContain("&lt;script&gt;alert(1)");
    expect(html.replace(searchScript, "")).not.toMatch(/<script|style=|javascript:|onclick/);
  });

  test("offers gated documents to a request and public ones to download, in forms that need no script", async () => {
    await theCompany();
    const [gated, open] = [await aDocument("nda"), await aDocument("public")];
    await aReport({ documentId: gated });
    const html = await markup();
    expect(html).toContain(`<form method="get" action="/request"`);
    expect(html).toContain(`name="documents[]" id="document-${gated}" value="${gated}"`);
    expect(html).toContain(`href="/request?documents%5B%5D=${gated}"`);
    expect(html).toContain(`href="/documents/${open}/file"`);
    expect(html).not.toContain(`href="/documents/${gated}/file"`);
  });

  test("finds controls by a criterion, opens what it found, and says when nothing fits", async () => {
    await theCompany();
    await addControl(db, await ada(), aControl);
    expect(await markup()).toMatch(/<details class="fold" id="group-CC6">/);
    expect(await markup({ q: "cc6.1" })).toMatch(/<details class="fold" open="" id="group-CC6">/);
    expect(textOf(await markup({ q: "cc6.1" }))).not.toContain("no published control");
    expect(textOf(await markup({ q: "backup" }))).toContain("No published control fits “backup”");
  });

  test("states the last day to object to a planned subprocessor", async () => {
    await theCompany();
    await addSubprocessor(db, await ada(), aPlannedSubprocessor);
    expect(textOf(await markup())).toContain("You may object until 30 Sep 2026 : 16 days left.");
    expect(textOf(await markup({ on: "2026-10-01" }))).not.toContain("may object");
  });
});
