import type { CellRange } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { partOf, type Sheet, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import {
  filledColumns,
  findHeaderRow,
  type HeaderBlock,
  headerBlock,
  headerScore,
  leastHeaderScore,
  widestSheet,
} from "#app/domain/questionnaires/formats/header-rows.ts";
import { headingOf } from "#app/domain/questionnaires/formats/header-words.ts";
import { isIdentifier } from "#app/domain/questionnaires/formats/question-wording.ts";
import { findPlainHeader } from "#app/domain/questionnaires/formats/plain-header.ts";

/** A table of a sheet: the part of the sheet that it takes, and the first row of its header. */
export type Area = { sheet: Sheet; first: number | null };

const searched = { first: 400, further: 2_000 };

/**
 * The tables of a sheet, from the top and from the left. Mostly it is one; a header further down whose columns lie
 * elsewhere starts another, and so does a header that begins again beside a gap.
 */
export function tablesOf(sheet: Sheet): Area[] {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b);
  const best = findHeaderRow(sheet, rows.slice(0, searched.first));
  if (best === null) return [{ sheet, first: findPlainHeader(sheet, rows) }];
  return stacked(sheet, rows, best).flatMap(besides);
}

function stacked(sheet: Sheet, rows: readonly number[], best: number): Area[] {
  const heads = rows.slice(0, searched.further).filter((row) => row === best || isWholeHeader(sheet, row));
  const starts: number[] = [];
  for (const row of heads) {
    const before = starts.at(-1);
    if (before === undefined || !sameColumns(sheet, before, row)) starts.push(row);
  }
  if (starts.length < 2) return [{ sheet, first: best }];
  return starts.map((first, i) => {
    const top = i === 0 ? 1 : titleAbove(sheet, first);
    const bottom = i + 1 < starts.length ? titleAbove(sheet, starts[i + 1]!) - 1 : Number.MAX_SAFE_INTEGER;
    return { sheet: partOf(sheet, { top, bottom, left: 1, right: Number.MAX_SAFE_INTEGER }), first };
  });
}

/** A header that would do for a table of its own: it names questions as well as answers. */
function isWholeHeader(sheet: Sheet, row: number): boolean {
  const texts = filledColumns(sheet, row).map((column) => textAt(sheet, row, column));
  if (texts.some((text) => isSentence(text) || isIdentifier(text))) return false;
  if (headerScore(sheet, row) <= leastHeaderScore) return false;
  const places = placesIn(sheet, row);
  return places.question !== null && places.answer !== null;
}

/** An answer may speak of answers and questions as well, but in more words than a heading has. */
function isSentence(text: string): boolean {
  return text.length > 60 || text.split(/\s+/).length > 6 || /\s.*[.!]$/.test(text);
}

type Places = { question: number | null; answer: number | null };

function placesIn(sheet: Sheet, row: number): Places {
  const { headings } = headerBlock(sheet, row);
  const first = (...kinds: string[]) =>
    [...headings.keys()]
      .sort((a, b) => a - b)
      .find((column) => kinds.includes(headings.get(column)?.heading?.kind ?? ""));
  return { question: first("question") ?? null, answer: first("answer", "mark") ?? null };
}

/** What one header leaves open the other decides. */
function sameColumns(sheet: Sheet, one: number, other: number): boolean {
  const [a, b] = [placesIn(sheet, one), placesIn(sheet, other)];
  const same = (x: number | null, y: number | null) => x === null || y === null || x === y;
  return same(a.question, b.question) && same(a.answer, b.answer);
}

/** The rows of single texts right above a header belong to it: they are its title. */
function titleAbove(sheet: Sheet, first: number): number {
  let top = first;
  while (top > 1 && filledColumns(sheet, top - 1).length === 1) top--;
  return top;
}

function besides({ sheet, first }: Area): Area[] {
  if (first === null) return [{ sheet, first }];
  const block = headerBlock(sheet, first);
  const starts = startsIn(sheet, block);
  if (starts.length < 2) return [{ sheet, first }];
  return starts.map((left, i) => {
    const right = i + 1 < starts.length ? starts[i + 1]! - 1 : widestSheet;
    const range: CellRange = { top: 1, bottom: Number.MAX_SAFE_INTEGER, left: i === 0 ? 1 : left, right };
    return { sheet: partOf(sheet, range), first };
  });
}

/** The columns at which a header begins anew: after an empty column, with a question and an answer on either side. */
function startsIn(sheet: Sheet, { rows, headings }: HeaderBlock): number[] {
  const used = new Set<number>();
  for (const row of sheet.rows.keys())
    if (row >= rows[0]!) for (const column of filledColumns(sheet, row)) used.add(column);
  const columns = [...headings.keys()].sort((a, b) => a - b);
  const starts = columns.filter((column) => !used.has(column - 1) && !headings.has(column - 1));
  const groups = starts.map((left, i) => columns.filter((c) => c >= left && c < (starts[i + 1] ?? Infinity)));
  const whole = groups.every((group) => {
    const kinds = group.map(
      (column) => headingOf(textAt(sheet, rows.at(-1)!, column))?.kind ?? headings.get(column)?.heading?.kind,
    );
    return (
      kinds.includes("question") && (kinds.includes("answer") || kinds.filter((kind) => kind === "mark").length > 1)
    );
  });
  return whole ? starts : [];
}
