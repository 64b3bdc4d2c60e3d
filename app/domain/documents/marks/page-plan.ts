import { type Operator, operatorsOf } from "../content-stream.ts";
import { determinant, identity, inverse, type Matrix, product } from "./matrix.ts";

/** What every copy of a page has in common: where it may be marked, and what its content leaves open. */
export type PagePlan = {
  nesting: Nesting;
  lines: TextLine[];
  gaps: Gap[];
  /** The page raises text itself, so that a mark must not. */
  usesRise: boolean;
};

/** What a page's content leaves open, so that something drawn after it starts from a clean page. */
export type Nesting = {
  /** `Q`s without a `q` before them. */
  missingSaves: number;
  /** `q`s never closed, counted after those that are missing were added. */
  openSaves: number;
  /** Marked content never closed. */
  openMarks: number;
  openText: boolean;
};

/** Text on one baseline: where it begins and how large it is, in points of the page; its direction in whole degrees. */
export type TextLine = { x: number; y: number; size: number; angle: number; runs: LineRun[] };

/** Where a run of text begins in the content, and how far a unit of its own moves it on the page. */
export type LineRun = { at: number; along: number; across: number };

/** A place between operators where drawing disturbs nothing, and the way back to the page's own coordinates. */
export type Gap = { at: number; back: Matrix; visibleArea: number };

const mostGaps = 48;
const [smallestText, largestText] = [4, 40];

/** Throws `BrokenContent` where the content ends inside something. */
export function planOfPage(content: Uint8Array): PagePlan {
  const walk = new ContentWalk();
  for (const operator of operatorsOf(content)) walk.step(operator);
  return walk.plan();
}

type GraphicsState = { matrix: Matrix; fontSize: number; stretch: number; leading: number; visibleArea: number };

const freshState: GraphicsState = {
  matrix: identity,
  fontSize: 0,
  stretch: 1,
  leading: 0,
  visibleArea: Infinity,
};

type Run = LineRun & { x: number; y: number; size: number; angle: number; offset: number };

/** Follows the parts of the graphics state that say where text stands and what is clipped. */
class ContentWalk {
  private state = { ...freshState };
  private saved: GraphicsState[] = [];
  private text: Matrix = identity;
  private inText = false;
  private freshPlace = false;
  private inPath = false;
  private rectangle = 0;
  private clips = false;
  private marks = 0;
  private depth = 0;
  private lowest = 0;
  private usesRise = false;
  private runs: Run[] = [];
  private gaps: Gap[] = [];

  constructor() {
    this.gapAt(0);
  }

  plan(): PagePlan {
    const { lowest, depth, marks, inText, usesRise } = this;
    const nesting = { missingSaves: Math.abs(lowest), openSaves: depth - lowest, openMarks: marks, openText: inText };
    return { nesting, lines: linesOf(this.runs), gaps: someOf(this.gaps), usesRise };
  }

  step(operator: Operator): void {
    const { name, end } = operator;
    if (name.startsWith("T") || name === "BT" || name === "ET" || name === "'" || name === '"') this.textStep(operator);
    else if (name === "BMC" || name === "BDC") this.marks++;
    else if (name === "EMC") {
      this.marks = Math.max(0, this.marks - 1);
      this.gapAt(end);
    } else if (name === "re" || name === "m") this.beginPath(operator);
    else if (name === "W" || name === "W*") this.clips = true;
    else if (paints.has(name)) {
      this.endPath();
      this.gapAt(end);
    } else if (name === "Do" || name === "ID" || name === "sh") this.gapAt(end);
    else this.stateStep(operator);
  }

  private stateStep({ name, operands, end }: Operator): void {
    if (name === "q") {
      this.depth++;
      this.saved.push({ ...this.state });
    } else if (name === "Q") {
      this.lowest = Math.min(this.lowest, --this.depth);
      this.state = this.saved.pop() ?? { ...freshState };
      this.gapAt(end);
    } else if (name === "cm") {
      const matrix = matrixFrom(operands);
      if (matrix) this.state.matrix = product(matrix, this.state.matrix);
    }
  }

  private textStep({ name, operands, start, end }: Operator): void {
    const [first, second] = operands.map((value) => (typeof value === "number" ? value : 0));
    if (name === "BT") [this.inText, this.text, this.freshPlace] = [true, identity, true];
    else if (name === "ET") {
      this.inText = false;
      this.gapAt(end);
    } else if (name === "Tf") this.state.fontSize = second ?? 0;
    else if (name === "Tz") this.state.stretch = (first ?? 100) / 100;
    else if (name === "TL") this.state.leading = first ?? 0;
    else if (name === "Ts") this.usesRise ||= first !== 0;
    else if (name === "Tm") {
      this.text = matrixFrom(operands) ?? this.text;
      this.freshPlace = true;
    } else if (name === "Td" || name === "TD") {
      if (name === "TD") this.state.leading = -(second ?? 0);
      this.moveText(first ?? 0, second ?? 0);
    } else if (name === "T*") this.moveText(0, -this.state.leading);
    else if (name === "'" || name === '"') {
      this.moveText(0, -this.state.leading);
      this.freshPlace = false;
    } else if (name === "Tj" || name === "TJ") this.showText(start);
  }

  private moveText(x: number, y: number): void {
    this.text = product([1, 0, 0, 1, x, y], this.text);
    this.freshPlace = true;
  }

  /** Only what starts at a place of its own can be moved; what follows it on the line moves with it. */
  private showText(at: number): void {
    if (!this.freshPlace || !this.inText) return;
    this.freshPlace = false;
    const [a, b, c, d, x, y] = product(this.text, this.state.matrix);
    const [wide, high] = [Math.hypot(a, b), Math.hypot(c, d)];
    const { fontSize, stretch } = this.state;
    const [along, size] = [fontSize * stretch * wide, fontSize * high];
    if (!(along > 0 && size > smallestText && size < largestText)) return;
    const [ux, uy] = [a / wide, b / wide];
    const angle = Math.round((Math.atan2(uy, ux) * 180) / Math.PI);
    this.runs.push({ at, along, across: high, x, y, size, angle, offset: ux * y - uy * x });
  }

  private beginPath({ name, operands }: Operator): void {
    const [, , width, height] = operands;
    const area = Number(width) * Number(height) * determinant(this.state.matrix);
    this.rectangle = name === "re" && !this.inPath && Number.isFinite(area) ? Math.abs(area) : 0;
    this.inPath = true;
  }

  private endPath(): void {
    if (this.clips) this.state.visibleArea = Math.min(this.state.visibleArea, this.rectangle);
    [this.inPath, this.clips] = [false, false];
  }

  private gapAt(at: number): void {
    if (this.inText || this.inPath || this.marks > 0) return;
    const back = inverse(this.state.matrix);
    if (back) this.gaps.push({ at, back, visibleArea: this.state.visibleArea });
  }
}

const paints = new Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"]);

function matrixFrom(operands: Operator["operands"]): Matrix | null {
  if (operands.length < 6 || operands.some((value) => typeof value !== "number")) return null;
  return operands.slice(-6) as Matrix;
}

/** Runs on one baseline, within two fifths of a letter's height; the highest line first. */
function linesOf(runs: Run[]): TextLine[] {
  const lines: (TextLine & { offset: number })[] = [];
  for (const run of [...runs].sort((one, other) => one.angle - other.angle || other.offset - one.offset)) {
    const { at, along, across, x, y, size, angle, offset } = run;
    const line = lines.at(-1);
    if (line && line.angle === angle && Math.abs(line.offset - offset) < 0.4 * Math.max(line.size, size)) {
      line.runs.push({ at, along, across });
      line.size = Math.max(line.size, size);
      line.x = Math.min(line.x, x);
    } else lines.push({ x, y, size, angle, offset, runs: [{ at, along, across }] });
  }
  return lines.map(({ x, y, size, angle, runs: parts }) => ({ x, y, size, angle, runs: parts }));
}

/** Evenly chosen: a page of drawings has thousands. */
function someOf(gaps: Gap[]): Gap[] {
  const step = Math.max(1, gaps.length / mostGaps);
  return Array.from({ length: Math.min(gaps.length, mostGaps) }, (_, at) => gaps[Math.floor(at * step)]!);
}
