import { expect } from "vitest";
import { verifyCopyHere } from "#app/domain/questionnaires/formats/fidelity/verify-copy.server.ts";
import { planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import type { Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectHere, writeHere } from "#app/domain/questionnaires/formats/read-file.server.ts";

/** Answers that look like headings, questions and instructions themselves. */
const awkward = [
  "Yes. Access is reviewed every quarter.",
  "Response times and comments: see our status page.",
  "Please see question 1. Do you need more? Ask us.",
  "No",
  "Yes, the control is in place",
];

/** What is found in a form. Filling it has to leave the same questions with the same places, and nothing else changed. */
export async function inspectedForm(bytes: Buffer, fileName: string): Promise<Inspection> {
  const inspection = await inspectHere(bytes, fileName, {});
  const keys = inspection.sheets.flatMap(({ questions }) => questions.map(({ key }) => key));
  const shorts = ["Yes", "No", "N/A"];
  const answers = new Map(
    keys.map((key, i) => [key, { short: shorts[i % 3]!, text: awkward[i % awkward.length]! }] as const),
  );
  const { writes } = planWrites(inspection, answers, { replace: new Set(keys) });
  const filled = await writeHere(bytes, fileName, writes);
  expect((await verifyCopyHere(bytes, filled, { fileName, choices: {} })).problems).toEqual([]);
  expect(askedIn(await inspectHere(filled, fileName, {}))).toEqual(askedIn(inspection));
  return inspection;
}

function askedIn({ sheets }: Inspection) {
  return sheets.map(({ name, role, headerRows, questions }) => {
    const places = questions.map(({ key, id, text, section, answerCell, commentCell }) => {
      return { key, id, text, section, answerCell, commentCell };
    });
    return { name, role, headerRows, places };
  });
}
