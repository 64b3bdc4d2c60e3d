import { describe, expect, test } from "vitest";
import type { ReportTable } from "#db/schema/trust-page.ts";
import type { Insertable } from "kysely";
import { verifyAuditTrail } from "#app/domain/audit/trail.server.ts";
import {
  addBridgeLetter,
  listBridgeLetters,
  removeBridgeLetter,
} from "#app/domain/trust-page/bridge-letters.server.ts";
import {
  addReport,
  changeReport,
  getReport,
  listPublishedReports,
  publishReport,
  unpublishReport,
} from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";
import { typedTypeOne, typedTypeTwo } from "./given-reports.ts";

const aReport = reportForm.parse(typedTypeTwo);
const letterDetails = { coversFrom: "2026-07-01", coversUntil: "2026-09-30", signedOn: "2026-07-04", documentId: null };

async function trail() {
  const events = await db.selectFrom("auditEvent").select(["action", "actorName", "details"]).orderBy("seq").execute();
  return events.map(({ action, actorName }) => `${actorName.split(" ")[0]} ${action}`);
}

describe("reports", () => {
  test("security and admins add, change, publish and unpublish a report, each on record", async () => {
    const reportId = await addReport(db, await ada(), aReport);
    expect(await listPublishedReports(db)).toEqual([]);

    await changeReport(db, await ruth(), { reportId, details: { ...aReport, controlsTested: 85 } });
    await publishReport(db, await ada(), reportId);
    const [published] = await listPublishedReports(db);
    expect(published).toMatchObject({ ...aReport, controlsTested: 85, published: true });

    await unpublishReport(db, await ruth(), reportId);
    expect(await listPublishedReports(db)).toEqual([]);
    expect(await trail()).toEqual([
      "Ada trust-page.report.added",
      "Ruth trust-page.report.changed",
      "Ada trust-page.report.published",
      "Ruth trust-page.report.unpublished",
    ]);
    expect((await verifyAuditTrail(db)).brokenAt).toBeNull();
  });

  test("the record of a change names what changed", async () => {
    const reportId = await addReport(db, await ada(), aReport);
    await changeReport(db, await ada(), { reportId, details: { ...aReport, auditor: "Another LLP", cuecs: [] } });
    const event = await db
      .selectFrom("auditEvent")
      .select("details")
      .where("action", "=", "trust-page.report.changed")
      .executeTakeFirstOrThrow();
    expect(event.details).toMatchObject({ changed: ["auditor", "cuecs"] });
  });

  test("publishing what is published is refused, and leaves no record", async () => {
    const reportId = await addReport(db, await ada(), aReport);
    await publishReport(db, await ada(), reportId);
    await expect(publishReport(db, await ruth(), reportId)).rejects.toMatchObject({
      code: "trust-page.report-published-already",
    });
    expect(await trail()).toHaveLength(2);
  });

  test("sales change nothing", async () => {
    const reportId = await addReport(db, await ada(), aReport);
    const refused = { code: "trust-page.not-an-editor" };
    await expect(addReport(db, await sam(), aReport)).rejects.toMatchObject(refused);
    await expect(changeReport(db, await sam(), { reportId, details: aReport })).rejects.toMatchObject(refused);
    await expect(publishReport(db, await sam(), reportId)).rejects.toMatchObject(refused);
    await expect(unpublishReport(db, await sam(), reportId)).rejects.toMatchObject(refused);
    await expect(addBridgeLetter(db, await sam(), { reportId, details: letterDetails })).rejects.toMatchObject(refused);
    expect(await trail()).toEqual(["Ada trust-page.report.added"]);
  });

  test("a report cannot point to a document that is not there", async () => {
    const documentId = "5b8f1b0e-6a3e-4a1b-9f60-0d7f3b1c2d3e";
    await expect(addReport(db, await ada(), { ...aReport, documentId })).rejects.toMatchObject({
      code: "trust-page.no-such-document",
    });
    expect(await trail()).toEqual([]);
  });

  test("an unknown report is not found", async () => {
    await expect(getReport(db, "5b8f1b0e-6a3e-4a1b-9f60-0d7f3b1c2d3e")).rejects.toMatchObject({
      code: "trust-page.no-such-report",
    });
  });
});

describe("bridge letters", () => {
  test("follow the period of an issued report, and can be removed, on record", async () => {
    const reportId = await addReport(db, await ada(), aReport);
    const letterId = await addBridgeLetter(db, await ada(), { reportId, details: letterDetails });
    expect(await listBridgeLetters(db, reportId)).toMatchObject([{ id: letterId, ...letterDetails }]);
    await removeBridgeLetter(db, await ada(), { reportId, letterId });
    expect(await listBridgeLetters(db)).toEqual([]);
    expect((await trail()).slice(1)).toEqual([
      "Ada trust-page.bridge-letter.added",
      "Ada trust-page.bridge-letter.removed",
    ]);
  });

  test("are refused inside the period, for a Type I and for a report that is not issued", async () => {
    const add = async (form: Record<string, string>, coversFrom = letterDetails.coversFrom) =>
      addBridgeLetter(db, await ada(), {
        reportId: await addReport(db, await ada(), reportForm.parse(form)),
        details: { ...letterDetails, coversFrom },
      });
    await expect(add(typedTypeTwo, "2026-06-30")).rejects.toMatchObject({ code: "trust-page.bridge-inside-period" });
    await expect(add(typedTypeOne)).rejects.toMatchObject({ code: "trust-page.nothing-to-bridge" });
    await expect(add({ ...typedTypeTwo, issuedOn: "", opinion: "" })).rejects.toMatchObject({
      code: "trust-page.nothing-to-bridge",
    });
  });

  test("are removed by their own report's address only", async () => {
    const reportId = await addReport(db, await ada(), aReport);
    const otherId = await addReport(db, await ada(), aReport);
    const letterId = await addBridgeLetter(db, await ada(), { reportId, details: letterDetails });
    await expect(removeBridgeLetter(db, await ada(), { reportId: otherId, letterId })).rejects.toMatchObject({
      code: "trust-page.no-such-letter",
    });
  });
});

describe("the database itself refuses", () => {
  const { exceptions: _exceptions, subservice: _subservice, ...row } = aReport;
  const insert = (change: Partial<Insertable<ReportTable>>) =>
    db
      .insertInto("report")
      .values({ ...row, ...change })
      .execute();

  test.each([
    ["a report without Security", "report_includes_security", { categories: ["availability"] }],
    ["a category that is none", "report_knows_its_categories", { categories: ["security", "speed"] }],
    ["a Type II without a period", "report_type2_has_a_period_and_no_date", { periodStart: null, periodEnd: null }],
    ["a Type II with an as-of date", "report_type2_has_a_period_and_no_date", { asOf: "2026-01-01" }],
    ["a Type I with a period", "report_type1_has_a_date_and_no_period", { kind: "soc2-type1", asOf: "2026-01-01" }],
    ["a period that ends before it starts", "report_period_ends_after_it_starts", { periodEnd: "2025-06-30" }],
    ["an issue before the period's end", "report_is_issued_after_what_it_covers", { issuedOn: "2026-06-29" }],
    ["an issued report without an opinion", "report_issued_has_an_opinion_and_an_auditor", { opinion: null }],
    ["an issued report without an auditor", "report_issued_has_an_opinion_and_an_auditor", { auditor: "" }],
    ["an opinion before the issue", "report_issued_has_an_opinion_and_an_auditor", { issuedOn: null }],
  ])("%s", async (_what, constraint, change) => {
    await expect(insert(change as Partial<Insertable<ReportTable>>)).rejects.toThrow(constraint);
  });

  test("a bridge letter that ends before it starts", async () => {
    const reportId = await addReport(db, await ada(), aReport);
    await expect(
      db
        .insertInto("bridgeLetter")
        .values({ reportId, ...letterDetails, coversUntil: "2026-06-30" })
        .execute(),
    ).rejects.toThrow("bridge_letter_ends_after_it_starts");
  });
});
