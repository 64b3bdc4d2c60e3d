import { describe, expect, test } from "vitest";
import { readDelimited } from "#app/domain/questionnaires/formats/csv-reader.ts";
import { fileKindOf } from "#app/domain/questionnaires/formats/file-kind.ts";
import { limits } from "#app/domain/questionnaires/formats/limits.ts";
import { readWorkbook } from "#app/domain/questionnaires/formats/xlsx-reader.server.ts";
import {
  dropdown,
  type MadeWorkbook,
  spreadsheet,
  workbookParts,
  zipOf,
} from "#tests/domain/questionnaires/formats/workbook-maker.ts";

/** Stored, not packed: repeated rows would meet the limit on the ratio first. */
const workbookOf = (made: MadeWorkbook) => zipOf(workbookParts(made).map((part) => ({ ...part, stored: true })));
const worksheet = (inside: string) => `<worksheet ${spreadsheet}>${inside}</worksheet>`;
const sheet = (inside: string) => workbookOf({ sheets: [{ name: "S", xml: worksheet(inside) }] });
const times = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join("");
const row = (i: number) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`;

describe("a workbook is refused, with its own sentence,", () => {
  const cases: [string, () => Buffer, string][] = [
    [
      "with 20,001 filled rows on a sheet",
      () => sheet(`<sheetData>${times(20_001, row)}</sheetData>`),
      "This workbook has 20,001 rows on one sheet; the limit is 20,000.",
    ],
    [
      "with so many rows that counting them all would be work",
      () => sheet(`<sheetData>${times(200_001, row)}</sheetData>`),
      "This workbook has more than 200,000 rows on one sheet; the limit is 20,000.",
    ],
    [
      "with 200,001 filled cells",
      () =>
        sheet(
          `<sheetData>${times(2_001, (i) => `<row r="${i + 1}">${"<c><v>1</v></c>".repeat(100)}</row>`)}</sheetData>`,
        ),
      "This file has more than 200,000 filled cells.",
    ],
    [
      "with 51 sheets",
      () => workbookOf({ sheets: Array.from({ length: 51 }, (_, i) => ({ name: `S${i}` })) }),
      "This workbook has 51 sheets; the limit is 50.",
    ],
    [
      "with a cell of 32,768 characters",
      () => sheet(`<sheetData><row><c t="inlineStr"><is><t>${"a".repeat(32_768)}</t></is></c></row></sheetData>`),
      "A cell holds 32,768 characters; the limit is 32,767.",
    ],
    [
      "with 5,001 merged ranges",
      () =>
        sheet(`<sheetData/><mergeCells>${times(5_001, (i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`)}</mergeCells>`),
      "A sheet of this workbook has more than 5,000 merged ranges.",
    ],
    [
      "with dropdowns on 10,001 ranges",
      () =>
        sheet(
          `<sheetData/>${dropdown(
            times(10_001, (i) => `A${i + 1} `),
            '"a"',
          )}`,
        ),
      "A sheet of this workbook has dropdowns on more than 10,000 ranges.",
    ],
    [
      "with 200,001 shared strings",
      () => workbookOf({ sheets: [{ name: "S" }], strings: "<si><t>a</t></si>".repeat(200_001) }),
      "This workbook has more than 200,000 different texts.",
    ],
    [
      "with 10,001 defined names",
      () =>
        workbookOf({
          sheets: [{ name: "S" }],
          names: Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`n${i}`, "S!A1"])),
        }),
      "This workbook has more than 10,000 defined names.",
    ],
    [
      "nested 65 levels deep",
      () => sheet("<a>".repeat(64) + "</a>".repeat(64)),
      "A part of this file is nested more than 64 levels deep.",
    ],
    [
      "with an element of 65 attributes",
      () => sheet(`<a ${times(65, (i) => `b${i}="" `)}/>`),
      "An element in this file has more than 64 attributes.",
    ],
    [
      "with an element of 100,000 attributes, without reading them all",
      () => sheet(`<a ${times(100_000, (i) => `b${i}="" `)}/>`),
      "An element in this file has more than 64 attributes.",
    ],
    [
      "with a text longer than a mebibyte",
      () => sheet(`<a>${times(200_000, (i) => `${i} `)}</a>`),
      "A single text in this file is longer than 1,048,576 characters.",
    ],
  ];
  test.each(cases)("%s", async (_, make, message) => {
    await expect(readWorkbook(make())).rejects.toThrow(message);
  });

  test("with more than five million elements and texts", async () => {
    const sheets = Array.from({ length: 6 }, (_, i) => ({
      name: `S${i}`,
      xml: worksheet(times(900_000, () => "<a/>")),
    }));
    await expect(readWorkbook(workbookOf({ sheets }))).rejects.toThrow("more than 5,000,000 elements and texts");
  });
});

describe("a workbook is read", () => {
  test("with 20,000 filled rows, and empty formatted ones after them", async () => {
    const empty = times(5_000, (i) => `<row r="${i + 30_000}"><c r="A${i + 30_000}" s="1"/></row>`);
    const grid = await readWorkbook(sheet(`<sheetData>${times(limits.rows, row)}${empty}</sheetData>`));
    expect(grid.sheets[0]!.rows.size).toBe(20_000);
  });

  test("with its only cells in opposite corners", async () => {
    const data = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>';
    const grid = await readWorkbook(sheet(`<sheetData>${data}</sheetData>`));
    expect([...grid.sheets[0]!.rows.keys()]).toEqual([1, 1_048_576]);
  });
});

describe("delimited text is refused, with its own sentence,", () => {
  const cases: [string, () => string, string][] = [
    ["with 20,001 rows", () => "a,b\n".repeat(20_001), "This file has 20,001 rows; the limit is 20,000."],
    ["with 501 columns", () => ",".repeat(500), "A row of this file has 501 columns; the limit is 500."],
    [
      "with a row over a mebibyte",
      () => `${"a ".repeat(32)}${`,${"b".repeat(30_000)}`.repeat(40)}`,
      "longer than 1,048,576 characters",
    ],
    ["with nothing but separators", () => ",".repeat(9_000_000), "has more than 5,000 columns; the limit is 500."],
    ["with nothing but line ends", () => "\r\n".repeat(4_500_000), "has more than 200,000 rows; the limit is 20,000."],
    ["with a cell of 40,000 characters", () => `a,${"b".repeat(40_000)}`, "A cell holds 40,000 characters"],
    ["with 200,001 filled cells", () => `${"a,".repeat(11)}a\n`.repeat(16_667), "more than 200,000 filled cells"],
  ];
  test.each(cases)("%s", (_, make, message) => {
    expect(() => readDelimited(Buffer.from(make()), "form.csv")).toThrow(message);
  });
});

describe("a file is refused before it is read", () => {
  test.each([
    ["when it is empty", Buffer.alloc(0), "form.xlsx", "This file is empty."],
    [
      "when it is over 10 MiB",
      Buffer.alloc(11 * 1024 * 1024, 65),
      "form.csv",
      "This file is 11 MiB; the limit is 10 MiB.",
    ],
    ["when it has a password", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), "form.xlsx", "has a password"],
    ["when its name lies about a workbook", Buffer.from("a,b"), "form.xlsx", "named .xlsx, but is no Excel workbook"],
    ["when its name lies about text", Buffer.from([0x50, 0x4b, 3, 4]), "form.csv", "named .csv, but is not text"],
    ["when it is of another type", Buffer.from("{\\rtf1}"), "form.rtf", ".rtf files cannot be read"],
    ["when its name lies about a PDF", Buffer.from("a,b"), "form.pdf", "named .pdf, but is no PDF"],
    ["when it has no extension", Buffer.from("a,b"), "form", "This file has no extension"],
  ])("%s", (_, bytes, name, message) => {
    expect(() => fileKindOf(bytes, name)).toThrow(message);
  });
});
