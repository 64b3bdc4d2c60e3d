import { headingOf } from "#app/domain/questionnaires/formats/header-words.ts";
import { type Line, segmentsOf, textOf } from "#app/domain/questionnaires/formats/pdf-lines.ts";
import type { Piece } from "#app/domain/questionnaires/formats/pdf-page.ts";

/** A table that nothing but its columns makes one: its rows, each with the pieces of every column. */
export type OpenTable = { rows: Piece[][][]; next: number };

const fewestRows = 2;

/**
 * The table without borders that begins at a line, if one does: a line of headings that name a question and something
 * else, then lines whose pieces keep to columns below these. `next` is the first line after it.
 */
export function openTableAt(lines: readonly Line[], at: number): OpenTable | null {
  const header = segmentsOf(lines[at]!);
  const kinds = header.map((segment) => headingOf(textOf(segment))?.kind ?? null);
  if (header.length < 2 || !kinds.includes("question") || kinds.filter((kind) => kind !== null).length < 2) return null;
  const end = endOf(lines, at);
  const body = lines.slice(at + 1, end);
  const edges = edgesBetween(header, body);
  const rows = rowsOf(body, edges, kinds.indexOf("id"));
  if (rows.length < fewestRows) return null;
  return { rows: [header.map(({ pieces }) => pieces), ...rows], next: end };
}

/** A table ends at a wide gap or at a line in larger letters. */
function endOf(lines: readonly Line[], at: number): number {
  const header = lines[at]!;
  let end = at + 1;
  while (end < lines.length) {
    const [line, above] = [lines[end]!, lines[end - 1]!];
    if (line.top - above.bottom > 4 * header.size || line.size > header.size * 1.3) break;
    end++;
  }
  return end;
}

/** The left edges of all columns but the first: where least stands between two headings. */
function edgesBetween(header: readonly Line[], body: readonly Line[]): number[] {
  const pieces = body.flatMap((line) => line.pieces);
  return header.slice(1).map((right, i) => {
    const left = header[i]!;
    const [from, to] = [(left.left + left.right) / 2, (right.left + right.right) / 2];
    let best = { at: right.left - 2, covered: Infinity };
    for (let x = to; x > from; x -= 2) {
      const covered = pieces.filter((piece) => piece.left < x && piece.right > x).length;
      if (covered < best.covered) best = { at: x, covered };
    }
    const freeTo = pieces.filter((piece) => piece.left >= best.at - 1).map((piece) => piece.left);
    const start = Math.min(...freeTo.filter((x) => x <= to), best.at);
    return best.covered === Infinity ? right.left - 2 : Math.min(best.at, start);
  });
}

function rowsOf(body: readonly Line[], edges: readonly number[], idColumn: number): Piece[][][] {
  const rows: Piece[][][] = [];
  body.forEach((line, i) => {
    const cells = [...edges, Infinity].map((right, column) =>
      line.pieces.filter(({ left }) => left < right && left >= (column === 0 ? -Infinity : edges[column - 1]!)),
    );
    const above = body[i - 1];
    const begins =
      idColumn >= 0 ? cells[idColumn]!.length > 0 : !above || line.top - above.bottom > 0.65 * Math.max(6, line.size);
    if (begins || rows.length === 0) rows.push(cells);
    else cells.forEach((cell, column) => rows.at(-1)![column]!.push(...cell));
  });
  return rows;
}
