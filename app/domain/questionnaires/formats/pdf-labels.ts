import { linesOf, segmentsOf, textOf } from "#app/domain/questionnaires/formats/pdf-lines.ts";
import { isBox, type PdfPage, type Piece } from "#app/domain/questionnaires/formats/pdf-page.ts";

/** The words that say what a field is for: in front of it in its line, or in the line above it; "" where none do. */
export function labelOf(field: Piece, page: PdfPage): string {
  const lines = linesOf(page.pieces);
  const line = lines.find(({ pieces }) => pieces.includes(field));
  if (!line) return "";
  const at = line.pieces.indexOf(field);
  const before = line.pieces.slice(0, at);
  const own = before.slice(before.findLastIndex((piece) => piece.widget !== null || isBox(piece)) + 1);
  if (own.length > 0) return cleaned(textOf({ ...line, pieces: own }));
  const above = lines.filter(({ bottom, pieces }) => bottom <= field.top + 3 && !pieces.includes(field));
  const near = above.findLast(({ bottom }) => field.top - bottom < 24);
  const over = near && segmentsOf(near).find(({ left, right }) => left < field.right && right > field.left);
  return over && over.pieces.every(({ widget }) => widget === null) ? cleaned(textOf(over)) : "";
}

/** The words behind a box, up to the next box or field or a wide gap. */
export function labelBehind(box: Piece, page: PdfPage): string {
  const line = linesOf(page.pieces).find(({ pieces }) => pieces.includes(box));
  if (!line) return "";
  const after = line.pieces.slice(line.pieces.indexOf(box) + 1);
  const end = after.findIndex((piece) => piece.widget !== null || isBox(piece));
  const own = end < 0 ? after : after.slice(0, end);
  if (own.length === 0) return "";
  const [first] = segmentsOf({ ...line, pieces: own });
  return cleaned(textOf(first!));
}

function cleaned(text: string): string {
  return text
    .replaceAll(/_{2,}|\.{4,}/g, " ")
    .replaceAll(/\s+/g, " ")
    .replace(/[\s:*]+$/, "")
    .trim();
}
