import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import { getTrustJson } from "#app/domain/trust-page/machines/machine-files.server.ts";
import { trustJsonSchema, type TrustJson } from "#app/domain/trust-page/machines/trust-schema.ts";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import { db } from "#db/client.server.ts";
import { temporaryFolder } from "#tests/scripts/run-script.ts";
import { publishDraft } from "#tests/support/publishing.ts";
import { aPublishedReport, aWholeCompany, addresses, get, nameTheCompany, textAt } from "./scene.ts";

const at = (instant: string) => new Date(instant);
const now = at("2026-09-14T09:30:00Z");

async function trustOn(day: Date): Promise<TrustJson> {
  const { body } = await getTrustJson(db, { now: day, answers: await listPublicAnswers(db) });
  return trustJsonSchema.parse(JSON.parse(body));
}

const folder = temporaryFolder("candor-trust-json-");
const validator = `import sys, json, jsonschema
schema, value = (json.load(open(path)) for path in sys.argv[1:])
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(value)`;
const hasValidator = spawnSync("python3", ["-c", "import jsonschema"]).status === 0;
const untilThen = hasValidator ? "" : " (skipped: python3 has no jsonschema here)";

describe("trust.json", () => {
  beforeEach(aWholeCompany);

  test("says what the page says: the report with its dates, opinion, exceptions, suppliers and the reader's part", async () => {
    const trust = await trustOn(now);
    expect(trust).toMatchObject({
      day: "2026-09-14",
      generatedAt: "2026-09-14T09:30:00.000Z",
      company: { name: "Orrery & Sons", legalName: null },
      status: { code: "current-bridged", word: "Current, bridged to 30 Sep 2026" },
      report: {
        ...{ kind: "soc2-type2", issued: true, asOf: null, period: { start: "2025-07-01", end: "2026-06-30" } },
        ...{ issuedOn: "2026-08-21", expectedIn: null, opinion: "unqualified", system: "Orrery platform" },
        auditor: { name: "Tallis & Roe LLP", licence: "Licensed in Vermont" },
        categories: ["security", "availability"],
        exceptions: { count: 1, list: [{ control: "AC-03", response: "Now automatic." }] },
        subserviceOrganizations: [{ name: "Cirrus Ltd", method: "carve-out" }],
        cuecs: ["Remove your leavers."],
        document: { audience: "nda", pages: 9 },
      },
    });
  });

  test("lists the record as dates, with letters that nobody audited and gaps that are gaps", async () => {
    const { record } = await trustOn(at("2028-02-01T00:00:00Z"));
    expect(record).toMatchObject([
      { is: "gap", covers: { start: "2026-10-01", end: "2028-02-01" }, days: 489 },
      {
        is: "bridge-letter",
        covers: { start: "2026-07-01", end: "2026-09-30" },
        signedOn: "2026-07-04",
        audited: false,
      },
      { is: "report", kind: "soc2-type2", exceptions: 1, opinion: "unqualified", now: "Lapsed" },
      { is: "report", kind: "soc2-type1", asOf: "2024-03-31", period: null, now: "Superseded" },
    ]);
  });

  test("lists each published control once, with criteria that point to it, and titles of documents with their audience", async () => {
    const { controls, documents, subprocessors, updates, questions } = await trustOn(now);
    expect(controls).toMatchObject({ published: 2, all: 2, implemented: 1, planned: 1 });
    expect(controls.list.map(({ reference, criteria }) => [reference, criteria])).toEqual([
      ["AC-01", ["CC6.1", "CC6.2"]],
      ["XX-01", []],
    ]);
    const served = controls.byCriterion.filter((entry) => entry.controls.length > 0);
    expect(served.map(({ criterion }) => criterion)).toEqual(["CC6.1", "CC6.2"]);
    expect(documents.map(({ title, audience }) => [title, audience])).toEqual([
      ["SOC 2 Type II report", "nda"],
      ["Security overview", "public"],
    ]);
    expect(subprocessors).toMatchObject([{ state: "planned", objection: { lastDay: "2026-09-30", open: true } }]);
    expect(updates).toMatchObject([{ title: "Failover <exercise> passed & more", publishedOn: "2026-09-01" }]);
    expect(questions).toMatchObject([{ question: "Is data encrypted at rest?", short: "Yes" }]);
  });

  test("tells certifications, which others issue, from frameworks, of which the company speaks for itself", async () => {
    const certification = { kind: "certification", name: "ISO/IEC 27001", published: true } as const;
    await db
      .insertInto("certification")
      .values([
        { ...certification, issuer: "Vantor Cert", validFrom: "2024-09-01", validUntil: "2026-09-13" },
        { ...certification, name: "ISO 22301", expectedOn: "2027-02-14" },
      ])
      .execute();
    await db
      .insertInto("certification")
      .values({
        kind: "framework",
        name: "GDPR",
        statement: "Reviewed each year.",
        statedOn: "2026-01-31",
        published: true,
      })
      .execute();
    await publishDraft();
    const { certifications, frameworks } = await trustOn(now);
    expect(certifications).toMatchObject([
      { name: "ISO 22301", status: { code: "in-preparation" }, issuer: null, validUntil: null, expectedIn: "2027-02" },
      { name: "ISO/IEC 27001", status: { code: "lapsed", word: "Lapsed" }, validUntil: "2026-09-13", expectedIn: null },
    ]);
    expect(frameworks).toEqual([
      { name: "GDPR", statement: "Reviewed each year.", statedOn: "2026-01-31", link: null, document: null },
    ]);
  });

  test("is the same, byte for byte, for the same instant", async () => {
    const answers = await listPublicAnswers(db);
    const [one, other] = [await getTrustJson(db, { now, answers }), await getTrustJson(db, { now, answers })];
    expect(one.body).toBe(other.body);
    expect(Object.keys(JSON.parse(one.body) as object)).toEqual(Object.keys(trustJsonSchema.shape));
  });

  test.runIf(hasValidator)(`fits the published schema, as another reader of schemas sees it${untilThen}`, async () => {
    const [schema, value] = [join(folder.path, "schema.json"), join(folder.path, "trust.json")];
    writeFileSync(schema, await textAt("/trust.schema.json"));
    writeFileSync(value, await textAt("/trust.json"));
    execFileSync("python3", ["-c", validator, schema, value]);
    const wrong = { ...(JSON.parse(await textAt("/trust.json")) as object), certified: true };
    writeFileSync(value, JSON.stringify(wrong));
    expect(() => execFileSync("python3", ["-c", validator, schema, value], { stdio: "pipe" })).toThrow();
  });
});

test("the schema in docs is the one that is served", async () => {
  const served: unknown = JSON.parse(await textAt("/trust.schema.json"));
  expect(JSON.parse(readFileSync("docs/trust.schema.json", "utf8")), "write what is served there").toEqual(served);
});

describe("a report that is on its way", () => {
  test("has no opinion and no exceptions in it, and a month, not a day, in which it is expected", async () => {
    await nameTheCompany();
    const later = { issuedOn: "2026-08-21", expectedOn: "2026-08-20" };
    await aPublishedReport(later);
    const { status, report, record } = await trustOn(at("2026-08-01T00:00:00Z"));
    expect(status.code).toBe("report-pending");
    const hidden = { issuedOn: null, opinion: null, exceptions: null, expectedIn: "2026-08" };
    expect(report).toMatchObject({ issued: false, controlsTested: null, ...hidden });
    expect(record).toMatchObject([hidden]);
  });

  test("leaves everything empty for a company that nobody has named yet", async () => {
    const trust = await trustOn(now);
    expect(trust).toMatchObject({
      report: null,
      record: [],
      documents: [],
      status: { code: "none", word: "Not set up" },
    });
  });

  test("says nothing of controls that are all private", async () => {
    await nameTheCompany();
    await db.insertInto("control").values({ code: "AC-01", title: "Sign-in", status: "implemented" }).execute();
    await publishDraft();
    const page = await getTrustPage(db, { now, filter: { q: "", category: null } });
    expect(page.controls.all).toBe(1);
    expect((await trustOn(now)).controls).toMatchObject({ published: 0, all: null, list: [] });
  });
});

describe("every file for machines", () => {
  beforeEach(aWholeCompany);

  test("may be read by other sites for a minute, holds nothing that runs, and is not sent again unchanged", async () => {
    for (const address of addresses) {
      const { headers, status } = await get(address);
      expect([address, status]).toEqual([address, 200]);
      expect(headers.get("cache-control"), address).toBe("public, max-age=60");
      expect(headers.get("access-control-allow-origin"), address).toBe("*");
      expect(headers.get("content-security-policy"), address).toBe("default-src 'none'; sandbox");
      const again = await get(address, { "if-none-match": `"other", ${headers.get("etag")}` });
      expect([address, again.status, await again.text()]).toEqual([address, 304, ""]);
      expect((await get(address, { "if-none-match": '"other"' })).status, address).toBe(200);
    }
  });

  test("is told apart from the one before as soon as something changes", async () => {
    const tag = (await get("/trust.json")).headers.get("etag")!;
    await nameTheCompany({ description: "We make orreries." });
    expect((await get("/trust.json", { "if-none-match": tag })).status).toBe(200);
  });
});
