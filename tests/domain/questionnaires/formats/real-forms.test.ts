import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseRange } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { verifyCopyHere } from "#app/domain/questionnaires/formats/fidelity/verify-copy.server.ts";
import { planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import type { CellWrite, FoundQuestion, Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectHere, writeHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { entryBytes, openZip } from "#app/domain/questionnaires/formats/zip-reader.server.ts";
import { pythonWithOpenpyxl, readByOpenpyxl } from "#tests/domain/questionnaires/formats/python-openpyxl.ts";

/** Published questionnaires that may not be copied into the project; beside it they are measured against. */
const folder = fileURLToPath(new URL("../../../../../shared/data/forms/", import.meta.url));
const there = existsSync(folder);
const forms = there
  ? readdirSync(folder).filter((name) => /\.(xlsx|csv|docx)$/.test(name))
  : ["(no forms beside the project)"];

type TruthSheet = {
  name: string;
  role: string;
  question_count: number;
  header_row?: number;
  header_rows?: number[];
  first_id?: string;
  last_id?: string;
  columns?: Record<string, string | string[] | null>;
  dropdowns?: Record<string, string[]>;
};
type Truth = {
  total_questions: number;
  sheets?: TruthSheet[];
  /** Of a document: rows of boxes, their numbers and the columns of the table; or the cells for answers, by table. */
  checkbox_rows?: number;
  requirement_ids?: string[];
  columns?: string[];
  answer_cells?: { table: number; control: string; parts: (string | null)[] }[];
};

describe.skipIf(!there)("published questionnaires (skipped where they are not beside the project)", () => {
  test.each(forms)("%s is read as a person read it", async (name) => {
    const truth = truthOf(name);
    const inspection = await inspectHere(readFileSync(folder + name), name, {});
    const questions = inspection.sheets.flatMap((sheet) => sheet.questions);
    if (truth.checkbox_rows) return compareBoxes(questions, truth);
    expect(new Set(questions.map(({ id, text }) => `${id} ${text}`)).size).toBe(truth.total_questions);
    if (truth.answer_cells) compareCells(questions, truth.answer_cells);
    for (const sheet of truth.sheets ?? []) compareSheet(inspection, sheet);
  });

  test.each(forms)("%s comes back with answers in it and nothing else changed", async (name) => {
    const bytes = readFileSync(folder + name);
    const inspection = await inspectHere(bytes, name, {});
    const questions = inspection.sheets.flatMap((sheet) => sheet.questions);
    const answers = new Map(questions.map(({ key, id }) => [key, { short: "Yes", text: `Yes. =${id} & <more>` }]));
    const plan = planWrites(inspection, answers);
    const filled = await writeHere(bytes, name, plan.writes);
    const { written: changes, problems } = await verifyCopyHere(bytes, filled, { fileName: name, choices: {} });
    expect(problems).toEqual([]);
    expect(changes).toHaveLength(plan.writes.length);
    const again = await inspectHere(filled, name, {});
    expect(again.sheets.flatMap((sheet) => sheet.questions.map(({ key, text }) => [key, text]))).toEqual(
      questions.map(({ key, text }) => [key, text]),
    );
    const written = plan.questions.filter(({ answer }) => answer !== null).map(({ key }) => key);
    const now = new Map(again.sheets.flatMap((sheet) => sheet.questions.map((question) => [question.key, question])));
    expect(written.filter((key) => now.get(key)!.answered === null)).toEqual([]);
    if (name.endsWith(".docx")) {
      expect(written).toHaveLength(questions.length);
      expect(await changedParts(bytes, filled)).toEqual(["word/document.xml"]);
    }
    if (name.endsWith(".xlsx")) {
      const sheets = new Set(plan.writes.map(({ sheet }) => sheet)).size;
      const changed = await changedParts(bytes, filled);
      const allowed = changed.filter((part) => part.startsWith("xl/worksheets/") || part === "xl/workbook.xml");
      expect(changed).toEqual(allowed);
      expect(changed.filter((part) => part.startsWith("xl/worksheets/"))).toHaveLength(sheets);
    }
  });
});

describe.skipIf(!there || !pythonWithOpenpyxl)("answers in published questionnaires (skipped without openpyxl)", () => {
  test.each(forms.filter((name) => name.endsWith(".xlsx")))(
    "%s: openpyxl reads each as it was written",
    async (name) => {
      const bytes = readFileSync(folder + name);
      const inspection = await inspectHere(bytes, name, {});
      const keys = inspection.sheets.flatMap(({ questions }) => questions.map(({ key }) => key));
      const answers = new Map(keys.map((key, i) => [key, { short: "Yes", text: `=Yes(${i})\n"so" & <more>` }]));
      const { writes } = planWrites(inspection, answers, { replace: new Set(keys) });
      const cells = readByOpenpyxl(await writeHere(bytes, name, writes));
      const read = writes.map(({ sheet, cell }) => [sheet, cell, ...(cells[sheet]?.[cell] ?? [])]);
      expect(read).toEqual(writes.map(({ sheet, cell, text }: CellWrite) => [sheet, cell, text, "s"]));
    },
  );
});

function truthOf(name: string): Truth {
  return JSON.parse(readFileSync(folder + name.replace(/\.\w+$/, ".truth.json"), "utf8")) as Truth;
}

/** Each row of boxes is a question; what has several rows has its number in each. */
function compareBoxes(questions: readonly FoundQuestion[], truth: Truth): void {
  expect(questions).toHaveLength(truth.checkbox_rows!);
  expect([...new Set(questions.map(({ id }) => id))]).toEqual(truth.requirement_ids);
  const labels = truth.columns!.slice(-4);
  for (const { options, marks } of questions) expect([options, marks!.length]).toEqual([labels, labels.length]);
}

function compareCells(questions: readonly FoundQuestion[], cells: NonNullable<Truth["answer_cells"]>): void {
  const expected = cells.flatMap(({ table, control, parts }) =>
    parts.map((part, i) => [
      part === null ? control : `${control} Part ${part}`,
      `T${table + 1}R${i + 2}C${part === null ? 1 : 2}`,
    ]),
  );
  expect(questions.map(({ id, answerCell }) => [id, answerCell])).toEqual(expected);
}

function compareSheet(inspection: Inspection, truth: TruthSheet): void {
  const sheet = inspection.sheets.find(({ name }) => name === truth.name)!;
  expect([sheet.name, sheet.questions.length]).toEqual([truth.name, truth.question_count]);
  expect([sheet.name, sheet.role === "questions"]).toEqual([truth.name, truth.role === "questions"]);
  for (const role of ["instructions", "change log"]) {
    if (truth.role === role) expect(sheet.role).toBe(role.replace(" ", "-"));
  }
  if (truth.header_row !== undefined) expect([sheet.name, sheet.headerRow]).toEqual([sheet.name, truth.header_row]);
  if (truth.header_rows) expect([sheet.name, ...sheet.headerRows]).toEqual([sheet.name, ...truth.header_rows]);
  if (truth.first_id) expect(sheet.questions[0]?.id).toBe(truth.first_id);
  if (truth.last_id) expect(sheet.questions.at(-1)?.id).toBe(truth.last_id);
  for (const [column, expected] of Object.entries(truth.columns ?? {})) {
    const found = (sheet.columns as Record<string, unknown>)[column];
    if (found !== undefined) expect([sheet.name, column, found].flat()).toEqual([sheet.name, column, expected].flat());
  }
  for (const [cells, values] of Object.entries(truth.dropdowns ?? {})) {
    const range = parseRange(cells)!;
    const inside = sheet.questions.filter(({ row, answerCell }) => {
      const place = parseRange(answerCell ?? "A1")!;
      return place.left === range.left && row >= range.top && row <= range.bottom;
    });
    for (const { options } of inside) expect(options).toEqual(values);
  }
}

async function changedParts(before: Buffer, after: Buffer): Promise<string[]> {
  const [old, now] = [openZip(before), openZip(after)];
  expect(now.entries.map(({ name }) => name)).toEqual(old.entries.map(({ name }) => name));
  const changed: string[] = [];
  for (const [i, entry] of old.entries.entries()) {
    const [a, b] = [
      await entryBytes(old, entry, { inflated: 0 }),
      await entryBytes(now, now.entries[i]!, { inflated: 0 }),
    ];
    if (!a.equals(b)) changed.push(entry.name);
  }
  return changed;
}
