import { describe, expect, test } from "vitest";
import type { SheetInspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { layoutFingerprint } from "#app/domain/questionnaires/formats/layout-fingerprint.ts";

const aSheet = (given: Partial<SheetInspection> = {}): SheetInspection => ({
  name: "Security",
  hidden: false,
  role: "questions",
  why: "",
  headerRow: 2,
  headerRows: [2],
  columns: { id: "A", question: "B", answer: ["C"], comment: ["D"], section: null },
  questions: [],
  rowCount: 40,
  ignored: [],
  confidence: 1,
  preview: [["Vendor review 2026"], ["No.", "Question", "Your answer", "Comments"], ["1", "Do you encrypt?", "", ""]],
  ...given,
});

const of = (...sheets: SheetInspection[]) => layoutFingerprint({ format: "xlsx", sheets });

describe("two files from the same mould", () => {
  test("have the same fingerprint, also with other rows, another title above, and other sheets around", () => {
    const next = aSheet({
      rowCount: 90,
      preview: [["Vendor review 2027"], ["no", "QUESTION", " Your  answer:", "comments"], ["1", "Another?", "", ""]],
    });
    const notes = aSheet({ name: "Change log", role: "change-log" });
    expect(of(next, notes)).toBe(of(aSheet()));
    expect(of(next)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("have it whatever a delimited file is called", () => {
    const csv = (name: string) => layoutFingerprint({ format: "csv", sheets: [aSheet({ name })] });
    expect(csv("acme_2027.csv")).toBe(csv("acme_2026.csv"));
  });
});

test.each([
  ["a head is worded otherwise", aSheet({ preview: [[], ["No.", "Question", "Vendor response", "Comments"]] })],
  ["a column holds something else", aSheet({ columns: { ...aSheet().columns, answer: ["D"], comment: ["C"] } })],
  ["a sheet that asks has another name", aSheet({ name: "Privacy" })],
  ["there is no head", aSheet({ headerRow: null })],
])("a file is of another make when %s", (_, sheet) => {
  expect(of(sheet)).not.toBe(of(aSheet()));
});

test("a file is of another make when another sheet asks too", () => {
  expect(of(aSheet(), aSheet({ name: "Privacy" }))).not.toBe(of(aSheet()));
});

test("a document is of the same make when it asks the same, whatever the columns that stand for its parts", () => {
  const asking = (...texts: string[]) =>
    layoutFingerprint({
      format: "docx",
      sheets: [aSheet({ questions: texts.map((text) => ({ text }) as SheetInspection["questions"][number]) })],
    });
  expect(asking("Do you encrypt?")).toBe(asking("do you  encrypt"));
  expect(asking("Do you encrypt?")).not.toBe(asking("Do you encrypt?", "Who reviews access?"));
});

test("a head far below the first rows counts by its columns alone", () => {
  expect(of(aSheet({ headerRow: 200 }))).toBe(of(aSheet({ headerRow: 300 })));
});
