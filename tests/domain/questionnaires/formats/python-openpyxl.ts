import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A Python that has openpyxl, or null. The system's own comes first: others on the path may lack its packages. */
export const pythonWithOpenpyxl = ["/usr/bin/python3", "python3"].find((python) => {
  try {
    execFileSync(python, ["-c", "import openpyxl"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

const script = `
import json, sys, warnings, openpyxl
warnings.simplefilter("ignore")
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({sheet.title: {cell.coordinate: [cell.value, cell.data_type] for row in sheet.iter_rows() for cell in row if cell.value is not None} for sheet in book.worksheets}, default=str))
`;

/** What openpyxl reads in a workbook: by sheet and cell, the value and its type ("s" text, "f" formula, "n" number). */
export function readByOpenpyxl(bytes: Uint8Array): Record<string, Record<string, [unknown, string]>> {
  const folder = mkdtempSync(join(tmpdir(), "candor-openpyxl-"));
  try {
    const path = join(folder, "book.xlsx");
    writeFileSync(path, bytes);
    const output = execFileSync(pythonWithOpenpyxl!, ["-c", script, path], { maxBuffer: 256 * 1024 * 1024 });
    return JSON.parse(output.toString("utf8")) as Record<string, Record<string, [unknown, string]>>;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
