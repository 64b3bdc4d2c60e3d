import { chipCounts } from "./code-words.server.ts";

/** In points, and the share of black in a dot's grey. */
export const dotSettings = { cell: 18, apart: 9, radius: 1, grey: 0.03, margin: 10, drawings: 6 };

export type Point = { x: number; y: number };

/** A place for one dot, at `low` for -1 or `high` for 1, measured from the lower left corner of the page as displayed. */
export type DotCell = { chip: number; low: Point; high: Point };

/** From left to right, then upward. Pages of different widths give the same cell the same chip. */
export function dotCells({ width, height }: { width: number; height: number }): DotCell[] {
  const { cell, apart, margin } = dotSettings;
  const [columns, rows] = [width, height].map((side) => Math.max(0, Math.floor((side - 2 * margin) / cell)));
  return Array.from({ length: columns! * rows! }, (_, at) => {
    const [column, row] = [at % columns!, Math.floor(at / columns!)];
    const low = { x: margin + column * cell + (cell - apart) / 2, y: margin + (row + 0.5) * cell };
    return { chip: (row * 97 + column) % chipCounts.dots, low, high: { x: low.x + apart, y: low.y } };
  });
}
