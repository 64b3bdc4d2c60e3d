import { describe, expect, test } from "vitest";
import { confirmBelow, type SheetInspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectedForm } from "#tests/domain/questionnaires/formats/inspected-form.ts";
import { dropdown, type MadeSheet, workbookOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const asked = [
  "Do you encrypt customer data on backup media?",
  "Is access to production removed on the day someone leaves?",
  "Which standard do your developers follow to review code?",
  "Are suppliers assessed before they get access to data?",
  "How soon do you tell customers about an incident?",
  "Do you keep logs of administrative actions for a year?",
];
const statements = [
  "The organisation shall maintain an inventory of assets.",
  "The organisation shall appoint an owner for each asset.",
  "Removable media shall be encrypted before they leave the premises.",
  "Visitors shall be accompanied at all times.",
];

type Rows = (string | number | null)[][];
type Made = Omit<MadeSheet, "name"> & { name?: string };

async function sheetsOf(...sheets: Made[]): Promise<SheetInspection[]> {
  const named = sheets.map((sheet, i) => ({ name: `Sheet${i + 1}`, ...sheet }));
  return (await inspectedForm(workbookOf({ sheets: named }), "form.xlsx")).sheets;
}

async function sheetOf(rows: Rows, tail = ""): Promise<SheetInspection> {
  return (await sheetsOf({ rows, tail }))[0]!;
}

const merges = (...ranges: string[]) =>
  `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
const placesOf = ({ questions }: SheetInspection) =>
  questions.map(({ id, answerCell, commentCell }) => [id, answerCell, commentCell]);
const textsOf = ({ questions }: SheetInspection) => questions.map(({ text }) => text);
const sectionsOf = ({ questions }: SheetInspection) => questions.map(({ section }) => section);
const answersOf = ({ questions }: SheetInspection) => questions.map(({ answerCell }) => answerCell);

describe("an answer below its question", () => {
  test("in the empty row between numbered questions", async () => {
    const rows: Rows = [
      ["Supplier assurance"],
      [null],
      ...asked.slice(0, 4).flatMap((text, i) => [[i + 1, text], [null]]),
    ];
    const sheet = await sheetOf(rows);
    expect(textsOf(sheet)).toEqual(asked.slice(0, 4));
    expect(answersOf(sheet)).toEqual(["B4", "B6", "B8", "B10"]);
    expect(sheet.confidence).toBeLessThan(confirmBelow);
  });

  test("in a merged row, under questions that are merged as well", async () => {
    const rows: Rows = asked.slice(0, 3).flatMap((text) => [[text], [null]]);
    const sheet = await sheetOf(rows, merges(...[1, 2, 3, 4, 5, 6].map((row) => `A${row}:F${row}`)));
    expect(answersOf(sheet)).toEqual(["A2", "A4", "A6"]);
    expect(sheet.questions.map(({ blocked }) => blocked)).toEqual([null, null, null]);
  });

  test("beside a label that says so", async () => {
    const rows: Rows = asked.slice(0, 3).flatMap((text, i) => [[`${i + 1}.1`, text], [null, "Response:"], [null]]);
    const sheet = await sheetOf(rows);
    expect(placesOf(sheet)).toEqual([
      ["1.1", "C2", null],
      ["2.1", "C5", null],
      ["3.1", "C8", null],
    ]);
  });

  test("with a dropdown there", async () => {
    const rows: Rows = asked.slice(0, 3).flatMap((text) => [[text], [null]]);
    const sheet = await sheetOf(rows, dropdown("A2 A4 A6", '"Yes,No"'));
    expect(answersOf(sheet)).toEqual(["A2", "A4", "A6"]);
    expect(sheet.questions[0]!.options).toEqual(["Yes", "No"]);
  });

  test("but not where a heading names a column of answers, whatever the spacing", async () => {
    const rows: Rows = [["Question", "Answer"], ...asked.slice(0, 3).flatMap((text) => [[text], [null]])];
    expect(answersOf(await sheetOf(rows))).toEqual(["B2", "B4", "B6"]);
  });
});

describe("more than one table on a sheet", () => {
  test("stacked, with different columns", async () => {
    const rows: Rows = [
      ["Part A: organisation"],
      ["No.", "Question", "Response"],
      ["A1", asked[0]!],
      ["A2", asked[1]!],
      [null],
      ["Part B: data"],
      ["Ref", "Topic", "Control question", "Yes/No", "Remarks"],
      ["B1", "Media", asked[2]!],
      ["B2", "Suppliers", asked[3]!],
      ["B3", "Incidents", asked[4]!],
    ];
    const sheet = await sheetOf(rows);
    expect(placesOf(sheet)).toEqual([
      ["A1", "C3", null],
      ["A2", "C4", null],
      ["B1", "D8", "E8"],
      ["B2", "D9", "E9"],
      ["B3", "D10", "E10"],
    ]);
    expect(textsOf(sheet)).toEqual(asked.slice(0, 5));
    expect(sectionsOf(sheet)).toEqual([
      "Part A: organisation",
      "Part A: organisation",
      "Media",
      "Suppliers",
      "Incidents",
    ]);
    expect(sheet.headerRows).toEqual([2, 7]);
    expect(sheet.columns).toMatchObject({ question: "C", answer: ["D"] });
  });

  test("side by side, with a gap between", async () => {
    const rows: Rows = [
      ["ID", "Question", "Answer", null, "ID", "Question", "Answer"],
      ["1", asked[0]!, null, null, "4", asked[3]!],
      ["2", asked[1]!, null, null, "5", asked[4]!],
      ["3", asked[2]!],
    ];
    const sheet = await sheetOf(rows);
    expect(placesOf(sheet).sort()).toEqual([
      ["1", "C2", null],
      ["2", "C3", null],
      ["3", "C4", null],
      ["4", "G2", null],
      ["5", "G3", null],
    ]);
  });

  test("each section with its own header in other columns and no title", async () => {
    const rows: Rows = [
      ["Question", "Answer", "Comment"],
      [asked[0]!],
      [asked[1]!],
      [null],
      [null, "Question", "Answer", "Comment"],
      [null, asked[2]!],
      [null, asked[3]!],
    ];
    expect(placesOf(await sheetOf(rows)).map(([, ...cells]) => cells)).toEqual([
      ["B2", "C2"],
      ["B3", "C3"],
      ["C6", "D6"],
      ["C7", "D7"],
    ]);
  });
});

describe("headers", () => {
  test("in two rows, where a group head says whose the columns are", async () => {
    const rows: Rows = [
      [null, null, "To be completed by the supplier", null, "For internal use only", null],
      ["Ref", "Question", "Response", "Comments", "Accepted (Y/N)", "Comments"],
      ["Q1", asked[0]!],
      ["Q2", asked[1]!],
    ];
    const sheet = await sheetOf(rows, merges("C1:D1", "E1:F1"));
    expect(sheet.columns).toEqual({ id: "A", question: "B", answer: ["C"], comment: ["D"], section: null });
  });

  test("with group heads above and the buyer's own first", async () => {
    const rows: Rows = [
      ["Control", null, "Buyer", null, "Vendor", null],
      ["ID", "Requirement", "Weight", "Notes", "Status", "Notes"],
      ...statements.map((text, i) => [`C-${i + 1}`, text, 3]),
    ];
    const sheet = await sheetOf(rows, merges("A1:B1", "C1:D1", "E1:F1"));
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["E"], comment: ["F"] });
  });

  test("far down, under a cover text, with the question far to the right", async () => {
    const rows: Rows = [
      ["Assessment of providers"],
      ["Please read this before you start. Complete all columns that are marked for suppliers."],
      ["Supplier name:", null, "Date:"],
      ...Array.from({ length: 11 }, () => [null]),
      ["No", "Tier", "Family", "Owner", "Mandatory", "Question", "Supplier answer", "Supplier remarks"],
      ...asked.map((text, i) => [i + 1, "T1", "Access", "Legal", "Y", text]),
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.headerRow).toBe(15);
    expect(sheet.columns).toMatchObject({ id: "A", question: "F", answer: ["G"], comment: ["H"] });
    expect(sheet.questions).toHaveLength(6);
  });

  test("that explain themselves at length", async () => {
    const rows: Rows = [
      [
        "Ref.",
        "Security question",
        "Response\n(choose Yes, No or N/A from the list; where none of these fits, choose the nearest and say more in the next column)",
        "Additional information: give the name of the policy, the date of its last review, and anything else that helps us to understand",
      ],
      ...asked.map((text, i) => [`S${i + 1}`, text]),
    ];
    expect((await sheetOf(rows)).columns).toMatchObject({ id: "A", question: "B", answer: ["C"], comment: ["D"] });
  });

  test.each<[string, string[], Rows]>([
    ["German", ["Nr.", "Bereich", "Frage", "Antwort (Ja/Nein)", "Bemerkung"], []],
    ["French", ["N°", "Domaine", "Question", "Réponse du fournisseur", "Commentaires"], []],
    ["Spanish", ["Núm.", "Ámbito", "Pregunta", "Respuesta", "Observaciones"], []],
    ["Dutch", ["Nr", "Onderwerp", "Vraag", "Antwoord", "Toelichting"], []],
    ["Italian", ["N.", "Ambito", "Domanda", "Risposta", "Osservazioni"], []],
    ["Portuguese", ["N.º", "Categoria", "Pergunta", "Resposta", "Observações"], []],
  ])("in %s", async (_, header) => {
    const texts = [
      "Werden Daten verschlüsselt?",
      "Avez-vous une politique ?",
      "¿Existe un inventario?",
      "Is er beleid?",
    ];
    const sheet = await sheetOf([header, ...texts.map((text, i) => [i + 1, "A", text])]);
    expect(sheet.columns).toEqual({ id: "A", question: "C", answer: ["D"], comment: ["E"], section: "B" });
    expect(sheet.confidence).toBeGreaterThanOrEqual(confirmBelow);
  });

  test("in a language that nobody taught us, by what stands below them, with little confidence", async () => {
    const rows: Rows = [
      ["Lp.", "Pytanie", "Odpowiedź", "Uwagi"],
      ...["Czy dane są szyfrowane?", "Czy istnieje polityka haseł?", "Kto odpowiada za kopie zapasowe?"].map((q, i) => [
        i + 1,
        q,
      ]),
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C"] });
    expect(sheet.headerRow).toBe(1);
    expect(sheet.questions).toHaveLength(3);
    expect(sheet.confidence).toBeLessThan(confirmBelow);
  });

  test("that are missing, beside numbers", async () => {
    const sheet = await sheetOf(asked.map((text, i) => [`1.${i + 1})`, text]));
    expect(placesOf(sheet)[0]).toEqual(["1.1)", "C1", null]);
    expect(sheet.questions).toHaveLength(6);
    expect(sheet.confidence).toBeLessThan(confirmBelow);
  });

  test("above a column of answers on the left of the questions", async () => {
    const rows: Rows = [["Y/N", "Question", "Explanation"], ...asked.map((text) => [null, text])];
    expect((await sheetOf(rows)).columns).toMatchObject({ question: "B", answer: ["A"], comment: ["C"] });
  });
});

describe("like the questionnaires that go around", () => {
  test("domains on sheets, with a request, a response and mappings", async () => {
    const rows: Rows = [
      ["Information security assessment"],
      ["Ques Num", "Question/Request", "Response", "Additional Information", "ISO 27002 Relevance", "Category"],
      ["A.1", "Is there a risk programme?", null, null, "5.1", "Governance"],
      ["A.1.1", "Has it been approved by management?", null, null, "5.1"],
      ["A.1.2", "Does it include:", null, null, "5.2"],
      ["A.1.2.1", "Roles and responsibilities", null, null, "5.2"],
      ["A.1.2.2", "A register of risks", null, null, "5.2"],
    ];
    const sheet = await sheetOf(rows, dropdown("C3:C7", '"Yes,No,N/A"'));
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C"], comment: ["D"] });
    expect(sheet.questions.map(({ id }) => id)).toEqual(["A.1", "A.1.1", "A.1.2", "A.1.2.1", "A.1.2.2"]);
  });

  test("a flat list with a scoring of the buyer's", async () => {
    const rows: Rows = [
      [
        "#",
        "Category",
        "Question",
        "Weight",
        "Expected answer",
        "Vendor answer",
        "Vendor comment",
        "Score",
        "Reviewer comment",
      ],
      ...asked.map((text, i) => [i + 1, "People", text, 5, "Yes"]),
      [null, null, "Total", null, null, null, null, "=SUM(H2:H7)|0"],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toEqual({ id: "A", question: "C", answer: ["F"], comment: ["G"], section: "B" });
    expect(sheet.questions).toHaveLength(6);
  });

  test("an export of a web form", async () => {
    const rows: Rows = [
      ["id", "type", "text", "value", "explanation"],
      ["enc_rest", "yesno", asked[0]!],
      ["leavers", "yesno", asked[1]!],
      ["review_std", "box", asked[2]!],
      ["suppliers", "yesno", asked[3]!],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ question: "C", answer: ["D"], comment: ["E"] });
    expect(sheet.questions).toHaveLength(4);
  });

  test("controls to comply with", async () => {
    const rows: Rows = [
      ["Clause", "Control title", "Control", "Compliant?", "How is it implemented?", "Evidence"],
      ["5.9", "Inventory", statements[0]!],
      ["5.9.1", "Owners", statements[1]!],
      ["7.10", "Media", statements[2]!],
      ["7.2", "Visitors", statements[3]!],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "A", question: "C", answer: ["D"], comment: ["E"] });
    expect(textsOf(sheet)).toEqual(statements);
  });

  test("a statement of what is in place, by marks in columns with n.a.", async () => {
    const rows: Rows = [
      ["Ref", "Control", "Y", "N", "N.A.", "Notes"],
      ...statements.map((text, i) => [`${i + 1}`, text]),
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C", "D", "E"], comment: ["F"] });
  });

  test("maturity from a list, to be written exactly", async () => {
    const grades = ["0 - Absent", "1 - Ad hoc", "2 - Repeatable", "3 - Defined", "4 - Managed", "5 - Optimised"];
    const rows: Rows = [
      ["ID", "Practice", "Maturity level", "Rationale"],
      ...statements.map((text, i) => [`M${i}`, text]),
    ];
    const sheet = await sheetOf(rows, dropdown("C2:C5", `"${grades.join(",")}"`));
    expect(sheet.columns).toMatchObject({ question: "B", answer: ["C"], comment: ["D"] });
    expect(sheet.questions[0]!.options).toEqual(grades);
  });

  test("maturity that the heading gives the range of", async () => {
    const rows: Rows = [["ID", "Practice", "Maturity (0-5)"], ...statements.map((text, i) => [`M${i}`, text])];
    const sheet = await sheetOf(rows);
    expect(sheet.questions[0]).toMatchObject({ answerCell: "C2", options: ["0", "1", "2", "3", "4", "5"] });
  });
});

describe("rows", () => {
  test("of one number over several questions", async () => {
    const rows: Rows = [
      ["No", "Question", "Answer"],
      ["1", asked[0]!],
      [null, asked[1]!],
      ["2", asked[2]!],
      [null, asked[3]!],
      [null, asked[4]!],
    ];
    const sheet = await sheetOf(rows, merges("A2:A3", "A4:A6"));
    expect(sheet.questions.map(({ id }) => id)).toEqual(["1", "1", "2", "2", "2"]);
    expect(sheet.columns.id).toBe("A");
  });

  test("that follow up on the one above", async () => {
    const rows: Rows = [
      ["No", "Question", "Answer"],
      ["1", asked[0]!],
      [null, "If yes, name the algorithm."],
      ["2", asked[1]!],
      ["3", asked[3]!],
      [null, "If not, explain how you make up for it"],
      ...["4", "5", "6", "7", "8"].map((id) => [id, asked[5]!]),
    ];
    const cells = Array.from({ length: 10 }, (_, i) => `C${i + 2}`);
    expect(answersOf(await sheetOf(rows))).toEqual(cells);
  });

  test("of instructions, guidance and totals among numbered questions", async () => {
    const rows: Rows = [
      ["No", "Question", "Answer", "Comment"],
      ["Access"],
      [null, "Answer the following for all systems that hold our data."],
      ["1.1", asked[0]!],
      [null, "Guidance: tapes, disks and copies in the cloud count as media."],
      ["1.2", asked[1]!],
      ["Suppliers"],
      ["2.1", asked[3]!],
      ["2.2", asked[5]!],
      [null, "Total answered", "=COUNTA(C2:C8)|0"],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.questions.map(({ id, section }) => [id, section])).toEqual([
      ["1.1", "Access"],
      ["1.2", "Access"],
      ["2.1", "Suppliers"],
      ["2.2", "Suppliers"],
    ]);
  });

  test("of numbered titles, by their kind of number", async () => {
    const rows: Rows = [
      ["No", "Question", "Answer"],
      ["1.0", "Access control"],
      ["1.1", asked[0]!],
      ["1.2", asked[1]!],
      ["2.0", "Supply chain"],
      ["2.1", asked[3]!],
      ["A", "Operations"],
      ["3.1", asked[5]!],
    ];
    const sheet = await sheetOf(rows, dropdown("C3:C4 C6 C8", '"Yes,No"'));
    expect(sheet.questions.map(({ id, section }) => [id, section])).toEqual([
      ["1.1", "Access control"],
      ["1.2", "Access control"],
      ["2.1", "Supply chain"],
      ["3.1", "Operations"],
    ]);
  });

  test("of sections that stand merged at the side, without a heading", async () => {
    const rows: Rows = [
      [null, "Question", "Answer"],
      ["Access", asked[0]!],
      [null, asked[1]!],
      ["Suppliers", asked[3]!],
      [null, asked[4]!],
    ];
    const sheet = await sheetOf(rows, merges("A2:A3", "A4:A5"));
    expect(sectionsOf(sheet)).toEqual(["Access", "Access", "Suppliers", "Suppliers"]);
    expect(sheet.questions).toHaveLength(4);
  });

  test("with several questions in a cell, a line each, with or without numbers", async () => {
    const rows: Rows = [
      ["Topic", "Questions", "Answer"],
      ["Media", `1. ${asked[0]}\n2. ${asked[1]}`],
      ["Review", `a) ${asked[2]}\nb) ${asked[3]}`],
      ["Incidents", `${asked[4]}\n${asked[5]}`],
    ];
    const sheet = await sheetOf(rows);
    expect(textsOf(sheet)).toEqual(asked);
    expect(answersOf(sheet)).toEqual(["C2", "C2", "C3", "C3", "C4", "C4"]);
  });

  test("answered before, known by what they hold though no heading says so", async () => {
    const rows: Rows = [
      ["ID", "Question", "2024", "Detail"],
      ["1", asked[0]!, "Yes", "With keys of our own."],
      ["2", asked[1]!, "No"],
      ["3", asked[3]!, "Yes"],
      ["4", asked[5]!],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ answer: ["C"], comment: ["D"] });
    expect(sheet.questions.map(({ answered }) => answered)).toEqual(["Yes", "No", "Yes", null]);
  });
});

describe("cells that show what to answer", () => {
  test.each<[string, string, string]>([
    ["boxes", "☐ Yes ☐ No ☐ N/A", "☐ Yes ☒ No ☐ N/A"],
    ["boxes after their words, one of them crossed", "Yes ☒ No ☐ N/A ☐", "Yes ☐ No ☒ N/A ☐"],
    ["brackets", "[ ] Yes / [ ] No / [ ] N/A", "[ ] Yes / [x] No / [ ] N/A"],
  ])("as %s take a mark", async (_, shown, marked) => {
    const sheet = await sheetOf([["No", "Question", "Answer"], ...asked.map((text, i) => [i + 1, text, shown])]);
    const { options, marks, answered } = sheet.questions[0]!;
    expect(options).toEqual(["Yes", "No", "N/A"]);
    expect(marks![1]).toEqual({ cell: "C2", label: "No", mark: marked });
    expect(answered).toBe(shown.includes("☒") ? "Yes" : null);
  });

  test.each<[string, Rows]>([
    ["under a heading", [["No", "Question", "Answer"]]],
    ["without any", []],
  ])("as a list of words take one of them, %s", async (_, header) => {
    const sheet = await sheetOf([...header, ...asked.map((text, i) => [i + 1, text, "Yes / No"])]);
    expect(sheet.questions).toHaveLength(6);
    expect(sheet.questions[0]).toMatchObject({ options: ["Yes", "No"], answered: null });
  });

  test("as grades in columns of their own take a mark", async () => {
    const rows: Rows = [
      ["#", "Statement", "1", "2", "3", "4", "5", "Remarks"],
      ...statements.map((text, i) => [i + 1, text]),
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ question: "B", answer: ["C", "D", "E", "F", "G"], comment: ["H"] });
    expect(sheet.questions[0]!.options).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("what is easily taken for something else:", () => {
  test("instructions with numbers above a table whose numbers start again", async () => {
    const rows: Rows = [
      ["How to go about it"],
      ["1", "Complete all questions."],
      ["2", "Send the form back by Friday."],
      [null],
      ["No", "Question", "Answer"],
      ...asked.map((text, i) => [i + 1, text]),
    ];
    expect(textsOf(await sheetOf(rows))).toEqual(asked);
  });

  test("short topics that are asked about, with titles in capitals between them", async () => {
    const rows: Rows = [
      ["Control", "Status", "Comments"],
      ["ACCESS"],
      ["Password policy"],
      ["Access reviews"],
      ["DATA"],
      ["Encryption at rest"],
      ["Backups"],
    ];
    const sheet = await sheetOf(rows);
    expect(textsOf(sheet)).toEqual(["Password policy", "Access reviews", "Encryption at rest", "Backups"]);
    expect(sectionsOf(sheet)).toEqual(["ACCESS", "ACCESS", "DATA", "DATA"]);
    expect(sheet.confidence).toBeLessThan(confirmBelow);
  });

  test("a column that says for each question whether it must be answered", async () => {
    const rows: Rows = [
      ["#", "Question", "Obligatory", "Acme", "Details"],
      ...asked.map((text, i) => [i + 1, text, "Y"]),
    ];
    expect((await sheetOf(rows)).columns).toMatchObject({ answer: ["D"], comment: ["E"] });
  });

  test("a first response that is chosen and a second one that explains it", async () => {
    const rows: Rows = [
      ["ID", "Question", "Response", "Response (free text)", "Evidence"],
      ...asked.map((text, i) => [i + 1, text]),
    ];
    const sheet = await sheetOf(rows, dropdown("C2:C7", '"Yes,No"'));
    expect(sheet.columns).toMatchObject({ answer: ["C"], comment: ["D"] });
  });

  test("a main question whose parts are asked in the next column", async () => {
    const rows: Rows = [
      ["No", "Main question", "Sub-question", "Answer"],
      ["1", asked[0]!, "Which algorithm is used?"],
      [null, null, "Who holds the keys?"],
      ["2", asked[1]!, "Who does it?"],
    ];
    expect(answersOf(await sheetOf(rows))).toEqual(["D2", "D3", "D4"]);
  });

  test("the vendor's own details above the questions, and a signature below", async () => {
    const rows: Rows = [
      ["Vendor details"],
      ["Vendor name"],
      ["Date"],
      [null],
      ["#", "Question", "Response", "Comments"],
      ...asked.map((text, i) => [i + 1, text]),
      [null],
      ["Signature"],
    ];
    const sheet = await sheetOf(rows);
    expect(textsOf(sheet)).toEqual(asked);
    expect(new Set(sectionsOf(sheet))).toEqual(new Set(["Vendor details"]));
  });

  test("a heading that nobody knows over a column that is full", async () => {
    const rows: Rows = [
      ["Framework", "Control ID", "Control name", "Question", "Applicability", "Status", "Justification", "Owner"],
      ...asked.map((text, i) => ["ISO", `A.${i + 1}.1`, `Name ${i}`, text, "All"]),
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "B", question: "D", answer: ["F"], comment: ["G"] });
    expect(new Set(sectionsOf(sheet))).toEqual(new Set([null]));
  });

  test("questions that are marked with other marks than ours", async () => {
    const rows: Rows = [
      ["番号", "質問", "回答", "備考"],
      [1, "データは暗号化されていますか？"],
      [2, "アクセス権は定期的に見直されていますか？"],
      [3, "バックアップは試験されていますか？"],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C"], comment: ["D"] });
    expect(sheet.confidence).toBeLessThan(confirmBelow);
  });

  test("numbers in front of the questions themselves", async () => {
    const sheet = await sheetOf([["Question", "Answer"], ...asked.map((text, i) => [`${i + 1}. ${text}`])]);
    expect(sheet.questions.map(({ id, text }) => [id, text])).toEqual(asked.map((text, i) => [`${i + 1}`, text]));
  });
});

describe("sheets", () => {
  test("of one question are found", async () => {
    const sheets = await sheetsOf(
      { name: "Privacy overview", rows: [["Question", "Answer"], [asked[0]!]] },
      {
        name: "Access",
        rows: [
          ["ID", "Question", "Response", "Comments"],
          ["1", asked[1]!],
          ["2", asked[2]!],
        ],
      },
    );
    expect(sheets.map(({ role, questions }) => [role, questions.length])).toEqual([
      ["questions", 1],
      ["questions", 2],
    ]);
  });

  test.each<[string, Rows]>([
    ["without a header", [["Company name"], ["Address"], ["Name of contact"], ["E-mail"], ["Date completed"]]],
    [
      "with one",
      [
        ["#", "Item", "Response"],
        ["1", "Legal name of the company"],
        ["2", "Contact e-mail"],
        ["3", "Date of completion"],
      ],
    ],
  ])("that ask only who you are are left out, with the reason, %s", async (_, rows) => {
    const form: Made = { rows: [["ID", "Question", "Answer"], ...asked.map((text, i) => [`${i + 1}`, text])] };
    const [cover] = await sheetsOf({ name: "Company", rows }, form);
    expect(cover).toMatchObject({ role: "other", questions: [] });
    expect(cover!.why).toBe("It asks who you are, not how you work.");
  });

  test("that list values or history beside a form ask nothing", async () => {
    const sheets = await sheetsOf(
      { name: "Form", rows: [["ID", "Question", "Answer"], ...asked.map((text, i) => [`${i + 1}`, text])] },
      {
        name: "Status values",
        rows: [
          ["Status", "Meaning"],
          ["Yes", "The control is in place."],
          ["No", "It is not."],
        ],
      },
      {
        name: "Log",
        rows: [
          ["Version", "Author", "Change"],
          ["1", "Ana", "Is now shorter"],
          ["2", "Bo", "Has new questions"],
        ],
      },
    );
    expect(sheets.map(({ questions }) => questions.length)).toEqual([6, 0, 0]);
  });
});
