import fc from "fast-check";
import { expect, test } from "vitest";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { verifyCopyHere } from "#app/domain/questionnaires/formats/fidelity/verify-copy.server.ts";
import { inspectHere, writeHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { readAndFill } from "#scripts/fuzz/read-and-fill.ts";
import { fuzzedFile, type FuzzTarget, fuzzTargets } from "#scripts/fuzz/targets.ts";
import {
  checkControl,
  checkField,
  choiceField,
  control,
  documentParts,
  p,
  run,
  table,
  textField,
} from "#tests/domain/questionnaires/formats/docx-maker.ts";
import {
  dropdown,
  sheetXml,
  workbookOf,
  workbookParts,
  zipOf,
} from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const made = {
  name: "Form",
  rows: [
    ["ID", "Question", "Answer", "Comments"],
    ["A1", "Do you encrypt data?", null, "x"],
    ["A2", "=B2|Is it so?"],
  ],
  tail: `<mergeCells><mergeCell ref="A5:D5"/></mergeCells>${dropdown("C2:C3", '"Yes,No"')}`,
};
const parts = workbookParts({ sheets: [made], names: { Answers: "Form!$A$1:$A$3" } });

type Mutation = { at: number; remove: number; insert: string };
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 6 }),
  insert: fc.oneof(
    fc.string({ maxLength: 4 }),
    fc.constantFrom(
      "<",
      "/>",
      "<row>",
      '<c r="B2">',
      "<f>1</f>",
      "&lt;",
      "&x;",
      "99999999",
      "A1:XFD1048576",
      "\u0000",
      "</c>",
    ),
  ),
});

function mutated(text: string, mutations: readonly Mutation[]): string {
  return mutations.reduce((now, { at, remove, insert }) => {
    const place = at % (now.length + 1);
    return now.slice(0, place) + insert + now.slice(place + remove);
  }, text);
}

/** Reads and writes; whatever goes wrong must be a sentence for a person. */
async function isHandled(bytes: Buffer, fileName = "form.xlsx"): Promise<void> {
  try {
    const inspection = await inspectHere(bytes, fileName, {});
    const cells = inspection.sheets.flatMap(({ name, questions }) =>
      questions.filter(({ blocked }) => blocked === null).map(({ answerCell }) => ({ sheet: name, cell: answerCell! })),
    );
    await writeHere(
      bytes,
      fileName,
      cells.map((cell) => ({ ...cell, text: "Yes" })),
    );
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
  }
}

test("a workbook whose XML was damaged is read, or refused in a sentence, part by part", async () => {
  const some = fc.array(mutation, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: parts.length - 1 }), some, async (which, mutations) => {
      const damaged = parts.map((part, i) =>
        i === which ? { ...part, content: mutated(String(part.content), mutations) } : part,
      );
      await isHandled(zipOf(damaged));
    }),
    { numRuns: 400 },
  );
});

test("a worksheet that stays well-formed is still written in the right place or refused", async () => {
  const xml = sheetXml(made);
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (mutations) => {
      await isHandled(workbookOf({ sheets: [{ name: "Form", xml: mutated(xml, mutations) }] }));
    }),
    { numRuns: 300 },
  );
});

const document = documentParts({
  body:
    table([
      ["#", "Question", "Answer"],
      ["1", "Is it so?", { xml: p(control()) }],
      [
        { text: "2", merge: "restart" },
        "Is it?",
        { xml: p(`${checkField()}${run(" Yes ")}${checkField()}${run(" No")}`) },
      ],
    ]) +
    p("Who is it?", { list: ["1", 0] }) +
    p() +
    p(`${run("Is it? ")}${textField()}${choiceField(["Yes", "No"])}${checkControl()}`),
});
const wordPieces: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  remove: fc.nat({ max: 6 }),
  insert: fc.oneof(
    fc.string({ maxLength: 3 }),
    fc.constantFrom(
      ...["<w:p>", "</w:p>", "<w:p/>", "<w:r>", "</w:r>", "<w:tbl><w:tr><w:tc>", "</w:tc>", "<w:t>[ ]</w:t>"],
      ...[
        '<w:fldChar w:fldCharType="end"/>',
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:ffData><w:checkBox/></w:ffData>",
      ],
      ...["<w:sdt>", "<w:sdtContent/>", "</w:sdt>", "<!--", "-->", "<![CDATA[x]]>", "&#9744;", 'w:val="99999999"'],
    ),
  ),
});

test("a document whose XML was damaged is read and written, or refused in a sentence, part by part", async () => {
  const some = fc.array(wordPieces, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(2, 2, 2, 3, 4, 5), some, async (which, mutations) => {
      const damaged = document.map((part, i) =>
        i === which ? { ...part, content: mutated(String(part.content), mutations) } : part,
      );
      await isHandled(zipOf(damaged), "form.docx");
    }),
    { numRuns: 600 },
  );
});

test("an archive whose bytes were damaged is read or refused in a sentence", async () => {
  const whole = zipOf(parts);
  const flip = fc.record({ at: fc.nat({ max: whole.length - 1 }), to: fc.nat({ max: 255 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(flip, { minLength: 1, maxLength: 4 }), async (flips) => {
      const bytes = Buffer.from(whole);
      for (const { at, to } of flips) bytes[at] = to;
      await isHandled(bytes);
    }),
    { numRuns: 400 },
  );
});

/** A small share of what `scripts/fuzz/fuzz.ts` does. */
test.each(fuzzTargets)(
  "damaged, a file of the kind $name is read and filled in, or refused in a sentence",
  async (target) => {
    const runs = target.name === "pdf" ? 40 : 150;
    const outcomes = new Set<string>();
    for (let number = 0; number < runs; number++) outcomes.add(await outcomeOf(target, number));
    expect(outcomes.size).toBeGreaterThan(1);
  },
);

async function outcomeOf(target: FuzzTarget, number: number): Promise<string> {
  try {
    return await readAndFill(fuzzedFile(target, "tests", number));
  } catch (cause) {
    throw new Error(`Run ${number} of ${target.name} was neither read nor refused.`, { cause });
  }
}

test("an answer in place of the only letter beyond ASCII is no change of the encoding", async () => {
  const original = Buffer.from("ID,Question,Answer\n1,Do you encrypt data?,Nat\u00fcrlich\n", "latin1");
  const copy = await writeHere(original, "form.csv", [{ sheet: "form.csv", cell: "C2", text: "Yes" }]);
  expect((await verifyCopyHere(original, copy, { fileName: "form.csv", choices: {} })).problems).toEqual([]);
});
