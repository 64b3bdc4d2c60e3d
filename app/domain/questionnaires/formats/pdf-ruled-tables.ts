import type { Area, PdfPage, Piece, Rule } from "#app/domain/questionnaires/formats/pdf-page.ts";
import { contains, middleOf } from "#app/domain/questionnaires/formats/pdf-page.ts";

/** A cell between drawn lines, with what stands in it. */
export type RuledCell = Area & { pieces: Piece[]; column: number; span: number; merged: boolean };
export type RuledTable = Area & { edges: number[]; rows: RuledCell[][] };

/** In points: lines that miss each other by less meet. */
const slack = 2.5;
/** In points: the highest row that is drawn with no lines at its sides. */
const closeBelow = 48;
/** A page with more is a drawing. */
const mostCrossings = 1_000_000;
const mostBands = 20_000;

/** The tables that the lines of a page draw, from top to bottom, each with the pieces that are in its cells. */
export function ruledTables({ horizontal, vertical, pieces }: PdfPage): RuledTable[] {
  const tables: RuledTable[] = [];
  for (const grid of gridsOf(joined(horizontal), joined(vertical))) {
    const cells = cellsOf(grid);
    if (cells.length === 0) continue;
    for (const piece of pieces) placeIn(cells, piece);
    tables.push(tableFrom(cells));
  }
  return tables.sort((a, b) => a.top - b.top);
}

/** Lines in a row that touch are one. */
function joined(rules: readonly Rule[]): Rule[] {
  const lines: Rule[] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const same = lines.findLast(
      (line, i) => i >= lines.length - 40 && Math.abs(line.at - rule.at) < 1 && rule.from <= line.to + slack,
    );
    if (same && same.from - slack <= rule.to) {
      same.to = Math.max(same.to, rule.to);
      same.from = Math.min(same.from, rule.from);
    } else lines.push({ ...rule });
  }
  return lines.filter(({ from, to }) => to - from > 4);
}

type Grid = { horizontal: Rule[]; vertical: Rule[] };

/** Lines that cross each other belong together, and lines across of the same length that follow each other closely. */
function gridsOf(horizontal: readonly Rule[], vertical: readonly Rule[]): Grid[] {
  if (horizontal.length * vertical.length > mostCrossings) return [];
  const groups = new Groups(horizontal.length + vertical.length);
  horizontal.forEach((across, i) => {
    vertical.forEach((down, j) => {
      if (crosses(across, down)) groups.join(i, horizontal.length + j);
    });
    const next = horizontal.findIndex((other, j) => j > i && sameLength(across, other));
    if (next > 0 && horizontal[next]!.at - across.at < closeBelow) groups.join(i, next);
  });
  const grids = new Map<number, Grid>();
  [...horizontal, ...vertical].forEach((rule, i) => {
    const grid = grids.get(groups.of(i)) ?? { horizontal: [], vertical: [] };
    (i < horizontal.length ? grid.horizontal : grid.vertical).push(rule);
    grids.set(groups.of(i), grid);
  });
  return [...grids.values()].filter((grid) => grid.horizontal.length >= 2 && grid.vertical.length >= 1);
}

/** Which of some numbered things belong together. */
class Groups {
  private readonly parents: number[];

  constructor(count: number) {
    this.parents = Array.from({ length: count }, (_, i) => i);
  }

  of(i: number): number {
    let root = i;
    while (this.parents[root] !== root) root = this.parents[root]!;
    this.parents[i] = root;
    return root;
  }

  join(a: number, b: number): void {
    this.parents[this.of(a)] = this.of(b);
  }
}

const sameLength = (a: Rule, b: Rule) => Math.abs(a.from - b.from) <= slack && Math.abs(a.to - b.to) <= slack;

function crosses(across: Rule, down: Rule): boolean {
  return (
    down.at >= across.from - slack &&
    down.at <= across.to + slack &&
    across.at >= down.from - slack &&
    across.at <= down.to + slack
  );
}

/** Places in their order, those that nearly coincide taken as one. */
function positions(given: readonly number[]): number[] {
  const found: number[] = [];
  for (const at of [...given].sort((a, b) => a - b)) {
    if (found.length === 0 || at - found.at(-1)! > slack) found.push(at);
  }
  return found;
}

const endsOf = (rules: readonly Rule[]) => rules.flatMap(({ from, to }) => [from, to]);
const placesOf = (rules: readonly Rule[]) => rules.map(({ at }) => at);

/** Every area that lines bound, found from the middle of each band of rows and columns. */
function cellsOf({ horizontal, vertical }: Grid): RuledCell[] {
  const xs = positions([...placesOf(vertical), ...endsOf(horizontal)]);
  const ys = positions([...placesOf(horizontal), ...endsOf(vertical)]);
  if (xs.length * ys.length > mostBands) return [];
  const cells = new Map<string, RuledCell>();
  for (let row = 0; row + 1 < ys.length; row++) {
    for (let column = 0; column + 1 < xs.length; column++) {
      const [x, y] = [(xs[column]! + xs[column + 1]!) / 2, (ys[row]! + ys[row + 1]!) / 2];
      const found = around({ x, y }, { horizontal, vertical });
      if (!found) continue;
      const [left, right] = [nearest(xs, found.left), nearest(xs, found.right)];
      const [top, bottom] = [nearest(ys, found.top), nearest(ys, found.bottom)];
      const key = `${left} ${right} ${top}`;
      if (cells.has(key) || left >= right || top >= bottom) continue;
      const area = { left: xs[left]!, right: xs[right]!, top: ys[top]!, bottom: ys[bottom]! };
      cells.set(key, { ...area, pieces: [], column: left + 1, span: right - left, merged: false });
    }
  }
  return [...cells.values()];
}

function nearest(places: readonly number[], at: number): number {
  let best = 0;
  places.forEach((place, i) => {
    if (Math.abs(place - at) < Math.abs(places[best]! - at)) best = i;
  });
  return best;
}

type Point = { x: number; y: number };

/** The area around a point. A side that is not drawn is where the lines beside it both end. */
function around({ x, y }: Point, { horizontal, vertical }: Grid): Area | null {
  const [above, below] = nextTo(horizontal, y, x);
  const [before, behind] = nextTo(vertical, x, y);
  const left = before?.at ?? commonEnd(above?.from, below?.from);
  const right = behind?.at ?? commonEnd(above?.to, below?.to);
  const top = above?.at ?? commonEnd(before?.from, behind?.from);
  const bottom = below?.at ?? commonEnd(before?.to, behind?.to);
  if (left === null || right === null || top === null || bottom === null) return null;
  return { left, right, top, bottom };
}

function commonEnd(a: number | undefined, b: number | undefined): number | null {
  return a !== undefined && b !== undefined && Math.abs(a - b) <= slack ? (a + b) / 2 : null;
}

/** The lines nearest to a place on either side of it that pass the given point of their length. */
function nextTo(rules: readonly Rule[], at: number, along: number): [Rule | undefined, Rule | undefined] {
  let [before, behind]: [Rule | undefined, Rule | undefined] = [undefined, undefined];
  for (const rule of rules) {
    if (rule.from - slack > along || rule.to + slack < along) continue;
    if (rule.at < at && (!before || rule.at > before.at)) before = rule;
    if (rule.at > at && (!behind || rule.at < behind.at)) behind = rule;
  }
  return [before, behind];
}

function placeIn(cells: readonly RuledCell[], piece: Piece): void {
  const middle = piece.widget ? { x: (piece.left + piece.right) / 2, y: piece.top + 3 } : middleOf(piece);
  const start = { x: piece.left + Math.min(3, (piece.right - piece.left) / 2), y: middle.y };
  (cells.find((cell) => contains(cell, start)) ?? cells.find((cell) => contains(cell, middle)))?.pieces.push(piece);
}

/** Rows begin where cells do; a cell that goes on into a row stands in it again, as merged. */
function tableFrom(cells: readonly RuledCell[]): RuledTable {
  const tops = [...new Set(cells.map(({ top }) => top))].sort((a, b) => a - b);
  const rows = tops.map((top) =>
    cells
      .filter((cell) => cell.top <= top && cell.bottom > top + slack)
      .map((cell) => (cell.top === top ? cell : { ...cell, pieces: [], merged: true }))
      .sort((a, b) => a.left - b.left),
  );
  const edges = [...new Set(cells.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  const bounds = {
    left: edges[0]!,
    right: edges.at(-1)!,
    top: tops[0]!,
    bottom: Math.max(...cells.map(({ bottom }) => bottom)),
  };
  return { ...bounds, edges, rows };
}
