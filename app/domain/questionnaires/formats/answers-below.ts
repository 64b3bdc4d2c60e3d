import type { Table } from "#app/domain/questionnaires/formats/table.ts";
import { mergeAt, type Sheet, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { filledColumns } from "#app/domain/questionnaires/formats/header-rows.ts";
import { headingOf } from "#app/domain/questionnaires/formats/header-words.ts";
import {
  isAside,
  isFollowUp,
  isIdentifier,
  isPlaceholder,
  readsLikeQuestion,
} from "#app/domain/questionnaires/formats/question-wording.ts";

/** Answers in the row below each question, in one column; `labelled` where a label ("Answer:") says so. */
export type AnswersBelow = { column: number; labelled: boolean };

const share = { labelled: 0.6, listed: 0.6, taking: 0.8 };

/**
 * Whether answers go below their questions: beside a label there, into a dropdown there, or, where no column is named
 * for them (`beside`), into the row that is empty, or answered, after each question.
 */
export function answersBelow(table: Table, question: number, beside: boolean): AnswersBelow | null {
  const { sheet, dropdowns } = table;
  const asked = askedRows(table, question);
  if (asked.length === 0) return null;
  const most = (rows: readonly unknown[], least: number) => rows.length >= asked.length * least;
  const labels = asked.flatMap((row) => labelIn(sheet, row + 1, question) ?? []);
  if (most(labels, share.labelled)) return { column: columnAfter(sheet, labels[0]!), labelled: true };
  const listed = asked.filter((row) => dropdowns.at(sheet, { row: row + 1, column: question }) !== null);
  const apart = asked.filter((row, i) => asked[i + 1] !== row + 1);
  if (most(listed, share.listed) && most(apart, 1)) return { column: question, labelled: false };
  if (beside || asked.length < 2) return null;
  const taking = apart.filter((row) => isFree(sheet, row + 1) || isAnswered(sheet, row + 1, question));
  return most(taking, share.taking) ? { column: question, labelled: false } : null;
}

/** The rows that ask: those with a number where questions have one, else those that read like questions. */
function askedRows({ sheet, rows }: Table, question: number): number[] {
  const numbered = rows.filter((row) => textAt(sheet, row, question).length > 12 && isNumbered(sheet, row, question));
  const marked = rows.filter((row) => /\?\s*$/.test(textAt(sheet, row, question)));
  const asking = rows.filter((row) => readsLikeQuestion(textAt(sheet, row, question)));
  if (numbered.length > 1 && numbered.length >= asking.length / 2) return numbered;
  return marked.length > 1 && marked.length >= asking.length / 2 ? marked : asking;
}

function isNumbered(sheet: Sheet, row: number, question: number): boolean {
  return filledColumns(sheet, row).some(
    (column) => column < question && isIdentifier(textAt(sheet, row, column)) && !isPaired(sheet, row, column),
  );
}

/** "A2:" under "Q2:". */
function isPaired(sheet: Sheet, row: number, column: number): boolean {
  return (
    /^A\s*\d*\s*[:.]?$/.test(textAt(sheet, row, column)) && /^Q\s*\d*\s*[:.]?$/.test(textAt(sheet, row - 1, column))
  );
}

/** A row of one text that asks nothing and has no number, where the question above has its own. */
function isAnswered(sheet: Sheet, row: number, question: number): boolean {
  const columns = filledColumns(sheet, row);
  const text = textAt(sheet, row, question);
  return columns.length === 1 && text !== "" && !/\?\s*$/.test(text) && !isAside(text) && !isFollowUp(text);
}

type Label = { row: number; column: number };

function labelIn(sheet: Sheet, row: number, question: number): Label[] | null {
  const [column] = filledColumns(sheet, row);
  if (column === undefined) return null;
  const text = textAt(sheet, row, column);
  const paired = isPaired(sheet, row, column);
  if (column !== question && textAt(sheet, row, question) !== "" && !paired) return null;
  const says = paired || /^A\s*[:.]$/.test(text) || (headingOf(text)?.kind === "answer" && text.length <= 40);
  return says ? [{ row, column }] : null;
}

function columnAfter(sheet: Sheet, { row, column }: Label): number {
  return (mergeAt(sheet, row, column)?.right ?? column) + 1;
}

function isFree(sheet: Sheet, row: number): boolean {
  return filledColumns(sheet, row).every((column) => isPlaceholder(textAt(sheet, row, column)));
}
