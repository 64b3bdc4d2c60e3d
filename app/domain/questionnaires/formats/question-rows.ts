import { choicesIn, impliedOptions } from "#app/domain/questionnaires/formats/cell-choices.ts";
import { cellName, inRange } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { type TableColumns } from "#app/domain/questionnaires/formats/columns.ts";
import { headingText, numberAt, type Table } from "#app/domain/questionnaires/formats/table.ts";
import { mergeAt, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import {
  type FoundQuestion,
  type IgnoredRow,
  type LayoutChoice,
  leftOutByPerson,
  type Mark,
  type RowChoice,
  rowChoice,
} from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import {
  isPlaceholder,
  type QuestionPart,
  questionParts,
} from "#app/domain/questionnaires/formats/question-wording.ts";
import { type RowKind, rowKinds } from "#app/domain/questionnaires/formats/row-kinds.ts";

export type FoundRows = {
  questions: FoundQuestion[];
  ignored: IgnoredRow[];
  headerRows: number[];
  headingRows: number[];
};

/** Reads the questions of a table, row by row, with their section, their answer cells and what these allow. */
export function questionsIn(table: Table, columns: TableColumns, choice: LayoutChoice = {}): FoundRows {
  const found: FoundRows = { questions: [], ignored: [], headerRows: [], headingRows: [] };
  let section: string | null = null;
  for (const [row, detected] of rowKinds(table, columns)) {
    const kind = chosenKind(detected, rowChoice(choice, textAt(table.sheet, row, columns.question!)));
    section = sectionAt(table, columns, { row, kind, before: section });
    if (kind.is === "header") found.headerRows.push(row);
    if (kind.is === "title") found.headingRows.push(row);
    if (kind.is === "ignored") found.ignored.push({ row, text: rowText(table, columns, row), reason: kind.reason });
    if (kind.is === "question") found.questions.push(...questionsOfRow({ table, columns, row, section }));
  }
  return found;
}

function chosenKind(detected: RowKind, choice: RowChoice | null): RowKind {
  if (choice === null || detected.is === "header") return detected;
  return choice === "question" ? { is: "question" } : { is: "ignored", reason: leftOutByPerson };
}

type RowSection = { row: number; kind: RowKind; before: string | null };

function sectionAt(table: Table, columns: TableColumns, { row, kind, before }: RowSection): string | null {
  if (kind.is === "title") return kind.text;
  if (kind.is === "header" && kind.title !== null) return kind.title;
  if (kind.is !== "question" || columns.section === null) return before;
  const own = textAt(table.sheet, row, columns.section);
  return own === "" ? before : own.replaceAll(/\s*\n\s*/g, " · ");
}

function rowText({ sheet }: Table, columns: TableColumns, row: number): string {
  const text = columns.question === null ? "" : textAt(sheet, row, columns.question);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}

type QuestionRow = { table: Table; columns: TableColumns; row: number; section: string | null };

function questionsOfRow(source: QuestionRow): FoundQuestion[] {
  const { table, columns, row, section } = source;
  const column = columns.question!;
  const place = answerPlace(source);
  const parts = questionParts(textAt(table.sheet, row, column), { unnumbered: place.options === null });
  const id = columns.id === null ? "" : numberAt(table.sheet, row, columns.id);
  const cell = cellName({ row, column });
  return parts.map((part, i) => ({
    key: `${table.sheet.name}!${cell}${parts.length > 1 ? `#${i + 1}` : ""}`,
    row,
    id: identifierOf(id, part, parts.length),
    text: id === "" || parts.length > 1 ? part.text : textAt(table.sheet, row, column),
    section,
    ...place,
  }));
}

function identifierOf(id: string, part: QuestionPart, parts: number): string | null {
  if (id === "" || part.id === null) return id === "" ? part.id : id;
  if (parts === 1) return id;
  return /^[a-z]$/.test(part.id) ? id + part.id : /^\d{1,2}$/.test(part.id) ? `${id}.${part.id}` : part.id;
}

type AnswerPlace = Pick<
  FoundQuestion,
  "answerCell" | "commentCell" | "options" | "marks" | "answered" | "commented" | "blocked"
>;

function answerPlace({ table, columns, row }: QuestionRow): AnswerPlace {
  const [comment] = columns.comment;
  const commentPlace = comment === undefined ? null : writablePlace(table, row, comment);
  const commented = commentPlace ? writtenAt(table, row, comment!) : null;
  const commentCell = commentPlace && !commentPlace.blocked ? commentPlace.cell : null;
  if (columns.marks) return { ...markPlace(table, columns, row), commentCell, commented };
  const answer = columns.below?.column ?? columns.answer[0];
  if (answer === undefined) {
    const blocked = "The file has no answer column.";
    return { answerCell: null, options: null, marks: null, answered: null, blocked, commentCell, commented };
  }
  const place = { row: columns.below ? row + 1 : row, column: answer };
  const { cell, blocked } = writablePlace(table, place.row, answer);
  const held = textAt(table.sheet, place.row, answer);
  const choices = choicesIn(held, cell);
  const beside = { answerCell: cell, commentCell: commentCell === cell ? null : commentCell, commented };
  if (choices) return { ...beside, ...choices, options: choices.marks.map(({ label }) => label), blocked };
  const dropdown = table.dropdowns.at(table.sheet, place);
  const unknown =
    dropdown && dropdown.values === null ? "The values of its dropdown are computed by the workbook." : null;
  const implied = impliedOptions(held) ?? (columns.below ? null : impliedOptions(headingText(table, answer)));
  return {
    ...beside,
    options: dropdown ? (dropdown.values ?? []) : implied,
    marks: null,
    answered: writtenAt(table, place.row, answer),
    blocked: blocked ?? unknown,
  };
}

function markPlace(table: Table, columns: TableColumns, row: number) {
  const marks: Mark[] = columns.answer.map((column) => ({
    cell: cellName({ row, column }),
    label: headingText(table, column),
    mark: usualMark(table, columns.answer),
  }));
  const marked = columns.answer.filter((column) => writtenAt(table, row, column) !== null);
  const blocked = columns.answer.map((column) => writablePlace(table, row, column).blocked).find(Boolean) ?? null;
  const answered = marked.map((column) => headingText(table, column)).join(", ") || null;
  return { answerCell: marks[0]!.cell, options: marks.map(({ label }) => label), marks, answered, blocked };
}

/** The mark that the file already uses, a crossed box where it shows empty ones, else "x". */
function usualMark({ sheet, rows }: Table, columns: number[]): string {
  for (const row of rows) {
    for (const column of columns) {
      const text = textAt(sheet, row, column);
      if (text === "\u2610" || text === "\u25a1") return "\u2612";
      if (text.length === 1 && !isPlaceholder(text)) return text;
    }
  }
  return "x";
}

/** What a cell for an answer holds, unless that only marks the place. */
function writtenAt({ sheet }: Table, row: number, column: number): string | null {
  const text = textAt(sheet, row, column);
  return text === "" || isPlaceholder(text) || impliedOptions(text) !== null ? null : text;
}

function writablePlace({ sheet }: Table, row: number, column: number): { cell: string; blocked: string | null } {
  const cell = cellName({ row, column });
  const merge = mergeAt(sheet, row, column);
  if (merge && merge.top < row) return { cell, blocked: "Its answer cell is merged with the one above." };
  if (merge && merge.left < column) return { cell, blocked: "Its answer cell is merged with the one beside it." };
  const formula = sheet.rows.get(row)?.get(column)?.formula === true;
  if (formula || sheet.spills.some((range) => inRange(range, { row, column }))) {
    return { cell, blocked: "Its answer cell holds a formula: the workbook answers it from elsewhere." };
  }
  return { cell, blocked: null };
}
