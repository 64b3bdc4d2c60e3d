import { columnLetters, parseRange } from "#app/domain/questionnaires/formats/cell-reference.ts";
import type {
  FoundQuestion,
  Inspection,
  SheetInspection,
} from "#app/domain/questionnaires/formats/questionnaire-file.ts";

type TruthColumns = Record<string, string | number | (string | number)[] | null>;

type TruthSheet = {
  name: string;
  role: string;
  question_count: number;
  header_row?: number;
  header_rows?: number[];
  first_id?: string;
  last_id?: string;
  columns?: TruthColumns;
  dropdowns?: Record<string, string[]>;
};

/** What a person found in a form. A file without sheets states its numbers or its answer cells instead. */
export type FormTruth = {
  kind: string;
  total_questions: number;
  sheets?: TruthSheet[];
  columns?: TruthColumns | string[];
  header_rows?: number[];
  checkbox_rows?: number;
  requirement_ids?: string[];
  answer_cells?: { table: number; control: string; parts: (string | null)[] }[];
};

export type Share = { right: number; of: number };

export type Comparison = {
  stated: number;
  found: number;
  missed: number;
  extra: number;
  sheets: Share;
  columns: Share;
  options: Share;
  /** Sentences on what is not as stated; they name sheets and columns, never the text of a form. */
  differences: string[];
};

/** Compares what was found in a form with what a person found. */
export function compareWithTruth(inspection: Inspection, truth: FormTruth): Comparison {
  const parts = truth.sheets
    ? truth.sheets.map((sheet) => compareSheet(inspection, sheet))
    : [compareDocument(inspection, truth)];
  const sum = (of: (part: Comparison) => number) => parts.reduce((total, part) => total + of(part), 0);
  const shares = (of: (part: Comparison) => Share): Share => ({
    right: sum((p) => of(p).right),
    of: sum((p) => of(p).of),
  });
  return {
    ...{ stated: sum((p) => p.stated), found: sum((p) => p.found), missed: sum((p) => p.missed) },
    ...{ extra: sum((p) => p.extra), sheets: shares((p) => p.sheets), columns: shares((p) => p.columns) },
    ...{ options: shares((p) => p.options), differences: parts.flatMap((p) => p.differences) },
  };
}

function compareSheet({ sheets }: Inspection, truth: TruthSheet): Comparison {
  const sheet = sheets.find(({ name }) => name === truth.name);
  if (!sheet) return nothingFound(truth);
  const { questions } = sheet;
  const difference = questions.length - truth.question_count;
  const checks: [string, boolean][] = [
    ["the number of questions", difference === 0],
    ["whether it asks", (sheet.role === "questions") === (truth.role === "questions")],
    ["the header row", truth.header_row === undefined || sheet.headerRow === truth.header_row],
    ["the header rows", truth.header_rows === undefined || same(sheet.headerRows, truth.header_rows)],
    ["the first number", truth.first_id === undefined || questions[0]?.id === truth.first_id],
    ["the last number", truth.last_id === undefined || questions.at(-1)?.id === truth.last_id],
  ];
  const wrong = checks.filter(([, right]) => !right).map(([what]) => `${truth.name}: ${what}`);
  const columns = compareColumns(sheet, truth.columns ?? {});
  const options = compareOptions(sheet, truth.dropdowns ?? {});
  return {
    ...{ stated: truth.question_count, found: questions.length },
    ...{ missed: Math.max(0, -difference), extra: Math.max(0, difference) },
    ...{ sheets: { right: wrong.length === 0 ? 1 : 0, of: 1 }, columns: columns.share, options: options.share },
    differences: [...wrong, ...columns.wrong, ...options.wrong],
  };
}

function nothingFound({ name, question_count }: TruthSheet): Comparison {
  const none = { right: 0, of: 0 };
  return {
    ...{ stated: question_count, found: 0, missed: question_count, extra: 0 },
    ...{ sheets: { right: 0, of: 1 }, columns: none, options: none, differences: [`${name}: there is no such sheet`] },
  };
}

type Checked = { share: Share; wrong: string[] };

function checked(name: string, checks: [string, boolean][]): Checked {
  const wrong = checks.filter(([, right]) => !right).map(([what]) => `${name}: ${what}`);
  return { share: { right: checks.length - wrong.length, of: checks.length }, wrong };
}

/** Only what we know as columns: the truth also names those that are none of our business. */
function compareColumns(sheet: SheetInspection, truth: TruthColumns): Checked {
  const known = Object.entries(truth).filter(([use]) => use in sheet.columns);
  return checked(
    sheet.name,
    known.map(([use, expected]) => {
      const found = (sheet.columns as Record<string, string | string[] | null>)[use] ?? null;
      return [`the column of ${use}`, same(lettersOf(found), lettersOf(expected))];
    }),
  );
}

function lettersOf(columns: TruthColumns[string]): string[] {
  const list = Array.isArray(columns) ? columns : columns === null ? [] : [columns];
  return list.map((column) => (typeof column === "number" ? columnLetters(column) : column));
}

/** Ranges with a list in an answer column; those in other columns are not for us to fill. */
function compareOptions(sheet: SheetInspection, truth: Record<string, string[]>): Checked {
  const checks: [string, boolean][] = [];
  for (const [cells, values] of Object.entries(truth)) {
    const inside = sheet.questions.filter((question) => isInside(question, cells));
    if (inside.length > 0)
      checks.push([`the list of ${cells}`, inside.every(({ options }) => same(options ?? [], values))]);
  }
  return checked(sheet.name, checks);
}

function isInside({ answerCell, row }: FoundQuestion, cells: string): boolean {
  const range = parseRange(cells)!;
  return answerCell !== null && parseRange(answerCell)?.left === range.left && row >= range.top && row <= range.bottom;
}

/** A file that is one table or text: by the numbers of its questions, its answer cells, or their count. */
function compareDocument({ sheets }: Inspection, truth: FormTruth): Comparison {
  const questions = sheets.flatMap((sheet) => sheet.questions);
  const stated = statedQuestions(truth);
  const [missed, extra] = stated.ids
    ? [without(stated.ids, questions.map(nameOf(truth))), without(questions.map(nameOf(truth)), stated.ids)]
    : [[], []];
  const byCount = Math.abs(questions.length - stated.count);
  const columns =
    truth.columns && !Array.isArray(truth.columns) ? compareColumns(sheets[0]!, truth.columns) : checked("", []);
  const labels = Array.isArray(truth.columns) && truth.checkbox_rows ? truth.columns.slice(-4) : null;
  const boxes = labels
    ? checked("", [["the boxes", questions.every(({ options }) => same(options ?? [], labels))]])
    : null;
  const right = questions.length === stated.count && missed.length + extra.length === 0;
  return {
    ...{ stated: stated.count, found: questions.length },
    missed: Math.max(missed.length, questions.length < stated.count ? byCount : 0),
    extra: Math.max(extra.length, questions.length > stated.count ? byCount : 0),
    ...{
      sheets: { right: right ? 1 : 0, of: 1 },
      columns: columns.share,
      options: boxes?.share ?? { right: 0, of: 0 },
    },
    differences: [...(right ? [] : ["the questions"]), ...columns.wrong, ...(boxes?.wrong ?? [])],
  };
}

function statedQuestions(truth: FormTruth): { count: number; ids: string[] | null } {
  if (truth.answer_cells) {
    const ids = truth.answer_cells.flatMap(({ table, parts }) =>
      parts.map((part, i) => `T${table + 1}R${i + 2}C${part === null ? 1 : 2}`),
    );
    return { count: ids.length, ids };
  }
  const count = truth.checkbox_rows ?? (truth.requirement_ids ? rowsOfBoxes(truth) : truth.total_questions);
  return { count, ids: truth.requirement_ids ?? null };
}

/** Two of the requirements of this form are answered in three rows each, as its truth says in words. */
function rowsOfBoxes({ requirement_ids }: FormTruth): number {
  const inRows = requirement_ids!.filter((id) => ["6.4.3", "11.6.1"].includes(id)).length;
  return requirement_ids!.length + 2 * inRows;
}

const nameOf = (truth: FormTruth) => (question: FoundQuestion) =>
  (truth.answer_cells ? question.answerCell : question.id) ?? "";

function without(list: readonly string[], other: readonly string[]): string[] {
  return [...new Set(list)].filter((one) => !other.includes(one));
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}
