import { answerColumns, commentColumns, dropdownScore } from "#app/domain/questionnaires/formats/answer-columns.ts";
import { type AnswersBelow, answersBelow } from "#app/domain/questionnaires/formats/answers-below.ts";
import { textAt } from "#app/domain/questionnaires/formats/grid.ts";
import type { HeaderKind } from "#app/domain/questionnaires/formats/heading.ts";
import {
  isIdentifier,
  questionParts,
  readsLikeQuestion,
  readsLikeRequirement,
} from "#app/domain/questionnaires/formats/question-wording.ts";
import {
  columnsIn,
  kindOf,
  numberAt,
  strengthOf,
  type Table,
  textsIn,
} from "#app/domain/questionnaires/formats/table.ts";

/** The columns of a table, by number; `marks` are answer columns of which one gets a mark. */
export type TableColumns = {
  id: number | null;
  question: number | null;
  answer: number[];
  marks: boolean;
  /** Where answers go into the row below their question; then there are no answer columns. */
  below: AnswersBelow | null;
  comment: number[];
  section: number | null;
};

/** Works out from headings and contents what each column of a table is for. `known` is what a person has said. */
export function findColumns(table: Table, known: Partial<TableColumns> = {}): TableColumns {
  const question = known.question === undefined ? questionColumn(table) : known.question;
  const none = { id: null, question, answer: [], marks: false, below: null, comment: [], section: null };
  if (question === null) return { ...none, ...known };
  const asked = table.rows.filter((row) => textAt(table.sheet, row, question) !== "");
  const below = known.answer?.length ? null : belowIn({ ...table, rows: asked }, question);
  const within = { ...table, rows: below ? withoutFollowing(asked) : asked };
  const id = known.id !== undefined ? known.id : numbersItself(within, question) ? null : idColumn(within, question);
  const answer = below ? [] : (known.answer ?? answerColumns(within, [question, id]));
  const taken = [question, id, ...answer];
  return {
    id,
    question,
    answer,
    marks: answer.length > 1,
    below,
    comment: known.comment ?? commentColumns(within, taken, answer),
    section: known.section === undefined ? sectionColumn(within, taken) : known.section,
  };
}

/** A column that is named for answers, or that has lists, is stronger than rows that may only be spaced. */
function belowIn(table: Table, question: number): AnswersBelow | null {
  const beside = answerColumns(table, [question, null]);
  const named = beside.some((column) => kindOf(table, column) !== null || dropdownScore(table, column) > 0);
  return answersBelow(table, question, named);
}

/** Of rows that follow on each other the first, the third, …: each question and not the row below it. */
function withoutFollowing(rows: readonly number[]): number[] {
  const kept: number[] = [];
  for (const row of rows) if (kept.at(-1) !== row - 1) kept.push(row);
  return kept;
}

function questionColumn(table: Table): number | null {
  const barred: (HeaderKind | null)[] = ["answer", "mark", "comment", "section", "guidance", "reviewer", "history"];
  const columns = columnsIn(table).filter((column) => !barred.includes(kindOf(table, column)));
  return bestQuestionColumn(table, columns) ?? longestColumn(table) ?? namedByAnswers(table, columns);
}

/** Where a heading names the answers and none the questions, these are what has most to say on their left. */
function namedByAnswers(table: Table, columns: number[]): number | null {
  const answers = columnsIn(table).filter(
    (column) => kindOf(table, column) === "answer" && strengthOf(table, column) > 1,
  );
  const left = columns.filter((column) => column < Math.min(...answers) && kindOf(table, column) === null);
  const said = left.map((column) => ({ column, texts: textsIn(table, column).filter((text) => !isIdentifier(text)) }));
  const full = said.filter(({ texts }) => texts.length >= Math.max(3, table.rows.length * 0.6));
  const length = (texts: string[]) => texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const [most] = full.filter(({ texts }) => length(texts) >= 12).sort((a, b) => length(b.texts) - length(a.texts));
  return answers.length > 0 ? (most?.column ?? null) : null;
}

function bestQuestionColumn(table: Table, columns: number[]): number | null {
  let best: { column: number; score: number } | null = null;
  const texts = new Map(columns.map((column) => [column, textsIn(table, column)]));
  const fullest = Math.max(1, ...[...texts.values()].map((values) => values.length));
  for (const [column, values] of texts) {
    if (values.length === 0 || values.filter(isIdentifier).length > values.length / 2) continue;
    const asking =
      values.filter((text) => readsLikeQuestion(text) || readsLikeRequirement(text)).length / values.length;
    const length = values.reduce((sum, { length }) => sum + length, 0) / values.length;
    const kind = kindOf(table, column);
    const headed = kind === "question" ? strengthOf(table, column) : 0;
    if (kind === "id" ? length < 12 : headed === 0 && (asking < 0.3 || (length < 12 && asking < 0.6))) continue;
    const score = 2 * headed + 4 * asking + (3 * values.length) / fullest + Math.min(length, 40) / 40;
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
    const covered = table.rows.filter((row) => isIdentifier(numberAt(table.sheet, row, column)));
    const filled = covered.length / Math.max(1, table.rows.length);
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
  const owned = values.filter((text) => questionParts(text).every(({ id }) => id !== null && /\D/.test(id))).length;
  return values.length > 0 && owned > values.length * 0.7;
}

function sectionColumn(table: Table, taken: (number | null)[]): number | null {
  const headed = columnsIn(table).filter((column) => kindOf(table, column) === "section" && !taken.includes(column));
  headed.sort((a, b) => strengthOf(table, b) - strengthOf(table, a) || a - b);
  return (
    headed[0] ?? columnsIn(table).find((column) => !taken.includes(column) && groupsRows(table, column, taken)) ?? null
  );
}

/** Whether a column without a heading, left of the questions, names groups of them: few short texts, each for several. */
function groupsRows(table: Table, column: number, [question]: (number | null)[]): boolean {
  if (column >= question! || kindOf(table, column) !== null) return false;
  const texts = textsIn(table, column);
  const few = texts.length > 0 && new Set(texts).size <= table.rows.length * 0.6;
  return few && texts.every((text) => text.length <= 60 && !isIdentifier(text) && !readsLikeQuestion(text));
}
