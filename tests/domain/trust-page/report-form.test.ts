import { describe, expect, test } from "vitest";
import { bridgeLetterForm, reportForm, typedReport, warningsAbout } from "#app/domain/trust-page/reports.ts";
import { aLetter, aTypeTwo, typedTypeOne, typedTypeTwo } from "./given-reports.ts";

function complaints(form: Record<string, string>): Record<string, string> {
  const parsed = reportForm.safeParse(form);
  if (parsed.success) return {};
  return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
}

const without = (form: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(form).filter(([field]) => field !== name));

describe("the report form", () => {
  test("takes a whole Type II report, lists line by line", () => {
    expect(reportForm.parse(typedTypeTwo)).toMatchObject({
      kind: "soc2-type2",
      asOf: null,
      categories: ["security", "availability"],
      products: ["Orrery Ledger", "Orrery Sync"],
      controlsTested: 84,
      exceptions: [{ control: "AC-03", finding: "1 of 25 leavers was removed late.", response: "Now automatic." }],
      subservice: [{ name: "Cirrus Ltd", service: "Hosting", method: "carve-out" }],
      cuecs: ["Remove your leavers."],
      documentId: null,
    });
  });

  test("shows a stored report as it was typed", () => {
    expect(typedReport(reportForm.parse(typedTypeTwo))).toEqual(typedTypeTwo);
  });

  test("takes a Type I report with its day", () => {
    expect(complaints(typedTypeOne)).toEqual({});
  });

  test("refuses a report without Security", () => {
    expect(complaints(without(typedTypeTwo, "category-security"))).toEqual({
      "category-security": "Security is part of every SOC 2 report. Tick it",
    });
  });

  test("refuses a Type II without a period", () => {
    expect(complaints({ ...typedTypeTwo, periodStart: "", periodEnd: "" })).toEqual({
      periodStart: "Enter the first day of the period: a Type II report has one",
      periodEnd: "Enter the last day of the period: a Type II report has one",
    });
  });

  test("refuses a Type II with an as-of date, and a Type I with a period", () => {
    expect(Object.keys(complaints({ ...typedTypeTwo, asOf: "2026-01-01" }))).toEqual(["asOf"]);
    expect(Object.keys(complaints({ ...typedTypeOne, periodStart: "2025-07-01", periodEnd: "2026-02-28" }))).toEqual([
      "periodStart",
      "periodEnd",
    ]);
  });

  test("refuses a Type I without its day", () => {
    expect(Object.keys(complaints({ ...typedTypeOne, asOf: "" }))).toEqual(["asOf"]);
  });

  test("refuses a period that ends before it starts, or on the same day", () => {
    for (const periodEnd of ["2025-06-30", "2025-07-01"]) {
      expect(complaints({ ...typedTypeTwo, periodEnd }).periodEnd).toMatch(/ends before it starts/);
    }
  });

  test("refuses an issue before the end of what it covers", () => {
    expect(complaints({ ...typedTypeTwo, issuedOn: "2026-06-29" }).issuedOn).toMatch(
      /^Enter a day from 30 Jun 2026 on/,
    );
  });

  test("wants an opinion and an auditor for an issued report, and no opinion before", () => {
    expect(Object.keys(complaints({ ...typedTypeTwo, opinion: "", auditor: "" }))).toEqual(["opinion", "auditor"]);
    expect(Object.keys(complaints({ ...typedTypeTwo, issuedOn: "" }))).toEqual(["issuedOn"]);
  });

  test("refuses days that the calendar does not have", () => {
    expect(complaints({ ...typedTypeTwo, periodEnd: "2026-02-30" }).periodEnd).toMatch(/^Enter a date/);
  });

  test("says which line of a list it cannot read", () => {
    const exceptions = "AC-03 | Late. | Fixed.\nAC-04 only";
    expect(complaints({ ...typedTypeTwo, exceptions }).exceptions).toBe(
      "Line 2: write control | finding | response, with a bar between them",
    );
    expect(complaints({ ...typedTypeTwo, subservice: "Cirrus | Hosting | outside" }).subservice).toMatch(/^Line 1/);
  });

  test("says everything that is wrong at once", () => {
    const form = {
      ...without(typedTypeTwo, "category-security"),
      exceptions: "AC-04 only",
      periodEnd: "",
      auditor: "",
    };
    expect(Object.keys(complaints(form)).sort()).toEqual(["auditor", "category-security", "exceptions", "periodEnd"]);
  });

  test("refuses an address that is none, and a scheme that could run", () => {
    for (const auditorUrl of ["firm", "javascript:alert(1)"]) {
      expect(Object.keys(complaints({ ...typedTypeTwo, auditorUrl }))).toEqual(["auditorUrl"]);
    }
  });

  test("refuses fields that it does not know", () => {
    expect(reportForm.safeParse({ ...typedTypeTwo, published: "yes" }).success).toBe(false);
  });
});

describe("what is possible but unusual", () => {
  test("a Type II outside 3 to 12 months is accepted with a warning", () => {
    const long = { ...aTypeTwo, periodStart: "2025-04-01" };
    expect(warningsAbout(aTypeTwo, [])).toEqual([]);
    expect(warningsAbout(long, [])).toEqual(["The period is 15 months long. A Type II usually covers 3 to 12 months."]);
    expect(warningsAbout({ ...aTypeTwo, periodStart: "2026-05-01" }, [])).toHaveLength(1);
  });

  test("a bridge letter past 3 months is accepted with a warning", () => {
    expect(warningsAbout(aTypeTwo, [aLetter])).toEqual([]);
    expect(warningsAbout(aTypeTwo, [{ ...aLetter, coversUntil: "2026-10-31" }])).toHaveLength(1);
  });

  test("a bridge letter that ends before it starts is refused", () => {
    const typed = { coversFrom: "2026-07-01", coversUntil: "2026-06-30", signedOn: "2026-07-04", documentId: "" };
    expect(bridgeLetterForm.safeParse(typed).success).toBe(false);
  });
});
