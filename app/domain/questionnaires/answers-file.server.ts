import { Invalid } from "#app/domain/errors.ts";
import {
  type ImportedRow,
  importLimits,
  rowsOfJsonLines,
  rowsOfTable,
} from "#app/domain/knowledge-base/imported-rows.ts";
import type { TableRow } from "./formats/read-file.server.ts";
import { askReader } from "./formats/read-in-child.server.ts";

/** The answers of a CSV, TSV, XLSX or JSONL file as rows to import. Workbooks and tables are read in a child process. */
export async function readAnswerRows(fileName: string, bytes: Buffer): Promise<ImportedRow[]> {
  if (/\.(jsonl|ndjson)$/i.test(fileName)) return rowsOfJsonLines(textOf(bytes));
  const { head } = await askReader({ operation: "rows", fileName }, bytes);
  const table = rowsOfTable(head.rows as TableRow[]);
  if (!table.ok) throw new Invalid("knowledge-base.import-without-header", table.reason);
  return table.rows;
}

function textOf(bytes: Buffer): string {
  if (bytes.length > importLimits.bytes) {
    throw new Invalid("knowledge-base.import-too-large", "A file of answers may have up to 10 MiB.");
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Invalid(
      "knowledge-base.import-not-utf-8",
      "This file is not UTF-8 text. Save it as UTF-8 and upload it anew.",
    );
  }
}
