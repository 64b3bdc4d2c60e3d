import type { Grid, Sheet } from "#app/domain/questionnaires/formats/grid.ts";
import type { Formula } from "#app/domain/questionnaires/formats/recalculation.ts";
import { readSheet } from "#app/domain/questionnaires/formats/sheet-reader.server.ts";
import {
  openWorkbook,
  readSharedStrings,
  type Workbook,
} from "#app/domain/questionnaires/formats/workbook-parts.server.ts";

/** Reads an .xlsx or .xlsm into a grid: texts, numbers, and the cached values of formulas. Nothing is computed. */
export async function readWorkbook(bytes: Buffer): Promise<Grid> {
  const workbook = await openWorkbook(bytes);
  const sheets = await readSheets(workbook);
  return { format: workbook.format, encoding: null, sheets, names: workbook.names };
}

/** The sheets of an opened workbook, in its order; `seeFormula` is told each formula on the way. */
export async function readSheets(workbook: Workbook, seeFormula?: (formula: Formula) => void): Promise<Sheet[]> {
  const strings = await readSharedStrings(workbook);
  const cellsSoFar = { count: 0 };
  const sheets: Sheet[] = [];
  for (const sheet of workbook.sheets)
    sheets.push(await readSheet({ workbook, strings, sheet, cellsSoFar, seeFormula }));
  return sheets;
}
