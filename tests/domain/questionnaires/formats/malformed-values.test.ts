import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDelimited } from "#app/domain/questionnaires/formats/csv-reader.ts";
import { emptySheet, type Grid, putCell } from "#app/domain/questionnaires/formats/grid.ts";
import { inspectGrid } from "#app/domain/questionnaires/formats/layout.ts";
import { inspectHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { encodeText } from "#app/domain/questionnaires/formats/text-encoding.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { spreadsheet, workbookOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const types = ["", "n", "s", "str", "inlineStr", "b", "e", "d", "x"];
const values = [
  ...["", "0", "-1", "1e999", "-1e-999", "NaN", "Infinity", "1,5", "1.5.2", "0x10", "٣", "00012", "9".repeat(400)],
  ...["2958466", "-693594", "45000.999999999", "2024-02-31T25:61:61Z", "TRUE", "maybe", "#REF!", "&#55296;", " 1 "],
];

/** A workbook with one question and odd cells around it. */
function oddWorkbook(cells: readonly [string, string][]): Buffer {
  const odd = cells.map(([type, value], i) => {
    const held = type === "inlineStr" ? `<is><t>${value}</t></is>` : `<v>${value}</v>`;
    return `<c r="${"ABCDEFGH"[i]}3"${type ? ` t="${type}"` : ""}>${held}</c>`;
  });
  const text = (name: string, value: string) => `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows =
    `<row r="1">${text("A1", "ID")}${text("B1", "Question")}${text("C1", "Answer")}</row>` +
    `<row r="2">${text("A2", "1")}${text("B2", "Do you test your backups?")}</row><row r="3">${odd.join("")}</row>`;
  return workbookOf({
    sheets: [{ name: "Form", xml: `<worksheet ${spreadsheet}><sheetData>${rows}</sheetData></worksheet>` }],
  });
}

async function readOrRefused(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
  }
}

describe("numbers, dates and errors that are none", () => {
  test.each(values)("%j in a cell of any type is read or refused in a sentence", async (value) => {
    for (const type of types) {
      await readOrRefused(async () => {
        const { sheets } = await inspectHere(oddWorkbook([[type, value]]), "form.xlsx", {});
        expect(sheets[0]!.questions[0]).toMatchObject({ text: "Do you test your backups?", answerCell: "C2" });
      });
    }
  });

  test("nor any mixture of them", async () => {
    const cell = fc.tuple(fc.constantFrom(...types), fc.constantFrom(...values));
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async (cells) => {
        await readOrRefused(() => inspectHere(oddWorkbook(cells), "form.xlsx", {}));
      }),
      { numRuns: 200 },
    );
  });
});

describe("encodings that are none", () => {
  test("are read as some text or refused in a sentence, and still inspected", () => {
    const odd = fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes));
    const encoding = fc.constantFrom(
      "utf-8" as const,
      "utf-16le" as const,
      "utf-16be" as const,
      "windows-1252" as const,
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 4 }), encoding, (pieces, name) => {
        const lines = ["ID;Question;Answer\r\n", "1;Do you test your backups?;\r\n", "2;Wer prüft das?;\r\n"];
        const bytes = Buffer.concat(lines.flatMap((line, i) => [encodeText(line, name), pieces[i] ?? Buffer.alloc(0)]));
        try {
          inspectGrid(readDelimited(bytes, "form.csv"));
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("any table", () => {
  const words = [
    ...[
      "",
      "",
      "",
      "ID",
      "No.",
      "Question",
      "Frage",
      "Answer",
      "Response (Y/N)",
      "Comments",
      "Section",
      "Yes",
      "No",
      "N/A",
    ],
    ...[
      "For internal use",
      "1",
      "2",
      "1.1",
      "A",
      "Q1:",
      "A1:",
      "Response:",
      "☐ Yes ☐ No",
      "Yes / No",
      "____",
      "If yes, how?",
    ],
    ...[
      "Do you test your backups?",
      "Media shall be encrypted at all times.",
      "Describe it.",
      "ACCESS",
      "Access control",
    ],
    ...["Do you log?\nWho reads it?", "1. Do you log?\n2. Who reads it?", "Note: all of it", "Company name", "=1+1"],
  ];
  const row = fc.array(fc.constantFrom(...words), { maxLength: 7 });

  test("is inspected without a crash, twice the same, with a key of its own and a place on the sheet for each question", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), (rows) => {
        const grid = gridOf(rows);
        const inspection = inspectGrid(grid);
        expect(inspectGrid(gridOf(rows))).toEqual(inspection);
        const [{ questions, confidence }] = inspection.sheets as [(typeof inspection.sheets)[0]];
        expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
        for (const { answerCell, commentCell, text } of questions) {
          expect(text.trim()).not.toBe("");
          if (answerCell !== null) expect(answerCell).not.toBe(commentCell);
        }
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

function gridOf(rows: readonly (readonly string[])[]): Grid {
  const sheet = emptySheet("Form", false);
  for (const [i, cells] of rows.entries()) {
    for (const [j, text] of cells.entries()) {
      if (text !== "") putCell(sheet, { row: i + 1, column: j + 1 }, { text, formula: text.startsWith("=") });
    }
  }
  return { format: "xlsx", encoding: null, sheets: [sheet], names: new Map() };
}
