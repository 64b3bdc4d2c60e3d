import { describe, expect, test } from "vitest";
import { confirmBelow, type SheetInspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { encodeText } from "#app/domain/questionnaires/formats/text-encoding.ts";
import { inspectedForm } from "#tests/domain/questionnaires/formats/inspected-form.ts";
import { dropdown, type MadeSheet, workbookOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

type Rows = (string | number | null)[][];

async function sheetsOf(...sheets: MadeSheet[]): Promise<SheetInspection[]> {
  return (await inspectedForm(workbookOf({ sheets }), "form.xlsx")).sheets;
}

async function sheetOf(rows: Rows, tail = ""): Promise<SheetInspection> {
  return (await sheetsOf({ name: "Sheet1", rows, tail }))[0]!;
}

const idsOf = ({ questions }: SheetInspection) => questions.map(({ id }) => id);
const answersOf = ({ questions }: SheetInspection) => questions.map(({ answerCell }) => answerCell);
const merges = (...ranges: string[]) =>
  `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;

describe("a workbook like those of", () => {
  test("verification standards, with levels that are ticked and a status to choose", async () => {
    const rows: Rows = [
      ["Mobile application checklist"],
      [null],
      [
        "ID",
        "Test ID",
        "Detailed verification requirement",
        "Level 1",
        "Level 2",
        "R",
        "Status",
        "Testing procedure",
        "Comment",
      ],
      ["V1", null, "Architecture and design"],
      ["1.1", "ARCH-1", "All parts of the app are known and needed.", "✓", "✓", null, "N/A", "-"],
      ["1.2", "ARCH-2", "Checks are made on the server as well as in the app.", "✓", "✓", null, "N/A", "-"],
      ["V2", null, "Storage and privacy"],
      [
        "2.1",
        "STOR-1",
        "System stores are used for keys and other sensitive data.",
        "✓",
        "✓",
        null,
        "N/A",
        "How to test",
      ],
      ["2.2", "STOR-2", "No sensitive data is written to logs.", null, "✓", null, "N/A", "How to test"],
    ];
    const sheet = await sheetOf(rows, dropdown("G5:G6 G8:G9", '"Pass,Fail,N/A"'));
    expect(sheet.columns).toMatchObject({ question: "C", answer: ["G"], comment: ["I"] });
    expect(answersOf(sheet)).toEqual(["G5", "G6", "G8", "G9"]);
    expect(sheet.questions[2]!.section).toBe("Storage and privacy");
  });

  test("industry assessments with a maturity level for each control question", async () => {
    const rows: Rows = [
      ["Assessment", null, null, "Version 9"],
      [
        ...["Control number", "Maturity level", "Control question", "Objective", "Requirements (must)"],
        ...["Requirements (should)", "Description of the implementation", "Reference documentation", "Findings"],
      ],
      ["1", null, "Policies and organisation"],
      ["1.1", null, "Policies"],
      [
        "1.1.1",
        null,
        "To what extent are policies available?",
        "Policies give direction.",
        "+ A policy is written.",
        "None",
      ],
      ["1.1.2", null, "To what extent are roles defined?", "Roles are known.", "+ Roles are named.", "None"],
      ["1.2", null, "Suppliers"],
      ["1.2.1", null, "To what extent are suppliers checked?", "Suppliers are known.", "+ A list is kept.", "None"],
    ];
    const sheet = await sheetOf(rows, dropdown("B5:B6 B8", '"0,1,2,3,4,5,na"'));
    expect(sheet.columns).toMatchObject({ id: "A", question: "C", answer: ["B"], comment: ["G"] });
    expect(idsOf(sheet)).toEqual(["1.1.1", "1.1.2", "1.2.1"]);
    expect(sheet.questions[0]!.options).toEqual(["0", "1", "2", "3", "4", "5", "na"]);
  });

  test("frameworks of functions, categories and outcomes", async () => {
    const outcomes = [
      "Devices are inventoried",
      "Software is inventoried",
      "Data flows are mapped",
      "Roles are established",
    ];
    const rows: Rows = [
      ["Function", "Category", "Subcategory", "Implementation status", "Evidence", "Informative references"],
      ...outcomes.map((text, i) => [
        ...[i === 0 ? "IDENTIFY (ID)" : null, i % 2 ? null : "Assets: what we own is known and managed."],
        ...[`ID.AM-${i + 1}: ${text} and kept up to date`, null, null, "ISO 27001 A.5.9"],
      ]),
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ question: "C", answer: ["D"], comment: ["E"] });
    expect(sheet.questions).toHaveLength(4);
  });

  test("public bodies, with notes on how it is marked", async () => {
    const rows: Rows = [
      [
        "Question No.",
        "Question",
        "Guidance",
        "Answer type",
        "Applicant answer",
        "Applicant notes",
        "Assessor decision",
        "Assessor notes",
      ],
      ["A1.1", "What is your organisation's name?", "As registered.", "Text"],
      ["A4.1", "Do you have firewalls at the boundary of your networks?", "Include home routers.", "Yes/No"],
      ["A4.2", "When a device first arrives, do you change its password?", "How?", "Yes/No"],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toEqual({ id: "A", question: "B", answer: ["E"], comment: ["F"], section: null });
    expect(sheet.questions).toHaveLength(3);
  });

  test("defence suppliers, met or not met", async () => {
    const rows: Rows = [
      ["Practice", "Practice statement", "Met", "Not met", "N/A", "Assessment notes"],
      ["AC.1.001", "Limit access to authorised users."],
      ["AC.1.002", "Limit access to the transactions that users may carry out."],
      ["IA.1.076", "Identify users, processes and devices."],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C", "D", "E"], comment: ["F"] });
    expect(idsOf(sheet)).toEqual(["AC.1.001", "AC.1.002", "IA.1.076"]);
  });

  test("banks, with a plan beside each answer and a target date", async () => {
    const rows: Rows = [
      [
        "S/N",
        "Area",
        "Control requirement",
        "Complied (Y/N)",
        "If not complied, explain",
        "Action plan",
        "Target date",
      ],
      [1, "Access", "Privileged access must be reviewed every quarter."],
      [2, "Access", "Shared accounts must not be used."],
      [3, "Logging", "Logs must be kept for one year."],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "A", question: "C", answer: ["D"], comment: ["E"], section: "B" });
    expect(sheet.questions[0]!.options).toEqual(["Y", "N"]);
  });

  test("small buyers: a title, a greeting, and a list with lines for the answers", async () => {
    const rows: Rows = [
      ["Security questions for our vendors"],
      ["Thank you for taking the time. Please answer in the yellow cells."],
      [null],
      ["1.", "Where is our data stored?", "______"],
      ["2.", "Who can see it?", "______"],
      ["3.", "Is it encrypted?", "______"],
    ];
    const sheet = await sheetOf(rows);
    expect(answersOf(sheet)).toEqual(["C4", "C5", "C6"]);
    expect(idsOf(sheet)).toEqual(["1.", "2.", "3."]);
    expect(sheet.questions[0]!.answered).toBeNull();
  });

  test("a purchase department, with letters for the parts and the score at the front", async () => {
    const rows: Rows = [
      ["Score", "Weighting", "Ref", "Requirement", "Supplier response"],
      [null, 10, "1", "Information security"],
      [null, 5, "1a", "The supplier must hold a current certificate."],
      [null, 5, "1b", "The supplier must name a contact for security."],
      [null, 10, "2", "Continuity"],
      [null, 5, "2a", "The supplier must test its plans once a year."],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "C", question: "D", answer: ["E"] });
    expect(idsOf(sheet)).toEqual(["1a", "1b", "2a"]);
  });

  test("marketplaces: a column for every product", async () => {
    const rows: Rows = [
      ["ID", "Question", "Cloud product", "Desktop product", "Remarks"],
      ["1", "Is data encrypted at rest?"],
      ["2", "Is data encrypted in transit?"],
      ["3", "Is there a public status page?"],
    ];
    const sheet = await sheetOf(rows, dropdown("C2:D4", '"Yes,No"'));
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C"], comment: ["E"] });
  });

  test("works councils in German, with sections on top and values in German", async () => {
    const rows: Rows = [
      ["Fragebogen zur Informationssicherheit"],
      ["Lfd. Nr.", "Prüffrage", "Erfüllungsgrad", "Erläuterung", "Nachweis", "Bewertung (intern)"],
      ["1", "Organisation"],
      ["1.1", "Gibt es eine Leitlinie zur Informationssicherheit?"],
      ["1.2", "Beschreiben Sie, wie Zugänge vergeben werden."],
      ["2", "Betrieb"],
      ["2.1", "Werden Sicherungen regelmäßig getestet?"],
    ];
    const sheet = await sheetOf(rows, dropdown("C4:C5 C7", '"erfüllt,teilweise erfüllt,nicht erfüllt,entfällt"'));
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C"], comment: ["D"] });
    expect(idsOf(sheet)).toEqual(["1.1", "1.2", "2.1"]);
    expect(sheet.questions[2]!.section).toBe("Betrieb");
  });

  test("a portal that writes one row for every choice's explanation", async () => {
    const rows: Rows = [
      ["Section", "Question ID", "Question Text", "Required", "Answer Options", "Answer", "Explanation", "Attachments"],
      ["Access", "q-100", "Do you use single sign-on?", "Yes", "Yes;No"],
      ["Access", "q-101", "Describe how you remove access.", "No", "Free text"],
      ["Data", "q-200", "Where do you keep data?", "Yes", "EU;US;Other"],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "B", question: "C", answer: ["F"], comment: ["G"], section: "A" });
  });

  test("auditors, with a cover, a legend and sheets without a header after the first", async () => {
    const questions = ["Is there a policy for passwords?", "Are accounts reviewed?", "Are leavers removed?"];
    const sheets = await sheetsOf(
      { name: "Cover", rows: [["Audit 2026"], ["Company name"], ["Contact name"], ["E-mail"], ["Date"]] },
      {
        name: "Legend",
        rows: [
          ["Yes", "The control works."],
          ["No", "The control does not exist."],
          ["Partial", "Some of it works."],
        ],
      },
      {
        name: "1 Access",
        rows: [["#", "Question", "Answer", "Comment"], ...questions.map((text, i) => [`1.${i + 1}`, text])],
      },
      { name: "2 Logging", rows: questions.map((text, i) => [`2.${i + 1}`, text.replace(/\b(?:Is|Are)\b/, "Were")]) },
    );
    expect(sheets.map(({ role }) => role)).toEqual(["other", "other", "questions", "questions"]);
    expect(answersOf(sheets[3]!)).toEqual(["C1", "C2", "C3"]);
    expect(sheets[3]!.confidence).toBeLessThan(confirmBelow);
  });

  test("interview notes: labelled questions and answers", async () => {
    const rows: Rows = [
      ["Q1:", "Who runs your security programme?"],
      ["A1:"],
      ["Q2:", "Which certifications do you hold?"],
      ["A2:"],
      ["Q3:", "Do you test your backups?"],
      ["A3:"],
    ];
    expect(answersOf(await sheetOf(rows))).toEqual(["B2", "B4", "B6"]);
  });

  test("a maturity model, with what counts below each question", async () => {
    const rows: Rows = [
      ["Governance"],
      ["Stream", "Level", "Strategy", "Answer", "Interview notes", "Rating"],
      ["Create", 1, "Do you know the risks of your applications?"],
      [null, null, "You cover the wishes of the organisation"],
      [null, null, "Management agrees with what is acceptable"],
      ["Measure", 1, "Do you measure how secure they are?"],
      [null, null, "Figures are documented"],
      ["Stream", "Level", "Policy", "Answer", "Interview notes", "Rating"],
      ["Policy", 1, "Do you have a set of policies?"],
      [null, null, "You adapt them to your trade"],
    ];
    const sheet = await sheetOf(rows, dropdown("D3 D6 D9", '"No,Yes for some,Yes for all"'));
    expect(answersOf(sheet)).toEqual(["D3", "D6", "D9"]);
    expect(sheet.headerRows).toEqual([2, 8]);
  });

  test("a statement of applicability, with names of controls only", async () => {
    const rows: Rows = [
      ["Control", "Control name", "Applicable (Yes/No)", "Justification", "Implementation status"],
      ["A.5.1", "Policies for information security"],
      ["A.5.2", "Roles and responsibilities"],
      ["A.5.3", "Segregation of duties"],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C"], comment: ["D"] });
  });

  test("a list of documents to hand over", async () => {
    const rows: Rows = [
      ["Item", "Document wanted", "Provided (Y/N)", "File name", "Comments"],
      [1, "Information security policy"],
      [2, "Report of the last penetration test"],
      [3, "Business continuity plan"],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.columns).toMatchObject({ id: "A", question: "B", answer: ["C"], comment: ["E"] });
  });

  test("a form that asks for attachments beside each answer", async () => {
    const texts = ["Is there a policy for passwords?", "Are accounts reviewed?", "Are leavers removed?"];
    const rows: Rows = [
      ["Question", "Answer", "Attachment wanted?", "Attachment name"],
      ...texts.map((text) => [text, null, "Yes"]),
    ];
    expect((await sheetOf(rows)).columns).toMatchObject({ answer: ["B"], comment: ["D"] });
  });

  test("a form in parts that each have a title, the same header and no numbers", async () => {
    const rows: Rows = [
      ["1. Company"],
      ["Question", "Answer"],
      ["How many people work for you?"],
      ["Where are you based?"],
      [null],
      ["2. Security"],
      ["Question", "Answer"],
      ["Do you test backups?"],
    ];
    const sheet = await sheetOf(rows);
    expect(sheet.questions.map(({ section }) => section)).toEqual(["1. Company", "1. Company", "2. Security"]);
  });

  test("a form whose answers are words that head columns as well", async () => {
    const rows: Rows = [
      ["No", "Requirement", "Compliant", "Comment"],
      ["1.1", "Encryption of backups", "Compliant"],
      ["1.2", "Review of access rights", "Compliant"],
      ["1.3", "Register of suppliers"],
    ];
    const sheet = await sheetOf(rows);
    expect(idsOf(sheet)).toEqual(["1.1", "1.2", "1.3"]);
    expect(sheet.questions[0]!.answered).toBe("Compliant");
  });

  test("a form whose answer cells are merged over two columns", async () => {
    const rows: Rows = [
      ["No", "Question", "Answer", null, "Comment"],
      ["1", "Is there a policy for passwords?"],
      ["2", "Are accounts reviewed?"],
    ];
    const sheet = await sheetOf(rows, merges("C1:D1", "C2:D2", "C3:D3"));
    expect(sheet.columns).toMatchObject({ answer: ["C"], comment: ["E"] });
    expect(sheet.questions.map(({ blocked }) => blocked)).toEqual([null, null]);
  });

  test("a form with its questions merged over several columns", async () => {
    const rows: Rows = [
      ["No", "Question", null, null, "Answer", "Comment"],
      ["1", "Is there a policy for passwords?"],
      ["2", "Are accounts reviewed?"],
      ["3", "Are leavers removed?"],
    ];
    const sheet = await sheetOf(rows, merges("B1:D1", "B2:D2", "B3:D3", "B4:D4"));
    expect(answersOf(sheet)).toEqual(["E2", "E3", "E4"]);
  });
});

describe("dropdowns", () => {
  const rows: Rows = [
    ["No", "Question", "Answer"],
    ["1", "Is there a policy for passwords?"],
    ["2", "Are accounts reviewed?"],
    ["3", "Are leavers removed?"],
  ];
  const extended = (source: string) =>
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
    '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list">' +
    `<x14:formula1><xm:f>${source}</xm:f></x14:formula1><xm:sqref>C2:C4</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>`;

  test.each<[string, string]>([
    ["a list on a hidden sheet", dropdown("C2:C4", "'Hidden lists'!$B$2:$B$4")],
    ["a defined name", dropdown("C2:C4", "Choices")],
    ["an extension that older programs do not know", extended("'Hidden lists'!$B$2:$B$4")],
  ])("take their values from %s", async (_, tail) => {
    const lists: MadeSheet = {
      ...{ name: "Hidden lists", state: "hidden" },
      rows: [
        ["x", "Values"],
        [null, "Fully in place"],
        [null, "Partly in place"],
        [null, "Not in place"],
      ],
    };
    const bytes = workbookOf({
      sheets: [{ name: "Form", rows, tail }, lists],
      names: { Choices: "'Hidden lists'!$B$2:$B$4" },
    });
    const { sheets } = await inspectedForm(bytes, "form.xlsx");
    expect(sheets.map(({ role }) => role)).toEqual(["questions", "lists"]);
    for (const { options } of sheets[0]!.questions) {
      expect(options).toEqual(["Fully in place", "Partly in place", "Not in place"]);
    }
  });
});

describe("delimited text", () => {
  const inspected = async (text: string, encoding: "utf-8" | "windows-1252" | "utf-16le", name = "form.csv") =>
    (await inspectedForm(encodeText(text, encoding), name)).sheets[0]!;

  test("with semicolons in Windows-1252, in French", async () => {
    const text =
      "N°;Thème;Exigence;Réponse;Commentaires\r\n1;Accès;Les accès doivent être revus chaque année.;;\r\n" +
      "2;Accès;Les comptes partagés sont-ils interdits ?;;\r\n3;Données;Décrivez la sauvegarde des données.;;\r\n";
    const sheet = await inspected(text, "windows-1252");
    expect(sheet.columns).toEqual({ id: "A", question: "C", answer: ["D"], comment: ["E"], section: "B" });
    expect(sheet.questions[0]!.text).toBe("Les accès doivent être revus chaque année.");
  });

  test("with tabs in UTF-16, and a question over several lines", async () => {
    const text = '\ufeffID\tQuestion\tAnswer\r\n1\t"Do you\r\ntest backups?"\t\r\n2\tDo you keep logs?\tYes\r\n';
    const sheet = await inspected(text, "utf-16le", "form.tsv");
    expect(sheet.questions.map(({ answerCell, answered }) => [answerCell, answered])).toEqual([
      ["C2", null],
      ["C3", "Yes"],
    ]);
  });

  test("with a title, empty lines and no header", async () => {
    const sheet = await inspected(
      "Vendor check,,\n,,\n1,Do you test backups?,\n2,Do you keep logs?,\n3,Who reads them?,\n",
      "utf-8",
    );
    expect(answersOf(sheet)).toEqual(["C3", "C4", "C5"]);
    expect(sheet.confidence).toBeLessThan(confirmBelow);
  });
});
