import { type CellPlace, type CellRange, parseRange } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { attributeValue, closingTag, nextTag, rawAttributes } from "#app/domain/questionnaires/formats/xml-scan.ts";

export type Formula = {
  sheet: string;
  text: string;
  /** Where a shared formula is repeated. */ shared: CellRange | null;
};

/** No spreadsheet program takes a longer formula. */
const longestFormula = 8_192;

type Edited = { places: CellPlace[]; box: CellRange };

const reference =
  /(?:('(?:[^']|'')+'|[^\s!'"(),;:+\-*/^&=<>{}[\]]+)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w(!.])/g;

/**
 * Watches the formulas of a workbook for one whose result our edits may change: only then do its cached results need
 * computing anew. Errs towards yes: computed references, tables and names count as references to anything.
 */
export class FormulaWatch {
  affected = false;
  private readonly edited = new Map<string, Edited>();

  constructor(edits: ReadonlyMap<string, readonly CellPlace[]>) {
    for (const [sheet, places] of edits) {
      if (places.length > 0) this.edited.set(sheet.toLowerCase(), { places: [...places], box: boxOf(places) });
    }
  }

  see({ sheet, text, shared }: Formula): void {
    if (this.affected) return;
    if (text.length > longestFormula) return void (this.affected = true);
    const formula = text.replaceAll(/"[^"]*"/g, '""');
    this.affected = /\b(INDIRECT|OFFSET)\s*\(|[[\]]/i.test(formula) || this.refersToEdited(formula, sheet, shared);
  }

  private refersToEdited(formula: string, sheet: string, shared: CellRange | null): boolean {
    const names = formula.replaceAll(reference, " ").matchAll(/[\p{L}_\\][\p{L}\p{N}_.\\]*(?!\s*[\p{L}\p{N}_.\\(!])/gu);
    for (const [name] of names) if (!/^(TRUE|FALSE)$/i.test(name)) return true;
    for (const [, prefix, cells] of formula.matchAll(reference)) {
      const range = parseRange(cells!);
      if (range && this.isEdited(prefix === undefined ? sheet : unquoted(prefix), stretched(range, shared)))
        return true;
    }
    return false;
  }

  private isEdited(sheet: string, range: CellRange): boolean {
    const edited = this.edited.get(sheet.toLowerCase());
    if (!edited || !overlaps(edited.box, range)) return false;
    if (edited.places.length > 1_000) return true;
    return edited.places.some(({ row, column }) =>
      overlaps({ top: row, bottom: row, left: column, right: column }, range),
    );
  }
}

/** Workbook XML (as a Latin-1 string) that asks for one full calculation when it is opened. */
export function askForCalculation(xml: string): string {
  let after = 0;
  let prefix = "";
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.end)) {
    if (tag.name === "calcPr" && tag.kind !== "close") {
      const already = attributeValue(rawAttributes(xml, tag), "fullCalcOnLoad");
      if (already === "1" || already === "true") return xml;
      const text = xml.slice(tag.start, tag.end).replace(/\s*fullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, "");
      const at = 1 + tag.prefix.length + tag.name.length;
      return `${xml.slice(0, tag.start)}${text.slice(0, at)} fullCalcOnLoad="1"${text.slice(at)}${xml.slice(tag.end)}`;
    }
    if (!["sheets", "functionGroups", "externalReferences", "definedNames"].includes(tag.name)) continue;
    if (tag.kind !== "close") tag = closingTag(xml, tag);
    prefix = tag.prefix;
    after = tag.end;
  }
  return `${xml.slice(0, after)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(after)}`;
}

function boxOf(places: readonly CellPlace[]): CellRange {
  const box = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { row, column } of places) {
    box.top = Math.min(box.top, row);
    box.left = Math.min(box.left, column);
    box.bottom = Math.max(box.bottom, row);
    box.right = Math.max(box.right, column);
  }
  return box;
}

/** The references of a shared formula move along with it. */
function stretched(range: CellRange, shared: CellRange | null): CellRange {
  if (!shared) return range;
  const down = shared.bottom - shared.top;
  const right = shared.right - shared.left;
  return {
    top: range.top - down,
    left: range.left - right,
    bottom: range.bottom + down,
    right: range.right + right,
  };
}

function overlaps(a: CellRange, b: CellRange): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function unquoted(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
