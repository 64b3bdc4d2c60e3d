import { describe, expect, test } from "vitest";
import { fidelitySentence } from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import { verifyCopyHere } from "#app/domain/questionnaires/formats/fidelity/verify-copy.server.ts";
import { verifyCopy } from "#app/domain/questionnaires/formats/verify-copy.server.ts";
import { writeHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { dropdown, spreadsheet, workbookOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const rows = [
  ["ID", "Question", "Answer", "Comment"],
  ["A1", "Do you encrypt backups?"],
  ["A2", "Describe how access is reviewed."],
];
const form = (cells = rows, tail = dropdown("C2", '"Yes,No"')) =>
  workbookOf({ sheets: [{ name: "Form", rows: cells, tail }] });
const how = { fileName: "form.xlsx", choices: {} };
const written = (bytes: Buffer) =>
  writeHere(bytes, "form.xlsx", [
    { sheet: "Form", cell: "C2", text: "Yes" },
    { sheet: "Form", cell: "D2", text: "With AES-256." },
  ]);

describe("the fidelity of a filled workbook", () => {
  test("names what was written, and that nothing else changed", async () => {
    const fidelity = await verifyCopyHere(form(), await written(form()), how);
    expect(fidelity.problems).toEqual([]);
    expect(fidelity.written).toEqual([
      { sheet: "Form", cell: "C2", before: "", after: "Yes" },
      { sheet: "Form", cell: "D2", before: "", after: "With AES-256." },
    ]);
    expect(fidelity.parts.changed).toHaveLength(1);
    expect(fidelity.parts.unchanged).toBe(fidelity.parts.all - 1);
    expect(fidelitySentence(fidelity)).toMatch(
      /^\d+ of \d+ parts of the file are unchanged; 2 cells were written; nothing else changed\.$/,
    );
  });

  test("is the same when the reading process finds it out", async () => {
    const copy = await written(form());
    expect(await verifyCopy(form(), copy, how)).toEqual(await verifyCopyHere(form(), copy, how));
  });

  test("of an untouched copy is whole", async () => {
    const fidelity = await verifyCopyHere(form(), form(), how);
    expect(fidelity).toMatchObject({ written: [], problems: [] });
    expect(fidelity.parts.unchanged).toBe(fidelity.parts.all);
  });

  const xml = (data: string, head = "", tail = "") =>
    workbookOf({
      sheets: [
        { name: "Form", xml: `<worksheet ${spreadsheet}>${head}<sheetData>${data}</sheetData>${tail}</worksheet>` },
      ],
    });
  const text = (cell: string, words: string, more = "") =>
    `<c r="${cell}"${more} t="inlineStr"><is><t>${words}</t></is></c>`;
  const header = `<row r="1">${text("A1", "ID")}${text("B1", "Question")}${text("C1", "Answer")}</row>`;
  const asked = (answer = "", attributes = "") =>
    `<row r="2"${attributes}>${text("A2", "A1")}${text("B2", "Do you encrypt backups?")}${answer}</row>`;
  const plain = xml(header + asked());

  test.each<[string, Buffer, Buffer, RegExp]>([
    [
      "a question that was reworded",
      plain,
      xml(header + asked().replace("backups", "disks")),
      /B2 on "Form" changed, and is no cell for an answer/,
    ],
    ["a row with other settings", plain, xml(header + asked("", ' ht="90"')), /row 2 itself changed/],
    [
      "an answer in another style",
      xml(header + asked(`<c r="C2" s="0"/>`)),
      xml(header + asked(text("C2", "Yes", ' s="1"'))),
      /C2 on "Form" has another style/,
    ],
    [
      "a formula as the answer",
      plain,
      xml(header + asked(`<c r="C2" t="str"><f>1+1</f><v>2</v></c>`)),
      /C2 on "Form" holds something else than text/,
    ],
    ["an answer that was taken out", xml(header + asked(text("C2", "Yes"))), plain, /C2 on "Form" was removed/],
    [
      "a column with another width",
      plain,
      xml(header + asked(), `<cols><col min="1" max="1" width="9"/></cols>`),
      /before its rows changed/,
    ],
    [
      "a validation that is gone",
      xml(header + asked(), "", dropdown("C2", '"Yes,No"')),
      plain,
      /after its rows changed/,
    ],
    ["a row that is gone", xml(header + asked() + `<row r="9"/>`), plain, /row 9 is missing/],
    [
      "a sheet more",
      plain,
      workbookOf({
        sheets: [
          { name: "Form", rows },
          { name: "More", rows },
        ],
      }),
      /was added/,
    ],
  ])("notices %s", async (_, original, copy, problem) => {
    const { problems } = await verifyCopyHere(original, copy, how);
    expect(problems.join("\n")).toMatch(problem);
  });
});

describe("the fidelity of filled delimited text", () => {
  const csv = Buffer.from('\ufeffID;Question;Answer\r\nA1;"Do you; encrypt?";\r\nA2;Describe reviews.;\r\n');
  const named = { fileName: "form.csv", choices: {} };

  test("names what was written, and that nothing else changed", async () => {
    const copy = await writeHere(csv, "form.csv", [{ sheet: "form", cell: "C2", text: "Yes; always" }]);
    const fidelity = await verifyCopyHere(csv, copy, named);
    expect(fidelity.problems).toEqual([]);
    expect(fidelity.written).toMatchObject([{ cell: "C2", before: "", after: "Yes; always" }]);
  });

  test.each([
    ["another line end", (text: string) => text.replace("\r\n", "\n"), /line end of row 1/],
    ["another separator", (text: string) => text.replaceAll(";", ","), /separator changed/],
    ["a question that was reworded", (text: string) => text.replace("reviews", "audits"), /B3 on "form.*" changed/],
    ["a row more", (text: string) => `${text}A3;Who?;\r\n`, /number of rows changed/],
  ])("notices %s", async (_, change, problem) => {
    const { problems } = await verifyCopyHere(csv, Buffer.from(change(csv.toString("utf8"))), named);
    expect(problems.join("\n")).toMatch(problem);
  });
});
