import type { Dropdowns } from "#app/domain/questionnaires/formats/dropdowns.ts";
import { mergeAt, type Sheet, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import type { HeaderKind } from "#app/domain/questionnaires/formats/header-words.ts";
import { type HeaderBlock, widestSheet } from "#app/domain/questionnaires/formats/header-rows.ts";
import { isIdentifier, questionParts, readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";
import { shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";

/** The columns of a table, by number; `marks` are answer columns of which one gets a mark. */
export type TableColumns = {
  id: number | null;
  question: number | null;
  answer: number[];
  marks: boolean;
  comment: number[];
  section: number | null;
};

const sampledRows = 400;

export type Table = { sheet: Sheet; header: HeaderBlock | null; rows: readonly number[]; dropdowns: Dropdowns };

/** Works out from headings and contents what each column of a table is for. `known` is what a person has said. */
export function findColumns(table: Table, known: Partial<TableColumns> = {}): TableColumns {
  const question = known.question === undefined ? questionColumn(table) : known.question;
  const none = { id: null, question, answer: [], marks: false, comment: [], section: null };
  if (question === null) return { ...none, ...known };
  const asked = table.rows.filter((row) => textAt(table.sheet, row, question) !== "");
  const within = { ...table, rows: asked };
  const id = known.id !== undefined ? known.id : numbersItself(within, question) ? null : idColumn(within, question);
  const answer = known.answer === undefined ? answerColumns(within, [question, id]) : known.answer;
  const taken = [question, id, ...answer];
  return {
    id,
    question,
    answer,
    marks: answer.length > 1,
    comment: known.comment === undefined ? commentColumns(within, taken) : known.comment,
    section: known.section === undefined ? sectionColumn(within, taken) : known.section,
  };
}

export function kindOf(table: Table, column: number): HeaderKind | null {
  return table.header?.headings.get(column)?.heading?.kind ?? null;
}

function strengthOf(table: Table, column: number): number {
  return table.header?.headings.get(column)?.heading?.strength ?? 0;
}

function questionColumn(table: Table): number | null {
  const barred: (HeaderKind | null)[] = [
    "id",
    "answer",
    "mark",
    "comment",
    "section",
    "guidance",
    "reviewer",
    "history",
  ];
  const columns = columnsIn(table).filter((column) => !barred.includes(kindOf(table, column)));
  return bestQuestionColumn(table, columns) ?? longestColumn(table);
}

function bestQuestionColumn(table: Table, columns: number[]): number | null {
  let best: { column: number; score: number } | null = null;
  const texts = new Map(columns.map((column) => [column, textsIn(table, column)]));
  const fullest = Math.max(1, ...[...texts.values()].map((values) => values.length));
  for (const [column, values] of texts) {
    if (values.length === 0 || values.filter(isIdentifier).length > values.length / 2) continue;
    const asking = values.filter(readsLikeQuestion).length / values.length;
    const length = values.reduce((sum, { length }) => sum + length, 0) / values.length;
    const headed = kindOf(table, column) === "question" ? strengthOf(table, column) : 0;
    if (headed === 0 && (length < 12 || asking < 0.3)) continue;
    const score = 2 * headed + 4 * asking + (2 * values.length) / fullest + (length > 25 ? 1 : 0);
    if (score > (best?.score ?? 0)) best = { column, score };
  }
  return best?.column ?? null;
}

/** Some frameworks put what is asked under "Subcategory" or "Topic": then it is the column with the most to say. */
function longestColumn(table: Table): number | null {
  let best: { column: number; length: number } | null = null;
  for (const column of columnsIn(table).filter((column) => kindOf(table, column) === "section")) {
    const length = textsIn(table, column).reduce((sum, text) => sum + text.length, 0) / Math.max(1, table.rows.length);
    if (length >= 25 && length > (best?.length ?? 0)) best = { column, length };
  }
  return best?.column ?? null;
}

function idColumn(table: Table, question: number): number | null {
  let best: { column: number; score: number } | null = null;
  for (const column of columnsIn(table)) {
    const kind = kindOf(table, column);
    if (column === question || (kind !== null && !["id", "section", "question"].includes(kind))) continue;
    const values = textsIn(table, column);
    const named = values.filter(isIdentifier);
    const filled = named.length / Math.max(1, table.rows.length);
    const distinct = new Set(named).size / Math.max(1, named.length);
    const headed = kind === "id" ? strengthOf(table, column) : 0;
    if (filled < (headed > 0 ? 0.3 : 0.6) || (headed === 0 && (distinct < 0.8 || column > question))) continue;
    const score = headed + 3 * filled + 2 * distinct;
    if (score > (best?.score ?? 0)) best = { column, score };
  }
  return best?.column ?? null;
}

/** Whether questions carry their own numbers ("CO-02a - Do you …"), which are finer than any column of control numbers. */
function numbersItself(table: Table, question: number): boolean {
  const values = textsIn(table, question);
  const owned = values.filter((text) => questionParts(text).every(({ id }) => id !== null)).length;
  return values.length > 0 && owned > values.length * 0.7;
}

function answerColumns(table: Table, taken: (number | null)[]): number[] {
  const marks = markColumns(table);
  if (marks.length > 1) return marks;
  const [question] = taken;
  const candidates = columnsIn(table).filter((column) => !taken.includes(column) && !isCovered(table, column));
  if (table.header === null) candidates.push(question! + 1);
  let best: { column: number; score: number } | null = null;
  for (const column of new Set(candidates)) {
    const score = answerScore(table, column, question!);
    if (score >= 1.5 && score > (best?.score ?? 0)) best = { column, score };
  }
  return best ? [best.column] : [];
}

function answerScore(table: Table, column: number, question: number): number {
  const kind = kindOf(table, column);
  if (kind !== null && !["answer", "mark", "comment"].includes(kind)) return dropdownScore(table, column) - 1;
  const distance = 0.05 * Math.abs(column - question);
  const empty = 1 - textsIn(table, column).length / Math.max(1, table.rows.length);
  const score = dropdownScore(table, column) + empty - distance;
  if (kind === "answer" || kind === "mark") return score + 2 * strengthOf(table, column);
  if (kind === "comment") return score + 0.6;
  if (column < question || empty < 1) return score - 1;
  const headed = table.header?.headings.has(column) ?? false;
  const beside = table.header === null && column === question + 1;
  return headed || beside ? score + 0.8 : score - 1;
}

/** 0 without dropdowns, up to 5 for a column in which every question has one that offers answers. */
function dropdownScore(table: Table, column: number): number {
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
function markColumns(table: Table): number[] {
  const columns = columnsIn(table).filter(
    (column) => kindOf(table, column) === "mark" && textsIn(table, column).every((text) => text.length <= 3),
  );
  const kinds = new Set(columns.map((column) => shortKindOf(table.header!.headings.get(column)!.text)));
  kinds.delete(null);
  const together = columns.every((column, i) => i === 0 || column === columns[i - 1]! + 1);
  return together && kinds.size > 1 ? columns : [];
}

export function headingText(table: Table, column: number): string {
  return table.header?.headings.get(column)?.text ?? "";
}

function commentColumns(table: Table, taken: (number | null)[]): number[] {
  const headed = columnsIn(table).filter(
    (column) => kindOf(table, column) === "comment" && !taken.includes(column) && !isCovered(table, column),
  );
  const plain = headed.filter((column) => strengthOf(table, column) > 1);
  return plain.length > 0 ? plain : headed;
}

function sectionColumn(table: Table, taken: (number | null)[]): number | null {
  const headed = columnsIn(table).filter((column) => kindOf(table, column) === "section" && !taken.includes(column));
  headed.sort((a, b) => strengthOf(table, b) - strengthOf(table, a) || a - b);
  return headed[0] ?? null;
}

/** A heading that spans several columns belongs to the first. */
function isCovered(table: Table, column: number): boolean {
  const row = table.header?.rows[0];
  const merge = row === undefined ? null : mergeAt(table.sheet, row, column);
  return merge !== null && merge.left < column && !(textAt(table.sheet, table.header!.rows.at(-1)!, column) !== "");
}

function columnsIn({ sheet, header, rows }: Table): number[] {
  const columns = new Set(header?.headings.keys());
  for (const row of rows) for (const column of sheet.rows.get(row)?.keys() ?? []) columns.add(column);
  return [...columns].filter((column) => column <= widestSheet).sort((a, b) => a - b);
}

function textsIn({ sheet, rows }: Table, column: number): string[] {
  return rows.map((row) => textAt(sheet, row, column)).filter((text) => text !== "");
}
