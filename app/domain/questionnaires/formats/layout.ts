import { columnLetters, columnNumber } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { findColumns, type TableColumns } from "#app/domain/questionnaires/formats/columns.ts";
import { kindOf, type Table } from "#app/domain/questionnaires/formats/table.ts";
import { Dropdowns } from "#app/domain/questionnaires/formats/dropdowns.ts";
import { type Grid, type Sheet, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { headerBlock } from "#app/domain/questionnaires/formats/header-rows.ts";
import { confidenceIn } from "#app/domain/questionnaires/formats/layout-confidence.ts";
import { type FoundRows, questionsIn } from "#app/domain/questionnaires/formats/question-rows.ts";
import type {
  Columns,
  Inspection,
  LayoutChoice,
  LayoutChoices,
  SheetInspection,
} from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { type RoleFinding, roleOf } from "#app/domain/questionnaires/formats/sheet-role.ts";
import { type Area, tablesOf } from "#app/domain/questionnaires/formats/tables.ts";

const preview = { rows: 30, askingRows: 500, columns: 30, characters: 200 };

/** Finds the questions of a file and their answer cells. What a person chose for a sheet is taken as it is. */
export function inspectGrid(grid: Grid, choices: LayoutChoices = {}): Inspection {
  const dropdowns = new Dropdowns(grid);
  const feeding = new Set(grid.sheets.flatMap((sheet) => sheet.dropdowns.map(({ source }) => sheetNamedIn(source))));
  const sheets = grid.sheets.map((sheet) => {
    const choice = Object.hasOwn(choices, sheet.name) ? choices[sheet.name]! : {};
    return inspectSheet({ sheet, dropdowns, choice, feedsDropdowns: feeding.has(sheet.name) });
  });
  return { format: grid.format, encoding: grid.encoding, sheets };
}

type SheetTask = { sheet: Sheet; dropdowns: Dropdowns; choice: LayoutChoice; feedsDropdowns: boolean };

function inspectSheet({ sheet, dropdowns, choice, feedsDropdowns }: SheetTask): SheetInspection {
  const readings = areasOf(sheet, choice).map((area) => readArea(area, dropdowns, choice));
  const found = together(readings);
  const main = readings.reduce((a, b) => (b.found.questions.length > a.found.questions.length ? b : a));
  const evidence = {
    sheet,
    questions: found.questions,
    hasAnswerColumn: readings.some(hasAnswers),
    answerColumnIsGuess:
      readings.every(({ table, columns }) => table.header === null && !columns.below?.labelled) &&
      !choice.columns?.answer &&
      found.questions.every(({ options }) => options === null),
    headedQuestion: typeof choice.columns?.question === "string" || readings.some((one) => isHeaded(one, "question")),
    headedAnswer: readings.some((reading) => isHeaded(reading, "answer")),
    feedsDropdowns,
  };
  const { role, why }: RoleFinding = choice.role ? { role: choice.role, why: "A person said so." } : roleOf(evidence);
  const asks = role === "questions";
  const sure = readings.filter(({ found }) => found.questions.length > 0 || readings.length === 1);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    role,
    why,
    headerRow: asks ? (found.headerRows[0] ?? null) : null,
    headerRows: asks ? found.headerRows : [],
    headingRows: asks ? found.headingRows : [],
    columns: asks ? letters(main.columns) : { id: null, question: null, answer: [], comment: [], section: null },
    questions: asks ? found.questions : [],
    rowCount: sheet.rows.size,
    ignored: asks ? found.ignored : [],
    confidence: Math.min(1, ...sure.map((reading) => confidenceIn({ ...reading, role }))),
    preview: previewOf(sheet, asks ? preview.askingRows : preview.rows),
  };
}

type Reading = { table: Table; columns: TableColumns; found: FoundRows };

/** A person's word on the header or the columns is about the sheet as one table. */
function areasOf(sheet: Sheet, { headerRow, columns }: LayoutChoice): Area[] {
  if (headerRow !== undefined) return [{ sheet, first: headerRow }];
  const areas = tablesOf(sheet);
  return columns && areas.length > 1 ? [{ sheet, first: areas[0]!.first }] : areas;
}

function readArea({ sheet, first }: Area, dropdowns: Dropdowns, choice: LayoutChoice): Reading {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  const header = first === null ? null : headerBlock(sheet, first);
  const last = header?.rows.at(-1) ?? 0;
  const table: Table = { sheet, header, rows: rows.filter((row) => row > last), dropdowns };
  const columns = findColumns(table, chosenColumns(choice));
  if (columns.question !== null) return { table, columns, found: questionsIn(table, columns, choice) };
  return { table, columns, found: { questions: [], ignored: [], headerRows: [], headingRows: [] } };
}

function together(readings: readonly Reading[]): FoundRows {
  const rows = (list: (reading: Reading) => readonly number[]) =>
    [...new Set(readings.flatMap(list))].sort((a, b) => a - b);
  return {
    questions: readings.flatMap(({ found }) => found.questions),
    ignored: readings.flatMap(({ found }) => found.ignored),
    headerRows: rows(({ table, found }) => [...found.headerRows, ...(table.header?.rows ?? [])]),
    headingRows: rows(({ found }) => found.headingRows),
  };
}

function hasAnswers({ columns }: Reading): boolean {
  return columns.answer.length > 0 || columns.below !== null;
}

function isHeaded({ table, columns }: Reading, what: "question" | "answer"): boolean {
  if (what === "question") return columns.question !== null && kindOf(table, columns.question) === "question";
  return columns.below?.labelled ?? columns.answer.some((at) => ["answer", "mark"].includes(kindOf(table, at) ?? ""));
}

function chosenColumns({ columns }: LayoutChoice): Partial<TableColumns> {
  if (!columns) return {};
  const one = (letter: string | null) => (letter === null ? null : columnNumber(letter));
  const many = (list: string[]) => list.map(columnNumber).filter((column) => column !== null);
  const chosen: Partial<TableColumns> = {};
  if (columns.id !== undefined) chosen.id = one(columns.id);
  if (columns.question !== undefined) chosen.question = one(columns.question);
  if (columns.section !== undefined) chosen.section = one(columns.section);
  if (columns.answer !== undefined) chosen.answer = many(columns.answer);
  if (columns.comment !== undefined) chosen.comment = many(columns.comment);
  return chosen;
}

function letters(columns: TableColumns): Columns {
  const one = (column: number | null) => (column === null ? null : columnLetters(column));
  return {
    id: one(columns.id),
    question: one(columns.question),
    answer: answerColumnsOf(columns).map(columnLetters),
    comment: columns.comment.map(columnLetters),
    section: one(columns.section),
  };
}

/** Answers below the questions, in the very column of the questions, are no column of their own. */
function answerColumnsOf({ answer, below, question }: TableColumns): number[] {
  return below && below.column !== question ? [below.column] : answer;
}

function previewOf(sheet: Sheet, most: number): string[][] {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  const height = Math.min(most, rows.at(-1) ?? 0);
  return Array.from({ length: height }, (_, i) => {
    const columns = [...(sheet.rows.get(i + 1)?.keys() ?? [])].filter((column) => column <= preview.columns);
    const width = Math.max(0, ...columns);
    return Array.from({ length: width }, (_, j) => textAt(sheet, i + 1, j + 1).slice(0, preview.characters));
  });
}

function sheetNamedIn(source: string): string | null {
  const at = source.lastIndexOf("!");
  if (at < 0) return null;
  const name = source.slice(0, at).replace(/^=/, "");
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
