import { createHash } from "node:crypto";
import { normalisedText } from "#app/domain/matching/words.ts";
import { columnNumber } from "#app/domain/questionnaires/formats/cell-reference.ts";
import type { Columns, Inspection, SheetInspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

/**
 * Names the make of a questionnaire: the same for the next file from the same mould, whoever sends it and however many
 * rows it has. A SHA-256 in hex over the sheets that ask, in their order: their names, and which columns hold what
 * under which heads; in a file that is not made of columns, over all that it asks. The one sheet of a delimited file is named after the file, so that name does not count.
 */
export function layoutFingerprint({ format, sheets }: Pick<Inspection, "format" | "sheets">): string {
  const delimited = format === "csv" || format === "tsv";
  if (!delimited && format !== "xlsx" && format !== "xlsm") return fileMakeOf({ format, sheets });
  const asking = sheets.filter(({ role }) => role === "questions");
  const mould = asking.map((sheet) => [delimited ? "" : normalisedText(sheet.name), ...columnsOf(sheet)]);
  return createHash("sha256").update(JSON.stringify(mould)).digest("hex");
}

/**
 * Names what a file looks like before anyone has said anything about it: the heads of all its sheets, or, in a file that
 * is not made of columns, all that it asks.
 */
export function fileMakeOf({ format, sheets }: Pick<Inspection, "format" | "sheets">): string {
  const delimited = format === "csv" || format === "tsv";
  const columned = delimited || format === "xlsx" || format === "xlsm";
  const looks = sheets.map((sheet) =>
    columned
      ? [delimited ? "" : normalisedText(sheet.name), ...headLike(sheet).map(normalisedText)]
      : sheet.questions.map(({ text }) => normalisedText(text)),
  );
  return createHash("sha256").update(JSON.stringify(looks)).digest("hex");
}

const fewestHeads = 3;

/** The head of a sheet, or the first row that could be one. */
function headLike({ headerRow, preview }: SheetInspection): string[] {
  const head = headerRow === null ? undefined : preview[headerRow - 1];
  const filled = (cells: string[]) => cells.filter((cell) => cell !== "").length;
  return (
    head ?? preview.find((cells) => filled(cells) >= fewestHeads) ?? preview.find((cells) => filled(cells) > 0) ?? []
  );
}

function columnsOf({ columns, headerRow, preview }: SheetInspection): [string, string, string][] {
  const heads = headerRow === null ? [] : (preview[headerRow - 1] ?? []);
  const headOf = (letter: string) => normalisedText(heads[columnNumber(letter)! - 1] ?? "");
  return lettersByUse(columns).map(([use, letter]) => [use, letter, headOf(letter)]);
}

const lettersByUse = ({ id, question, answer, comment, section }: Columns) =>
  Object.entries({ id, question, answer, comment, section }).flatMap(([use, letters]) =>
    [letters ?? []].flat().map((letter) => [use, letter] as const),
  );
