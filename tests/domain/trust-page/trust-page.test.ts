import { describe, expect, test } from "vitest";
import { addBridgeLetter } from "#app/domain/trust-page/bridge-letters.server.ts";
import { changeCompanyProfile, getCompanyProfile, getLogo } from "#app/domain/trust-page/company-profile.server.ts";
import { companyProfileForm, logoChangeFrom } from "#app/domain/trust-page/company-profile.ts";
import { addControl } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import { addReport, publishReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { controlFilterFrom } from "#app/domain/trust-page/trust-page.ts";
import { draftUpdate } from "#app/domain/trust-page/updates.server.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { typedTypeOne, typedTypeTwo } from "./given-reports.ts";

const now = new Date("2026-09-14T09:30:00Z");
const noFilter = { q: "", category: null };
const thePage = async () => {
  await publishDraft();
  return getTrustPage(db, { now, filter: noFilter });
};

const typedProfile = {
  name: "Orrery",
  legalName: "",
  website: "https://orrery.example",
  description: "",
  products: "Orrery Ledger",
  securityEmail: "security@orrery.example",
  contactEmail: "",
  address: "hidden-mark, the postal address",
};
const { logo: _logo, removeLogo: _removeLogo, ...profile } = companyProfileForm.parse(typedProfile);
const nameTheCompany = async () => changeCompanyProfile(db, await ruth(), { details: profile, logo: { keep: true } });

async function aPublishedReport(change: Record<string, string> = {}) {
  const reportId = await addReport(db, await ada(), reportForm.parse({ ...typedTypeTwo, ...change }));
  await publishReport(db, await ada(), reportId);
  return reportId;
}

async function aDocument(audience: "public" | "nda" | "internal", title = "SOC 2 report") {
  const { id } = await db.insertInto("document").values({ title, audience }).returning("id").executeTakeFirstOrThrow();
  await db
    .insertInto("documentVersion")
    .values({
      documentId: id,
      number: 1,
      sha256: "a".repeat(64),
      fileName: "report.pdf",
      mediaType: "application/pdf",
      sizeBytes: 1000,
      pages: 86,
      stampable: true,
      note: "hidden-mark, a note",
    })
    .execute();
  return id;
}

describe("the trust page", () => {
  test("before anyone has named the company says that it is being set up", async () => {
    expect((await thePage()).status).toMatchObject({ is: "none", title: "This trust center is being set up" });
  });

  test("of a young company says that it has no report, and does not point to controls that are not there", async () => {
    await nameTheCompany();
    expect((await thePage()).status).toMatchObject({
      title: "Orrery has no SOC 2 report",
      sentence: "We have not published controls yet.",
    });
  });

  test("works the status out from the published record, for the day it is read", async () => {
    await nameTheCompany();
    const reportId = await aPublishedReport();
    expect((await thePage()).status).toMatchObject({
      is: "current",
      title: "Orrery has a current SOC 2 Type II report",
    });
    const letter = { coversFrom: "2026-07-01", coversUntil: "2026-09-30", signedOn: "2026-07-04", documentId: null };
    await addBridgeLetter(db, await ada(), { reportId, details: letter });
    expect((await thePage()).status.is).toBe("current-bridged");
    const later = await getTrustPage(db, { now: new Date("2028-03-01T00:00:00Z"), filter: noFilter });
    expect(later.status).toMatchObject({ is: "lapsed", tone: "lapsed" });
  });

  test("leads to the report's file, where people outside can have it", async () => {
    await nameTheCompany();
    const documentId = await aDocument("nda");
    await aPublishedReport({ documentId });
    const page = await thePage();
    expect(page.reportDocument).toEqual({ id: documentId, audience: "nda" });
    expect(page.report?.pages).toBe(86);
    await db.updateTable("document").set({ audience: "internal" }).execute();
    expect((await thePage()).reportDocument).toBeNull();
  });

  test("shows no letter of a report that is not published", async () => {
    await nameTheCompany();
    const reportId = await addReport(db, await ada(), reportForm.parse(typedTypeTwo));
    const letter = { coversFrom: "2026-07-01", coversUntil: "2026-09-30", signedOn: "2026-07-04", documentId: null };
    await addBridgeLetter(db, await ada(), { reportId, details: letter });
    expect((await thePage()).record).toEqual([]);
  });

  test("holds nothing that is internal, private, in draft or not published", async () => {
    await nameTheCompany();
    const aControl = controlForm.parse({
      reference: "AC-01",
      title: "Sign-in",
      description: "",
      status: "implemented",
      criteria: "CC6.1",
      owner: "hidden-mark, the owner",
      public: "yes",
    });
    await addControl(db, await ada(), aControl);
    await addControl(db, await ada(), { ...aControl, reference: "hidden-mark", public: false });
    await aDocument("internal", "hidden-mark, a document");
    await aDocument("public", "Policy");
    await addReport(db, await ada(), reportForm.parse({ ...typedTypeOne, systemName: "hidden-mark" }));
    await aPublishedReport();
    await draftUpdate(db, await ada(), { topic: "general", title: "hidden-mark", body: "hidden-mark" });

    const page = await thePage();
    expect(page.controls).toMatchObject({ published: 1, all: 2 });
    expect(page.documents).toHaveLength(1);
    expect(page.record).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain("hidden-mark");
  });

  test("filters controls by what a visitor asks, and ignores what is no category", () => {
    expect(controlFilterFrom(new URLSearchParams("q= backup &category=availability"))).toEqual({
      q: "backup",
      category: "availability",
    });
    expect(controlFilterFrom(new URLSearchParams("category=speed"))).toEqual(noFilter);
  });
});

describe("the company profile", () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
  const save = async (bytes: Uint8Array) =>
    changeCompanyProfile(db, await ruth(), { details: profile, logo: { bytes } });

  test("is changed by admins alone, on record", async () => {
    await nameTheCompany();
    expect(await getCompanyProfile(db)).toMatchObject({ name: "Orrery", products: ["Orrery Ledger"], isSetUp: true });
    for (const staff of [await ada(), await sam()]) {
      await expect(changeCompanyProfile(db, staff, { details: profile, logo: { keep: true } })).rejects.toMatchObject({
        code: "trust-page.not-an-admin",
      });
    }
    await changeCompanyProfile(db, await ruth(), { details: { ...profile, name: "Orrery Ltd" }, logo: { bytes: png } });
    const events = await db.selectFrom("auditEvent").select("details").orderBy("seq").execute();
    expect(events).toHaveLength(2);
    expect(events[1]!.details).toMatchObject({ changed: ["name", "logo"] });
  });

  test("takes a logo by its bytes, keeps it through other changes, and gives it up when asked", async () => {
    await save(png);
    await nameTheCompany();
    expect(await getLogo(db)).toMatchObject({ mediaType: "image/png", bytes: Buffer.from(png) });
    await changeCompanyProfile(db, await ruth(), { details: profile, logo: await logoChangeFrom(null, true) });
    await expect(getLogo(db)).rejects.toMatchObject({ code: "trust-page.no-logo" });
    expect((await getCompanyProfile(db)).hasLogo).toBe(false);
  });

  test.each([
    ["SVG", new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ["HTML", new TextEncoder().encode("<!doctype html><script></script>")],
    ["a RIFF file that is no WebP", new TextEncoder().encode("RIFF0000WAVEfmt ")],
    ["nothing", new Uint8Array()],
    ["more than 256 KB", new Uint8Array([...png, ...new Uint8Array(256 * 1024)])],
  ])("refuses %s as a logo, and changes nothing", async (_what, bytes) => {
    await expect(save(bytes)).rejects.toMatchObject({ code: "trust-page.logo-unusable" });
    expect((await getCompanyProfile(db)).isSetUp).toBe(false);
  });

  test("takes JPEG and WebP", async () => {
    await save(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
    expect((await getLogo(db)).mediaType).toBe("image/jpeg");
    await save(new TextEncoder().encode("RIFF0000WEBPVP8 "));
    expect((await getLogo(db)).mediaType).toBe("image/webp");
  });

  test("refuses addresses that are none, and a name that is empty", () => {
    const complaints = companyProfileForm.safeParse({
      ...typedProfile,
      name: " ",
      website: "javascript:alert(1)",
      securityEmail: "security",
    });
    expect(complaints.error?.issues.map(({ path }) => path[0])).toEqual(["name", "website", "securityEmail"]);
  });
});
