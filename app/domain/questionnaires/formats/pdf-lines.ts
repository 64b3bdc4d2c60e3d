import type { Blank, Box, Paragraph } from "#app/domain/questionnaires/formats/docx-model.ts";
import { isAsking, numberAndText } from "#app/domain/questionnaires/formats/docx-wording.ts";
import { type Area, isBox, type Piece } from "#app/domain/questionnaires/formats/pdf-page.ts";

/** Pieces that stand beside each other, from left to right. */
export type Line = Area & { pieces: Piece[]; size: number; bold: boolean };

/** Gives the widget of a piece, or the box that it draws, the address that the rest of the reading knows it by. */
export type Addresses = (piece: Piece) => string;

/** Of a field that is higher than a line only the top decides which line it is in, in points. */
const tallest = 16;

const longestHeading = 120;

/** A gap of so many letter heights parts what stands in one line. */
const wideGap = 1.6;

/** The lines of some pieces, from top to bottom. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of [...pieces].sort((a, b) => bandOf(a).top - bandOf(b).top || a.left - b.left)) {
    const band = bandOf(piece);
    const line = lines.slice(-4).findLast((one) => overlap(one, band) > 0.5);
    if (!line) lines.push({ ...piece, ...band, pieces: [piece] });
    else {
      line.pieces.push(piece);
      line.left = Math.min(line.left, piece.left);
      line.right = Math.max(line.right, piece.right);
      if (!piece.widget) line.bottom = Math.max(line.bottom, band.bottom);
    }
  }
  for (const line of lines) {
    line.pieces.sort((a, b) => a.left - b.left);
    const letters = line.pieces.filter((piece) => !piece.widget && !isBox(piece));
    const [first] = letters;
    if (first) Object.assign(line, { size: Math.max(...letters.map(({ size }) => size)), bold: letters.every(isBold) });
  }
  return lines.sort((a, b) => a.top - b.top);
}

const isBold = ({ bold }: Piece) => bold;

function bandOf({ left, right, top, bottom, widget }: Piece): Area {
  return { left, right, top, bottom: widget ? Math.min(bottom, top + tallest) : bottom };
}

/** The share, 0..1, of the lower of two bands that the other covers. */
function overlap(a: Area, b: Area): number {
  const covered = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return covered / Math.max(0.1, Math.min(a.bottom - a.top, b.bottom - b.top));
}

/** A line cut where wide gaps are, as the cells of a table without borders are. */
export function segmentsOf(line: Line): Line[] {
  const segments: Line[] = [];
  for (const piece of line.pieces) {
    const last = segments.at(-1);
    const apart = last && piece.left - last.right > wideGap * Math.max(6, Math.min(line.size, 14));
    if (!last || apart) segments.push({ ...line, left: piece.left, right: piece.right, pieces: [piece] });
    else {
      last.pieces.push(piece);
      last.right = Math.max(last.right, piece.right);
    }
  }
  return segments;
}

/** What a line says, with a space for each gap and four for a wide one. */
export function textOf({ pieces, size }: Pick<Line, "pieces" | "size">): string {
  let text = "";
  let right: number | null = null;
  for (const piece of pieces) {
    const gap = right === null ? 0 : piece.left - right;
    const near = gap < size * 0.12 && !isBox(piece);
    if (right !== null && !near) text = `${text.trimEnd()}${gap > wideGap * size ? "    " : " "}`;
    text += right === null || !near ? piece.text.trimStart() : piece.text;
    right = piece.right;
  }
  return text.trimEnd();
}

/** The paragraphs that some lines of one column make: a line begins one unless it goes on from the line above. */
export function paragraphsOf(lines: readonly Line[], naming: Naming): Paragraph[] {
  const groups: Line[][] = [];
  const edge = Math.max(0, ...lines.map(({ right }) => right));
  const usual = usualGap(lines);
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    if (above && goesOn(above, line, { edge, usual })) groups.at(-1)!.push(line);
    else groups.push([line]);
  });
  return groups.map((group) => paragraphFrom(group, naming));
}

type Column = { edge: number; usual: number };

function goesOn(above: Line, line: Line, { edge, usual }: Column): boolean {
  const size = Math.max(above.size, line.size);
  const gap = line.top - above.bottom;
  if (gap > Math.max(0.65 * size, usual + 0.4 * size) || Math.abs(above.size - line.size) > 0.15 * size) return false;
  if (above.bold !== line.bold && wordsIn(line) > 1 && wordsIn(above) > 1) return false;
  if (line.pieces.some(isField) || above.pieces.some(isField)) return false;
  const text = textOf(line);
  if (bullet.test(text) || beginsWithNumber(text)) return false;
  const [first] = text.split(/\s/);
  const room = edge - above.right;
  const needed = ((line.right - line.left) * (first!.length + 1)) / Math.max(1, text.length);
  return room < needed + 0.5 * size || /[a-z,;-]$/.test(textOf(above)) === /^[a-z(]/.test(text);
}

const bullet = /^[\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2043\u2013*\uf0b7\uf0a7o-]\s+/u;
const isField = (piece: Piece) => piece.widget !== null || isBox(piece);
const wordsIn = (line: Line) => textOf(line).split(/\s+/).length;

/** "8.3.6." at the start of a line is a number; with nothing behind it, it is the end of a sentence. */
function beginsWithNumber(text: string): boolean {
  return numberAndText(text).id !== null && /\p{L}/u.test(text.replace(/^\S+/, ""));
}

/** The gap between most lines that follow each other. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map((line, i) => line.top - lines[i]!.bottom);
  const close = gaps.filter((gap, i) => gap >= 0 && gap < 1.6 * lines[i]!.size).sort((a, b) => a - b);
  return close[Math.floor(close.length / 3)] ?? 0;
}

/** How what is found gets its addresses, and the size of the letters that most of the text has. */
export type Naming = { address: () => string; of: Addresses; usualSize: number };

const nowhere = { start: 0, end: 0 };

function paragraphFrom(lines: readonly Line[], { address, of, usualSize }: Naming): Paragraph {
  const boxes: Box[] = [];
  const blanks: Blank[] = [];
  let text = "";
  for (const line of lines) {
    const own = textOf(line);
    const start = text === "" ? 0 : text.length + 1;
    text = text === "" ? own : `${text.replace(/(\p{L})-$/u, "$1-")} ${own}`;
    let at = -1;
    for (const piece of line.pieces) {
      if (isBox(piece)) boxes.push(boxFrom(piece, start + (at = own.indexOf(piece.text, at + 1)), of(piece)));
      else if (piece.widget) blanks.push(blankFrom(piece, of(piece)));
    }
  }
  const [mark] = bullet.exec(text) ?? [];
  const shift = mark?.length ?? 0;
  return {
    ...{ kind: "paragraph", address: address(), open: nowhere, close: nowhere, contents: isContents(text) },
    heading: boxes.length + blanks.length === 0 && isHeading(lines, text, usualSize),
    label: null,
    listed: mark === undefined ? null : { list: "bullets", level: 1 },
    text: text.slice(shift),
    ...{ runs: [], pieces: [], blanks, properties: "", plain: true },
    boxes: boxes.map((box) => ({ ...box, at: box.at - shift })),
  };
}

/** Bold or large letters, a line or two of them, that ask nothing. */
function isHeading(lines: readonly Line[], text: string, usualSize: number): boolean {
  const stands = lines.every(({ bold, size }) => bold || size > usualSize * 1.12);
  return stands && text.length <= longestHeading && !/[.;,?!_]$/.test(text) && !isAsking(numberAndText(text).text);
}

/** A line of a table of contents ends in dots and a page. */
const isContents = (text: string) => /(?:\.\s?){4,}\s*\d+$/.test(text);

function boxFrom({ text, widget }: Piece, at: number, address: string): Box {
  const change = [{ ...nowhere, text: "" }];
  const fixed = widget?.readOnly ?? false;
  return { address, at, checked: text !== "\u2610", check: fixed ? [] : change, clear: change };
}

function blankFrom({ widget }: Piece, address: string): Blank {
  const { value, options, readOnly, kind } = widget!;
  const offered = kind === "choice" ? options.map(({ shown }) => shown).filter((shown) => shown.trim() !== "") : null;
  return { address, value, options: offered, locked: readOnly, write: { how: "choice", choices: [] } };
}
