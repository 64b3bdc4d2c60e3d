import {
  type CellPlace,
  type CellRange,
  lastColumn,
  lastRow,
  parseCell,
  parseRange,
  parseRanges,
} from "#app/domain/questionnaires/formats/cell-reference.ts";
import { emptySheet, putCell, type Sheet } from "#app/domain/questionnaires/formats/grid.ts";
import type { Formula } from "#app/domain/questionnaires/formats/recalculation.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import type { Workbook, WorkbookSheet } from "#app/domain/questionnaires/formats/workbook-parts.server.ts";
import { xstringUnescaped } from "#app/domain/questionnaires/formats/written-text.ts";
import { readXml, type XmlAttributes } from "#app/domain/questionnaires/formats/xml-reader.server.ts";
import { entryChunks } from "#app/domain/questionnaires/formats/zip-reader.server.ts";

export type SheetSource = {
  workbook: Workbook;
  strings: string[];
  sheet: WorkbookSheet;
  cellsSoFar: { count: number };
  seeFormula?: ((formula: Formula) => void) | undefined;
};

/** The filled cells of a worksheet. Merged ranges, validations and array formulas stay ranges; nothing is expanded. */
export async function readSheet(source: SheetSource): Promise<Sheet> {
  const { workbook, sheet } = source;
  const reading = new SheetReading(source);
  await readXml(entryChunks(workbook.archive, sheet.part, workbook.budget), workbook.budget, {
    open: (name, attributes) => reading.open(name, attributes),
    text: (value) => reading.take(value),
    close: (name) => reading.close(name),
  });
  return reading.finished();
}

class SheetReading {
  private readonly sheet: Sheet;
  private readonly strings: string[];
  private readonly cellsSoFar: { count: number };
  private readonly seeFormula: ((formula: Formula) => void) | undefined;
  private place: CellPlace = { row: 0, column: 0 };
  private inData = false;
  private inCell = false;
  private phonetic = false;
  private type = "n";
  private formula: { text: string; shared: CellRange | null } | null = null;
  private value = "";
  private inline = "";
  private taking: "value" | "inline" | "formula" | "source" | "ranges" | null = null;
  private dropdown: { source: string; ranges: string } | null = null;
  private validationRanges = 0;
  private filledRows = 0;
  private countedRow = 0;

  constructor({ sheet, strings, cellsSoFar, seeFormula }: SheetSource) {
    this.sheet = emptySheet(sheet.name, sheet.hidden);
    this.strings = strings;
    this.cellsSoFar = cellsSoFar;
    this.seeFormula = seeFormula;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "sheetData") this.inData = true;
    else if (this.inData) this.openData(name, attributes);
    else if (name === "mergeCell") this.addMerge(attributes["ref"] ?? "");
    else if (name === "dataValidation") {
      this.dropdown = attributes["type"] === "list" ? { source: "", ranges: attributes["sqref"] ?? "" } : null;
    } else if (this.dropdown && (name === "formula1" || name === "sqref")) {
      this.taking = name === "sqref" ? "ranges" : "source";
    }
  }

  take(text: string): void {
    if (this.taking === "value") this.value += text;
    else if (this.taking === "inline") this.inline += text;
    else if (this.taking === "formula") this.formula!.text += text;
    else if (this.taking === "source") this.dropdown!.source += text;
    else if (this.taking === "ranges") this.dropdown!.ranges += text;
  }

  close(name: string): void {
    if (this.inData) {
      this.taking = null;
      if (name === "rPh") this.phonetic = false;
      else if (name === "c" && this.inCell) this.closeCell();
      else if (name === "sheetData") this.inData = false;
    } else if (name === "formula1" || name === "sqref") {
      this.taking = null;
    } else if (name === "dataValidation" && this.dropdown) this.closeDropdown(this.dropdown);
  }

  finished(): Sheet {
    if (this.filledRows > limits.rows) throw overLimit("rows", this.filledRows);
    return this.sheet;
  }

  private openData(name: string, attributes: XmlAttributes): void {
    if (name === "row") {
      const row = attributes["r"] === undefined ? this.place.row + 1 : Number(attributes["r"]);
      if (!Number.isInteger(row) || row < 1 || row > lastRow) throw misplaced();
      this.place = { row, column: 0 };
    } else if (name === "c") this.openCell(attributes);
    else if (!this.inCell) return;
    else if (name === "f") this.openFormula(attributes);
    else if (name === "v") this.taking = "value";
    else if (name === "rPh") this.phonetic = true;
    else if (name === "t" && !this.phonetic) this.taking = "inline";
  }

  private openCell(attributes: XmlAttributes): void {
    const named = attributes["r"] === undefined ? null : parseCell(attributes["r"]);
    if (attributes["r"] !== undefined && named?.row !== this.place.row) throw misplaced();
    const column = named?.column ?? this.place.column + 1;
    if (column > lastColumn) throw misplaced();
    this.place = { row: this.place.row, column };
    this.inCell = true;
    this.type = attributes["t"] ?? "n";
    this.formula = null;
    this.value = "";
    this.inline = "";
  }

  private openFormula(attributes: XmlAttributes): void {
    const range = attributes["ref"] === undefined ? null : parseRange(attributes["ref"]);
    const shared = attributes["t"] === "shared";
    this.formula = { text: "", shared: shared ? range : null };
    this.taking = "formula";
    if (range && !shared && this.sheet.spills.push(range) > limits.merges) throw overLimit("merges");
  }

  private closeCell(): void {
    this.inCell = false;
    const text = this.cellText();
    if (text === "" && !this.formula) return;
    if (this.formula) this.seeFormula?.({ sheet: this.sheet.name, ...this.formula });
    if (text.length > limits.cellLength) throw overLimit("cellLength", text.length);
    this.countRow();
    if (this.filledRows > limits.rows) return;
    if (++this.cellsSoFar.count > limits.cells) throw overLimit("cells");
    putCell(this.sheet, this.place, { text, formula: this.formula !== null });
  }

  /** Past the limit rows are counted, not kept, so that the message can say how many there are. */
  private countRow(): void {
    if (this.countedRow === this.place.row) return;
    this.countedRow = this.place.row;
    if (++this.filledRows > limits.rows * 10) throw overLimit("rows", this.filledRows);
  }

  private cellText(): string {
    if (this.type === "s") return this.strings[Number(this.value)] ?? "";
    if (this.type === "inlineStr") return xstringUnescaped(this.inline);
    if (this.type === "b") return this.value === "" ? "" : this.value === "1" ? "TRUE" : "FALSE";
    if (this.type === "n" && this.value !== "") return plainNumber(this.value);
    return this.value;
  }

  private addMerge(ref: string): void {
    const range = parseRange(ref);
    if (range && this.sheet.merges.push(range) > limits.merges) throw overLimit("merges");
  }

  private closeDropdown({ source, ranges }: { source: string; ranges: string }): void {
    const parsed: CellRange[] = parseRanges(ranges);
    this.validationRanges += parsed.length;
    if (this.validationRanges > limits.validationRanges) throw overLimit("validationRanges");
    if (source.trim() !== "") this.sheet.dropdowns.push({ ranges: parsed, source: source.trim() });
    this.dropdown = null;
    this.taking = null;
  }
}

/** Binary fractions are stored with 17 digits; people see at most 15. */
function plainNumber(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : value;
}

function misplaced(): UnreadableFile {
  return new UnreadableFile(
    "file.malformed",
    "This workbook names a cell that is not where it says. Open it in Excel, save it again and upload it anew.",
  );
}
