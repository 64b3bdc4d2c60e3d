import { headingOf } from "#app/domain/questionnaires/formats/header-words.ts";
import { type Line, linesOf, segmentsOf, textOf } from "#app/domain/questionnaires/formats/pdf-lines.ts";
import type { PdfPage, Piece } from "#app/domain/questionnaires/formats/pdf-page.ts";

/** The share of a page's height, at its top and at its bottom, in which headers and footers stand. */
const margin = 0.15;

/**
 * The pieces that stand on the pages of a document again and again: headers, footers, page numbers. What says the same
 * but for its numbers, on at least half of the pages, is one of them; the headings of a table that goes on are not.
 */
export function furnitureOf(pages: readonly PdfPage[]): Set<Piece> {
  const lines = pages.map((page) => marginLines(page).map((line) => ({ line, key: keyOf(line, page) })));
  const counts = new Map<string, number>();
  for (const page of lines) {
    for (const key of new Set(page.map((one) => one.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(2, Math.min(pages.length / 2, 10));
  const found = lines.flat().filter(({ line, key }) => isPageNumber(line) || counts.get(key)! >= least);
  return new Set(found.flatMap(({ line }) => line.pieces));
}

function marginLines({ pieces, height }: PdfPage): Line[] {
  const texts = pieces.filter(({ widget }) => widget === null);
  return linesOf(texts).filter((line) => {
    const outside = line.bottom < height * margin || line.top > height * (1 - margin);
    return outside && !headsColumns(line);
  });
}

function headsColumns(line: Line): boolean {
  const kinds = segmentsOf(line).map((segment) => headingOf(textOf(segment))?.kind ?? "");
  return kinds.length > 1 && kinds.some((kind) => ["question", "answer", "mark", "comment"].includes(kind));
}

function keyOf(line: Line, { height }: PdfPage): string {
  const text = textOf(line)
    .toLowerCase()
    .replaceAll(/\b[\divxlc]+\b/g, "#");
  return `${line.top < height / 2 ? "top" : "end"} ${text}`;
}

function isPageNumber(line: Line): boolean {
  return /^\W*(?:page )?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\W*$/i.test(textOf(line));
}
