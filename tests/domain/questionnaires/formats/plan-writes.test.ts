import { describe, expect, test } from "vitest";
import { type Answer, planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import type { FoundQuestion, Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

const plain: FoundQuestion = {
  ...{
    key: "Form!B2",
    row: 2,
    id: "1",
    text: "Do you encrypt data?",
    section: null,
    answerCell: "C2",
    commentCell: "D2",
  },
  ...{ options: null, marks: null, answered: null, commented: null, blocked: null },
};
const yes: Answer = { short: "Yes", text: "Yes. We use AES-256." };

function inspectionOf(questions: FoundQuestion[], encoding: Inspection["encoding"] = null): Inspection {
  const columns = { id: "A", question: "B", answer: ["C"], comment: ["D"], section: null };
  const sheet = {
    ...{ name: "Form", hidden: false, role: "questions" as const, why: "", headerRow: 1, headerRows: [1], columns },
    ...{ questions, rowCount: 2, ignored: [], confidence: 1, preview: [] },
  };
  return { format: "xlsx", encoding, sheets: [sheet] };
}

function planned(question: Partial<FoundQuestion>, answer: Answer | null, replace = false) {
  const inspection = inspectionOf([{ ...plain, ...question }]);
  const answers = new Map(answer ? [[plain.key, answer]] : []);
  const { questions } = planWrites(inspection, answers, replace ? { replace: new Set([plain.key]) } : {});
  const [{ answer: written, comment, reason, commentReason }] = questions as [(typeof questions)[0]];
  return {
    answer: written && [written.cell, written.text],
    comment: comment && [comment.cell, comment.text],
    reason,
    commentReason,
  };
}

const dropdown = { options: ["Yes", "No", "NA"] };
const marks = {
  options: ["Yes", "No"],
  marks: [
    { cell: "E2", label: "Yes", mark: "x" },
    { cell: "F2", label: "No", mark: "x" },
  ],
};

describe("an answer is planned", () => {
  test("into a dropdown as an allowed value, with the text beside it", () => {
    expect(planned(dropdown, yes)).toMatchObject({ answer: ["C2", "Yes"], comment: ["D2", "Yes. We use AES-256."] });
  });

  test("into a dropdown by how its text opens, when it has no short form", () => {
    expect(planned(dropdown, { short: null, text: "No. We do not." })).toMatchObject({ answer: ["C2", "No"] });
  });

  test("as a mark in exactly one cell", () => {
    expect(planned(marks, { short: "No", text: "No" })).toEqual({
      ...{ answer: ["F2", "x"], comment: null, reason: null, commentReason: null },
    });
  });

  test("as text in a free cell, when the question is open or there is no other cell", () => {
    expect(planned({ text: "Describe your encryption." }, yes)).toMatchObject({
      answer: ["C2", yes.text],
      comment: null,
    });
    expect(planned({ commentCell: null }, yes)).toMatchObject({ answer: ["C2", yes.text], comment: null });
    expect(planned({ text: "Encryption contact" }, { short: null, text: "ciso@example.com" })).toMatchObject({
      answer: ["C2", "ciso@example.com"],
    });
  });

  test("as short form and text, when a closed question has two free cells", () => {
    expect(planned({}, yes)).toMatchObject({ answer: ["C2", "Yes"], comment: ["D2", yes.text] });
  });

  test("over an answer from before, only when a person said so", () => {
    const answered = { ...dropdown, answered: "No", commented: "Old" };
    expect(planned(answered, yes)).toMatchObject({ answer: null, reason: "It was already answered in the file." });
    expect(planned(answered, yes, true)).toMatchObject({ answer: ["C2", "Yes"], comment: ["D2", yes.text] });
  });
});

describe("an answer is left out, with the reason,", () => {
  test.each<[string, Partial<FoundQuestion>, Answer | null, string]>([
    ["when there is none", {}, null, "No approved answer was found for it."],
    ["when the cell is blocked", { blocked: "It is a formula." }, yes, "It is a formula."],
    ["when there is no cell", { answerCell: null }, yes, "The file has no answer cell for it."],
    [
      "when no allowed value says the same",
      dropdown,
      { short: "Partial", text: "Partly." },
      '"Partial" is none of the allowed values "Yes", "No", "NA".',
    ],
    [
      "when no mark says the same",
      marks,
      { short: "N/A", text: "N/A" },
      '"N/A" is none of the allowed values "Yes", "No".',
    ],
    [
      "when it is longer than a cell",
      {},
      { short: null, text: "a".repeat(32_768) },
      "The answer is longer than a cell can hold.",
    ],
  ])("%s", (_, question, answer, reason) => {
    expect(planned(question, answer)).toEqual({ answer: null, comment: null, reason, commentReason: null });
  });

  test("when only the text has no place", () => {
    expect(planned({ ...dropdown, commentCell: null }, yes)).toMatchObject({
      ...{ answer: ["C2", "Yes"], comment: null, commentReason: "The file has no comment cell for the text." },
    });
    expect(planned({ ...dropdown, commented: "Ours" }, yes)).toMatchObject({
      commentReason: "Its comment cell already holds text.",
    });
  });

  test("when the file's encoding has no such character", () => {
    const { questions } = planWrites(
      inspectionOf([plain], "windows-1252"),
      new Map([[plain.key, { short: "Yes", text: "Yes \u2192 always" }]]),
    );
    expect(questions[0]).toMatchObject({
      ...{
        answer: { text: "Yes" },
        comment: null,
        commentReason: 'The file\'s encoding (Windows-1252) has no "\u2192".',
      },
    });
  });
});

describe("questions that share an answer cell", () => {
  const shared = ["a", "b"].map((id) => ({ ...plain, key: `Form!B2#${id}`, id, commentCell: null }));
  const answers = (...texts: string[]) => new Map(texts.map((text, i) => [shared[i]!.key, { short: null, text }]));

  test("get all their answers, a line each", () => {
    const { writes } = planWrites(inspectionOf(shared), answers("One.", "Two."));
    expect(writes).toEqual([{ sheet: "Form", cell: "C2", text: "a: One.\nb: Two." }]);
  });

  test("get none when one is missing, so that no answer seems to cover the others", () => {
    const { writes, questions } = planWrites(inspectionOf(shared), answers("One."));
    expect(writes).toEqual([]);
    expect(questions.map(({ reason }) => reason)).toEqual([
      "It shares an answer cell with a question that has no answer.",
      "No approved answer was found for it.",
    ]);
  });

  test("get none when the cell takes one value", () => {
    const fixed = shared.map((question) => ({ ...question, options: ["Yes", "No"] }));
    const { writes } = planWrites(inspectionOf(fixed), answers("Yes", "No"));
    expect(writes).toEqual([]);
  });
});
