import type { CellPlace, CellRange } from "#app/domain/questionnaires/formats/cell-reference.ts";
import type { FileFormat, TextEncoding } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

/** A file as rows and columns, whatever its format. Only cells that hold something are here. */
export type Grid = {
  format: FileFormat;
  encoding: TextEncoding | null;
  sheets: Sheet[];
  /** Defined names of the workbook, lower case; those of one sheet as "3!name". */
  names: Map<string, string>;
};

export type Sheet = {
  name: string;
  hidden: boolean;
  rows: Map<number, Map<number, Cell>>;
  merges: CellRange[];
  dropdowns: Dropdown[];
  /** Cells that a formula elsewhere fills (array formulas, data tables). */
  spills: CellRange[];
};

export type Cell = { text: string; formula: boolean };

/** A list validation: where it holds, and where its values come from, still unresolved. */
export type Dropdown = { ranges: CellRange[]; source: string };

export function emptySheet(name: string, hidden: boolean): Sheet {
  return { name, hidden, rows: new Map(), merges: [], dropdowns: [], spills: [] };
}

export function putCell(sheet: Sheet, place: CellPlace, cell: Cell): void {
  const row = sheet.rows.get(place.row);
  if (row) row.set(place.column, cell);
  else sheet.rows.set(place.row, new Map([[place.column, cell]]));
}

/** A part of a sheet under the sheet's own name: its rows from `top` to `bottom` and its columns from `left` to `right`. */
export function partOf(sheet: Sheet, { top, left, bottom, right }: CellRange): Sheet {
  const rows = new Map<number, Map<number, Cell>>();
  for (const [row, cells] of sheet.rows) {
    if (row < top || row > bottom) continue;
    const kept = new Map([...cells].filter(([column]) => column >= left && column <= right));
    if (kept.size > 0) rows.set(row, kept);
  }
  return { ...sheet, rows };
}

/** The trimmed text of a cell; "" for an empty one. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  return sheet.rows.get(row)?.get(column)?.text.trim() ?? "";
}

/** The merged range that covers a cell, if any. */
export function mergeAt(sheet: Sheet, row: number, column: number): CellRange | null {
  const candidates = mergesOfColumn(sheet, column);
  let low = 0;
  let high = candidates.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = candidates[middle]!;
    if (row < range.top) high = middle - 1;
    else if (row > range.bottom) low = middle + 1;
    else return range;
  }
  return null;
}

const byColumn = new WeakMap<CellRange[], Map<number, CellRange[]>>();

function mergesOfColumn(sheet: Sheet, column: number): CellRange[] {
  const columns = byColumn.get(sheet.merges) ?? new Map<number, CellRange[]>();
  byColumn.set(sheet.merges, columns);
  const known = columns.get(column);
  if (known) return known;
  const covering = sheet.merges.filter(({ left, right }) => left <= column && column <= right);
  covering.sort((a, b) => a.top - b.top);
  columns.set(column, covering);
  return covering;
}
