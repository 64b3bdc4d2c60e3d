import {
  type CellPlace,
  type CellRange,
  inRange,
  parseRange,
} from "#app/domain/questionnaires/formats/cell-reference.ts";
import type { Dropdown, Grid, Sheet } from "#app/domain/questionnaires/formats/grid.ts";
import { limits } from "#app/domain/questionnaires/formats/limits.ts";

/** The dropdown on a cell: its values, or null for those when they are computed and only a spreadsheet program knows them. */
export type CellDropdown = { values: string[] | null };

/** Looks dropdowns up one cell at a time; each source is resolved once. A part of a sheet has the dropdowns of the whole. */
export class Dropdowns {
  private readonly resolved = new Map<string, string[] | null>();
  private readonly ofColumn = new Map<string, Dropdown[]>();

  constructor(private readonly grid: Grid) {}

  at(sheet: Sheet, place: CellPlace): CellDropdown | null {
    const found = this.inColumn(sheet, place.column).find(({ ranges }) =>
      ranges.some((range) => inRange(range, place)),
    );
    return found ? { values: this.valuesOf(sheet, found.source) } : null;
  }

  private inColumn(sheet: Sheet, column: number): Dropdown[] {
    const key = `${sheet.name}!${column}`;
    const known = this.ofColumn.get(key);
    if (known) return known;
    const crossing = sheet.dropdowns
      .map(({ ranges, source }) => ({ source, ranges: ranges.filter((r) => r.left <= column && column <= r.right) }))
      .filter(({ ranges }) => ranges.length > 0);
    this.ofColumn.set(key, crossing);
    return crossing;
  }

  private valuesOf(sheet: Sheet, source: string): string[] | null {
    const key = `${sheet.name}!${source}`;
    const known = this.resolved.get(key);
    if (known !== undefined) return known;
    const values = this.resolve(this.grid.sheets.find(({ name }) => name === sheet.name) ?? sheet, source);
    this.resolved.set(key, values);
    return values;
  }

  private resolve(sheet: Sheet, source: string): string[] | null {
    const formula = source.replace(/^=/, "").trim();
    if (formula.startsWith('"')) return inlineValues(formula);
    const direct = this.rangeValues(sheet, formula);
    if (direct) return direct;
    const name = formula.toLowerCase();
    const { sheets, names } = this.grid;
    const defined = names.get(`${sheets.indexOf(sheet)}!${name}`) ?? names.get(name);
    return defined === undefined ? null : this.rangeValues(sheet, defined.trim());
  }

  private rangeValues(from: Sheet, reference: string): string[] | null {
    const at = reference.lastIndexOf("!");
    const range = parseRange(reference.slice(at + 1));
    if (!range) return null;
    const name = at < 0 ? null : unquoted(reference.slice(0, at)).toLowerCase();
    const sheet = name === null ? from : this.grid.sheets.find((candidate) => candidate.name.toLowerCase() === name);
    return sheet ? filledValues(sheet, range) : null;
  }
}

function inlineValues(formula: string): string[] {
  const list = formula.slice(1, formula.endsWith('"') ? -1 : undefined).replaceAll('""', '"');
  return distinct(list.split(",").map((value) => value.trim()));
}

function filledValues(sheet: Sheet, range: CellRange): string[] {
  const values: string[] = [];
  const inside = [...sheet.rows].filter(([row]) => row >= range.top && row <= range.bottom).sort(([a], [b]) => a - b);
  for (const [, cells] of inside) {
    const columns = [...cells].filter(([column]) => column >= range.left && column <= range.right);
    for (const [, cell] of columns.sort(([a], [b]) => a - b)) values.push(cell.text.trim());
  }
  return distinct(values);
}

function distinct(values: string[]): string[] {
  return [...new Set(values.filter((value) => value !== ""))].slice(0, limits.dropdownValues);
}

function unquoted(name: string): string {
  return name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
