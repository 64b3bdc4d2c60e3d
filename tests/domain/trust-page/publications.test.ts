import { describe, expect, inject, test } from "vitest";
import { verifyAuditTrail } from "#app/domain/audit/trail.server.ts";
import { changeCompanyProfile, getCompanyProfile } from "#app/domain/trust-page/company-profile.server.ts";
import { companyProfileForm } from "#app/domain/trust-page/company-profile.ts";
import { getDraft } from "#app/domain/trust-page/draft.server.ts";
import { factsVersion, noFacts, readFacts } from "#app/domain/trust-page/facts.ts";
import { getBadge } from "#app/domain/trust-page/machines/machine-files.server.ts";
import {
  getBrand,
  getPublishedFacts,
  getPublishedLogo,
  listPublications,
} from "#app/domain/trust-page/publications.server.ts";
import { getStanding, publishFirstIfDue, publishTrustPage } from "#app/domain/trust-page/publish.server.ts";
import { getDraftPage, getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { countUnpublishedChanges } from "#app/domain/trust-page/unpublished-changes.server.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { publishAs, publishDraft } from "#tests/support/publishing.ts";
import { firstVersion } from "./stored-publication.ts";

const now = new Date("2026-09-14T09:30:00Z");
const asked = { now, filter: { q: "", category: null } };
const thePage = () => getTrustPage(db, asked);

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const typed = {
  ...{ name: "Orrery", legalName: "", website: "", description: "", products: "", address: "" },
  ...{ securityEmail: "", contactEmail: "" },
};

async function nameTheCompany(name: string, logo?: Uint8Array) {
  const { logo: _logo, removeLogo: _removeLogo, ...details } = companyProfileForm.parse({ ...typed, name });
  const change = { details, logo: logo ? { bytes: logo } : ({ keep: true } as const) };
  await changeCompanyProfile(db, await ruth(), change);
}

const aControl = (code: string) =>
  db.insertInto("control").values({ code, title: "Sign-in", status: "implemented", public: true }).execute();

const trail = () => db.selectFrom("auditEvent").select(["action", "details"]).orderBy("seq").execute();

describe("what staff enter", () => {
  test("is seen by visitors once it is published, all at once, and not before", async () => {
    await nameTheCompany("Orrery");
    await aControl("AC-01");
    expect((await thePage()).status.title).toBe("This trust center is being set up");
    expect((await thePage()).controls.published).toBe(0);

    await publishAs(await ada(), "Here we are");
    expect((await thePage()).status.title).toBe("Orrery has no SOC 2 report");
    await nameTheCompany("Planetarium");
    await aControl("AC-02");
    expect(await thePage()).toMatchObject({ company: { name: "Orrery" }, controls: { published: 1 } });
    expect((await getBadge(db, now)).body).toContain("Orrery");
    expect(await getBrand(db)).toEqual({ name: "Orrery", logoUrl: null });
    expect((await getDraftPage(db, asked)).page).toMatchObject({
      company: { name: "Planetarium" },
      controls: { published: 2 },
    });

    await publishAs(await ruth());
    expect(await thePage()).toMatchObject({ company: { name: "Planetarium" }, controls: { published: 2 } });
    expect(await listPublications(db)).toMatchObject([
      { number: 2, madeBy: "Ruth Okafor", note: "", state: "published" },
      { number: 1, madeBy: "Ada Lindqvist", note: "Here we are" },
    ]);
    const published = (await trail()).filter(({ action }) => action === "trust-page.page.published");
    expect(published).toMatchObject([{ details: { number: 1, note: "Here we are" } }, { details: { number: 2 } }]);
    expect((await verifyAuditTrail(db)).brokenAt).toBeNull();
  });

  test("is counted while it is not published", async () => {
    await nameTheCompany("Orrery");
    await aControl("AC-01");
    await publishDraft();
    expect(await countUnpublishedChanges(db)).toBe(0);
    await nameTheCompany("Planetarium");
    await db.updateTable("control").set({ title: "Sign-in and sign-out" }).execute();
    expect(await countUnpublishedChanges(db)).toBe(2);
  });

  test("is not published by sales", async () => {
    await nameTheCompany("Orrery");
    await expect(publishAs(await sam())).rejects.toMatchObject({ code: "trust-page.not-an-editor" });
    expect(await listPublications(db)).toEqual([]);
  });

  test("is published only as it was shown", async () => {
    await nameTheCompany("Orrery");
    const { shown } = await getStanding(db, await ada());
    await nameTheCompany("Planetarium");
    const stale = publishTrustPage(db, await ada(), { shown, note: "" });
    await expect(stale).rejects.toMatchObject({ code: "trust-page.draft-changed" });
    expect(await listPublications(db)).toEqual([]);
  });

  test("is not published twice: what changes nothing leaves no entry", async () => {
    await nameTheCompany("Orrery");
    await publishAs(await ada());
    await expect(publishAs(await ada())).rejects.toMatchObject({ code: "trust-page.nothing-to-publish" });
    expect(await listPublications(db)).toHaveLength(1);
  });

  test.runIf(inject("postgres"))("is published by one of two at once; the other is told to look again", async () => {
    await nameTheCompany("Orrery");
    const [first, second] = [await ada(), await ruth()];
    const shown = { first: (await getStanding(db, first)).shown, second: (await getStanding(db, second)).shown };
    const colleague = await db.startTransaction().execute();
    await publishTrustPage(colleague, first, { shown: shown.first, note: "" });

    const late = expect(publishTrustPage(db, second, { shown: shown.second, note: "" })).rejects.toMatchObject({
      code: "trust-page.draft-changed",
    });
    await untilSomeoneWaitsForALock();
    await colleague.commit().execute();
    await late;
    expect(await listPublications(db)).toMatchObject([{ number: 1, madeBy: "Ada Lindqvist" }]);
  });
});

describe("a publication", () => {
  test("keeps its logo until the next", async () => {
    await nameTheCompany("Orrery", png);
    await publishDraft();
    const { logoUrl } = await getBrand(db);
    expect(logoUrl).toMatch(/^\/logo\?v=[0-9a-f]{12}$/);
    await nameTheCompany("Orrery", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));
    expect(await getPublishedLogo(db)).toMatchObject({ mediaType: "image/png", bytes: Buffer.from(png) });
    expect(await countUnpublishedChanges(db)).toBe(1);
    await publishDraft();
    expect((await getPublishedLogo(db)).mediaType).toBe("image/jpeg");
    expect((await getBrand(db)).logoUrl).not.toBe(logoUrl);
  });

  test("never opens a document that has been made internal since", async () => {
    const { id } = await db
      .insertInto("document")
      .values({ title: "Certificate", audience: "public" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const file = { sha256: "a".repeat(64), fileName: "a.pdf", mediaType: "application/pdf", sizeBytes: 1000, pages: 2 };
    await db
      .insertInto("documentVersion")
      .values({ documentId: id, number: 1, stampable: true, ...file })
      .execute();
    const certification = {
      kind: "certification",
      name: "ISO/IEC 27001",
      issuer: "Brandt AG",
      published: true,
    } as const;
    const valid = { validFrom: "2026-01-01", validUntil: "2027-01-01" };
    await db
      .insertInto("certification")
      .values({ ...certification, ...valid, documentId: id })
      .execute();
    await publishDraft();
    expect(await thePage()).toMatchObject({ documents: [{ id }], certifications: [{ document: { id } }] });
    await db.updateTable("document").set({ audience: "internal" }).execute();
    expect(await thePage()).toMatchObject({ documents: [], certifications: [{ document: null }] });
  });

  test("is never changed or deleted", async () => {
    await publishDraft();
    await expect(db.updateTable("trustPagePublication").set({ note: "x" }).execute()).rejects.toThrow("append-only");
    await expect(db.deleteFrom("trustPagePublication").execute()).rejects.toThrow("append-only");
  });
});

describe("stored facts", () => {
  test("of the first version are still read", () => {
    const facts = readFacts({ schemaVersion: 1, content: firstVersion });
    expect(facts).toMatchObject({
      company: { name: "Orrery", isSetUp: true },
      reports: [{ kind: "soc2-type2", periodEnd: "2026-06-30", categories: ["security", "availability"] }],
      letters: [{ coversUntil: "2026-09-30" }],
      certifications: [{ name: "ISO/IEC 27001" }],
      controls: [{ code: "AC-01", criteria: ["CC6.1"] }],
      controlsInAll: 2,
      subprocessors: [{ name: "Cirrus" }],
    });
  });

  test("of a version that nobody wrote are refused, and so is what is no publication", () => {
    expect(() => readFacts({ schemaVersion: factsVersion + 1, content: noFacts })).toThrow("unknown schema version");
    expect(() => readFacts({ schemaVersion: 0, content: noFacts })).toThrow("unknown schema version");
    expect(() => readFacts({ schemaVersion: factsVersion, content: { company: {} } })).toThrow();
  });

  test("come back from the database as they were", async () => {
    await nameTheCompany("Orrery");
    await aControl("AC-01");
    await publishDraft();
    expect(await getPublishedFacts(db)).toEqual(await getDraft(db));
  });
});

describe("an installation that was in use before", () => {
  const due = () => db.insertInto("publishingRule").values({ firstPublicationDue: true }).execute();

  test("goes on showing what visitors saw, from its first start on", async () => {
    await nameTheCompany("Orrery");
    await due();
    await publishFirstIfDue(db);
    expect((await thePage()).company.name).toBe("Orrery");
    expect(await listPublications(db)).toMatchObject([{ number: 1, madeBy: null }]);
  });

  test("does so once, and a new installation never", async () => {
    await nameTheCompany("Orrery");
    await publishFirstIfDue(db);
    expect(await listPublications(db)).toEqual([]);
    await due();
    await publishFirstIfDue(db);
    await nameTheCompany("Planetarium");
    await publishFirstIfDue(db);
    expect(await listPublications(db)).toHaveLength(1);
    expect((await thePage()).company.name).toBe("Orrery");
    expect((await getCompanyProfile(db)).name).toBe("Planetarium");
  });
});
