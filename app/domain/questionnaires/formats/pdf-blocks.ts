import type { Block, Cell, Paragraph, Row, Table } from "#app/domain/questionnaires/formats/docx-model.ts";
import { cellText } from "#app/domain/questionnaires/formats/docx-model.ts";
import { openTableAt } from "#app/domain/questionnaires/formats/pdf-columns.ts";
import { furnitureOf } from "#app/domain/questionnaires/formats/pdf-furniture.ts";
import { type Line, linesOf, type Naming, paragraphsOf } from "#app/domain/questionnaires/formats/pdf-lines.ts";
import { isBox, type PdfFile, type PdfPage, type Piece } from "#app/domain/questionnaires/formats/pdf-page.ts";
import { ruledTables } from "#app/domain/questionnaires/formats/pdf-ruled-tables.ts";

/** A PDF as a document: paragraphs and tables in the order in which they are read. */
export type PdfDocument = {
  blocks: Block[];
  /** The boxes and fields by the addresses that they have in the blocks. */
  pieces: Map<string, Piece>;
};

type OpenCell = { pieces: Piece[]; column: number; span: number; merged: boolean };
type OpenBlock =
  | { kind: "lines"; lines: Line[] }
  /** `edges` is null for a table without lines, which is never continued. */
  | { kind: "table"; edges: number[] | null; rows: OpenCell[][] };

export function documentOf({ pages }: PdfFile): PdfDocument {
  const furniture = furnitureOf(pages);
  const blocks: OpenBlock[] = [];
  for (const page of pages) {
    const own = page.pieces.filter((piece) => !furniture.has(piece));
    const [first, ...rest] = blocksOn({ ...page, pieces: own });
    if (first && !continued(blocks.at(-1), first)) blocks.push(first);
    blocks.push(...rest);
  }
  return named(blocks, usualSize(pages));
}

function blocksOn(page: PdfPage): OpenBlock[] {
  const tables = ruledTables(page);
  const inTables = new Set(tables.flatMap(({ rows }) => rows.flat().flatMap(({ pieces }) => pieces)));
  const lines = linesOf(page.pieces.filter((piece) => !inTables.has(piece)));
  const blocks: OpenBlock[] = [];
  let at = 0;
  for (const table of tables) {
    const end = lines.findIndex((line, i) => i >= at && line.top > table.top);
    blocks.push(...blocksOfLines(lines.slice(at, end < 0 ? undefined : end)));
    at = end < 0 ? lines.length : end;
    blocks.push({ kind: "table", edges: table.edges, rows: table.rows });
  }
  return [...blocks, ...blocksOfLines(lines.slice(at))];
}

function blocksOfLines(lines: readonly Line[]): OpenBlock[] {
  const blocks: OpenBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const table = openTableAt(lines, at);
    const last = blocks.at(-1);
    if (table) {
      const rows = table.rows.map((cells) =>
        cells.map((pieces, i) => ({ pieces, column: i + 1, span: 1, merged: false })),
      );
      blocks.push({ kind: "table", edges: null, rows });
      at = table.next - 1;
    } else if (last?.kind === "lines") last.lines.push(lines[at]!);
    else blocks.push({ kind: "lines", lines: [lines[at]!] });
  }
  return blocks;
}

/** Whether a page begins with the rest of the table that the page before ends with; then the rest is put to it. */
function continued(before: OpenBlock | undefined, first: OpenBlock): boolean {
  if (before?.kind !== "table" || first.kind !== "table" || !before.edges || !first.edges) return false;
  const [edges, others] = [before.edges, first.edges];
  if (edges.length !== others.length || !edges.every((edge, i) => Math.abs(edge - others[i]!) < 3)) return false;
  let at = 0;
  while (at < first.rows.length && said(first.rows[at]!) !== "" && said(first.rows[at]!) === said(before.rows[at]))
    at++;
  const [next, ...rest] = first.rows.slice(at);
  if (!next) return true;
  const last = before.rows.at(-1)!;
  if (goesOn(next)) {
    for (const cell of next) last.find(({ column }) => column === cell.column)?.pieces.push(...lowered(cell.pieces));
    before.rows.push(...rest);
  } else before.rows.push(next, ...rest);
  return true;
}

const said = (row: OpenCell[] | undefined) =>
  (row ?? []).flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(" ");

/** A row without a number and without anything to fill in goes on from the page before. */
function goesOn(row: readonly OpenCell[]): boolean {
  const [first, ...others] = row;
  const fills = row.some(({ pieces }) => pieces.some((piece) => isBox(piece) || piece.widget !== null));
  return first!.pieces.length === 0 && !first!.merged && !fills && others.some(({ pieces }) => pieces.length > 0);
}

/** Below everything that stood on the page before. */
const lowered = (pieces: readonly Piece[]) =>
  pieces.map((piece) => ({ ...piece, top: piece.top + 10_000, bottom: piece.bottom + 10_000 }));

function usualSize(pages: readonly PdfPage[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of pages.flatMap(({ pieces }) => pieces)) {
    const rounded = Math.round(size * 2) / 2;
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

function named(blocks: readonly OpenBlock[], size: number): PdfDocument {
  const pieces = new Map<string, Piece>();
  let [paragraphs, tables] = [0, 0];
  const of = (piece: Piece) => {
    const address = `${isBox(piece) ? "B" : "F"}${pieces.size + 1}`;
    pieces.set(address, piece);
    return address;
  };
  const naming: Naming = { of, address: () => `P${++paragraphs}`, usualSize: size };
  const done = blocks.flatMap((block): (Paragraph | Table)[] =>
    block.kind === "lines"
      ? paragraphsOf(block.lines, naming)
      : [tableOf(block.rows, ++tables, { ...naming, address: () => "" })],
  );
  return { blocks: done, pieces };
}

function tableOf(rows: readonly OpenCell[][], number: number, naming: Naming): Table {
  const made: Row[] = rows.map((cells, i) => ({
    header: false,
    cells: cells.map(({ pieces, column, span, merged }): Cell => {
      const address = `T${number}R${i + 1}C${column}`;
      return { address, column, span, merged, paragraphs: paragraphsOf(linesOf(pieces), naming), nested: false };
    }),
  }));
  return {
    kind: "table",
    number,
    rows: made.filter(({ cells }) => cells.some((cell) => cell.merged || cellText(cell) !== "" || filled(cell))),
  };
}

const filled = ({ paragraphs }: Cell) => paragraphs.some(({ blanks }) => blanks.length > 0);
