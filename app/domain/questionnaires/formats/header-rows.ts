import { shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";
import { textAt, mergeAt, type Sheet } from "#app/domain/questionnaires/formats/grid.ts";
import { headingOf, longestHeading } from "#app/domain/questionnaires/formats/header-words.ts";
import type { Heading, HeaderKind } from "#app/domain/questionnaires/formats/heading.ts";
import { isIdentifier, readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

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

export const leastHeaderScore = 4;

/** The row that says most about its columns, or null when none says enough. The first of equals wins. */
export function findHeaderRow(sheet: Sheet, rows: readonly number[]): number | null {
  let best: { row: number; score: number } | null = null;
  for (const row of rows) {
    const score = headerScore(sheet, row);
    if (score >= leastHeaderScore && score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row ?? null;
}

/** The header that starts at `first`, with the rows of sub-headings below it. */
export function headerBlock(sheet: Sheet, first: number): HeaderBlock {
  const rows = [first];
  while (rows.length < blockHeight && isSubHeader(sheet, rows)) rows.push(rows.at(-1)! + 1);
  const headings = new Map<number, ColumnHeading>();
  const groups = groupHeads(sheet, first - 1);
  for (const row of rows) {
    for (const column of filledColumns(sheet, row)) {
      for (const covered of columnsUnder(sheet, row, column)) {
        const text = textAt(sheet, row, column);
        const above = headings.get(covered)?.heading ?? groups.get(covered) ?? null;
        const heading = above && ownersOnly.includes(above.kind) ? above : (headingOf(text) ?? above);
        if (covered === column || !headings.has(covered)) headings.set(covered, { text, heading });
      }
    }
  }
  return { rows, headings: groupedMarks(headings) };
}

/** Where a group head says so, every column below it is the buyer's own, whatever its own heading says. */
const ownersOnly: readonly HeaderKind[] = ["reviewer", "history"];

/** The heads of groups of columns in the row above a header: those that are the buyer's own, for each column. */
function groupHeads(sheet: Sheet, row: number): Map<number, Heading> {
  const groups = new Map<number, Heading>();
  const filled = filledColumns(sheet, row);
  if (filled.length < 2) return groups;
  for (const [i, column] of filled.entries()) {
    const heading = headingOf(textAt(sheet, row, column));
    if (!heading || !ownersOnly.includes(heading.kind)) continue;
    const right = mergeAt(sheet, row, column)?.right ?? (filled[i + 1] ?? column + 1) - 1;
    for (let covered = column; covered <= Math.min(right, widestSheet); covered++) groups.set(covered, heading);
  }
  return groups;
}

/**
 * A row further down or up that repeats a heading of the block in its column, and asks nothing. "Compliant" may head a
 * column and be an answer in it, so that it is not enough by itself.
 */
export function repeatsHeader(sheet: Sheet, row: number, headings: ReadonlyMap<number, ColumnHeading>): boolean {
  const columns = filledColumns(sheet, row);
  const telling = columns.filter((column) => tellingKinds.includes(headings.get(column)?.heading?.kind));
  const same = (column: number) => sameText(headings.get(column)?.text ?? "", textAt(sheet, row, column));
  const repeated = telling.filter(same);
  if (repeated.length < 2 && !repeated.some((column) => shortKindOf(textAt(sheet, row, column)) === null)) return false;
  return columns.every((column) => {
    const text = textAt(sheet, row, column);
    return same(column) || (!readsLikeQuestion(text) && !(isIdentifier(text) && /\d/.test(text)));
  });
}

export function headerScore(sheet: Sheet, row: number): number {
  const strongest = new Map<string, number>();
  const columns = filledColumns(sheet, row);
  if (columns.length < 2) return 0;
  const marks: string[] = [];
  for (const column of columns) {
    const text = textAt(sheet, row, column);
    if (sheet.rows.get(row)?.get(column)?.formula || isSentence(text)) continue;
    const heading = headingOf(text);
    if (heading?.kind === "mark") marks.push(text);
    else if (heading) strongest.set(heading.kind, Math.max(strongest.get(heading.kind) ?? 0, heading.strength));
  }
  const [mark] = marks;
  if (marks.length === 1 && !isPlainAnswer(mark!)) strongest.set("answer", Math.max(strongest.get("answer") ?? 0, 2));
  const asks = strongest.has("question") || strongest.has("answer") || marks.length >= 2;
  if (!asks || strongest.size + (marks.length >= 2 ? 1 : 0) < 2) return 0;
  const sum = [...strongest.values()].reduce((a, b) => a + b, 0) + (marks.length >= 2 ? 3 : 0);
  return sum - 2 * columns.filter((column) => isTalk(textAt(sheet, row, column))).length;
}

/** "Compliant?" may head a column; "Yes" in a cell of its own is an answer. */
function isPlainAnswer(text: string): boolean {
  return /^\W*(?:yes|no|y|n|n\W?a|true|false|ok|none|ja|nein|nee|oui|non|si|s\u00ed)\W*$/i.test(text);
}

/** What people write ends with a full stop; what they head a column with hardly does. */
function isSentence(text: string): boolean {
  return /[.!]$/.test(text) && text.split(/\s+/).length >= 4;
}

const mostHeadingWords = 5;

function isTalk(text: string): boolean {
  if (!readsLikeQuestion(text)) return false;
  return headingOf(text) === null || (text.length <= longestHeading && text.split(/\s+/).length > mostHeadingWords);
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
