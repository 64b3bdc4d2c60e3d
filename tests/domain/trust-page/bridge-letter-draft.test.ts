import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, test } from "vitest";
import { checkLetterDraft, drawUpBridgeLetter } from "#app/domain/trust-page/bridge-letter-draft.server.ts";
import { letterDraftForm, mostLetterDays } from "#app/domain/trust-page/bridge-letter-draft.ts";
import { listBridgeLetters } from "#app/domain/trust-page/bridge-letters.server.ts";
import { addDays } from "#app/domain/trust-page/days.ts";
import { addReport } from "#app/domain/trust-page/reports.server.ts";
import { reportForm } from "#app/domain/trust-page/reports.ts";
import { db } from "#db/client.server.ts";
import { ada, sam } from "#tests/support/given.ts";
import { typedTypeOne, typedTypeTwo } from "./given-reports.ts";
import { nameTheCompany } from "./machines/scene.ts";

const today = "2026-10-01";
const typed = {
  coversFrom: "2026-07-01",
  coversUntil: "2026-09-30",
  signer: "Ruth Okafor",
  signerTitle: "Chief Executive Officer",
  changes: "",
};

const aReport = async (change: Record<string, string> = {}) => {
  await nameTheCompany({ legalName: "Orrery Instruments Ltd", address: "1 Dial Lane\nBath" });
  return addReport(db, await ada(), reportForm.parse({ ...typedTypeTwo, ...change }));
};

async function textOf(reportId: string, change: Partial<typeof typed> = {}) {
  const draft = letterDraftForm.parse({ ...typed, ...change });
  const { bytes } = await drawUpBridgeLetter(db, await ada(), { reportId, draft, today });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replaceAll(/\s+/g, " ");
}

const warningsOf = async (reportId: string, change: Partial<typeof typed>, on = today) =>
  (await checkLetterDraft(db, { reportId, draft: letterDraftForm.parse({ ...typed, ...change }), today: on })).warnings;

const complaintsAbout = (change: Partial<typeof typed>) =>
  letterDraftForm.safeParse({ ...typed, ...change }).error?.issues.map(({ path, message }) => [path[0], message]);

describe("a bridge letter that is drawn up", () => {
  test("names report, auditor, period and days, states that nothing changed, and is there to be signed", async () => {
    const text = await textOf(await aReport());
    for (const said of [
      "Orrery Instruments Ltd",
      "1 Dial Lane",
      "Bridge letter to the SOC 2 Type II report of 1 Jul 2025 to 30 Jun 2026",
      "Tallis & Roe LLP",
      "21 Aug 2026",
      "1 Jul to 30 Sep 2026, 92 days",
      "no material changes to the system",
      "For the management of Orrery Instruments Ltd",
      "Ruth Okafor Chief Executive Officer",
      "Place and date of signature",
      "Draft of 1 Oct 2026",
    ]) {
      expect(text).toContain(said);
    }
  });

  test("says that nobody audited those days, whom it does not speak for, and that the reader's part goes on", async () => {
    const text = await textOf(await aReport());
    expect(text).toContain("Tallis & Roe LLP has not audited, examined or reviewed the days that it covers");
    expect(text).toContain("subservice organizations that the report leaves out: Cirrus Ltd.");
    expect(text).toContain("complementary user entity controls of the report go on applying");
  });

  test("says the opinion as it is, with the exceptions that the report notes", async () => {
    const text = await textOf(await aReport({ opinion: "adverse" }));
    expect(text).toContain("Adverse.");
    expect(text).toContain("It notes 1 exception.");
    expect(text).not.toContain("Unqualified");
  });

  test("has the changes that were typed in, and then never says that there were none", async () => {
    const text = await textOf(await aReport(), { changes: "We moved to a second region.\nWe hired a new CISO." });
    expect(text).toContain("We moved to a second region. We hired a new CISO.");
    expect(text).toContain("no other material change");
    expect(text).not.toContain("no material changes to the system");
  });

  test("is kept and published nowhere, and stands in the audit trail", async () => {
    const reportId = await aReport();
    await textOf(reportId, { changes: "One." });
    expect(await listBridgeLetters(db)).toEqual([]);
    const event = await db
      .selectFrom("auditEvent")
      .select(["subjectId", "details"])
      .where("action", "=", "trust-page.bridge-letter.drawn-up")
      .executeTakeFirstOrThrow();
    expect(event.subjectId).toBe(reportId);
    expect(event.details).toMatchObject({ days: 92, signer: "Ruth Okafor", changes: "named" });
  });
});

describe("what readers will ask about", () => {
  test("is a letter of more than 3 months, of days to come, or that leaves days out", async () => {
    const reportId = await aReport();
    expect(await warningsOf(reportId, {})).toEqual([]);
    expect(await warningsOf(reportId, { coversUntil: "2026-10-01" })).toEqual([
      "It covers 93 days. Readers expect at most 3 months.",
    ]);
    expect(await warningsOf(reportId, { coversFrom: "2026-07-03" })).toEqual([
      "2 days between the period and the letter stay uncovered.",
    ]);
    expect(await warningsOf(reportId, {}, "2026-09-29")).toEqual([
      "It speaks of days up to 30 Sep 2026, which are still to come. Sign it after that day.",
    ]);
  });
});

describe("a letter is refused", () => {
  test("for days that end before they begin, or for more than a year", () => {
    expect(complaintsAbout({ coversUntil: "2026-06-30" })).toEqual([
      ["coversUntil", "Enter the first day or a later one"],
    ]);
    expect(complaintsAbout({ coversUntil: addDays(typed.coversFrom, mostLetterDays) })).toEqual([
      ["coversUntil", "A letter covers at most a year"],
    ]);
    expect(complaintsAbout({ coversUntil: addDays(typed.coversFrom, mostLetterDays - 1) })).toBeUndefined();
  });

  test("for days of the report's own period, and for a report that has none", async () => {
    const reportId = await aReport();
    await expect(warningsOf(reportId, { coversFrom: "2026-06-30" })).rejects.toMatchObject({
      code: "trust-page.bridge-inside-period",
    });
    const pointInTime = await addReport(db, await ada(), reportForm.parse(typedTypeOne));
    await expect(warningsOf(pointInTime, {})).rejects.toMatchObject({ code: "trust-page.nothing-to-bridge" });
  });

  test("for letters that its font does not have, rather than print boxes", async () => {
    const reportId = await aReport();
    await expect(warningsOf(reportId, { signer: "王芳" })).rejects.toThrow("The letter’s font has no 王 芳.");
    expect(await warningsOf(reportId, { signer: "Łukasz Ελένη Дмитрий “Ünal”" })).toEqual([]);
  });

  test("to sales, who read and do not edit", async () => {
    const draft = letterDraftForm.parse(typed);
    const asked = drawUpBridgeLetter(db, await sam(), { reportId: await aReport(), draft, today });
    await expect(asked).rejects.toMatchObject({ code: "trust-page.not-an-editor" });
  });
});
