import type { OpenTag } from "#app/domain/questionnaires/formats/docx-field-reading.server.ts";
import type { Block, Cell, Paragraph, Row, Span, Table } from "#app/domain/questionnaires/formats/docx-model.ts";
import { ParagraphBuilder, type ParagraphFrame } from "#app/domain/questionnaires/formats/docx-paragraph.ts";
import type { DocumentParts } from "#app/domain/questionnaires/formats/docx-parts.server.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { attributeNamed } from "#app/domain/questionnaires/formats/xml-reader.server.ts";

type OpenTable = { table: Table; row: Row | null; cell: Cell | null; rows: number; column: number; deleted: boolean };
type ParagraphFacts = { open: Span; style: string | null; list: string | null; level: number | null; outline: number };

const widestSpan = 200;

/** Paragraphs into cells, cells into rows, rows into tables, as their tags come. */
export class StructureReading {
  readonly blocks: Block[] = [];
  paragraph: ParagraphBuilder | null = null;
  private facts: ParagraphFacts = { open: { start: 0, end: 0 }, style: null, list: null, level: null, outline: 9 };
  private properties = "";
  private readonly tables: OpenTable[] = [];
  private tableCount = 0;
  private paragraphCount = 0;
  private outside = 0;

  constructor(private readonly parts: Pick<DocumentParts, "styles" | "numbering">) {}

  open({ name, parent, attributes, tag }: OpenTag): void {
    const value = attributeNamed(attributes, "val");
    if (name === "p" && !this.paragraph) this.openParagraph(tag);
    else if (name === "tbl") this.openTable();
    else if (parent === "pPr" || parent === "numPr") this.openParagraphProperty(name, value ?? "");
    else this.openTableElement({ name, parent, value });
  }

  close(name: string): void {
    const open = this.tables.at(-1);
    if (!open) return;
    if (name === "tc") open.cell = null;
    if (name === "tr") {
      if (open.row && !open.deleted) open.table.rows.push(open.row);
      open.row = null;
    }
    if (name === "tbl") this.tables.pop();
  }

  setProperties(properties: string): void {
    this.properties = properties;
  }

  closeParagraph(close: Span): Paragraph {
    const { style, list, level, open, outline } = this.facts;
    const styled = this.parts.styles.of(style);
    const use = list ?? styled.list;
    const depth = level ?? styled.level;
    const listed = use !== null && use !== "0" ? { list: use, level: depth } : null;
    const cell = this.tables.at(-1)?.cell ?? null;
    const frame: ParagraphFrame = {
      address: cell || this.tables.length > 0 ? "" : `P${++this.outside}`,
      ...{ open, heading: styled.heading || outline < 9, contents: styled.contents },
      label: listed ? this.parts.numbering.next(listed.list, listed.level) : null,
      ...{ listed, properties: this.properties },
    };
    const paragraph = this.paragraph!.finished(frame, close);
    this.paragraph = null;
    if (cell) cell.paragraphs.push(paragraph);
    else if (this.tables.length === 0) this.blocks.push(paragraph);
    return paragraph;
  }

  private openParagraph(open: Span): void {
    if (++this.paragraphCount > limits.documentParagraphs) throw overLimit("documentParagraphs");
    this.paragraph = new ParagraphBuilder();
    this.facts = { open, style: null, list: null, level: null, outline: 9 };
    this.properties = "";
  }

  private openParagraphProperty(name: string, value: string): void {
    if (name === "pStyle") this.facts.style = value;
    if (name === "numId") this.facts.list = value;
    if (name === "ilvl") this.facts.level = Number(value);
    if (name === "outlineLvl") this.facts.outline = Number(value);
  }

  private openTable(): void {
    if (++this.tableCount > limits.documentTables) throw overLimit("documentTables");
    const table: Table = { kind: "table", number: this.tableCount, rows: [] };
    const outer = this.tables.at(-1)?.cell;
    if (outer) outer.nested = true;
    this.blocks.push(table);
    this.tables.push({ table, row: null, cell: null, rows: 0, column: 1, deleted: false });
  }

  private openTableElement({ name, parent, value }: { name: string; parent: string; value: string | undefined }): void {
    const open = this.tables.at(-1);
    if (!open) return;
    const number = Math.min(widestSpan, Math.max(0, Math.trunc(Number(value)) || 0));
    if (name === "tr" && !open.row) {
      Object.assign(open, { row: { cells: [], header: false }, rows: open.rows + 1, column: 1, deleted: false });
    } else if (parent === "trPr") {
      if (name === "gridBefore") open.column += number;
      if (name === "tblHeader" && open.row) open.row.header = !/^(0|false|off)$/.test(value ?? "");
      if (name === "del") open.deleted = true;
    } else if (name === "tc" && open.row && !open.cell) {
      const address = `T${open.table.number}R${open.rows}C${open.row.cells.length + 1}`;
      open.cell = { address, column: open.column, span: 1, merged: false, paragraphs: [], nested: false };
      open.row.cells.push(open.cell);
      open.column++;
    } else if (parent === "tcPr" && open.cell) {
      if (name === "gridSpan" && number > 1) {
        open.cell.span = number;
        open.column += number - 1;
      }
      if (name === "vMerge") open.cell.merged = value !== "restart";
    }
  }
}
