import fc from "fast-check";
import { expect, test } from "vitest";
import { inspectJson } from "#app/domain/questionnaires/formats/json-layout.ts";
import { pastedFile, pastedQuestions } from "#app/domain/questionnaires/formats/pasted-questions.ts";

test("each line is a question, with the number in front of it as its id", () => {
  const text =
    "1. Do you encrypt backups?\n2) Who may restore them?\r\n\r\nA-3: Describe your tests.\n- Is there a policy?";
  expect(pastedQuestions(text)).toEqual([
    { id: "1", text: "Do you encrypt backups?" },
    { id: "2", text: "Who may restore them?" },
    { id: "A-3", text: "Describe your tests." },
    { text: "Is there a policy?" },
  ]);
});

test("a line that ends in a colon, or a short one above questions, is their section", () => {
  const text =
    "Access control:\nDo you use single sign-on?\n\nBackups\nAre they encrypted?\nHow often are they tested?";
  expect(pastedQuestions(text)).toEqual([
    { section: "Access control", text: "Do you use single sign-on?" },
    { section: "Backups", text: "Are they encrypted?" },
    { section: "Backups", text: "How often are they tested?" },
  ]);
});

test("a statement to confirm is a question too", () => {
  const text = "All laptops are encrypted.\nVisitors are escorted";
  expect(pastedQuestions(text).map((question) => question.text)).toEqual([
    "All laptops are encrypted.",
    "Visitors are escorted",
  ]);
});

test("cells that were copied from a table are one line", () => {
  expect(pastedQuestions("1.2\tDo you encrypt backups?\t\n1.3\tWho may restore them?")).toEqual([
    { id: "1.2", text: "Do you encrypt backups?" },
    { id: "1.3", text: "Who may restore them?" },
  ]);
});

test("empty lines and rules ask nothing", () => {
  expect(pastedQuestions(" \n\t\n-----\n***\n")).toEqual([]);
});

test("whatever is pasted becomes a file that reads back question by question", () => {
  const line = fc.oneof(fc.string(), fc.constantFrom("1. Is it so?", "Section:", "", "2.", "\u2028", "Backups"));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.string({ maxLength: 100 }), (lines, title) => {
      const questions = pastedQuestions(lines.join("\n"));
      if (questions.length === 0) return;
      const read = inspectJson(pastedFile(questions, title)).sheets[0]!.questions;
      expect(read.map(({ id, text, section }) => [id, text, section])).toEqual(
        questions.map(({ id, text, section }) => [id ?? null, text, section ?? null]),
      );
    }),
    { numRuns: 300 },
  );
});
