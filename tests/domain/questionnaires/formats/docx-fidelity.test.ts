import { describe, expect, test } from "vitest";
import { verifyCopyHere } from "#app/domain/questionnaires/formats/fidelity/verify-copy.server.ts";
import { planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import { inspectHere, writeHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import {
  checkControl,
  checkField,
  choiceControl,
  control,
  documentOf,
  p,
  run,
  table,
  textField,
} from "#tests/domain/questionnaires/formats/docx-maker.ts";

const how = { fileName: "form.docx", choices: {} };
const around = (content: string) =>
  `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const body =
  p("Read me first.") +
  table([
    ["#", "Question", "Answer", "Comments"],
    ["1", "Is data encrypted?", { xml: p(choiceControl(["Yes", "No"])) }, { xml: p(control()) }],
    ["2", "Describe your backups.", "", ""],
    ["3", "Is access reviewed?", "☐ Yes ☐ No", ""],
  ]) +
  p("4. Who is your auditor?") +
  p("Answer: ____") +
  p(run("5. Is it tested? ") + checkField() + run(" Yes ") + checkField() + run(" No")) +
  p(run("6. Is it logged? ") + checkControl() + run(" Yes ") + checkControl() + run(" No")) +
  p(run("7. Who tests it? ") + textField()) +
  p("8. Who reviews it?") +
  around(p("Click here to enter text."));

async function filled(): Promise<Buffer> {
  const bytes = documentOf(body);
  const inspection = await inspectHere(bytes, "form.docx", {});
  const answers = inspection.sheets[0]!.questions.map(
    ({ key }) => [key, { short: "Yes", text: "Yes, we do." }] as const,
  );
  const plan = planWrites(inspection, new Map(answers));
  return writeHere(bytes, "form.docx", plan.writes);
}

describe("the fidelity of a filled document", () => {
  test("names what was written, and that nothing else changed", async () => {
    const fidelity = await verifyCopyHere(documentOf(body), await filled(), how);
    expect(fidelity.problems).toEqual([]);
    expect(fidelity.parts.changed).toEqual(["word/document.xml"]);
    expect(fidelity.written.map(({ cell, after }) => [cell, after])).toEqual(
      expect.arrayContaining([
        ["T1R2C3", "Yes"],
        ["T1R3C3", "Yes, we do."],
        ["B1", "☒"],
        ["F1", "☒"],
      ]),
    );
  });

  test("of an untouched copy is whole", async () => {
    expect(await verifyCopyHere(documentOf(body), documentOf(body), how)).toMatchObject({ written: [], problems: [] });
  });

  test.each([
    ["a paragraph", "Read me first.", "Read me last."],
    ["a question", "Describe your backups.", "Describe your networks."],
    ["a question with its boxes", "6. Is it logged? ", "6. Is it lodged? "],
    ["an attribute", "<w:tblPr/>", '<w:tblPr w:x="1"/>'],
    ["a field in an answer", "Answer: ____</w:t></w:r>", "Answer: ____</w:t></w:r><w:r><w:drawing/></w:r>"],
    ["the look of a place", "<w:tc><w:p></w:p></w:tc>", '<w:tc><w:p><w:pPr><w:jc w:val="right"/></w:pPr></w:p></w:tc>'],
  ])("of a copy in which %s changed tells so", async (_, old, now) => {
    expect(body).toContain(old);
    const changed = documentOf(body.replace(old, now));
    const fidelity = await verifyCopyHere(documentOf(body), changed, how);
    expect(fidelity.problems).not.toEqual([]);
  });
});
