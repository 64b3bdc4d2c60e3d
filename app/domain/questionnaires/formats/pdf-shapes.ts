import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import type { Area, Rule } from "#app/domain/questionnaires/formats/pdf-page.ts";

/** What draws lines on a page, as a list of pdf.js operators with their numbers. */
export type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] };
export type OperatorNumbers = Record<string, number>;

export type Shapes = { horizontal: Rule[]; vertical: Rule[]; squares: Area[] };

type Matrix = readonly [number, number, number, number, number, number];

const thickestRule = 3;
const shortestRule = 3;
const box = { smallest: 4.5, largest: 18 };

/**
 * The straight lines and the small squares of a page. A thin filled rectangle is a line, which is how office programs
 * draw the borders of tables; a larger one is a background and counts for nothing. `view` maps the page's own
 * coordinates to those of a `PdfPage`.
 */
export function shapesIn(operators: Operators, numbers: OperatorNumbers, view: Matrix): Shapes {
  const shapes: Shapes = { horizontal: [], vertical: [], squares: [] };
  const painting = paintingOperators(numbers);
  const saved: Matrix[] = [];
  let now = view;
  operators.fnArray.forEach((operator, i) => {
    const given = operators.argsArray[i] as readonly unknown[] | null;
    if (operator === numbers.save) saved.push(now);
    else if (operator === numbers.restore) now = saved.pop() ?? now;
    else if (operator === numbers.transform) now = product(now, given as unknown as Matrix);
    else if (operator === numbers.paintFormXObjectBegin) {
      saved.push(now);
      if (isMatrix(given?.[0])) now = product(now, given[0]);
    } else if (operator === numbers.paintFormXObjectEnd) now = saved.pop() ?? now;
    else if (operator === numbers.constructPath) addPath(shapes, given, { matrix: now, painting });
    if (shapes.horizontal.length + shapes.vertical.length > limits.pdfLines) throw overLimit("pdfLines");
  });
  return shapes;
}

type Pen = { matrix: Matrix; painting: Painting };
type Painting = { strokes: ReadonlySet<unknown>; fills: ReadonlySet<unknown> };

function paintingOperators(numbers: OperatorNumbers): Painting {
  const named = (names: string[]) => new Set<unknown>(names.map((name) => numbers[name]));
  return {
    strokes: named(["stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"]),
    fills: named(["fill", "eoFill"]),
  };
}

/** pdf.js gives a path as [the operator that paints it, [its numbers], its bounds]. */
function addPath(shapes: Shapes, given: readonly unknown[] | null, { matrix, painting }: Pen): void {
  const { strokes, fills } = painting;
  const [operator, data] = given ?? [];
  const path = (data as readonly unknown[] | undefined)?.[0];
  if (!(path instanceof Float32Array) || !(strokes.has(operator) || fills.has(operator))) return;
  for (const { area, straight } of partsOf(path, matrix)) {
    if (!straight) continue;
    if (strokes.has(operator)) addOutline(shapes, area);
    else addFilled(shapes, area);
  }
}

type Part = { area: Area; straight: boolean };

const [moveTo, lineTo, curveTo, quadraticTo] = [0, 1, 2, 3];

/** Each stretch of a path with its bounds; straight when every corner is a corner of these. */
function partsOf(path: Float32Array, matrix: Matrix): Part[] {
  const parts: { points: { x: number; y: number }[]; curved: boolean }[] = [];
  for (let at = 0; at < path.length;) {
    const what = path[at]!;
    const point = placed(matrix, path[at + 1] ?? 0, path[at + 2] ?? 0);
    if (what === moveTo) parts.push({ points: [point], curved: false });
    else if (what === lineTo) parts.at(-1)?.points.push(point);
    else if (parts.length > 0) parts.at(-1)!.curved ||= what === curveTo || what === quadraticTo;
    at += what === moveTo || what === lineTo ? 3 : what === curveTo ? 7 : what === quadraticTo ? 5 : 1;
  }
  return parts
    .filter(({ points }) => points.length > 1)
    .map(({ points, curved }) => {
      const area = boundsOf(points);
      const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
      const straight = points.every(
        ({ x, y }) => (near(x, area.left) || near(x, area.right)) && (near(y, area.top) || near(y, area.bottom)),
      );
      return { area, straight: straight && !curved };
    });
}

function addOutline(shapes: Shapes, area: Area): void {
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  if (Math.min(width, height) <= thickestRule) return addFilled(shapes, area);
  if (isSquare(width, height)) return void shapes.squares.push(area);
  const { left, right, top, bottom } = area;
  shapes.horizontal.push({ at: top, from: left, to: right }, { at: bottom, from: left, to: right });
  shapes.vertical.push({ at: left, from: top, to: bottom }, { at: right, from: top, to: bottom });
}

function addFilled(shapes: Shapes, { left, right, top, bottom }: Area): void {
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > thickestRule || Math.max(width, height) < shortestRule) return;
  if (width >= height) shapes.horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
  else shapes.vertical.push({ at: (left + right) / 2, from: top, to: bottom });
}

function isSquare(width: number, height: number): boolean {
  const [smaller, larger] = [Math.min(width, height), Math.max(width, height)];
  return smaller >= box.smallest && larger <= box.largest && larger / smaller < 1.25;
}

function boundsOf(points: readonly { x: number; y: number }[]): Area {
  const area = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    area.left = Math.min(area.left, x);
    area.right = Math.max(area.right, x);
    area.top = Math.min(area.top, y);
    area.bottom = Math.max(area.bottom, y);
  }
  return area;
}

/** The matrix that first does `b`, then `a`, as PDF writes them: [a b c d e f]. */
export function product(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

export function placed(m: Matrix, x: number, y: number): { x: number; y: number } {
  return { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] };
}

export function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6 && value.every((number) => typeof number === "number");
}
