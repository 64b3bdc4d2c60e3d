import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FormulaWatch } from "#app/domain/questionnaires/formats/recalculation.ts";
import { patchSheetXml } from "#app/domain/questionnaires/formats/sheet-patch.ts";
import { patchWorkbook } from "#app/domain/questionnaires/formats/xlsx-patch.server.ts";
import { readWorkbook } from "#app/domain/questionnaires/formats/xlsx-reader.server.ts";
import { entryBytes, openZip } from "#app/domain/questionnaires/formats/zip-reader.server.ts";
import { pythonWithOpenpyxl, readByOpenpyxl } from "#tests/domain/questionnaires/formats/python-openpyxl.ts";
import {
  type MadeWorkbook,
  spreadsheet,
  workbookOf,
  workbookParts,
  zipOf,
} from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const oneCell = (row: number, column: number, text: string) => new Map([[row, new Map([[column, text]])]]);
const answer = (name: string, text: string, attributes = "") =>
  `<c r="${name}"${attributes} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const archive = openZip(bytes);
  const parts = new Map<string, string>();
  for (const entry of archive.entries) {
    parts.set(entry.name, (await entryBytes(archive, entry, { inflated: 0 })).toString("utf8"));
  }
  return parts;
}

async function changedParts(before: Buffer, after: Buffer): Promise<string[]> {
  const [old, now] = [await partsOf(before), await partsOf(after)];
  expect([...now.keys()]).toEqual([...old.keys()]);
  return [...old.keys()].filter((name) => old.get(name) !== now.get(name));
}

describe("a worksheet's XML", () => {
  const sheet = (data: string, before = "") =>
    `<worksheet ${spreadsheet}>${before}<sheetData>${data}</sheetData><a/></worksheet>`;

  test.each<[string, string, [number, number], string]>([
    [
      "an empty styled cell",
      '<row r="3"><c r="C3" s="8" /></row>',
      [3, 3],
      `<row r="3">${answer("C3", "Yes", ' s="8"')}</row>`,
    ],
    [
      "a cell with a shared string",
      '<row r="3"><c t="s" r="C3" s="8"><v>7</v></c></row>',
      [3, 3],
      `<row r="3"><c r="C3" s="8" t="inlineStr"><is><t xml:space="preserve">Yes</t></is></c></row>`,
    ],
    [
      "a missing cell between others",
      '<row r="3"><c r="A3"/><c r="E3"/></row>',
      [3, 3],
      `<row r="3"><c r="A3"/>${answer("C3", "Yes")}<c r="E3"/></row>`,
    ],
    [
      "a missing cell at the end",
      '<row r="3"><c r="A3"/></row>',
      [3, 3],
      `<row r="3"><c r="A3"/>${answer("C3", "Yes")}</row>`,
    ],
    [
      "a missing cell before an extension",
      '<row r="3"><c r="A3"/><extLst><ext/></extLst></row>',
      [3, 3],
      `<row r="3"><c r="A3"/>${answer("C3", "Yes")}<extLst><ext/></extLst></row>`,
    ],
    [
      "a cell of an empty row, in the row's style",
      '<row r="3" s="4" customFormat="1" />',
      [3, 3],
      `<row r="3" s="4" customFormat="1">${answer("C3", "Yes", ' s="4"')}</row>`,
    ],
    [
      "a missing row between others",
      '<row r="2"/><row r="5"/>',
      [3, 3],
      `<row r="2"/><row r="3">${answer("C3", "Yes")}</row><row r="5"/>`,
    ],
    [
      "a missing row at the end",
      '<row r="2"></row>',
      [3, 3],
      `<row r="2"></row><row r="3">${answer("C3", "Yes")}</row>`,
    ],
    [
      "a cell that does not say where it is",
      "<row><c/><c/></row>",
      [1, 2],
      `<row><c/><c t="inlineStr"><is><t xml:space="preserve">Yes</t></is></c></row>`,
    ],
    [
      "a cell after a comment that looks like one",
      '<row r="1"><!--<c r="A1">--><c r="A1"/></row>',
      [1, 1],
      `<row r="1"><!--<c r="A1">-->${answer("A1", "Yes")}</row>`,
    ],
  ])("takes a text into %s", (_, data, [row, column], expected) => {
    expect(patchSheetXml(sheet(data), oneCell(row, column, "Yes"))).toBe(sheet(expected));
  });

  test("takes a text into a new cell in its column's style", () => {
    const columns = '<cols><col min="2" max="4" width="9" style="6"/></cols>';
    expect(patchSheetXml(sheet("", columns), oneCell(1, 3, "Yes"))).toBe(
      sheet(`<row r="1">${answer("C1", "Yes", ' s="6"')}</row>`, columns),
    );
  });

  test("takes a text when it has no cells at all, and under a prefix", () => {
    const before = '<x:worksheet xmlns:x="m"><x:sheetData /></x:worksheet>';
    expect(patchSheetXml(before, oneCell(1, 1, "Yes"))).toBe(
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">Yes</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  test("is refused when its rows are not in order", () => {
    expect(() => patchSheetXml(sheet('<row r="3"/><row r="2"/>'), oneCell(9, 1, "x"))).toThrow("not in order");
  });

  test("keeps a formula, always", () => {
    expect(() => patchSheetXml(sheet('<row r="1"><c r="A1"><f>1+1</f></c></row>'), oneCell(1, 1, "x"))).toThrow(
      "A formula is never overwritten.",
    );
  });
});

describe("an answer in a workbook", () => {
  const made: MadeWorkbook = {
    sheets: [
      { name: "Form", rows: [["Q", "A"], ["Do you?"], ["Is it?"]] },
      { name: "Other", rows: [["=1+1|2"]] },
    ],
    extraParts: [
      { name: "xl/media/logo.png", content: Buffer.from([1, 2, 3]), stored: true },
      { name: "customXml/item1.xml", content: "<kept/>", streamed: true },
      { name: "xl/vbaProject.bin", content: "macros are kept, never run" },
    ],
  };

  test("leaves every other part, and every other record of the archive, byte for byte", async () => {
    const before = workbookOf(made);
    const after = await patchWorkbook(before, [{ sheet: "Form", cell: "B2", text: "Yes" }]);
    expect(await changedParts(before, after)).toEqual(["xl/worksheets/sheet1.xml"]);
    const start = after.indexOf("customXml/item1.xml") - 30;
    const from = before.indexOf("customXml/item1.xml") - 30;
    expect(after.subarray(start, start + 80)).toEqual(before.subarray(from, from + 80));
  });

  test("leaves the file as it is when there is nothing to write", async () => {
    const before = workbookOf(made);
    expect(await patchWorkbook(before, [])).toBe(before);
  });

  test("asks for a calculation only when a formula depends on it", async () => {
    const sheets = [made.sheets[0]!, { name: "Score", rows: [['=IF(Form!$B$2="Yes",1,0)|0']] }];
    const before = workbookOf({ sheets, names: { Known: "Form!$A$1" }, workbookTail: '<calcPr calcId="191029"/>' });
    const after = await patchWorkbook(before, [{ sheet: "Form", cell: "B2", text: "Yes" }]);
    expect(await changedParts(before, after)).toEqual(["xl/workbook.xml", "xl/worksheets/sheet1.xml"]);
    expect((await partsOf(after)).get("xl/workbook.xml")).toContain('<calcPr fullCalcOnLoad="1" calcId="191029"/>');
    const elsewhere = await patchWorkbook(before, [{ sheet: "Form", cell: "B3", text: "Yes" }]);
    expect(await changedParts(before, elsewhere)).toEqual(["xl/worksheets/sheet1.xml"]);
  });

  test("puts the calculation setting where the format wants it when there was none", async () => {
    const sheets = [made.sheets[0]!, { name: "Score", rows: [["=Form!B2|"]] }];
    const before = workbookOf({ sheets, names: { Known: "Form!$A$1" }, workbookTail: "<extLst/>" });
    const after = await patchWorkbook(before, [{ sheet: "Form", cell: "B2", text: "Yes" }]);
    expect((await partsOf(after)).get("xl/workbook.xml")).toContain(
      '</definedNames><calcPr fullCalcOnLoad="1"/><extLst/>',
    );
  });

  test.each<[string, Partial<MadeWorkbook["sheets"][number]>, string, string]>([
    ["a formula", { rows: [["=1+1|2"]] }, "A1", "A formula is never overwritten."],
    [
      "part of an array formula",
      {
        xml: `<worksheet ${spreadsheet}><sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row></sheetData></worksheet>`,
      },
      "A2",
      "A formula is never overwritten.",
    ],
    [
      "a merged cell that is not the first",
      { rows: [["x"]], tail: '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>' },
      "A2",
      "first cell of a merged range",
    ],
    ["a cell that does not exist", { rows: [["x"]] }, "AAAA1", "is no cell"],
  ])("never goes into %s", async (_, sheet, cell, message) => {
    const before = workbookOf({ sheets: [{ name: "Form", ...sheet }] });
    await expect(patchWorkbook(before, [{ sheet: "Form", cell, text: "x" }])).rejects.toThrow(message);
  });

  test("never goes into a sheet that does not exist, and never exceeds a cell", async () => {
    const before = workbookOf(made);
    await expect(patchWorkbook(before, [{ sheet: "Nope", cell: "A1", text: "x" }])).rejects.toThrow('no sheet "Nope"');
    const long = "a".repeat(32_768);
    await expect(patchWorkbook(before, [{ sheet: "Form", cell: "B2", text: long }])).rejects.toThrow("32,767");
  });

  const payloads = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    " =1",
    "<b>&amp;</b>",
    "line\nbreak",
    "_x0041_",
    "漢😀 é",
  ];

  test.each(payloads)("is the text %j again when the file is read", async (payload) => {
    const after = await patchWorkbook(workbookOf(made), [{ sheet: "Form", cell: "B2", text: payload }]);
    const cell = (await readWorkbook(after)).sheets[0]!.rows.get(2)!.get(2);
    expect(cell).toEqual({ text: payload, formula: false });
  });

  test.skipIf(!pythonWithOpenpyxl)("is the same text for openpyxl, and never a formula", async () => {
    const plain = payloads.filter((payload) => payload !== "_x0041_");
    const writes = plain.map((text, i) => ({ sheet: "Form", cell: `B${i + 2}`, text }));
    const read = readByOpenpyxl(await patchWorkbook(workbookOf(made), writes));
    for (const { cell, text } of writes) {
      expect(read["Form"]![cell]![0]).toBe(text);
      const bytes = (await partsOf(await patchWorkbook(workbookOf(made), writes))).get("xl/worksheets/sheet1.xml")!;
      expect(bytes).not.toContain("<f");
    }
    expect(read["Form"]!["A2"]![0]).toBe("Do you?");
  });

  test("whatever the text, is read back without what XML cannot hold, and the rest of the sheet is the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        async (text, row) => {
          const before = workbookOf(made);
          const after = await patchWorkbook(before, [{ sheet: "Form", cell: `C${row}`, text }]);
          const [old, now] = [(await readWorkbook(before)).sheets[0]!, (await readWorkbook(after)).sheets[0]!];
          const expected = text
            .replaceAll(/\r\n?/g, "\n")
            .replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
          expect(now.rows.get(row)?.get(3)?.text ?? "").toBe(expected);
          now.rows.get(row)?.delete(3);
          if (now.rows.get(row)?.size === 0) now.rows.delete(row);
          expect(now).toEqual(old);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("whether a formula depends on what was written", () => {
  const watch = (text: string, sheet = "Score", shared: string | null = null) => {
    const seeing = new FormulaWatch(new Map([["Form's", [{ row: 5, column: 3 }]]]));
    const range = shared ? { top: 1, left: 1, bottom: Number(shared), right: 1 } : null;
    seeing.see({ sheet, text, shared: range });
    return seeing.affected;
  };

  test.each([
    ["'Form''s'!C5", true],
    ["SUM('Form''s'!$A$1:$D$9)", true],
    ["COUNTA('Form''s'!C:C)", true],
    ["SUM('Form''s'!4:6)", true],
    ["'Form''s'!C6", false],
    ["C5+1", false],
    ["Other!C5", false],
    ["\"'Form''s'!C5\"", false],
    ["LOG10(A1)", false],
    ["INDIRECT(A1)", true],
    ["Table1[Answer]", true],
    ["SomeName*2", true],
    ["IF(TRUE,1,0)", false],
  ])("%s: %s", (text, affected) => {
    expect(watch(text)).toBe(affected);
  });

  test("is judged on the formula's own sheet, and on the whole range of a shared one", () => {
    expect(watch("C5", "Form's")).toBe(true);
    expect(watch("C1", "Form's")).toBe(false);
    expect(watch("C1", "Form's", "5")).toBe(true);
  });
});

test("an archive with its parts in another order keeps that order", async () => {
  const parts = workbookParts({ sheets: [{ name: "Form", rows: [["Q", "A"]] }] }).reverse();
  const before = zipOf(parts);
  const after = await patchWorkbook(before, [{ sheet: "Form", cell: "B2", text: "Yes" }]);
  expect(openZip(after).entries.map(({ name }) => name)).toEqual(parts.map(({ name }) => name));
});
