import { columnLetters, columnNumber } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { findColumns, kindOf, type Table, type TableColumns } from "#app/domain/questionnaires/formats/columns.ts";
import { Dropdowns } from "#app/domain/questionnaires/formats/dropdowns.ts";
import { type Grid, type Sheet, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { findHeaderRow, headerBlock } from "#app/domain/questionnaires/formats/header-rows.ts";
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

const preview = { rows: 30, askingRows: 500, columns: 30, characters: 200 };
const headerSearched = 400;

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
  const table = tableOf(sheet, dropdowns, choice);
  const columns = findColumns(table, chosenColumns(choice));
  const found: FoundRows =
    columns.question === null
      ? { questions: [], ignored: [], headerRows: [], headingRows: [] }
      : questionsIn(table, columns, choice);
  const evidence = {
    sheet,
    questions: found.questions,
    hasAnswerColumn: columns.answer.length > 0,
    answerColumnIsGuess:
      table.header === null && !choice.columns?.answer && found.questions.every(({ options }) => options === null),
    headedQuestion: columns.question !== null && kindOf(table, columns.question) === "question",
    feedsDropdowns,
  };
  const { role, why }: RoleFinding = choice.role ? { role: choice.role, why: "A person said so." } : roleOf(evidence);
  const asks = role === "questions";
  const blockRows = table.header?.rows ?? [];
  const headerRows = [...new Set([...found.headerRows, ...blockRows])].sort((a, b) => a - b);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    role,
    why,
    headerRow: asks ? (headerRows[0] ?? null) : null,
    headerRows: asks ? headerRows : [],
    headingRows: asks ? found.headingRows : [],
    columns: asks ? letters(columns) : { id: null, question: null, answer: [], comment: [], section: null },
    questions: asks ? found.questions : [],
    rowCount: sheet.rows.size,
    ignored: asks ? found.ignored : [],
    confidence: confidenceIn({ table, columns, found, role }),
    preview: previewOf(sheet, asks ? preview.askingRows : preview.rows),
  };
}

function tableOf(sheet: Sheet, dropdowns: Dropdowns, choice: LayoutChoice): Table {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  const chosen = choice.headerRow;
  const first = chosen === undefined ? findHeaderRow(sheet, rows.slice(0, headerSearched)) : chosen;
  const header = first === null ? null : headerBlock(sheet, first);
  const last = header?.rows.at(-1) ?? 0;
  return { sheet, header, rows: rows.filter((row) => row > last), dropdowns };
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
    answer: columns.answer.map(columnLetters),
    comment: columns.comment.map(columnLetters),
    section: one(columns.section),
  };
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
