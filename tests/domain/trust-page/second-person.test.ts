import { describe, expect, test } from "vitest";
import { getDraft } from "#app/domain/trust-page/draft.server.ts";
import { getStanding, publishTrustPage } from "#app/domain/trust-page/publish.server.ts";
import { getPublishedFacts } from "#app/domain/trust-page/publications.server.ts";
import { addReport, changeReport, publishReport, unpublishReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import {
  changeSecondPersonRule,
  confirmReport,
  getSecondPersonRule,
  listReportsToConfirm,
} from "#app/domain/trust-page/second-person.server.ts";
import { getTrustPage } from "#app/domain/trust-page/trust-page.server.ts";
import type { Staff } from "#app/domain/accounts/people.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";
import { publishAs } from "#tests/support/publishing.ts";
import { typedTypeTwo } from "./given-reports.ts";

const aReport = reportForm.parse(typedTypeTwo);
const asked = { now: new Date("2026-09-14T09:30:00Z"), filter: { q: "", category: null } };

async function aReportBy(staff: Staff, change: Record<string, string> = {}): Promise<string> {
  const reportId = await addReport(db, staff, reportForm.parse({ ...typedTypeTwo, ...change }));
  await publishReport(db, staff, reportId);
  return reportId;
}

async function nameTheCompany(name = "Orrery") {
  await ruth();
  await db
    .insertInto("companyProfile")
    .values({ id: 1, name })
    .onConflict((row) => row.column("id").doUpdateSet({ name }))
    .execute();
}

const toConfirm = async () =>
  listReportsToConfirm(db, { draft: await getDraft(db), published: await getPublishedFacts(db) });

const shownOf = async (reportId: string) => ({
  reportId,
  fingerprint: (await toConfirm()).find(({ report }) => report.id === reportId)!.fingerprint,
});

const published = async () => (await getPublishedFacts(db)).reports;

const lastEvent = () =>
  db.selectFrom("auditEvent").select(["action", "details"]).orderBy("seq", "desc").executeTakeFirstOrThrow();

describe("a report that is new on the page", () => {
  test("waits while only its last editor publishes, and the rest of the page does not", async () => {
    await ruth();
    await nameTheCompany();
    await aReportBy(await ada());
    await publishAs(await ada());
    expect(await published()).toEqual([]);
    expect((await getTrustPage(db, asked)).company.name).toBe("Orrery");
    expect((await lastEvent()).details).toMatchObject({
      reportsHeldBack: ["SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026"],
    });
    await expect(publishAs(await ada())).rejects.toMatchObject({ code: "trust-page.nothing-to-publish" });
  });

  test("is shown when a second person publishes it, and the record names both", async () => {
    await nameTheCompany();
    await aReportBy(await ada());
    await publishAs(await ruth());
    expect(await published()).toMatchObject([{ kind: "soc2-type2" }]);
    expect(await lastEvent()).toMatchObject({
      action: "trust-page.page.published",
      details: {
        confirmedReports: [
          "SOC 2 Type II, 1 Jul 2025 – 30 Jun 2026 (edited by Ada Lindqvist, confirmed by Ruth Okafor)",
        ],
      },
    });
  });

  test("is shown when its editor publishes what a second person confirmed", async () => {
    await nameTheCompany();
    const reportId = await aReportBy(await ada());
    await confirmReport(db, await ruth(), await shownOf(reportId));
    expect(await lastEvent()).toMatchObject({
      action: "trust-page.report.confirmed",
      details: { editedBy: "Ada Lindqvist", confirmedBy: "Ruth Okafor" },
    });
    await publishAs(await ada());
    expect(await published()).toHaveLength(1);
  });
});

describe("a confirmation", () => {
  test("is not given by the last editor, nor by sales", async () => {
    await ruth();
    const reportId = await aReportBy(await ada());
    const shown = await shownOf(reportId);
    await expect(confirmReport(db, await ada(), shown)).rejects.toMatchObject({ code: "trust-page.own-edit" });
    await expect(confirmReport(db, await sam(), shown)).rejects.toMatchObject({ code: "trust-page.not-an-editor" });
  });

  test("holds for the content that was shown, and for no other", async () => {
    await nameTheCompany();
    const reportId = await aReportBy(await ada());
    const shown = await shownOf(reportId);
    await changeReport(db, await ada(), { reportId, details: { ...aReport, opinion: "qualified" } });
    await expect(confirmReport(db, await ruth(), shown)).rejects.toMatchObject({ code: "trust-page.report-changed" });

    await confirmReport(db, await ruth(), await shownOf(reportId));
    await changeReport(db, await ada(), { reportId, details: aReport });
    await publishAs(await ada());
    expect(await published()).toEqual([]);
  });

  test("does not count for who made the last edit since", async () => {
    await nameTheCompany();
    const reportId = await aReportBy(await ada());
    await confirmReport(db, await ruth(), await shownOf(reportId));
    await changeReport(db, await ruth(), { reportId, details: { ...aReport, auditor: "Another LLP" } });
    await changeReport(db, await ruth(), { reportId, details: aReport });
    expect(await toConfirm()).toMatchObject([{ lastEditor: { name: "Ruth Okafor" }, confirmedBy: null }]);
    await publishAs(await ruth());
    expect(await published()).toEqual([]);
  });
});

describe("a report that visitors see", () => {
  async function aSeenReport() {
    await nameTheCompany();
    const reportId = await aReportBy(await ada());
    await publishAs(await ruth());
    return reportId;
  }

  test("keeps its old facts while the change waits", async () => {
    const reportId = await aSeenReport();
    await changeReport(db, await ruth(), { reportId, details: { ...aReport, opinion: "adverse" } });
    await nameTheCompany("Planetarium");
    await publishAs(await ruth());
    expect(await published()).toMatchObject([{ opinion: aReport.opinion }]);
    expect((await getTrustPage(db, asked)).company.name).toBe("Planetarium");
    await publishAs(await ada());
    expect(await published()).toMatchObject([{ opinion: "adverse" }]);
  });

  test("leads to no other file than the one that was looked at", async () => {
    const { id: documentId } = await db
      .insertInto("document")
      .values({ title: "Report", audience: "nda" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const upload = async (number: number, staff: Staff) =>
      db
        .insertInto("documentVersion")
        .values({
          ...{ documentId, number, stampable: true, sha256: String(number).repeat(64), fileName: "report.pdf" },
          ...{ mediaType: "application/pdf", sizeBytes: 1000, pages: 80 + number, uploadedBy: staff.id },
        })
        .execute();
    await upload(1, await ada());
    await nameTheCompany();
    await aReportBy(await ada(), { documentId });
    await publishAs(await ruth());
    expect(await getTrustPage(db, asked)).toMatchObject({ reportDocument: { id: documentId }, report: { pages: 81 } });

    await upload(2, await ruth());
    expect(await getTrustPage(db, asked)).toMatchObject({ reportDocument: null, report: { pages: null } });
    expect(await toConfirm()).toMatchObject([{ lastEditor: { name: "Ruth Okafor" } }]);
    await publishAs(await ada());
    expect(await getTrustPage(db, asked)).toMatchObject({ reportDocument: { id: documentId }, report: { pages: 82 } });
  });

  test("leaves the page without a second person, so that a mistake is not shown for longer", async () => {
    const reportId = await aSeenReport();
    await unpublishReport(db, await ada(), reportId);
    await publishAs(await ada());
    expect(await published()).toEqual([]);
  });
});

describe("the rule", () => {
  test("asks nothing of one person, nor of one with colleagues who may not decide or are gone", async () => {
    await nameTheCompany();
    await sam();
    const gone = await ruth();
    await db.updateTable("person").set({ disabledAt: new Date().toISOString() }).where("id", "=", gone.id).execute();
    await aReportBy(await ada());
    expect(await getSecondPersonRule(db)).toEqual({ wanted: true, deciders: 1, asked: false });
    await publishAs(await ada());
    expect(await published()).toHaveLength(1);
  });

  test("is turned off and on by admins, on record", async () => {
    await nameTheCompany();
    await aReportBy(await ada());
    await expect(changeSecondPersonRule(db, await ada(), false)).rejects.toMatchObject({
      code: "trust-page.not-an-admin",
    });
    await changeSecondPersonRule(db, await ruth(), false);
    expect(await lastEvent()).toMatchObject({
      action: "trust-page.publishing-rule.changed",
      details: { secondPerson: false },
    });
    const { shown } = await getStanding(db, await ada());
    await changeSecondPersonRule(db, await ruth(), true);
    await expect(publishTrustPage(db, await ada(), { shown, note: "" })).rejects.toMatchObject({
      code: "trust-page.draft-changed",
    });
    await changeSecondPersonRule(db, await ruth(), false);
    await publishAs(await ada());
    expect(await published()).toHaveLength(1);
  });
});
