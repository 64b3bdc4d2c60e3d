import { type Cell, cellText, type Row, type Table } from "#app/domain/questionnaires/formats/docx-model.ts";
import { isAsking, isToFill, readsLikeAnswer } from "#app/domain/questionnaires/formats/docx-wording.ts";
import { headingOf } from "#app/domain/questionnaires/formats/header-words.ts";
import type { Heading, HeaderKind } from "#app/domain/questionnaires/formats/heading.ts";

/** What a column of a table is for; the lowest heading over it is its text. */
export type ColumnHeading = { text: string; heading: Heading | null };
export type Headings = ReadonlyMap<number, ColumnHeading>;

/** A row with what its continued cells continue. */
export type TableRow = { cells: Cell[]; origins: Map<Cell, Cell>; header: boolean };

const longest = 100;

/** The rows of a table; each cell that is merged with the one above knows the first of them. */
export function rowsOf(table: Table): TableRow[] {
  let above = new Map<number, Cell>();
  return table.rows.map(({ cells, header }) => {
    const origins = new Map<Cell, Cell>();
    const next = new Map<number, Cell>();
    for (const cell of cells) {
      const origin = cell.merged ? above.get(cell.column) : undefined;
      if (origin) origins.set(cell, origin);
      next.set(cell.column, origin ?? cell);
    }
    above = next;
    return { cells, origins, header };
  });
}

/** A row that is one cell from side to side. */
export function isSpanning({ cells }: Pick<Row, "cells">): boolean {
  return cells.length === 1;
}

/** The headings that start at a row, and how many rows they take; null when the row heads nothing. */
export function headingsAt(rows: readonly TableRow[], at: number): { headings: Headings; height: number } | null {
  const first = rows[at]!;
  if (!headsColumns(first)) return null;
  const block = [first];
  while (block.length < 3 && continuesHeader(rows[at + block.length])) block.push(rows[at + block.length]!);
  const headings = new Map<number, ColumnHeading>();
  for (const row of block) {
    for (const cell of row.cells) {
      const text = cellText(cell).replaceAll(/\s+/g, " ");
      if (cell.merged || text === "") continue;
      for (let column = cell.column; column < cell.column + cell.span; column++) {
        const above = headings.get(column)?.heading ?? null;
        headings.set(column, { text, heading: headingOf(text) ?? above });
      }
    }
  }
  return { headings, height: block.length };
}

function headsColumns({ cells, header }: TableRow): boolean {
  const filled = cells.filter((cell) => cellText(cell) !== "");
  if (filled.length < 2 || filled.some(isFilledIn)) return false;
  const texts = filled.map(cellText);
  if (texts.some((text) => text.length > longest || (/\?\s*$/.test(text) && text.split(/\s+/).length > 4)))
    return false;
  const kinds = texts.map((text) => headingOf(text)?.kind ?? null);
  const marks = kinds.filter((kind) => kind === "mark").length;
  const named = new Set(kinds.filter((kind) => kind !== null && kind !== "mark"));
  const answers = named.has("answer") || named.has("comment") || marks >= 2;
  if (answers && (named.size >= 2 || marks >= 2 || header)) return true;
  const asked = texts.some((text) => (headingOf(text)?.kind === "question" ? headingOf(text)!.strength >= 2 : false));
  return asked && (cells.length === 2 || named.size >= 2 || header);
}

/** Sub-headings: under merged headings, or in a row that repeats on each page. */
function continuesHeader(row: TableRow | undefined): boolean {
  if (!row || row.cells.some(isFilledIn)) return false;
  const own = row.cells.filter((cell) => !cell.merged && cellText(cell) !== "");
  const merged = row.cells.some(({ merged }) => merged);
  if (own.length === 0 || own.some((cell) => cellText(cell).length > longest) || isSpanning(row)) return false;
  return (merged || row.header) && own.some((cell) => ["mark", "answer", "comment"].includes(kindOfText(cell) ?? ""));
}

function kindOfText(cell: Cell): HeaderKind | null {
  return headingOf(cellText(cell))?.kind ?? null;
}

function isFilledIn({ paragraphs, nested }: Cell): boolean {
  return nested || paragraphs.some(({ boxes, blanks }) => boxes.length > 0 || blanks.length > 0);
}

export function headingOver(headings: Headings, cell: Cell): ColumnHeading | null {
  return headings.get(cell.column) ?? null;
}

export function kindOver(headings: Headings, cell: Cell): HeaderKind | null {
  return headingOver(headings, cell)?.heading?.kind ?? null;
}

/** Whether a row says again what heads its columns. */
export function repeatsHeadings({ cells }: TableRow, headings: Headings): boolean {
  const filled = cells.filter((cell) => !cell.merged && cellText(cell) !== "");
  const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, " ").trim();
  return (
    filled.length >= 2 &&
    filled.every((cell) => plain(headingOver(headings, cell)?.text ?? "") === plain(cellText(cell)))
  );
}

/** A row that puts two questions side by side, each with a cell for its answer behind it, is two rows. */
export function pairsIn(row: TableRow): TableRow[] {
  const { cells } = row;
  const halves = [cells.slice(0, 2), cells.slice(2)];
  const pair = ([asked, place]: Cell[]) => isAsking(cellText(asked!)) && isRoom(cellText(place!));
  return cells.length === 4 && halves.every(pair) ? halves.map((half) => ({ ...row, cells: half })) : [row];
}

const isRoom = (text: string) => isToFill(text) || readsLikeAnswer(text);
