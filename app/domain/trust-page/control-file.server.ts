import { Invalid } from "#app/domain/errors.ts";
import { rowsOfControlTable, type TableRow } from "./controls-csv.ts";
import { controlImportLimits, type ImportedControl } from "./imported-controls.ts";
import { rowsOfComponentDefinition } from "./oscal/implemented-controls.ts";

type ReadTable = (fileName: string, bytes: Buffer) => Promise<TableRow[]>;

/** The controls of a table or of an OSCAL file. `readTable` reads CSV, TSV and XLSX, which is another domain's trade. */
export async function readControlFile(
  { name, bytes }: { name: string; bytes: Buffer },
  readTable: ReadTable,
): Promise<ImportedControl[]> {
  if (bytes.length > controlImportLimits.bytes) {
    throw new Invalid("trust-page.import-too-large", "A file of controls may have up to 5 MiB.");
  }
  const read = /\.(csv|tsv|tab|txt|xlsx|xlsm)$/i.test(name)
    ? rowsOfControlTable(await readTable(name, bytes))
    : rowsOfComponentDefinition(textOf(bytes));
  if (!read.ok) throw new Invalid("trust-page.import-unreadable", read.reason);
  return read.rows;
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Invalid("trust-page.import-not-text", "Controls are read from CSV, XLSX and OSCAL JSON files.");
  }
}
