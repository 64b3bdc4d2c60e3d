import { textAt, type Sheet } from "#app/domain/questionnaires/formats/grid.ts";
import { filledColumns } from "#app/domain/questionnaires/formats/header-rows.ts";
import {
  isIdentifier,
  readsLikeQuestion,
  readsLikeRequirement,
} from "#app/domain/questionnaires/formats/question-wording.ts";

const searched = 60;
const looked = 40;
const longestPlainHeading = 60;
/** "What we ask" is no question yet. */
const longestAskingHeading = 20;

/**
 * The row that heads a table by its place alone, for headings that say nothing that we know: short texts, one to a
 * column, of which one stands above questions and another above cells that wait to be filled. Null when there is none.
 */
export function findPlainHeader(sheet: Sheet, rows: readonly number[]): number | null {
  const first = rows.findIndex((row) => asks(sheet, row));
  const above = rows.slice(0, first < 0 ? searched : Math.min(first, searched));
  let best: { row: number; columns: number } | null = null;
  for (const [i, row] of above.entries()) {
    const columns = filledColumns(sheet, row);
    if (!looksLikeHeads(sheet, row, columns) || !headsTable(sheet, columns, rows.slice(i + 1, i + 1 + looked)))
      continue;
    if (columns.length >= (best?.columns ?? 0)) best = { row, columns: columns.length };
  }
  return best?.row ?? null;
}

function asks(sheet: Sheet, row: number): boolean {
  return filledColumns(sheet, row).some((column) => {
    const text = textAt(sheet, row, column);
    const heading = text.length <= longestAskingHeading && !/[?\uff1f\u061f]/.test(text);
    return !heading && (readsLikeQuestion(text) || readsLikeRequirement(text));
  });
}

function looksLikeHeads(sheet: Sheet, row: number, columns: readonly number[]): boolean {
  const texts = columns.map((column) => textAt(sheet, row, column));
  const short = texts.every((text) => text.length <= longestPlainHeading && /\p{L}/u.test(text) && !isIdentifier(text));
  return texts.length >= 2 && short && new Set(texts).size === texts.length && !texts.some((text) => /:$/.test(text));
}

function headsTable(sheet: Sheet, columns: readonly number[], below: readonly number[]): boolean {
  if (below.length === 0) return false;
  const texts = (column: number) => below.map((row) => textAt(sheet, row, column)).filter((text) => text !== "");
  const asking = (column: number) =>
    texts(column).filter((text) => readsLikeQuestion(text) || readsLikeRequirement(text)).length;
  const asked = columns.find(
    (column) => texts(column).length >= below.length * 0.6 && asking(column) >= texts(column).length / 2,
  );
  return asked !== undefined && columns.some((column) => column > asked && asking(column) <= texts(column).length / 2);
}
