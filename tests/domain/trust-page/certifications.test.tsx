import { describe, expect, test } from "vitest";
import {
  addCertification,
  changeCertification,
  getCertification,
  listCertificationOverview,
  removeCertification,
} from "#app/domain/trust-page/certifications.server.ts";
import { certificationForm, kindFrom } from "#app/domain/trust-page/certifications.ts";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { PublicTrustPage } from "#app/domain/trust-page/ui/public-page.tsx";
import { db } from "#db/client.server.ts";
import { markupAt } from "#scripts/gallery/static-page.tsx";
import { ada, ruth, sam } from "#tests/support/given.ts";
import { publishDraft } from "#tests/support/publishing.ts";

const typedCertification = {
  kind: "certification",
  name: "ISO/IEC 27001",
  issuer: "Brandt Certification AG",
  certificateNumber: "IS 4711",
  scope: "Orrery Ledger",
  validFrom: "2024-07-01",
  validUntil: "2027-06-30",
  expectedOn: "",
  statement: "",
  documentId: "",
  link: "",
  published: "yes",
};
const typedFramework = {
  kind: "framework",
  name: "HIPAA",
  statement: "Assessed by our own staff; business associate agreements are signed.",
  statedOn: "2026-03-12",
  documentId: "",
  link: "",
  published: "yes",
};
const aCertification = certificationForm.parse(typedCertification);
const aFramework = certificationForm.parse(typedFramework);

const pageOn = async (day: string) => {
  await publishDraft();
  return getTrustPage(db, { now: new Date(`${day}T09:30:00Z`), filter: { q: "", category: null } });
};
const markupOn = async (day: string) =>
  markupAt("/", <PublicTrustPage page={await pageOn(day)} answers={[]} brand={{ name: "Orrery", logoUrl: null }} />);
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");
const sectionOn = async (day: string) => /<section[^>]* id="certifications".*?<\/section>/s.exec(await markupOn(day));

const actions = async () =>
  (await db.selectFrom("auditEvent").select("action").orderBy("seq").execute()).map(({ action }) => action);

const complaints = (typed: Record<string, string>) =>
  certificationForm.safeParse(typed).error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? [];

async function aDocument(audience: "public" | "nda" | "internal") {
  const { id } = await db
    .insertInto("document")
    .values({ title: "Certificate", audience })
    .returning("id")
    .executeTakeFirstOrThrow();
  const file = { sha256: "a".repeat(64), fileName: "a.pdf", mediaType: "application/pdf", sizeBytes: 1000, pages: 2 };
  await db
    .insertInto("documentVersion")
    .values({ documentId: id, number: 1, stampable: true, ...file })
    .execute();
  return id;
}

describe("the form", () => {
  test("takes a certification, one for which nothing is issued, and a framework", () => {
    expect(aCertification).toMatchObject({ validUntil: "2027-06-30", statedOn: null, published: true });
    const inPreparation = {
      ...typedCertification,
      issuer: "",
      validFrom: "",
      validUntil: "",
      expectedOn: "2027-02-01",
    };
    expect(certificationForm.parse(inPreparation)).toMatchObject({ validFrom: null, expectedOn: "2027-02-01" });
    expect(aFramework).toMatchObject({ kind: "framework", issuer: "", validFrom: null, statedOn: "2026-03-12" });
  });

  test.each([
    [{ validUntil: "" }, "validUntil: Enter the last day on which it is valid"],
    [{ validFrom: "" }, "validFrom: Enter the first day on which it is valid"],
    [{ validUntil: "2024-07-01" }, "validUntil: Enter a day after 1 Jul 2024: it ends before it starts"],
    [{ validUntil: "2026-02-30" }, "validUntil: Enter a date, for example 2026-06-30"],
    [{ issuer: " " }, "issuer: Enter the body that issued it"],
    [{ expectedOn: "2026-01-01" }, "expectedOn: It is issued: it has days on which it is valid. Leave this empty"],
    [{ link: "javascript:alert(1)" }, "link: Enter an address that begins with https://"],
  ])("refuses a certification with %o", (change, complaint) => {
    expect(complaints({ ...typedCertification, ...change })).toEqual([complaint]);
  });

  test.each(["SOC 2", "soc2", "SOC-2 Type II", "SOC 1", "SOC 3"])("refuses %s, which is no certification", (name) => {
    const complaint = "name: A SOC report is an attestation, not a certification. Add it under Reports";
    expect(complaints({ ...typedCertification, name })).toEqual([complaint]);
    expect(complaints({ ...typedFramework, name })).toEqual([complaint]);
  });

  test.each([
    ["We are fully HIPAA compliant.", false],
    ["Certified by ourselves.", false],
    ["We are not certified.", true],
    ["We are not yet certified.", true],
    ["Our compliance team assessed it.", true],
  ])("takes the statement “%s”: %o", (statement, taken) => {
    expect(complaints({ ...typedFramework, statement })).toHaveLength(taken ? 0 : 1);
    expect(complaints({ ...typedCertification, statement })).toHaveLength(taken ? 0 : 1);
  });

  test("asks a framework for its statement and the day, and takes nothing of a certificate for it", () => {
    expect(complaints({ ...typedFramework, statement: "", statedOn: "" })).toEqual([
      "statement: Enter what you state, for example Assessed by our own staff each year",
      "statedOn: Enter a date, for example 2026-06-30",
    ]);
    expect(complaints({ ...typedFramework, issuer: "Brandt", validUntil: "2027-06-30" })).toHaveLength(1);
  });

  test("is for a certification unless a framework is asked for", () => {
    expect(kindFrom(new URLSearchParams("kind=framework"))).toBe("framework");
    expect(kindFrom(new URLSearchParams("kind=report"))).toBe("certification");
  });
});

describe("the database refuses", () => {
  test.each([
    ["certification_is_not_a_soc_report", { ...aCertification, name: "SOC 2 Type II" }],
    ["certification_has_both_dates_or_neither", { ...aCertification, validUntil: null }],
    ["certification_ends_after_it_starts", { ...aCertification, validUntil: "2024-07-01" }],
    ["certification_that_is_issued_has_an_issuer", { ...aCertification, issuer: "" }],
    ["certification_that_is_issued_is_not_expected", { ...aCertification, expectedOn: "2026-01-01" }],
    ["certification_is_stated_by_its_issuer", { ...aCertification, statedOn: "2026-01-01" }],
    ["framework_has_a_dated_statement", { ...aFramework, statedOn: null }],
    ["framework_has_no_certificate", { ...aFramework, validFrom: "2026-01-01", validUntil: "2027-01-01", issuer: "B" }],
  ])("%s", async (rule, details) => {
    await expect(addCertification(db, await ada(), details)).rejects.toThrow(rule);
    expect(await actions()).toEqual([]);
  });
});

describe("certifications and frameworks", () => {
  test("are added, changed and removed by security and admins, each on record", async () => {
    const certificationId = await addCertification(db, await ada(), aCertification);
    const frameworkId = await addCertification(db, await ruth(), aFramework);
    const renewed = { ...aCertification, validFrom: "2027-07-01", validUntil: "2030-06-30" };
    await changeCertification(db, await ada(), { certificationId, details: renewed });
    expect(await getCertification(db, certificationId)).toMatchObject(renewed);
    await removeCertification(db, await ruth(), frameworkId);
    await expect(getCertification(db, frameworkId)).rejects.toMatchObject({
      code: "trust-page.no-such-certification",
    });
    expect(await actions()).toEqual([
      "trust-page.certification.added",
      "trust-page.framework.added",
      "trust-page.certification.changed",
      "trust-page.framework.removed",
    ]);
    const changed = await db.selectFrom("auditEvent").select("details").where("action", "like", "%changed").execute();
    expect(changed).toMatchObject([{ details: { changed: ["validFrom", "validUntil"], validUntil: "2030-06-30" } }]);
  });

  test("are read by sales, and not changed", async () => {
    const certificationId = await addCertification(db, await ada(), aCertification);
    const refused = { code: "trust-page.not-an-editor" };
    await expect(addCertification(db, await sam(), aCertification)).rejects.toMatchObject(refused);
    const change = { certificationId, details: { ...aCertification, published: false } };
    await expect(changeCertification(db, await sam(), change)).rejects.toMatchObject(refused);
    await expect(removeCertification(db, await sam(), certificationId)).rejects.toMatchObject(refused);
    expect((await listCertificationOverview(db, "2026-09-14")).certifications).toMatchObject([{ published: true }]);
  });

  test("stay what they are: a framework does not become a certification", async () => {
    const certificationId = await addCertification(db, await ada(), aFramework);
    const change = { certificationId, details: aCertification };
    await expect(changeCertification(db, await ada(), change)).rejects.toMatchObject({
      code: "trust-page.certification-kind",
    });
  });

  test("take a document that is there, and no other", async () => {
    const documentId = await aDocument("public");
    await addCertification(db, await ada(), { ...aCertification, documentId });
    await db.updateTable("document").set({ withdrawnAt: "2026-01-01T00:00:00Z" }).execute();
    await expect(addCertification(db, await ada(), { ...aCertification, documentId })).rejects.toMatchObject({
      code: "trust-page.no-such-document",
    });
  });
});

describe("the public page", () => {
  test("has no such section, and no link to it, while there is nothing to show", async () => {
    await addCertification(db, await ada(), { ...aCertification, published: false });
    await addCertification(db, await ada(), { ...aFramework, published: false });
    expect(await markupOn("2026-09-14")).not.toMatch(/#certifications|id="certifications"/);
  });

  test("says who issued what, until when, and that a framework is our own statement", async () => {
    await addCertification(db, await ada(), { ...aCertification, link: "https://brandt.example/4711" });
    await addCertification(db, await ada(), aFramework);
    const [section] = (await sectionOn("2026-09-14"))!;
    expect(textOf(section)).toContain("Certifications and frameworks");
    expect(textOf(section)).toContain("ISO/IEC 27001 Scope: Orrery Ledger Valid Until 30 Jun 2027.");
    expect(textOf(section)).toContain(
      "Brandt Certification AG No. IS 4711. Look it up : ISO/IEC 27001 From 1 Jul 2024",
    );
    expect(textOf(section)).toMatch(/Our own statement .* HIPAA Assessed by our own staff.* 12 Mar 2026/);
    expect(section).toContain(`href="https://brandt.example/4711" rel="noopener nofollow"`);
    expect(textOf(section)).not.toMatch(/complian|certified|\bSOC\b/i);
  });

  test.each(["2027-07-01", "2031-01-01"])("never calls a lapsed one valid: on %s", async (day) => {
    await addCertification(db, await ada(), aCertification);
    const text = textOf((await sectionOn(day))![0]);
    expect(text).toContain("Lapsed Its last day was 30 Jun 2027. Do not rely on it for today.");
    expect(text).not.toMatch(/\bvalid\b/i);
  });

  test("holds nothing of what is not published, and no statement before its day", async () => {
    const hidden = { scope: "hidden-mark", issuer: "hidden-mark", certificateNumber: "hidden-mark", published: false };
    await addCertification(db, await ada(), { ...aCertification, ...hidden, name: "hidden-mark" });
    await addCertification(db, await ada(), { ...aFramework, statement: "hidden-mark", statedOn: "2026-09-15" });
    await addCertification(db, await ada(), aCertification);
    const page = await pageOn("2026-09-14");
    expect(page.certifications).toHaveLength(1);
    expect(page.frameworks).toEqual([]);
    expect(JSON.stringify(page)).not.toContain("hidden-mark");
    expect((await pageOn("2026-09-15")).frameworks).toHaveLength(1);
  });

  test.each([
    ["public", (id: string) => `href="/documents/${id}/file"`],
    ["nda", (id: string) => `href="/request?documents%5B%5D=${id}"`],
  ] as const)("leads to a file that is %s", async (audience, link) => {
    const documentId = await aDocument(audience);
    await addCertification(db, await ada(), { ...aCertification, documentId });
    expect((await sectionOn("2026-09-14"))![0]).toContain(link(documentId));
  });

  test("does not name an internal or withdrawn file", async () => {
    const documentId = await aDocument("internal");
    await addCertification(db, await ada(), { ...aCertification, documentId });
    expect(JSON.stringify(await pageOn("2026-09-14"))).not.toContain(documentId);
    await db.updateTable("document").set({ audience: "public", withdrawnAt: "2026-01-01T00:00:00Z" }).execute();
    expect(JSON.stringify(await pageOn("2026-09-14"))).not.toContain(documentId);
  });

  test("shows what holds first and what has lapsed last", async () => {
    const dated = {
      lapsed: ["2020-01-01", "2023-01-01"],
      valid: ["2026-01-01", "2028-01-01"],
      soon: ["2024-01-01", "2026-10-01"],
    };
    for (const [name, [validFrom, validUntil]] of Object.entries(dated)) {
      await addCertification(db, await ada(), {
        ...aCertification,
        name,
        validFrom: validFrom!,
        validUntil: validUntil!,
      });
    }
    const { certifications } = await pageOn("2026-09-14");
    expect(certifications.map(({ name }) => name)).toEqual(["valid", "soon", "lapsed"]);
  });
});
