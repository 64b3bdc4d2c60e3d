import { describe, expect, test } from "vitest";
import { Dropdowns } from "#app/domain/questionnaires/formats/dropdowns.ts";
import { type Grid, mergeAt, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { readWorkbook } from "#app/domain/questionnaires/formats/xlsx-reader.server.ts";
import {
  dropdown,
  spreadsheet,
  workbookOf,
  workbookParts,
  zipOf,
} from "#tests/domain/questionnaires/formats/workbook-maker.ts";

function oneSheet(data: string, tail = ""): Buffer {
  const xml = `<worksheet ${spreadsheet}><sheetData>${data}</sheetData>${tail}</worksheet>`;
  return workbookOf({ sheets: [{ name: "S", xml }] });
}

async function texts(bytes: Buffer, sheet = 0): Promise<Record<string, string>> {
  const grid = await readWorkbook(bytes);
  const found: Record<string, string> = {};
  for (const [row, cells] of grid.sheets[sheet]!.rows) {
    for (const [column, { text }] of cells) found[`${row},${column}`] = text;
  }
  return found;
}

function optionsAt(grid: Grid, row: number, column: number): string[] | null | undefined {
  return new Dropdowns(grid).at(grid.sheets[0]!, { row, column })?.values;
}

describe("a cell's text", () => {
  test("is joined from the runs of rich text, without phonetic guides", async () => {
    const strings =
      '<si><r><t>Do you </t></r><r><rPr><b/></rPr><t>encrypt</t></r><rPh sb="0" eb="1"><t>kana</t></rPh></si><si><t>two_x000D_</t></si>';
    const xml = `<worksheet ${spreadsheet}><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData></worksheet>`;
    expect(await texts(workbookOf({ sheets: [{ name: "S", xml }], strings }))).toEqual({
      "1,1": "Do you encrypt",
      "1,2": "two\r",
    });
  });

  test("is the cached value of a formula, and formulas are known as such", async () => {
    const grid = await readWorkbook(
      workbookOf({ sheets: [{ name: "S", rows: [["=VLOOKUP(A2,B:C,2)|Is it safe?"]] }] }),
    );
    expect(grid.sheets[0]!.rows.get(1)!.get(1)).toEqual({ text: "Is it safe?", formula: true });
  });

  test("shows numbers as people see them, and booleans and errors in words", async () => {
    const cells =
      '<c r="A1"><v>1.1000000000000001</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1"><v>7</v></c>';
    expect(await texts(oneSheet(`<row r="1">${cells}</row>`))).toEqual({
      ...{ "1,1": "1.1", "1,2": "TRUE", "1,3": "#REF!", "1,4": "7" },
    });
  });

  test("is found when rows and cells do not say where they are", async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    expect(await texts(oneSheet(`<row>${cell("a")}${cell("b")}</row><row r="5"/><row>${cell("c")}</row>`))).toEqual({
      ...{ "1,1": "a", "1,2": "b", "6,1": "c" },
    });
  });

  test("is found whatever prefix the elements have", async () => {
    const xml =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>hello</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await texts(workbookOf({ sheets: [{ name: "S", xml }] }))).toEqual({ "2,2": "hello" });
  });
});

describe("a workbook", () => {
  test("knows its hidden and very hidden sheets", async () => {
    const grid = await readWorkbook(
      workbookOf({ sheets: [{ name: "A" }, { name: "B", state: "hidden" }, { name: "C", state: "veryHidden" }] }),
    );
    expect(grid.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["A", false],
      ["B", true],
      ["C", true],
    ]);
  });

  test("keeps merged ranges as ranges", async () => {
    const tail = '<mergeCells count="1"><mergeCell ref="A1:XFD20000"/></mergeCells>';
    const { sheets } = await readWorkbook(oneSheet('<row r="1"><c r="A1"><v>1</v></c></row>', tail));
    expect(mergeAt(sheets[0]!, 9_999, 300)).toEqual({ top: 1, left: 1, bottom: 20_000, right: 16_384 });
    expect(textAt(sheets[0]!, 1, 1)).toBe("1");
  });

  test("never opens a relationship that leaves the file", async () => {
    const parts = workbookParts({ sheets: [{ name: "A", rows: [["kept"]] }] }).map((part) =>
      part.name === "xl/_rels/workbook.xml.rels"
        ? { ...part, content: String(part.content).replace("<Relationship ", '<Relationship TargetMode="External" ') }
        : part,
    );
    expect((await readWorkbook(zipOf(parts))).sheets).toEqual([]);
  });

  test.each([
    ["declares a document type", '<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>', "document type"],
    ["is not well-formed", "<worksheet><sheetData></worksheet>", "not well-formed"],
    ["uses an undefined entity", "<worksheet>&lol;</worksheet>", "not well-formed"],
    ["is not UTF-8", Buffer.from([0x3c, 0xff, 0x3e]).toString("latin1"), "not well-formed"],
    [
      "puts a cell where it cannot be",
      '<worksheet><sheetData><row r="1"><c r="A2"/></row></sheetData></worksheet>',
      "names a cell",
    ],
  ])("is refused when a part %s", async (_, xml, message) => {
    await expect(readWorkbook(workbookOf({ sheets: [{ name: "S", xml }] }))).rejects.toThrow(message);
  });

  test("is refused when it is another kind of archive", async () => {
    await expect(readWorkbook(zipOf([{ name: "word/document.xml", content: "<w/>" }]))).rejects.toThrow(
      "not an Excel workbook",
    );
    await expect(readWorkbook(zipOf([{ name: "xl/workbook.bin", content: "" }]))).rejects.toThrow(".xlsb");
  });
});

describe("a dropdown's values", () => {
  const values = { name: "Lists", state: "hidden", rows: [["Yes"], ["No"], ["N/A"]] } as const;
  const first = (tail: string) => ({ name: "Form", rows: [["Q?"]], tail });

  test("are read from an inline list", async () => {
    const grid = await readWorkbook(workbookOf({ sheets: [first(dropdown("B1:B9 D4", '"Yes, No,Say ""when"""'))] }));
    expect(optionsAt(grid, 9, 2)).toEqual(["Yes", "No", 'Say "when"']);
    expect(optionsAt(grid, 4, 4)).toEqual(["Yes", "No", 'Say "when"']);
    expect(optionsAt(grid, 10, 2)).toBeUndefined();
  });

  test.each([
    ["a range of another sheet", "Lists!$A$1:$A$2", ["Yes", "No"]],
    ["a whole column", "'Lists'!A:A", ["Yes", "No", "N/A"]],
    ["a defined name", "Answers", ["Yes", "No", "N/A"]],
    ["a defined name of this sheet", "Mine", ["No"]],
  ])("are read from %s", async (_, formula, expected) => {
    const names = { Answers: "Lists!$A$1:$A$3", 'Mine" localSheetId="0': "Lists!$A$2" };
    const grid = await readWorkbook(workbookOf({ sheets: [first(dropdown("B1", formula)), values], names }));
    expect(optionsAt(grid, 1, 2)).toEqual(expected);
  });

  test("are read from an extension validation, which openpyxl drops", async () => {
    const tail =
      '<extLst><ext><x14:dataValidations xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B1:B4 C7</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    const grid = await readWorkbook(workbookOf({ sheets: [first(tail), values] }));
    expect(optionsAt(grid, 7, 3)).toEqual(["Yes", "No"]);
  });

  test("are unknown when the workbook computes them", async () => {
    const grid = await readWorkbook(workbookOf({ sheets: [first(dropdown("B1", "INDIRECT(A1)"))] }));
    expect(optionsAt(grid, 1, 2)).toBeNull();
  });
});
