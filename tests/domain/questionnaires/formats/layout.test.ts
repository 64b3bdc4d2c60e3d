import { describe, expect, test } from "vitest";
import { inspectHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import {
  countsSentence,
  type LayoutChoices,
  type SheetInspection,
} from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { dropdown, type MadeSheet, workbookOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const asked = [
  "Do you encrypt data at rest?",
  "Describe your incident response process.",
  "Are backups tested at least once a year?",
  "How long do you keep logs?",
];

async function inspected(sheets: MadeSheet[], choices: LayoutChoices = {}, names: Record<string, string> = {}) {
  return inspectHere(workbookOf({ sheets, names }), "form.xlsx", choices);
}

async function inspectedSheet(sheet: Omit<MadeSheet, "name">, choices: LayoutChoices = {}): Promise<SheetInspection> {
  return (await inspected([{ name: "Form", ...sheet }], choices)).sheets[0]!;
}

const textsOf = ({ questions }: SheetInspection) => questions.map(({ text }) => text);

describe("questions are found", () => {
  test("under one header row, with number, answer and comment", async () => {
    const rows = [["ID", "Question", "Answer", "Comments"], ...asked.map((text, i) => [`A-${i + 1}`, text])];
    const sheet = await inspectedSheet({ rows, tail: dropdown("C2", '"Yes,No,N/A"') });
    expect(sheet).toMatchObject({ role: "questions", headerRow: 1 });
    expect(sheet.columns).toEqual({ id: "A", question: "B", answer: ["C"], comment: ["D"], section: null });
    expect(sheet.questions).toHaveLength(4);
    expect(sheet.questions[0]).toMatchObject({
      ...{ key: "Form!B2", row: 2, id: "A-1", text: asked[0], answerCell: "C2", commentCell: "D2" },
      ...{ options: ["Yes", "No", "N/A"], marks: null, answered: null, blocked: null },
    });
    expect(sheet.questions[1]!.options).toBeNull();
    expect(sheet.confidence).toBeGreaterThan(0.7);
  });

  test("under three header rows with merged groups, answered by a mark", async () => {
    const rows = [
      ["A title over everything"],
      ["Control domain", "Question ID", "Assessment question", "Answers", null, null, "Notes", "Mapping"],
      [null, null, null, null, null, null, null, "ISO 27001", "PCI DSS"],
      [null, null, null, "Yes", "No", "Not applicable"],
      ["Logging", "L-1", asked[0]!, null, null, null, null, "A.8.15", "10.1"],
      [null, "L-2", asked[2]!],
    ];
    const tail = '<mergeCells count="2"><mergeCell ref="D2:F3"/><mergeCell ref="H2:I2"/></mergeCells>';
    const sheet = await inspectedSheet({ rows, tail });
    expect(sheet.columns).toEqual({ id: "B", question: "C", answer: ["D", "E", "F"], comment: ["G"], section: "A" });
    expect(sheet.headerRows).toEqual([2, 3, 4]);
    expect(sheet.questions.map(({ section }) => section)).toEqual(["Logging", "Logging"]);
    expect(sheet.questions[1]!.marks).toEqual([
      { cell: "D6", label: "Yes", mark: "x" },
      { cell: "E6", label: "No", mark: "x" },
      { cell: "F6", label: "Not applicable", mark: "x" },
    ]);
  });

  test("in sections that each repeat the header, and above the first header", async () => {
    const rows = [
      ["General information"],
      ["GN-01", "Name of the product"],
      ["Company", null, "Answer", "Additional information", "Guidance"],
      ["CO-01", asked[0]!],
      ["CO-02", asked[1]!],
      ["Backups", null, "Answer", "Additional information", "Guidance"],
      ["BA-01", asked[2]!],
      ["© 2026 Somebody. All rights reserved."],
    ];
    const sheet = await inspectedSheet({ rows });
    expect(sheet.headerRows).toEqual([3, 6]);
    expect(sheet.questions.map(({ id, section }) => [id, section])).toEqual([
      ["GN-01", "General information"],
      ["CO-01", "Company"],
      ["CO-02", "Company"],
      ["BA-01", "Backups"],
    ]);
  });

  test("between titles that are laid across the sheet, numbered or not", async () => {
    const rows = [
      ["#", "Question", "Response"],
      ["Access"],
      [1, asked[0]!],
      [2, "Identity"],
      ["2.1", asked[1]!],
      ["2.2", asked[2]!],
      ["End of questionnaire"],
    ];
    const tail = '<mergeCells count="1"><mergeCell ref="A2:C2"/></mergeCells>';
    const sheet = await inspectedSheet({ rows, tail });
    expect(sheet.questions.map(({ id, section }) => [id, section])).toEqual([
      ["1", "Access"],
      ["2.1", "Identity"],
      ["2.2", "Identity"],
    ]);
  });

  test("without numbers, among titles and instructions, which are counted when they read like questions", async () => {
    const rows = [
      ["Question", "Your answer"],
      ["Information security"],
      [asked[0]!],
      ["Please answer all questions below in full."],
      [asked[3]!],
    ];
    const inspection = await inspected([{ name: "Form", rows }]);
    expect(textsOf(inspection.sheets[0]!)).toEqual([asked[0], asked[3]]);
    expect(inspection.sheets[0]!.ignored).toEqual([
      {
        row: 4,
        text: "Please answer all questions below in full.",
        reason: "It reads like an instruction about the form.",
      },
    ]);
    expect(countsSentence(inspection)).toBe("2 questions found; 1 row looked like a question and was ignored.");
  });

  test("several to a cell, each on a line with its number", async () => {
    const text = "CO-01a - Do you audit?\nCO-01b - Do you allow\nyour customers to audit?";
    const sheet = await inspectedSheet({
      rows: [
        ["Area", "Control ID", "Questions"],
        ["Audit", "CO-01", text],
        ["Audit", "CO-02", "CO-02a - Is it so?"],
      ],
    });
    expect(sheet.questions.map(({ key, id, text, answerCell }) => [key, id, text, answerCell])).toEqual([
      ["Form!C2#1", "CO-01a", "Do you audit?", null],
      ["Form!C2#2", "CO-01b", "Do you allow\nyour customers to audit?", null],
      ["Form!C3", "CO-02a", "Is it so?", null],
    ]);
  });

  test("as statements to comply with, under an answer column that has a dropdown but no telling heading", async () => {
    const statements = asked.map((_, i) => [`1.${i + 1}`, 2, `Verify that control ${i} is in place for all users.`]);
    const rows = [["#", "Level", "Verification requirement", "Valid", "Source reference", "Comment"], ...statements];
    const sheet = await inspectedSheet({ rows, tail: dropdown("D2:D5", '"Valid,Non-valid,Not applicable"') });
    expect(sheet.columns).toMatchObject({ id: "A", question: "C", answer: ["D"], comment: ["F"] });
    expect(sheet.questions[0]!.options).toEqual(["Valid", "Non-valid", "Not applicable"]);
  });

  test("under a question column that is headed by a formula's text", async () => {
    const rows = [["ID", "Question", "Answer"], ...asked.map((text, i) => [`A-${i}`, `=LOOKUP(${i})|${text}`])];
    expect(textsOf(await inspectedSheet({ rows }))).toEqual(asked);
  });

  test("without any header, beside empty cells, with little confidence", async () => {
    const sheet = await inspectedSheet({ rows: asked.map((text) => [text]) });
    expect(sheet).toMatchObject({ role: "questions", headerRow: null });
    expect(sheet.questions.map(({ answerCell }) => answerCell)).toEqual(["B1", "B2", "B3", "B4"]);
    expect(sheet.confidence).toBeLessThan(0.5);
  });

  test("beside columns for the buyer's own use, which are left alone", async () => {
    const rows = [
      [
        "S.No",
        "Control area",
        "Question",
        "Guidance",
        "Vendor response (Yes/No)",
        "Vendor comments",
        "Reviewer notes",
        "Score",
      ],
      ...asked.map((text, i) => [i + 1, "Access", text, "Say how often."]),
    ];
    const sheet = await inspectedSheet({ rows });
    expect(sheet.columns).toEqual({ id: "A", question: "C", answer: ["E"], comment: ["F"], section: "B" });
    expect(sheet.questions[0]!.options).toEqual(["Yes", "No"]);
  });
});

describe("an answer cell", () => {
  const header = ["ID", "Question", "Answer", "Comments"];

  test("that is filled already is known, and one that only marks the place is not", async () => {
    const rows = [header, ["1", asked[0]!, "Yes", "By default"], ["2", asked[1]!, "Please select", "[ ]"]];
    const [first, second] = (await inspectedSheet({ rows })).questions;
    expect(first).toMatchObject({ answered: "Yes", commented: "By default" });
    expect(second).toMatchObject({ answered: null, commented: null });
  });

  test("that holds a formula, or lies in a merged range, is blocked", async () => {
    const rows = [header, ["1", asked[0]!, "=Start!C2|"], ["2", asked[1]!], ["3", asked[2]!]];
    const tail = '<mergeCells count="1"><mergeCell ref="C3:C4"/></mergeCells>';
    const blocked = (await inspectedSheet({ rows, tail })).questions.map((question) => question.blocked);
    expect(blocked[0]).toMatch(/formula/);
    expect(blocked[1]).toBeNull();
    expect(blocked[2]).toMatch(/merged with the one above/);
  });

  test("with a dropdown whose values are computed is blocked", async () => {
    const rows = [header, ["1", asked[0]!]];
    const [question] = (await inspectedSheet({ rows, tail: dropdown("C2", "INDIRECT(A2)") })).questions;
    expect(question).toMatchObject({
      options: [],
      blocked: "The values of its dropdown are computed by the workbook.",
    });
  });

  test("takes the mark that the file uses, or a crossed box for an empty one", async () => {
    const marked = (mark: string) => [
      ["#", "Question", "Yes", "No"],
      ["1", asked[0]!, mark, null],
      ["2", asked[2]!],
    ];
    const [first, second] = (await inspectedSheet({ rows: marked("\u2713") })).questions;
    expect(first!.answered).toBe("Yes");
    expect(second!.marks![0]!.mark).toBe("\u2713");
    expect((await inspectedSheet({ rows: marked("\u2610") })).questions[1]!.marks![0]!.mark).toBe("\u2612");
  });
});

describe("a sheet that asks nothing", () => {
  const form: MadeSheet = { name: "Form", rows: [["ID", "Question", "Answer"], ...asked.map((q, i) => [`A${i}`, q])] };

  test.each<[string, MadeSheet, string]>([
    [
      "instructions",
      { name: "Read me", rows: [["How do I fill this in?"], ["Answer every question on the next tab, please."]] },
      "instructions",
    ],
    [
      "a change log",
      {
        name: "Version history",
        rows: [
          ["Version", "Date", "Description of changes"],
          ["1", "2024", "New"],
        ],
      },
      "change-log",
    ],
    ["lists for dropdowns", { name: "Lists", state: "hidden", rows: [["Yes"], ["No"]] }, "lists"],
    ["a hidden master list", { name: "Master", state: "hidden", rows: form.rows! }, "other"],
    [
      "a buyer's evaluation of the answers",
      {
        name: "Evaluation",
        rows: [["ID", "Question", "Answer"], ...asked.map((q, i) => [`A${i}`, q, `=Form!C${i + 2}|`])],
      },
      "other",
    ],
    [
      "a table of figures",
      {
        name: "Numbers",
        rows: [
          ["Month", "Total"],
          ["May", 3],
        ],
      },
      "other",
    ],
  ])("is told apart: %s", async (_, sheet, role) => {
    const inspection = await inspected([form, sheet]);
    expect(inspection.sheets[0]).toMatchObject({ role: "questions" });
    expect(inspection.sheets[1]).toMatchObject({ role, questions: [], columns: { question: null, answer: [] } });
  });
});

describe("guidance on how to fill in a form is not asked", () => {
  const steps = [
    "Welcome to our assessment of providers, which takes about an hour.",
    "Choose Yes, No or N/A for each row. Do not type other values.",
    "Use column D to explain, and name your sources.",
    "Do not add, move or delete rows.",
    "Provide as much context as a reader from outside needs.",
    "Return the completed workbook to your contact within ten days.",
  ];
  const form: MadeSheet = { name: "Form", rows: [["ID", "Question", "Answer"], ...asked.map((q, i) => [`A${i}`, q])] };

  test.each<[string, string, (string | null)[][]]>([
    ["numbered in the text", "Instructions", steps.map((text, i) => [null, `${i}. ${text}`])],
    ["numbered in a column of its own", "Instructions", steps.map((text, i) => [`${i + 1}.`, text])],
    ["with bullets, on a sheet whose name says nothing", "Sheet1", steps.map((text) => [`• ${text}`])],
    ["under headings", "Sheet1", [["No", "Description"], ...steps.map((text, i) => [`${i + 1}`, text])]],
    [
      "as requests, on a sheet that is named for it",
      "How to answer",
      [["Explain each answer in full."], ["Provide dates."], ["Describe exceptions."], ["Name a contact."]],
    ],
  ])("%s", async (_, name, rows) => {
    const { sheets } = await inspected([{ name, rows: [["Assessment of providers"], [null], ...rows] }, form]);
    expect(sheets[0]).toMatchObject({ role: "instructions", questions: [], columns: { answer: [] } });
    expect(textsOf(sheets[1]!)).toEqual(asked);
  });

  test("above questions without a header, or between those of a table", async () => {
    const plain = [[steps[0]!], [steps[2]!], ...asked.map((text) => [text])];
    expect(textsOf(await inspectedSheet({ rows: plain }))).toEqual(asked);
    const table = [["Question", "Answer"], [asked[0]!], ["Leave the grey cells as they are."], [asked[3]!]];
    expect(textsOf(await inspectedSheet({ rows: table }))).toEqual([asked[0], asked[3]]);
  });

  test("but questions on a sheet called Introduction are, and so are requests that mention a form or a file", async () => {
    const rows = [["Who owns your company?"], ["Where is your head office?"], ["How many people work for you?"]];
    const introduction = (await inspected([{ name: "Introduction", rows }])).sheets[0]!;
    expect(introduction.questions).toHaveLength(3);
    const requests = [
      "Do you use columns to separate the data of customers?",
      "Upload your latest penetration test report.",
      "Describe how the file storage is encrypted.",
      "Database columns that hold personal data must be encrypted.",
      "Use of this form of authentication is limited to administrators.",
    ];
    const table = [["Question", "Answer"], ...requests.map((text) => [text])];
    expect(textsOf(await inspectedSheet({ rows: table }))).toEqual(requests);
  });
});

describe("a person's choice", () => {
  const rows = [["Topic", "What we ask", "Supplier", "Ours"], ...asked.map((text) => ["Security", text, null, "x"])];

  test("of columns and header row decides, and the rest is detected as before", async () => {
    const choice = { headerRow: 1, columns: { question: "B", answer: ["C"], section: "A" } };
    const sheet = await inspectedSheet({ rows }, { Form: choice });
    expect(sheet.questions.map(({ answerCell, section }) => [answerCell, section])).toEqual(
      asked.map((_, i) => [`C${i + 2}`, "Security"]),
    );
  });

  test("of a role decides, both ways", async () => {
    const form = [["ID", "Question", "Answer"], ...asked.map((text, i) => [`A${i}`, text])];
    expect(await inspectedSheet({ rows: form }, { Form: { role: "other" } })).toMatchObject({
      role: "other",
      questions: [],
    });
    const hidden = await inspectedSheet({ rows: form, state: "hidden" }, { Form: { role: "questions" } });
    expect(hidden.questions).toHaveLength(4);
  });

  test("of no id column is kept", async () => {
    const form = [["ID", "Question", "Answer"], ...asked.map((text, i) => [`A${i}`, text])];
    const sheet = await inspectedSheet({ rows: form }, { Form: { columns: { id: null } } });
    expect(sheet.questions.map(({ id }) => id)).toEqual([null, null, null, null]);
  });

  test("for a sheet called like a property of every object does nothing to others", async () => {
    const form = [
      ["ID", "Question", "Answer"],
      ["A1", asked[0]!],
    ];
    const inspection = await inspected([{ name: "constructor", rows: form }], {});
    expect(inspection.sheets[0]!.questions).toHaveLength(1);
  });
});

test("reading the same file twice gives the same questions, and the preview shows the first rows cut short", async () => {
  const rows = [
    ["ID", "Question", "Answer"],
    ["A1", `${asked[0]} ${"long ".repeat(100)}?`],
  ];
  const [first, second] = [await inspectedSheet({ rows }), await inspectedSheet({ rows })];
  expect(second).toEqual(first);
  expect(first.preview[0]).toEqual(["ID", "Question", "Answer"]);
  expect(first.preview[1]![1]).toHaveLength(200);
});
