import { calderaQuestions, northfoldSheets, type SampleSection } from "./content/sample-questions.ts";
import { workbook, type Row, type Sheet } from "./files/workbook.ts";

const OPTIONS = ["Yes", "No", "Not applicable"];
const FIRST_ROW = 6;

/** The questionnaires that two prospects of the demo company have sent: an XLSX with dropdowns, and a CSV. */
export function makeDemoQuestionnaires(): { fileName: string; bytes: Uint8Array }[] {
  return [
    { fileName: "northfold-supplier-security-review.xlsx", bytes: northfoldWorkbook() },
    { fileName: "caldera-cloud-questions.csv", bytes: calderaCsv() },
  ];
}

function northfoldWorkbook(): Uint8Array {
  let sectionsBefore = 0;
  const sheets = northfoldSheets.map(({ name, sections }) => {
    const sheet = questionSheet(name, sections, sectionsBefore);
    sectionsBefore += sections.length;
    return sheet;
  });
  return workbook([instructions(), ...sheets]);
}

function instructions(): Sheet {
  const lines = [
    "Thank you for taking part in our yearly review of suppliers of the first tier.",
    "1. Answer every question on the sheets “Organisation” and “Technology”.",
    "2. Choose Yes, No or Not applicable from the list in column C. Do not type other values.",
    "3. Use column D for explanations, dates and references. Questions that ask how, when or where need an explanation.",
    "4. Do not add, move or delete rows or columns. The file is read by a machine.",
    "5. Send the file back to supplier-security@northfold.example within 14 days.",
  ];
  return {
    name: "Instructions",
    widths: [4, 96],
    frozenRows: 0,
    merges: ["A1:B1"],
    rows: [
      { height: 30, cells: [{ column: "A", text: "Northfold Energy: supplier security review", style: "title" }] },
      { cells: [] },
      ...lines.map((text): Row => ({ height: 34, cells: [{ column: "B", text, style: "plain" }] })),
    ],
  };
}

function questionSheet(name: string, sections: SampleSection[], sectionsBefore: number): Sheet {
  const rows: Row[] = [
    { height: 30, cells: [{ column: "A", text: `Supplier security review: ${name}`, style: "title" }] },
    { cells: [{ column: "A", text: "Version 7. Confidential when filled in.", style: "lead" }] },
    { cells: [] },
    { cells: [{ column: "A", text: "Supplier: Lindmere Systems Ltd", style: "lead" }] },
    {
      height: 22,
      cells: ["No", "Question", "Answer", "Comments"].map((text, i) => ({ column: "ABCD"[i]!, text, style: "head" })),
    },
  ];
  const merges = ["A1:D1", "A2:D2", "A4:D4"];
  sections.forEach((section, i) => {
    const blank = ["B", "C", "D"].map((column) => ({ column, text: "", style: "section" as const }));
    rows.push({ height: 20, cells: [{ column: "A", text: section.title, style: "section" }, ...blank] });
    merges.push(`A${rows.length}:D${rows.length}`);
    section.questions.forEach((question, j) => {
      const number = `${sectionsBefore + i + 1}.${String(j + 1).padStart(2, "0")}`;
      rows.push({
        height: 32,
        cells: [
          { column: "A", text: number, style: "number" },
          { column: "B", text: question.text, style: "question" },
          { column: "C", text: "", style: "answer" },
          { column: "D", text: "", style: "answer" },
        ],
      });
    });
  });
  const cells = `C${FIRST_ROW + 1}:C${rows.length}`;
  return {
    name,
    widths: [8, 72, 18, 60],
    frozenRows: FIRST_ROW - 1,
    rows,
    merges,
    choices: { cells, options: OPTIONS },
  };
}

/** With a byte order mark, semicolons and CRLF, as a European Excel writes it. */
function calderaCsv(): Uint8Array {
  const lines = [["Ref", "Domain", "Question", "Vendor answer", "Remarks"]];
  calderaQuestions.forEach((section, i) =>
    section.questions.forEach((question, j) =>
      lines.push([`${"ABCDE"[i]}${j + 1}`, section.title, question.text, "", ""]),
    ),
  );
  const quoted = (field: string) => (/[;"\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  return Buffer.from(`\uFEFF${lines.map((line) => line.map(quoted).join(";")).join("\r\n")}\r\n`, "utf8");
}
