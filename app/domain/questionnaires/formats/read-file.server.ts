import { patchDelimited } from "#app/domain/questionnaires/formats/csv-patch.ts";
import { readDelimited } from "#app/domain/questionnaires/formats/csv-reader.ts";
import { inspectDocument } from "#app/domain/questionnaires/formats/docx-layout.ts";
import { openDocument } from "#app/domain/questionnaires/formats/docx-parts.server.ts";
import { patchDocument } from "#app/domain/questionnaires/formats/docx-patch.server.ts";
import { readDocument } from "#app/domain/questionnaires/formats/docx-reader.server.ts";
import { fileKindOf } from "#app/domain/questionnaires/formats/file-kind.ts";
import { textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { inspectGrid } from "#app/domain/questionnaires/formats/layout.ts";
import type { CellWrite, Inspection, LayoutChoices } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { patchWorkbook } from "#app/domain/questionnaires/formats/xlsx-patch.server.ts";
import { readWorkbook } from "#app/domain/questionnaires/formats/xlsx-reader.server.ts";

export type FileRequest = FileOperation & {
  /** What the file is to have, where it comes from the file store. */
  sha256?: string;
};

type FileOperation =
  | { operation: "inspect"; fileName: string; choices: LayoutChoices }
  | { operation: "rows"; fileName: string }
  /** The body is the original, then the copy. */
  | { operation: "verify"; fileName: string; choices: LayoutChoices; originalLength: number }
  | { operation: "write"; fileName: string; writes: readonly CellWrite[] };

/** Inspects a file in this process. The server never calls it: it asks a child process, where a bomb harms nobody. */
export async function inspectHere(bytes: Buffer, fileName: string, choices: LayoutChoices): Promise<Inspection> {
  const kind = fileKindOf(bytes, fileName);
  if (kind === "document") return inspectDocument(await readDocument(await openDocument(bytes)), choices);
  if (kind === "pdf")
    return (await import("#app/domain/questionnaires/formats/pdf-file.server.ts")).inspectPdfFile(bytes, choices);
  if (kind === "json")
    return (await import("#app/domain/questionnaires/formats/json-layout.ts")).inspectJson(bytes, choices);
  if (kind === "delimited") {
    const inspection = inspectGrid(readDelimited(bytes, fileName), choices);
    return /\.(tsv|tab)$/i.test(fileName) ? { ...inspection, format: "tsv" } : inspection;
  }
  const inspection = inspectGrid(await readWorkbook(bytes), choices);
  return /\.xlsm$/i.test(fileName) ? { ...inspection, format: "xlsm" } : inspection;
}

/** A row that holds anything: its number, and its cells from column A to the last filled one. */
export type TableRow = { row: number; cells: string[] };

/** The rows of the first visible sheet that holds any, read in this process; only the child process calls it. */
export async function rowsHere(bytes: Buffer, fileName: string): Promise<TableRow[]> {
  const kind = fileKindOf(bytes, fileName);
  if (kind === "document" || kind === "pdf" || kind === "json") {
    throw new UnreadableFile("file.unknown_type", "Answers are read from tables: .xlsx, .csv or .tsv files.");
  }
  const { sheets } = kind === "delimited" ? readDelimited(bytes, fileName) : await readWorkbook(bytes);
  const sheet = sheets.find(({ hidden, rows }) => !hidden && rows.size > 0);
  if (!sheet) return [];
  return [...sheet.rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([row, filled]) => {
      const width = Math.max(...filled.keys());
      return { row, cells: Array.from({ length: width }, (_, at) => textAt(sheet, row, at + 1)) };
    });
}

/** Writes texts into cells of a file in this process; as with `inspectHere`, only the child process calls it. */
export async function writeHere(bytes: Buffer, fileName: string, writes: readonly CellWrite[]): Promise<Buffer> {
  const kind = fileKindOf(bytes, fileName);
  if (kind === "document") return patchDocument(bytes, writes);
  if (kind === "pdf")
    return (await import("#app/domain/questionnaires/formats/pdf-patch.server.ts")).patchPdf(bytes, writes);
  if (kind === "json")
    return (await import("#app/domain/questionnaires/formats/json-patch.ts")).patchJson(bytes, writes);
  if (kind === "delimited") return patchDelimited(bytes, writes);
  return patchWorkbook(bytes, writes);
}
