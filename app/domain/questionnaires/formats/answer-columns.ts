import { shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";
import { choicesIn, impliedOptions } from "#app/domain/questionnaires/formats/cell-choices.ts";
import { isPlaceholder, readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";
import {
  columnsIn,
  headingText,
  isCovered,
  kindOf,
  strengthOf,
  type Table,
  textsIn,
} from "#app/domain/questionnaires/formats/table.ts";

const sampledRows = 400;
const leastAnswerScore = 1.5;

/** The column that takes the answers of a table, or the columns of which one takes a mark; none when nothing does. */
export function answerColumns(table: Table, taken: (number | null)[]): number[] {
  const marks = markColumns(table) ?? gradeColumns(table);
  if (marks) return marks;
  const [question] = taken;
  const candidates = columnsIn(table).filter((column) => !taken.includes(column) && !isCovered(table, column));
  if (table.header === null) candidates.push(question! + 1);
  let best: { column: number; score: number } | null = null;
  for (const column of new Set(candidates)) {
    const score = answerScore(table, column, question!);
    if (score >= leastAnswerScore && score > (best?.score ?? 0)) best = { column, score };
  }
  return best ? [best.column] : [];
}

function answerScore(table: Table, column: number, question: number): number {
  const kind = kindOf(table, column);
  if (kind !== null && !["answer", "mark", "comment"].includes(kind)) return dropdownScore(table, column) - 1;
  const distance = 0.05 * Math.abs(column - question);
  const texts = textsIn(table, column);
  const waiting = texts.filter(waitsForAnswer);
  const listed = dropdownScore(table, column);
  const empty = listed >= 3 ? 1 : 1 - (texts.length - waiting.length) / Math.max(1, table.rows.length);
  const prompted = waiting.length > table.rows.length / 2 ? 1 : 0;
  const score = listed + empty + prompted - distance;
  if (kind === "answer" || kind === "mark") return score - 0.95 * empty + 2 * strengthOf(table, column);
  if (kind === "comment") return listed + leastAnswerScore + 0.1 - distance / 100;
  const beside = column === question + 1 && !isTelling(table) && !asksItself(texts);
  if (empty < 1) return Math.max(score - 1, empty - distance + saidShortly(texts), beside ? 1.6 : 0);
  if (column < question) return score - 1;
  return table.header?.headings.has(column) || beside ? score + 0.8 : score - 1;
}

/** Whether any heading of a table says something to us. */
function isTelling({ header }: Table): boolean {
  return [...(header?.headings.values() ?? [])].some(({ heading }) => heading !== null);
}

function asksItself(texts: readonly string[]): boolean {
  return texts.filter(readsLikeQuestion).length > texts.length / 2;
}

/** Whether a cell shows what may be answered, or a line to write on, and no answer. */
function waitsForAnswer(text: string): boolean {
  return isPlaceholder(text) || impliedOptions(text) !== null || choicesIn(text, "") !== null;
}

/** Up to 2 for a column of short answers ("Yes", "N/A"), less where all are the same: that may say anything. */
function saidShortly(texts: readonly string[]): number {
  const kinds = texts.map(shortKindOf).filter((kind) => kind !== null);
  if (texts.length < 3 || kinds.length < texts.length * 0.6) return 0;
  return new Set(kinds).size > 1 ? 2 : 1.6;
}

/** 0 without dropdowns, up to 5 for a column in which every question has one that offers answers. */
export function dropdownScore(table: Table, column: number): number {
  let found = 0;
  let answering = 0;
  const step = Math.ceil(table.rows.length / sampledRows);
  const rows = table.rows.filter((_, i) => i % step === 0);
  for (const row of rows) {
    const dropdown = table.dropdowns.at(table.sheet, { row, column });
    if (!dropdown) continue;
    found++;
    if (dropdown.values?.some((value) => shortKindOf(value) !== null)) answering++;
  }
  return (4 * found + answering) / Math.max(1, rows.length);
}

/** The columns headed Yes, No, Not applicable …, when they hold nothing but marks. */
function markColumns(table: Table): number[] | null {
  const columns = columnsIn(table).filter((column) => kindOf(table, column) === "mark" && holdsMarks(table, column));
  const kinds = new Set(columns.map((column) => shortKindOf(headingText(table, column))));
  kinds.delete(null);
  return areTogether(columns) && kinds.size > 1 ? columns : null;
}

const fewestGrades = 3;

/** The columns headed 1, 2, 3 … side by side, when they hold nothing but marks. */
function gradeColumns(table: Table): number[] | null {
  const columns = columnsIn(table).filter(
    (column) => /^\d$/.test(headingText(table, column)) && holdsMarks(table, column),
  );
  const grades = columns.map((column) => Number(headingText(table, column)));
  const rising = grades.every((grade, i) => i === 0 || grade === grades[i - 1]! + 1);
  return columns.length >= fewestGrades && areTogether(columns) && rising ? columns : null;
}

function holdsMarks(table: Table, column: number): boolean {
  return textsIn(table, column).every((text) => text.length <= 3);
}

function areTogether(columns: readonly number[]): boolean {
  return columns.every((column, i) => i === 0 || column === columns[i - 1]! + 1);
}

/** The columns to say more in, next to the answers. */
export function commentColumns(table: Table, taken: (number | null)[], answer: readonly number[]): number[] {
  const free = columnsIn(table).filter((column) => !taken.includes(column) && !isCovered(table, column));
  const headed = free.filter((column) => kindOf(table, column) === "comment" && !saysOneThing(table, column));
  const plain = headed.filter((column) => strengthOf(table, column) > 1);
  if (plain.length > 0) return plain;
  const second = free.filter((column) => isSecondAnswer(table, column, answer));
  if (second.length > 0) return second;
  return headed.length > 0 ? headed : columnAfter(table, answer);
}

/** "Attachment required": Yes, Yes, Yes. */
function saysOneThing(table: Table, column: number): boolean {
  const texts = textsIn(table, column);
  return texts.length > 2 && new Set(texts).size === 1 && shortKindOf(texts[0]!) !== null;
}

/** "Response (free text)" right after a "Response" that takes a choice. */
function isSecondAnswer(table: Table, column: number, answer: readonly number[]): boolean {
  const chosen = answer.length > 1 || answer.some((one) => dropdownScore(table, one) > 2);
  return (
    chosen && column === answer.at(-1)! + 1 && kindOf(table, column) === "answer" && dropdownScore(table, column) === 0
  );
}

/** Under headings that say nothing to us, the column after the answers is the one to say more in. */
function columnAfter(table: Table, answer: readonly number[]): number[] {
  const next = (answer.at(-1) ?? 0) + 1;
  const headed = table.header?.headings.has(next) && !isTelling(table);
  return answer.length > 0 && headed && !asksItself(textsIn(table, next)) ? [next] : [];
}
