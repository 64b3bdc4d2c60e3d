import type { TableRow } from "./formats/read-file.server.ts";
import { askReader } from "./formats/read-in-child.server.ts";

/** The rows of a CSV or TSV file, or of a workbook's first sheet, read in a child process. */
export async function readTableRows(fileName: string, bytes: Buffer): Promise<TableRow[]> {
  const { head } = await askReader({ operation: "rows", fileName }, bytes);
  return head.rows as TableRow[];
}
