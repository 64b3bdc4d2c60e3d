import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectJson } from "#app/domain/questionnaires/formats/json-layout.ts";
import { patchJson } from "#app/domain/questionnaires/formats/json-patch.ts";
import { planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

const fileOf = (questions: unknown[], more: object = {}) =>
  Buffer.from(JSON.stringify({ format: "candor-questionnaire", version: 1, ...more, questions }, null, 2));
const questionsIn = (bytes: Uint8Array) => inspectJson(bytes).sheets[0]!.questions;

const written = `{
  "format": "candor-questionnaire",
  "version": 1,
  "ticket": 12345678901234567890,
  "questions": [
    { "id": "A-1", "section": "Encryption", "text": "Is data encrypted at rest?", "options": ["Yes", "No"], "weight": 1.0 },
    {
      "text": "Who approves changes?",
      "answer": null
    }
  ]
}
`;

test("its questions are read with their ids, sections and allowed values", () => {
  expect(questionsIn(Buffer.from(written))).toMatchObject([
    { id: "A-1", section: "Encryption", text: "Is data encrypted at rest?", options: ["Yes", "No"], answered: null },
    { id: null, section: null, text: "Who approves changes?", options: null, answerCell: "/questions/1/answer" },
  ]);
});

test("answers are written into it, and what it does not name stays as it was typed", () => {
  const bytes = Buffer.from(written);
  const inspection = inspectJson(bytes);
  const [first, second] = inspection.sheets[0]!.questions;
  const answers = new Map([
    [first!.key, { short: "Yes", text: "Yes, with AES-256." }],
    [second!.key, { short: null, text: 'The "change board",\nweekly.' }],
  ]);
  const filled = patchJson(bytes, planWrites(inspection, answers).writes).toString("utf8");
  expect(filled).toBe(
    written
      .replace(`"weight": 1.0`, `"weight": 1.0, "answer": "Yes", "comment": "Yes, with AES-256."`)
      .replace(`"answer": null`, String.raw`"answer": "The \"change board\",\nweekly."`),
  );
});

test("an answer that is there already is seen, and replaced on request alone", () => {
  const bytes = fileOf([{ text: "Is it so?", answer: "Yes" }]);
  const inspection = inspectJson(bytes);
  const key = inspection.sheets[0]!.questions[0]!.key;
  const answers = new Map([[key, { short: null, text: "No longer." }]]);
  expect(planWrites(inspection, answers).writes).toEqual([]);
  const plan = planWrites(inspection, answers, { replace: new Set([key]) });
  expect(JSON.parse(patchJson(bytes, plan.writes).toString())).toMatchObject({ questions: [{ answer: "No longer." }] });
});

describe("a file that is not in the format is refused with what is wrong", () => {
  test.each([
    ["[1,", "This file is named .json, but is no JSON."],
    ['{"hello":1}', 'This JSON is no questionnaire of ours: its "format" has to be "candor-questionnaire".'],
    [
      '{"format":"candor-questionnaire","version":2,"questions":[]}',
      'Questionnaires as JSON are read in version 1; this one says another in "version".',
    ],
    ['{"format":"candor-questionnaire","version":1}', 'In this file "questions" has to be a list.'],
    [
      '{"format":"candor-questionnaire","version":1,"questions":[]}',
      'In this file "questions" is not as it has to be: holds no question.',
    ],
    [
      '{"format":"candor-questionnaire","version":1,"questions":[{"text":"Is it?"},{"text":7}]}',
      'In this file "questions[1].text" is not as it has to be: invalid input: expected string, received number.',
    ],
  ])("%s", (text, sentence) => {
    expect(() => inspectJson(Buffer.from(text))).toThrow(sentence);
  });

  test("too deep, too many, and in another encoding", () => {
    const deep = `{"format":"candor-questionnaire","version":1,"x":${"[".repeat(40)}${"]".repeat(40)},"questions":[]}`;
    expect(() => inspectJson(Buffer.from(deep))).toThrow("nested more than 32 levels deep");
    const many = fileOf(Array.from({ length: 5_001 }, () => ({ text: "Is it so?" })));
    expect(() => inspectJson(many)).toThrow("There are 5,001 questions; the limit is 5,000.");
    expect(() => inspectJson(Buffer.from([0x7b, 0xff, 0x7d]))).toThrow("written in UTF-8");
  });
});

test("any JSON is read or refused in a sentence", () => {
  const made = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .record({ format: fc.constant("candor-questionnaire"), version: fc.constant(1), questions: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(made, (text) => {
      try {
        inspectJson(Buffer.from(text));
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
      }
    }),
    { numRuns: 400 },
  );
});

test("any answer reads back, whatever stands around it and however it is spaced", () => {
  const extra = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 });
  const asked = fc.tuple(extra, fc.option(fc.string())).map(([more, answer]) => ({
    ...more,
    ...{ id: "1", section: null, options: null, comment: null, text: "Is it so?" },
    ...(answer === null ? {} : { answer }),
  }));
  fc.assert(
    fc.property(
      fc.array(asked, { minLength: 1, maxLength: 4 }),
      fc.string(),
      fc.constantFrom(0, 2, "\t"),
      (questions, text, space) => {
        const file = { format: "candor-questionnaire", version: 1, questions };
        const bytes = Buffer.from(JSON.stringify(file, null, space));
        const filled = patchJson(bytes, [{ sheet: "Questions", cell: "/questions/0/answer", text }]);
        const expected = { ...file, questions: questions.map((one, i) => (i === 0 ? { ...one, answer: text } : one)) };
        expect(JSON.parse(filled.toString("utf8"))).toEqual(JSON.parse(JSON.stringify(expected)));
      },
    ),
    { numRuns: 200 },
  );
});
