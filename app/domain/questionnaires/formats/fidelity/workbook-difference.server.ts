import { archiveDifference } from "#app/domain/questionnaires/formats/fidelity/archive-difference.server.ts";
import {
  type AnswerPlaces,
  type ChangedPlace,
  type Fidelity,
  judged,
} from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import { cellProblem, sheetDifference } from "#app/domain/questionnaires/formats/fidelity/sheet-difference.ts";
import { parseCell } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { type Sheet, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { askForCalculation } from "#app/domain/questionnaires/formats/recalculation.ts";
import { openWorkbook } from "#app/domain/questionnaires/formats/workbook-parts.server.ts";
import { readSheets } from "#app/domain/questionnaires/formats/xlsx-reader.server.ts";

/** How a filled workbook differs from the original: cells with other texts, and everything that should not differ. */
export async function workbookDifference(original: Buffer, copy: Buffer, allowed: AnswerPlaces): Promise<Fidelity> {
  const { parts, differing, problems } = await archiveDifference(original, copy);
  const [was, is] = [await openWorkbook(original), await openWorkbook(copy)];
  const [sheetsWere, sheetsAre] = [await readSheets(was), await readSheets(is)];
  const changes: ChangedPlace[] = [];
  for (const { name, original: before, copy: after } of differing) {
    const at = was.sheets.findIndex(({ part }) => part.name === name);
    const [xmlWas, xmlIs] = [before.toString("latin1"), after.toString("latin1")];
    if (at < 0) {
      const asked = name === was.workbookPart.name && askForCalculation(xmlWas) === xmlIs;
      if (!asked) problems.push(`The part ${name} changed.`);
      continue;
    }
    const sheet = was.sheets[at]!.name;
    const difference = sheetDifference(xmlWas, xmlIs);
    problems.push(...difference.problems.map((problem) => `On "${sheet}" ${problem}.`));
    for (const cell of difference.cells) {
      const problem = cellProblem(cell);
      if (problem) problems.push(`${cell.cell} on "${sheet}" ${problem}.`);
      const [then, now] = [textIn(sheetsWere[at], cell.cell), textIn(sheetsAre[at], cell.cell)];
      changes.push({ sheet, cell: cell.cell, before: then, after: now });
    }
  }
  const found = judged(changes, allowed);
  return { parts, written: found.written, problems: [...problems, ...found.problems] };
}

function textIn(sheet: Sheet | undefined, cell: string): string {
  const place = parseCell(cell);
  return sheet && place ? textAt(sheet, place.row, place.column) : "";
}
