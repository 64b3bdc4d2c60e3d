import { type CellPlace, inRange, parseCell } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { mergeAt, type Sheet } from "#app/domain/questionnaires/formats/grid.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import type { CellWrite } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { askForCalculation, FormulaWatch } from "#app/domain/questionnaires/formats/recalculation.ts";
import { patchSheetXml } from "#app/domain/questionnaires/formats/sheet-patch.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { openWorkbook } from "#app/domain/questionnaires/formats/workbook-parts.server.ts";
import { readSheets } from "#app/domain/questionnaires/formats/xlsx-reader.server.ts";
import { replaceEntries } from "#app/domain/questionnaires/formats/zip-patch.server.ts";
import { entryBytes, type ZipEntry } from "#app/domain/questionnaires/formats/zip-reader.server.ts";

/**
 * A workbook with texts written into some cells. Only the sheets written to differ, in those cells; and the workbook
 * part, which asks for a calculation, where a formula depends on what was written. Throws for a cell that cannot hold
 * an answer: a formula, part of an array formula, a merged cell other than the first.
 */
export async function patchWorkbook(bytes: Buffer, writes: readonly CellWrite[]): Promise<Buffer> {
  if (writes.length === 0) return bytes;
  const bySheet = placedWrites(writes);
  const watch = new FormulaWatch(new Map([...bySheet].map(([sheet, placed]) => [sheet, placed.map((w) => w.place)])));
  const workbook = await openWorkbook(bytes);
  const sheets = await readSheets(workbook, (formula) => watch.see(formula));

  const contents = new Map<string, Buffer>();
  const latin1 = async (part: ZipEntry) => {
    const content = await entryBytes(workbook.archive, part, { inflated: 0 });
    return content.toString("latin1");
  };
  for (const [name, placed] of bySheet) {
    const at = sheets.findIndex((sheet) => sheet.name === name);
    const sheet = sheets[at];
    if (!sheet) throw new UnreadableFile("answers.no_such_cell", `This workbook has no sheet "${name}".`);
    const rows = new Map<number, Map<number, string>>();
    for (const { place, text } of placed) {
      ensureWritable(sheet, place);
      rows.set(place.row, (rows.get(place.row) ?? new Map<number, string>()).set(place.column, text));
    }
    const { part } = workbook.sheets[at]!;
    contents.set(part.name, Buffer.from(patchSheetXml(await latin1(part), rows), "latin1"));
  }
  if (watch.affected) {
    const part = workbook.workbookPart;
    contents.set(part.name, Buffer.from(askForCalculation(await latin1(part)), "latin1"));
  }
  return replaceEntries(workbook.archive, contents);
}

type PlacedWrite = { place: CellPlace; text: string };

function placedWrites(writes: readonly CellWrite[]): Map<string, PlacedWrite[]> {
  const bySheet = new Map<string, PlacedWrite[]>();
  for (const { sheet, cell, text } of writes) {
    const place = parseCell(cell);
    if (!place) throw new UnreadableFile("answers.no_such_cell", `"${cell}" is no cell.`);
    if (text.length > limits.cellLength) throw overLimit("cellLength", text.length);
    const placed = bySheet.get(sheet);
    if (placed) placed.push({ place, text });
    else bySheet.set(sheet, [{ place, text }]);
  }
  return bySheet;
}

function ensureWritable(sheet: Sheet, place: CellPlace): void {
  const cell = sheet.rows.get(place.row)?.get(place.column);
  if (cell?.formula || sheet.spills.some((range) => inRange(range, place))) {
    throw new UnreadableFile("answers.formula_cell", "A formula is never overwritten.");
  }
  const merge = mergeAt(sheet, place.row, place.column);
  if (merge && (merge.top !== place.row || merge.left !== place.column)) {
    throw new UnreadableFile("answers.merged_cell", "Only the first cell of a merged range can hold an answer.");
  }
}
