import { cellName, parseCell } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { xstringEscaped } from "#app/domain/questionnaires/formats/written-text.ts";
import {
  attributeValue,
  closingTag,
  nextTag,
  rawAttributes,
  type XmlTag,
} from "#app/domain/questionnaires/formats/xml-scan.ts";

/** Texts by row, then by column. */
export type SheetWrites = ReadonlyMap<number, ReadonlyMap<number, string>>;

/**
 * Worksheet XML with texts written into some cells, everything else byte for byte as it was. A written cell keeps its
 * style and becomes an inline string, so that no text is ever taken for a formula and the shared strings stay
 * untouched. Takes and gives bytes as a Latin-1 string: an offset in it is an offset in the part.
 */
export function patchSheetXml(xml: string, writes: SheetWrites): string {
  return new SheetPatch(xml, writes).patched();
}

type ColumnStyle = { from: number; to: number; style: string };

class SheetPatch {
  private readonly pieces: string[] = [];
  private readonly columnStyles: ColumnStyle[] = [];
  private readonly pendingRows: number[];
  private copied = 0;
  private prefix = "";
  private row = 0;

  constructor(
    private readonly xml: string,
    private readonly writes: SheetWrites,
  ) {
    this.pendingRows = [...writes.keys()].sort((a, b) => a - b);
  }

  patched(): string {
    for (let tag = nextTag(this.xml, 0); tag; tag = nextTag(this.xml, tag.end)) {
      if (tag.name === "col" && tag.kind !== "close") this.rememberColumn(tag);
      if (tag.name !== "sheetData") continue;
      this.patchData(tag);
      this.pieces.push(this.xml.slice(this.copied));
      return this.pieces.join("");
    }
    throw malformed();
  }

  private patchData(data: XmlTag): void {
    this.prefix = data.prefix;
    if (data.kind === "empty") return this.replace(data.start, data.end, this.opened(data, this.newRows(Infinity)));
    for (let tag = nextTag(this.xml, data.end); tag; tag = nextTag(this.xml, tag.end)) {
      if (tag.kind === "close") return this.insert(tag.start, this.newRows(Infinity));
      tag = this.patchRow(tag);
    }
  }

  /** Copies a row, or patches it; gives its last tag. */
  private patchRow(open: XmlTag): XmlTag {
    const attributes = rawAttributes(this.xml, open);
    const row = Number(attributeValue(attributes, "r") ?? this.row + 1);
    if (open.name !== "row" || !(row > this.row)) throw malformed();
    this.row = row;
    this.insert(open.start, this.newRows(row));
    if (this.pendingRows[0] !== row) return closingTag(this.xml, open);
    this.pendingRows.shift();
    const values = new Map([...this.writes.get(row)!].sort(([a], [b]) => a - b));
    const style = attributeValue(attributes, "customFormat") === "1" ? attributeValue(attributes, "s") : undefined;
    if (open.kind !== "empty") return this.patchCells(open, values, style);
    this.replace(open.start, open.end, this.opened(open, this.newCells(values, Infinity, style)));
    return open;
  }

  private patchCells(open: XmlTag, values: Map<number, string>, style: string | undefined): XmlTag {
    let column = 0;
    for (let tag = nextTag(this.xml, open.end); tag; tag = nextTag(this.xml, tag.end)) {
      if (tag.kind === "close" || tag.name !== "c") {
        this.insert(tag.start, this.newCells(values, Infinity, style));
        if (tag.kind === "close") return tag;
        tag = closingTag(this.xml, tag);
        continue;
      }
      const attributes = rawAttributes(this.xml, tag);
      const named = attributeValue(attributes, "r");
      const at = named === undefined ? column + 1 : (parseCell(named)?.column ?? 0);
      if (at <= column) throw malformed();
      column = at;
      this.insert(tag.start, this.newCells(values, column, style));
      const last = closingTag(this.xml, tag);
      const text = values.get(column);
      values.delete(column);
      if (text !== undefined) this.replace(tag.start, last.end, this.rewritten(tag, last, text));
      tag = last;
    }
    throw malformed();
  }

  private rewritten(open: XmlTag, last: XmlTag, text: string): string {
    for (let tag = nextTag(this.xml, open.end); tag && tag.start < last.start; tag = nextTag(this.xml, tag.end)) {
      if (tag.name === "f") throw new UnreadableFile("answers.formula_cell", "A formula is never overwritten.");
    }
    const attributes = rawAttributes(this.xml, open);
    for (const name of ["t", "cm", "vm"]) attributes.delete(name);
    return this.cell([...attributes].map(([name, value]) => ` ${name}=${value}`).join(""), text);
  }

  private newRows(before: number): string {
    let rows = "";
    while (this.pendingRows.length > 0 && this.pendingRows[0]! < before) {
      const row = this.pendingRows.shift()!;
      const values = new Map([...this.writes.get(row)!].sort(([a], [b]) => a - b));
      const current = this.row;
      this.row = row;
      rows += `<${this.prefix}row r="${row}">${this.newCells(values, Infinity, undefined)}</${this.prefix}row>`;
      this.row = current;
    }
    return rows;
  }

  /** Cells that the row lacks, left of `before`; they look as an empty cell in their place does. */
  private newCells(values: Map<number, string>, before: number, rowStyle: string | undefined): string {
    let cells = "";
    for (const [column, text] of values) {
      if (column >= before) break;
      const columnStyle = this.columnStyles.find(({ from, to }) => from <= column && column <= to)?.style;
      const style = rowStyle ?? columnStyle;
      const name = cellName({ row: this.row, column });
      cells += this.cell(` r="${name}"${style === undefined ? "" : ` s="${style}"`}`, text);
      values.delete(column);
    }
    return cells;
  }

  private cell(attributes: string, text: string): string {
    const p = this.prefix;
    const bytes = Buffer.from(xstringEscaped(text), "utf8").toString("latin1");
    return `<${p}c${attributes} t="inlineStr"><${p}is><${p}t xml:space="preserve">${bytes}</${p}t></${p}is></${p}c>`;
  }

  private rememberColumn(tag: XmlTag): void {
    const attributes = rawAttributes(this.xml, tag);
    const style = attributeValue(attributes, "style");
    if (style === undefined) return;
    const [from, to] = [attributeValue(attributes, "min"), attributeValue(attributes, "max")].map(Number);
    this.columnStyles.push({ from: from!, to: to!, style });
  }

  /** An empty tag, opened around some content. */
  private opened(tag: XmlTag, content: string): string {
    if (content === "") return this.xml.slice(tag.start, tag.end);
    const start = this.xml.slice(tag.start, tag.end).replace(/\s*\/>$/, ">");
    return `${start}${content}</${tag.prefix}${tag.name}>`;
  }

  private insert(at: number, text: string): void {
    if (text !== "") this.replace(at, at, text);
  }

  private replace(start: number, end: number, text: string): void {
    this.pieces.push(this.xml.slice(this.copied, start), text);
    this.copied = end;
  }
}

function malformed(): UnreadableFile {
  return new UnreadableFile(
    "file.malformed",
    "The rows of a sheet are not in order. Open the workbook in Excel, save it again and upload it anew.",
  );
}
