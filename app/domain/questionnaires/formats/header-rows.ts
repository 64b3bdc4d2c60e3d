import { shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";
import { textAt, mergeAt, type Sheet } from "#app/domain/questionnaires/formats/grid.ts";
import {
  type HeaderKind,
  type Heading,
  headingOf,
  longestHeading,
} from "#app/domain/questionnaires/formats/header-words.ts";
import { readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

/** Up to three rows that together head the columns; `headings` is what each column is for. */
export type HeaderBlock = { rows: number[]; headings: Map<number, ColumnHeading> };

/** `text` is the lowest heading of the column; `heading` may come from a group heading above it. */
export type ColumnHeading = { text: string; heading: Heading | null };

const tellingKinds: (HeaderKind | undefined)[] = ["answer", "question", "comment"];
const blockHeight = 3;

/** Columns beyond this are never looked at: nobody's question or answer is out there. */
export const widestSheet = 200;

export function filledColumns(sheet: Sheet, row: number): number[] {
  const columns = [...(sheet.rows.get(row)?.keys() ?? [])].filter((column) => column <= widestSheet);
  return columns.filter((column) => textAt(sheet, row, column) !== "").sort((a, b) => a - b);
}

/** The row that says most about its columns, or null when none says enough. The first of equals wins. */
export function findHeaderRow(sheet: Sheet, rows: readonly number[]): number | null {
  let best: { row: number; score: number } | null = null;
  for (const row of rows) {
    const score = headerScore(sheet, row);
    if (score >= 4 && score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row ?? null;
}

/** The header that starts at `first`, with the rows of sub-headings below it. */
export function headerBlock(sheet: Sheet, first: number): HeaderBlock {
  const rows = [first];
  while (rows.length < blockHeight && isSubHeader(sheet, rows)) rows.push(rows.at(-1)! + 1);
  const headings = new Map<number, ColumnHeading>();
  for (const row of rows) {
    for (const column of filledColumns(sheet, row)) {
      for (const covered of columnsUnder(sheet, row, column)) {
        const text = textAt(sheet, row, column);
        const above = headings.get(covered)?.heading ?? null;
        const own = headingOf(text);
        if (covered === column || !headings.has(covered)) headings.set(covered, { text, heading: own ?? above });
      }
    }
  }
  return { rows, headings: groupedMarks(headings) };
}

/** A row further down or up that repeats a heading of the block in its column, and asks nothing. */
export function repeatsHeader(sheet: Sheet, row: number, headings: ReadonlyMap<number, ColumnHeading>): boolean {
  const columns = filledColumns(sheet, row);
  const telling = columns.filter((column) => tellingKinds.includes(headings.get(column)?.heading?.kind));
  const same = (column: number) => sameText(headings.get(column)?.text ?? "", textAt(sheet, row, column));
  if (!telling.some(same)) return false;
  return columns.every((column) => same(column) || !readsLikeQuestion(textAt(sheet, row, column)));
}

function headerScore(sheet: Sheet, row: number): number {
  const strongest = new Map<string, number>();
  const columns = filledColumns(sheet, row);
  if (columns.length < 2) return 0;
  let marks = 0;
  for (const column of columns) {
    const text = textAt(sheet, row, column);
    if (text.length > longestHeading || sheet.rows.get(row)?.get(column)?.formula) continue;
    const heading = headingOf(text);
    if (!heading) continue;
    if (heading.kind === "mark") marks++;
    else strongest.set(heading.kind, Math.max(strongest.get(heading.kind) ?? 0, heading.strength));
  }
  const asks = strongest.has("question") || strongest.has("answer") || marks >= 2;
  if (!asks || strongest.size + (marks >= 2 ? 1 : 0) < 2) return 0;
  const sum = [...strongest.values()].reduce((a, b) => a + b, 0) + (marks >= 2 ? 3 : 0);
  const talk = columns.filter((column) => readsLikeQuestion(textAt(sheet, row, column))).length;
  return sum - 2 * talk;
}

/** Whether the row below a block holds sub-headings: short texts, none of them a question or a number. */
function isSubHeader(sheet: Sheet, rows: readonly number[]): boolean {
  const row = rows.at(-1)! + 1;
  const columns = filledColumns(sheet, row);
  if (columns.length === 0) return false;
  const texts = columns.map((column) => textAt(sheet, row, column));
  if (texts.some((text) => text.length > longestHeading || /\?\s*$/.test(text))) return false;
  const asked = filledColumns(sheet, rows[0]!).filter((column) =>
    ["id", "question"].includes(headingOf(textAt(sheet, rows[0]!, column))?.kind ?? ""),
  );
  if (asked.length === 0 || asked.some((column) => columns.includes(column) && !coversBlock(sheet, row, column))) {
    return false;
  }
  return columns.length > 1 || texts.every((text) => headingOf(text) !== null);
}

function coversBlock(sheet: Sheet, row: number, column: number): boolean {
  const merge = mergeAt(sheet, row, column);
  return merge !== null && merge.top < row;
}

function columnsUnder(sheet: Sheet, row: number, column: number): number[] {
  const merge = mergeAt(sheet, row, column);
  if (!merge || merge.right === merge.left) return [column];
  const right = Math.min(merge.right, widestSheet);
  return Array.from({ length: right - column + 1 }, (_, i) => column + i);
}

/** One column headed "Compliant" takes a word, and one headed "No" holds numbers; only several side by side take a mark. */
function groupedMarks(headings: Map<number, ColumnHeading>): Map<number, ColumnHeading> {
  const isMark = (column: number) => headings.get(column)?.heading?.kind === "mark";
  for (const [column, { text, heading }] of headings) {
    const between = heading === null && isMark(column - 1) && isMark(column + 1);
    if (between) headings.set(column, { text, heading: { kind: "mark", strength: 1 } });
  }
  const alone = [...headings.keys()].filter((column) => isMark(column) && !isMark(column - 1) && !isMark(column + 1));
  for (const column of alone) {
    const { text } = headings.get(column)!;
    const heading: Heading = shortKindOf(text) === "no" ? { kind: "id", strength: 3 } : { kind: "answer", strength: 2 };
    headings.set(column, { text, heading });
  }
  return headings;
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, " ").trim();
  return plain(a) === plain(b);
}
