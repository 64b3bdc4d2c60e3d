/** Rows and columns count from 1; a range includes its four edges. */
export type CellPlace = { row: number; column: number };
export type CellRange = { top: number; left: number; bottom: number; right: number };

export const lastRow = 1_048_576;
export const lastColumn = 16_384;

/** 1 → "A", 27 → "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** "AA" → 27; null when it is no column of a worksheet. */
export function columnNumber(letters: string): number | null {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= lastColumn ? column : null;
}

export function cellName({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row}`;
}

/** "C3" or "$C$3" → its place; null for anything else. */
export function parseCell(name: string): CellPlace | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(name);
  const column = match && columnNumber(match[1]!);
  const row = Number(match?.[2]);
  return column && row >= 1 && row <= lastRow ? { row, column } : null;
}

/** "A1:C3", "B2", "A:C" or "2:5", with or without $; null for anything else. */
export function parseRange(text: string): CellRange | null {
  const [from, to = from, more] = text.replaceAll("$", "").trim().split(":");
  if (more !== undefined || from === undefined || to === undefined) return null;
  const corners = [parseCell(from), parseCell(to)] as const;
  if (corners[0] && corners[1]) return spanning(corners[0], corners[1]);
  const columns = [columnNumber(from), columnNumber(to)] as const;
  if (columns[0] && columns[1]) {
    return spanning({ row: 1, column: columns[0] }, { row: lastRow, column: columns[1] });
  }
  if (!/^\d{1,7}$/.test(from) || !/^\d{1,7}$/.test(to)) return null;
  const rows = [Number(from), Number(to)] as const;
  if (Math.min(...rows) < 1 || Math.max(...rows) > lastRow) return null;
  return spanning({ row: rows[0], column: 1 }, { row: rows[1], column: lastColumn });
}

/** A space-separated list of ranges; what is no range is left out. */
export function parseRanges(text: string): CellRange[] {
  return text
    .split(/\s+/)
    .map(parseRange)
    .filter((range) => range !== null);
}

export function inRange(range: CellRange, { row, column }: CellPlace): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

function spanning(a: CellPlace, b: CellPlace): CellRange {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}
