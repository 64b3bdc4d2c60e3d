import { describe, expect, test } from "vitest";
import { fileKindOf } from "#app/domain/questionnaires/formats/file-kind.ts";
import { inspectHere, rowsHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { checkField, documentOf, documentParts, p, table } from "#tests/domain/questionnaires/formats/docx-maker.ts";
import { workbookOf, zipOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const times = (count: number, make: () => string) => Array.from({ length: count }, make).join("");

describe("a document is refused, with its own sentence,", () => {
  const cases: [string, () => Buffer, string][] = [
    ["with more than 5,000 tables", () => documentOf(times(5_001, () => "<w:tbl/>")), "more than 5,000 tables"],
    [
      "with more than 100,000 paragraphs",
      () => documentOf(times(100_001, () => "<w:p/>") + "<!-- 1 -->"),
      "more than 100,000 paragraphs",
    ],
    [
      "with more than 20,000 boxes",
      () => documentOf(times(20_001, () => "<w:p><w:r><w:t>[ ]</w:t></w:r></w:p>")),
      "more than 20,000 boxes and fields to fill in",
    ],
    [
      "with tables in tables in tables",
      () => documentOf("<w:tbl><w:tr><w:tc>".repeat(30) + "</w:tc></w:tr></w:tbl>".repeat(30)),
      "nested more than 64 levels deep",
    ],
    [
      "with a document type",
      () => documentOf(p(), { before: '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>' }),
      "declares a document type",
    ],
    ["with XML that is not well-formed", () => documentOf("<w:p>"), "not well-formed"],
    ["when it is an archive of something else", () => zipOf([{ name: "a", content: "b" }]), "not a Word document"],
    ["when it is a workbook by another name", () => workbookOf({ sheets: [{ name: "S" }] }), "not a Word document"],
    ["when it is cut short", () => documentOf(p()).subarray(0, 900), "damaged"],
  ];
  test.each(cases)("%s", async (_, make, message) => {
    await expect(inspectHere(make(), "form.docx", {})).rejects.toThrow(message);
  });

  test.each([
    ["when its name lies", Buffer.from("text"), "form.docx", "named .docx, but is no Word document"],
    ["when it has a password", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), "form.docx", "This file has a password"],
    ["in the old format", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), "form.doc", "the old .doc format"],
    ["with macros", Buffer.from([0x50, 0x4b, 3, 4]), "form.docm", ".docm files cannot be read"],
  ])("%s", (_, bytes, name, message) => {
    expect(() => fileKindOf(bytes, name)).toThrow(message);
  });
});

test("a main part outside the file is never looked for", async () => {
  const parts = documentParts({ body: p() }).map((part) =>
    part.name === "_rels/.rels"
      ? { ...part, content: String(part.content).replace("Target=", 'TargetMode="External" Target=') }
      : part,
  );
  await expect(inspectHere(zipOf(parts), "form.docx", {})).rejects.toThrow("not a Word document");
});

test("a document full of rows and boxes is read in time", async () => {
  const rows = Array.from({ length: 4_000 }, (_, i) => [
    String(i + 1),
    "Is data encrypted?",
    { xml: p(checkField()) },
    { xml: p(checkField()) },
  ]);
  const inspection = await inspectHere(documentOf(table([["#", "Question", "Yes", "No"], ...rows])), "form.docx", {});
  expect(inspection.sheets[0]!.questions).toHaveLength(4_000);
});

test("answers to import are not looked for in a document", async () => {
  await expect(rowsHere(documentOf(p()), "answers.docx")).rejects.toThrow("Answers are read from tables");
});
