import { describe, expect, test } from "vitest";
import { inspectHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import {
  checkControl,
  checkField,
  choiceControl,
  choiceField,
  control,
  documentOf,
  p,
  run,
  table,
  textField,
} from "#tests/domain/questionnaires/formats/docx-maker.ts";

async function sheetOf(body: string) {
  const inspection = await inspectHere(documentOf(body), "form.docx", {});
  expect(inspection).toMatchObject({ format: "docx", encoding: null, sheets: [{ name: "Document" }] });
  return inspection.sheets[0]!;
}

/** Each question as its number, its text and where its answer goes. */
async function found(body: string): Promise<unknown[][]> {
  const { questions } = await sheetOf(body);
  return questions.map(({ id, text, answerCell }) => [id, text, answerCell]);
}

const encrypted = "Do you encrypt data at rest?";
const tested = "Do you test your backups?";

describe("questions are found in tables", () => {
  test("with a heading over questions and one over answers", async () => {
    const body = table([
      ["Question", "Response"],
      [encrypted, ""],
      ["Describe your backups.", ""],
    ]);
    expect(await found(body)).toEqual([
      [null, encrypted, "T1R2C2"],
      [null, "Describe your backups.", "T1R3C2"],
    ]);
  });

  test("with numbers, guidance and comments beside", async () => {
    const body = table([
      ["No.", "Requirement", "Guidance", "Response (Yes/No)", "Comments"],
      [{ text: "Access", span: 5 }],
      ["1.1", "Access is reviewed.", "Look for dates", "", ""],
    ]);
    const { questions } = await sheetOf(body);
    expect(questions).toMatchObject([
      {
        ...{ id: "1.1", text: "Access is reviewed.", section: "Access" },
        ...{ answerCell: "T1R3C4", commentCell: "T1R3C5", options: ["Yes", "No"] },
      },
    ]);
  });

  test("without any heading", async () => {
    expect(
      await found(
        table([
          [encrypted, ""],
          [tested, ""],
        ]),
      ),
    ).toEqual([
      [null, encrypted, "T1R1C2"],
      [null, tested, "T1R2C2"],
    ]);
  });

  test("that go on after a heading, without repeating what heads their columns", async () => {
    const body =
      table([
        ["#", "Question", "Answer"],
        ["1", encrypted, ""],
      ]) +
      p("Networks", { style: "Heading1" }) +
      table([["2", "Network diagrams are kept", ""]]);
    const { questions } = await sheetOf(body);
    expect(questions.map(({ id, section, answerCell }) => [id, section, answerCell])).toEqual([
      ["1", null, "T1R2C3"],
      ["2", "Networks", "T2R1C3"],
    ]);
  });

  test("with the answer in the row below, empty or behind a label", async () => {
    expect(await found(table([[`1. ${encrypted}`], [""], [`2. ${tested}`], ["Answer:"]]))).toEqual([
      ["1", encrypted, "T1R2C1"],
      ["2", tested, "T1R4C1"],
    ]);
    const labels = table([
      ["1", encrypted],
      ["", "Answer:"],
      ["2", tested],
      ["Answer", ""],
    ]);
    expect(await found(labels)).toEqual([
      ["1", encrypted, "T1R2C2"],
      ["2", tested, "T1R4C2"],
    ]);
  });

  test("with an empty row below, or two to a row", async () => {
    const below = table([["1.1", encrypted], [{ text: "", span: 2 }], ["1.2", tested], ["", ""]]);
    expect(await found(below)).toEqual([
      ["1.1", encrypted, "T1R2C1"],
      ["1.2", tested, "T1R4C2"],
    ]);
    expect(await found(table([[encrypted, "", tested, ""]]))).toEqual([
      [null, encrypted, "T1R1C2"],
      [null, tested, "T1R1C4"],
    ]);
  });

  test("with requirements that are numbered and no questions by their words", async () => {
    expect(await found(table([["1", "MFA is enforced for admins.", ""]]))).toEqual([
      ["1", "MFA is enforced for admins.", "T1R1C3"],
    ]);
  });

  test("whose cells for answers hold a hint, which may name the values", async () => {
    const body = table([
      ["Question", "Answer"],
      [encrypted, "Yes / No"],
      [tested, "[Vendor to respond]"],
    ]);
    const { questions } = await sheetOf(body);
    expect(questions.map(({ options, answered }) => [options, answered])).toEqual([
      [["Yes", "No"], null],
      [null, null],
    ]);
  });

  test("with a row for comments, or for more in one of the cases, under boxes", async () => {
    const body = table([
      [`1. ${encrypted}`, "☐ Yes ☐ No"],
      ["Comments:", ""],
      [`2. ${tested}`, "☐ Yes ☐ No, please explain: ______"],
      ["3. Is it so?", "☐ Yes ☐ No"],
      [{ text: "If yes, give details:", span: 2 }],
    ]);
    const { questions } = await sheetOf(body);
    expect(questions.map(({ commentCell, options }) => [commentCell, options])).toEqual([
      ["T1R2C2", ["Yes", "No"]],
      ["T1R3C2", ["Yes", "No"]],
      ["T1R5C1", ["Yes", "No"]],
    ]);
  });

  test("with question and answer in one cell", async () => {
    expect(await found(table([[`1. ${encrypted}\nAnswer:`], [`2. ${tested}\n\n`]]))).toEqual([
      ["1", encrypted, "T1R1C1"],
      ["2", tested, "T1R2C1"],
    ]);
  });

  test("within another table", async () => {
    const inner = table([
      ["Question", "Response"],
      [encrypted, ""],
    ]);
    expect(await found(table([[{ xml: p("Part 1") + inner + p() }]]))).toEqual([[null, encrypted, "T2R2C2"]]);
  });

  test("and a title among them is the section of what follows", async () => {
    const body = table([
      ["#", "Question", "Answer"],
      ["Encryption", "", ""],
      ["1", encrypted, ""],
      ["", "Backups", ""],
      ["2", tested, ""],
    ]);
    const { questions } = await sheetOf(body);
    expect(questions.map(({ text, section }) => [text, section])).toEqual([
      [encrypted, "Encryption"],
      [tested, "Backups"],
    ]);
  });

  test("that put one question and ask for it in parts, with what the text above requires of each", async () => {
    const list = (text: string, level = 0) => p(text, { list: ["1", level] });
    const body =
      p("Account reviews (AR-1)", { style: "Heading1" }) +
      p("The vendor:") +
      list("Reviews accounts:") +
      list("when people leave;", 1) +
      list("Removes unused accounts.") +
      p("AR-1 guidance: quarterly reviews are usual.") +
      table([[{ text: "AR-1 How is this done?", span: 2 }], ["Part 1", ""], ["Part 2", ""], ["Part 9", ""]]);
    expect(await found(body)).toEqual([
      ["AR-1 Part 1", "Reviews accounts: when people leave;\nPart 1: How is this done?", "T1R2C2"],
      ["AR-1 Part 2", "Removes unused accounts.\nPart 2: How is this done?", "T1R3C2"],
      ["AR-1 Part 9", "How is this done?\nPart 9", "T1R4C2"],
    ]);
  });

  test("but data sheets and text in tables ask nothing", async () => {
    const body =
      table([
        ["Company name:", ""],
        ["Contact:", ""],
      ]) +
      table([
        ["Date", "Change"],
        ["12 Mar 2026", "Describe backups better."],
      ]) +
      table([["Please answer all questions below."]]);
    const sheet = await sheetOf(body);
    expect(sheet).toMatchObject({ questions: [], role: "instructions" });
  });
});

describe("questions are found in paragraphs", () => {
  const numbered = (text: string) => p(text, { list: ["1", 0] });

  test("that a list numbers, with an empty line below", async () => {
    expect(await found(numbered(encrypted) + p() + numbered("Describe your backups.") + p())).toEqual([
      ["1", encrypted, "P2"],
      ["2", "Describe your backups.", "P4"],
    ]);
  });

  test("with a label for the answer, also after an empty line", async () => {
    const body = p(`1. ${encrypted}`) + p("Answer: ________") + p(`Q2. ${tested}`) + p() + p("Vendor response:") + p();
    expect(await found(body)).toEqual([
      ["1", encrypted, "P2"],
      ["Q2", tested, "P5"],
    ]);
  });

  test("with a line to write on in the same paragraph, or a box below", async () => {
    expect(await found(p("1. Who is your auditor? ________") + p(`2. ${tested}`) + p() + table([[""]]))).toEqual([
      ["1", "Who is your auditor?", "P1"],
      ["2", tested, "T1R1C1"],
    ]);
  });

  test("with what the list says above deeper items", async () => {
    const deeper = (text: string) => p(text, { list: ["1", 1] });
    const body =
      numbered("Do you have policies for:") + deeper("encryption") + p("Answer:") + deeper("access") + p("Answer:");
    expect(await found(body)).toEqual([
      ["a", "Do you have policies for:\nencryption", "P3"],
      ["b", "Do you have policies for:\naccess", "P5"],
    ]);
  });

  test("and those without room for an answer say so", async () => {
    const { questions } = await sheetOf(p(`1. ${encrypted}`) + p(`2. ${tested}`));
    expect(questions.map(({ answerCell, blocked }) => [answerCell, blocked])).toEqual([
      [null, "The document has no place for its answer."],
      [null, "The document has no place for its answer."],
    ]);
  });

  test("and an answer below is one, however much room is left under it", async () => {
    const body = p(`a) ${encrypted}`) + p("Yes, all of it.") + p() + p() + p(`b) ${tested}`) + p() + p();
    const { questions } = await sheetOf(body);
    expect(questions.map(({ id, answerCell, answered }) => [id, answerCell, answered])).toEqual([
      ["a", "P2", "Yes, all of it."],
      ["b", "P6", null],
    ]);
  });

  test("but not in a table of contents, nor is a picture room for an answer", async () => {
    const contents = `<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent>${p("1. Is it so?")}${p()}</w:sdtContent></w:sdt>`;
    expect(await found(`${contents}${p(`1. ${encrypted}`)}${p("<w:r><w:drawing/></w:r>")}${p()}`)).toEqual([
      ["1", encrypted, "P5"],
    ]);
  });

  test("but not in instructions, contents and plain text", async () => {
    const body =
      p("Please complete this form and return it.") +
      p() +
      p("Describe your answers in full.") +
      p() +
      p("What is expected? Short answers.") +
      p("Company name: ________");
    expect(await found(body)).toEqual([]);
  });
});

describe("boxes and fields are places", () => {
  test("boxes drawn as characters are marks, with the words beside them", async () => {
    const body =
      p(`1. ${encrypted} ☐ Yes ☐ No ☐ N/A`) + p(`2. ${tested} Yes ☐ No ☐`) + p("3. Is it so?") + p("[ ] Yes [x] No");
    const { questions } = await sheetOf(body);
    expect(questions.map(({ text, options, answered }) => [text, options, answered])).toEqual([
      [encrypted, ["Yes", "No", "N/A"], null],
      [tested, ["Yes", "No"], null],
      ["Is it so?", ["Yes", "No"], "No"],
    ]);
    expect(questions[0]!.marks).toEqual([
      { cell: "B1", label: "Yes", mark: "☒" },
      { cell: "B2", label: "No", mark: "☒" },
      { cell: "B3", label: "N/A", mark: "☒" },
    ]);
  });

  test("symbols of Wingdings are boxes too", async () => {
    const box = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>';
    const { questions } = await sheetOf(p(`${run(`1. ${encrypted} `)}${box}${run(" Yes ")}${box}${run(" No")}`));
    expect(questions).toMatchObject([{ text: encrypted, options: ["Yes", "No"], answerCell: "B1" }]);
  });

  test("form fields and content controls in columns take the headings as labels", async () => {
    const body = table([
      [
        { text: "Requirement", merge: "restart" },
        { text: "Response (check one)", span: 2 },
      ],
      [{ text: "", merge: "continue" }, "In place", "Not in place"],
      ["Data is encrypted.", { xml: p(checkField(true)) }, { xml: p(checkField()) }],
      ["Backups are tested.", { xml: p(checkControl()) }, { xml: p(checkControl()) }],
    ]);
    const { questions } = await sheetOf(body);
    expect(questions.map(({ text, options, answerCell, answered }) => [text, options, answerCell, answered])).toEqual([
      ["Data is encrypted.", ["In place", "Not in place"], "F1", "In place"],
      ["Backups are tested.", ["In place", "Not in place"], "S1", null],
    ]);
  });

  test("rows below a number that is merged down ask for it in parts", async () => {
    const boxes = [{ xml: p(checkField()) }, { xml: p(checkField()) }];
    const body = table([
      ["Requirement", "Control", "Yes", "No"],
      [{ text: "6.4.3", merge: "restart" }, "Scripts are managed:", { text: "", span: 2 }],
      [{ merge: "continue" }, "Each is authorised.", ...boxes],
      [{ merge: "continue" }, "Each is listed.", ...boxes],
      [{ merge: "continue" }, { text: "Notes for assessors.", span: 3 }],
    ]);
    expect(await found(body)).toEqual([
      ["6.4.3", "Scripts are managed:\nEach is authorised.", "F1"],
      ["6.4.3", "Scripts are managed:\nEach is listed.", "F3"],
    ]);
  });

  test("dropdowns offer their values, and their hints are none", async () => {
    const body =
      table([
        ["Question", "Answer", "Comments"],
        [encrypted, { xml: p(choiceControl(["Yes", "No"])) }, { xml: p(control()) }],
      ]) + p(`${run("2. Is it tested? ")}${choiceField(["Select", "Yes", "No"])}`);
    const { questions } = await sheetOf(body);
    expect(questions).toMatchObject([
      { answerCell: "T1R2C2", commentCell: "T1R2C3", options: ["Yes", "No"], answered: null },
      { id: "2", answerCell: "P1", options: ["Yes", "No"], answered: null },
    ]);
  });

  test("a field or a control that holds a text is answered", async () => {
    const body =
      p(run("1. Who is your auditor? ") + textField("Ash & Co")) +
      p(run(`2. ${tested} `) + textField()) +
      p(`3. ${encrypted}`);
    const filled =
      "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Yes</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    const { questions } = await sheetOf(body + filled);
    expect(questions.map(({ text, answered }) => [text, answered])).toEqual([
      ["Who is your auditor?", "Ash & Co"],
      [tested, null],
      [encrypted, "Yes"],
    ]);
  });

  test("check-all-that-apply boxes are left to a person", async () => {
    const body =
      p("1. Which do you hold? (select all that apply)") +
      p("☐ SOC 2") +
      p("☐ ISO 27001") +
      table([["Status (check all that apply):\n☐ Planned\n☐ Implemented"]]);
    const { questions, ignored } = await sheetOf(body);
    expect(questions).toMatchObject([{ blocked: "Several of its boxes may be checked, so a person answers it." }]);
    expect(ignored).toMatchObject([{ reason: "Several of its boxes may be checked, so a person answers it." }]);
  });

  test("a long numbered list does without the data sheets and summaries around it", async () => {
    const boxes = () => [{ xml: p(checkField()) }, { xml: p(checkField()) }];
    const rows = Array.from({ length: 12 }, (_, i) => [`2.1.${i + 1}`, `Control ${i + 1} is in use.`, ...boxes()]);
    const heads = ["#", "Requirement", "Yes", "No"];
    const body =
      table([["Does the merchant use a processor?", "☐ Yes ☐ No"]]) +
      table([heads, ["", "Section A", ...boxes()], ["", "Requirement 2:", ...boxes()]]) +
      table([heads, ...rows]) +
      table([heads, ["2", "Apply controls", ...boxes()]]);
    const { questions, ignored } = await sheetOf(body);
    expect(questions).toHaveLength(12);
    expect(ignored.map(({ reason }) => reason)).toEqual([
      "It has no number, unlike the other questions of this document.",
      "It names what is asked elsewhere and asks nothing itself.",
      "Its number heads questions that are asked elsewhere.",
    ]);
  });
});

describe("what no reader of the document sees is not read", () => {
  test("deleted, moved and hidden text, text boxes and instructions of fields", async () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>Do you </w:delText><w:t>delete? </w:t></w:r></w:del>';
    const moved = '<w:moveFrom w:id="2"><w:r><w:t>Do you move? </w:t></w:r></w:moveFrom>';
    const hidden = run("Do you hide? ", "<w:vanish/>");
    const inserted = `<w:ins w:id="3">${run("at rest")}</w:ins>`;
    const box = `<w:r><w:pict><w:txbxContent>${p("Do you draw?")}</w:txbxContent></w:pict></w:r>`;
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://x.example"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
    const linked = `${field}${run("here")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const question = p(
      `${deleted}${moved}${hidden}${run("Do you encrypt data ")}${inserted}${run("? ")}${linked}${box}`,
    );
    const deletedRow =
      '<w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc><w:p><w:r><w:t>Do you?</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>';
    const body = table([
      ["Question", "Answer"],
      [{ xml: question }, ""],
    ]).replace("</w:tbl>", `${deletedRow}</w:tbl>`);
    expect(await found(body)).toEqual([[null, "Do you encrypt data at rest? here", "T1R2C2"]]);
  });
});

test("a person may leave comments out, or say that the document asks nothing", async () => {
  const bytes = documentOf(
    table([
      ["Question", "Answer", "Comments"],
      [encrypted, "", ""],
    ]),
  );
  const without = await inspectHere(bytes, "form.docx", { Document: { columns: { comment: [] } } });
  expect(without.sheets[0]!.questions).toMatchObject([{ answerCell: "T1R2C2", commentCell: null }]);
  const other = await inspectHere(bytes, "form.docx", { Document: { role: "other" } });
  expect(other.sheets[0]).toMatchObject({ role: "other", questions: [] });
});
