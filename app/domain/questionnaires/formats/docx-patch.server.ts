import { inspectDocument } from "#app/domain/questionnaires/formats/docx-layout.ts";
import type { Blank, Box, Cell, Edit, Paragraph, WordDocument } from "#app/domain/questionnaires/formats/docx-model.ts";
import { cutAfter } from "#app/domain/questionnaires/formats/docx-paragraph.ts";
import { openDocument } from "#app/domain/questionnaires/formats/docx-parts.server.ts";
import {
  answeredPlace,
  blankPlace,
  placeParagraphs,
  ruledPlace,
  type TextPlace,
  textPlaceIn,
} from "#app/domain/questionnaires/formats/docx-places.ts";
import { readDocument } from "#app/domain/questionnaires/formats/docx-reader.server.ts";
import { endOf, runOf, withoutEmphasis, withoutStyle } from "#app/domain/questionnaires/formats/docx-text.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import type { CellWrite } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { replaceEntries } from "#app/domain/questionnaires/formats/zip-patch.server.ts";

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * A document with texts written to some addresses. Only its main part differs, and that only in the places written to:
 * a text takes the look of what stands there, a box is checked whatever is written to it, and another box of its group
 * that was checked is cleared. Throws for an address that is not there and for a place that cannot hold an answer.
 */
export async function patchDocument(bytes: Buffer, writes: readonly CellWrite[]): Promise<Buffer> {
  if (writes.length === 0) return bytes;
  const parts = await openDocument(bytes);
  const document = await readDocument(parts);
  const xml = applied(document.xml, new DocumentPatch(document).editsFor(writes));
  const marked = parts.bytes.subarray(0, 3).equals(byteOrderMark);
  const content = Buffer.concat([marked ? byteOrderMark : Buffer.alloc(0), Buffer.from(xml, "utf8")]);
  return replaceEntries(parts.archive, new Map([[parts.part.name, content]]));
}

class DocumentPatch {
  private readonly cells = new Map<string, Cell>();
  private readonly paragraphs = new Map<string, Paragraph>();
  private readonly boxes = new Map<string, Box>();
  private readonly blanks = new Map<string, Blank>();
  private readonly groups = new Map<string, string[]>();
  /** Addresses that are asked at and answered in. */
  private readonly asking = new Set<string>();

  constructor(private readonly document: WordDocument) {
    for (const block of document.blocks) {
      if (block.kind === "paragraph") this.addParagraph(block);
      else for (const { cells } of block.rows) for (const cell of cells) this.addCell(cell);
    }
    for (const { key, answerCell, marks } of inspectDocument(document).sheets.flatMap(({ questions }) => questions)) {
      if (answerCell !== null && key.endsWith(`!${answerCell}`)) this.asking.add(answerCell);
      const group = marks?.map(({ cell }) => cell) ?? [];
      for (const cell of group) this.groups.set(cell, group);
    }
  }

  editsFor(writes: readonly CellWrite[]): Edit[] {
    return writes.flatMap(({ cell, text }) => {
      if (text.length > limits.cellLength) throw overLimit("cellLength", text.length);
      const box = this.boxes.get(cell);
      return box ? this.checking(box) : this.filling(cell, text);
    });
  }

  private addCell(cell: Cell): void {
    if (!cell.merged) this.cells.set(cell.address, cell);
    for (const paragraph of cell.paragraphs) this.addParagraph(paragraph);
  }

  private addParagraph(paragraph: Paragraph): void {
    if (paragraph.address !== "") this.paragraphs.set(paragraph.address, paragraph);
    for (const box of paragraph.boxes) this.boxes.set(box.address, box);
    for (const blank of paragraph.blanks) this.blanks.set(blank.address, blank);
  }

  private checking(box: Box): Edit[] {
    const others = (this.groups.get(box.address) ?? []).map((address) => this.boxes.get(address));
    const clear = others.flatMap((other) => (other && other !== box && other.checked ? other.clear : []));
    return [...box.check, ...clear];
  }

  private filling(address: string, text: string): Edit[] {
    const cell = this.cells.get(address);
    const paragraph = this.paragraphs.get(address);
    const blank = this.blanks.get(address);
    const around = cell ? this.placeIn(cell) : paragraph ? [paragraph] : [];
    const ruled = paragraph ? (ruledPlace(paragraph) ?? this.answeredIn(paragraph)) : null;
    const place = blank ? blankPlace(blank, address) : (ruled ?? textPlaceIn(around, address));
    if (!cell && !paragraph && !blank) {
      throw new UnreadableFile("answers.no_such_cell", `This document has no place "${address}".`);
    }
    if (place.blocked !== null) throw new UnreadableFile("answers.blocked", place.blocked);
    if (place.blank) return this.fillBlank(place.blank, text);
    return place.after ? this.fillAfter(around, place.after, text) : this.fillWhole(around, text);
  }

  /** A cell or a paragraph may hold its question as well: that stays. */
  private placeIn(cell: Cell): readonly Paragraph[] {
    return (this.asking.has(cell.address) && placeParagraphs(cell.paragraphs)) || cell.paragraphs;
  }

  private answeredIn(paragraph: Paragraph): TextPlace | null {
    return this.asking.has(paragraph.address) ? answeredPlace(paragraph) : null;
  }

  private fillBlank({ write, options }: Blank, text: string): Edit[] {
    if (write.how === "choice") {
      const choice = write.choices[options?.indexOf(text) ?? -1];
      if (!choice) throw new UnreadableFile("answers.not_allowed", "The field does not offer this value.");
      return choice;
    }
    const run = runOf(this.document.prefix, write.properties, text);
    const removed = write.remove.map((span) => ({ ...span, text: "" }));
    return [...removed, ...write.edits, { ...write.at, text: `${write.before}${run}${write.after}` }];
  }

  private fillAfter(around: readonly Paragraph[], after: NonNullable<TextPlace["after"]>, text: string): Edit[] {
    const { paragraph, at } = after;
    const { xml, prefix } = this.document;
    const last = paragraph.pieces.findLast((piece) => piece.at < at);
    const run = last ? paragraph.runs[last.run] : undefined;
    const edits = cutAfter(xml, paragraph, at);
    if (!run || !edits) throw new UnreadableFile("answers.blocked", "Its place for an answer holds more than text.");
    const next = paragraph.pieces.find((piece) => piece.at >= at && piece.text.trim() !== "");
    const rule = next && next.run !== last!.run ? paragraph.runs[next.run] : undefined;
    const properties = rule ? withoutEmphasis(rule.properties) : withoutEmphasis(run.properties);
    const written = { start: run.end, end: run.end, text: runOf(prefix, properties, ` ${text}`) };
    const others = around.slice(around.indexOf(paragraph) + 1);
    return [...edits, written, ...others.flatMap(emptied)];
  }

  private fillWhole(around: readonly Paragraph[], text: string): Edit[] {
    const { xml, prefix } = this.document;
    const target = around.find((paragraph) => paragraph.text.trim() !== "") ?? around[0]!;
    const [first] = target.runs;
    const own = textPlaceIn(around, "").held === null ? withoutStyle(first?.properties ?? "") : first?.properties;
    const run = runOf(prefix, own || target.properties, text);
    const { at, before, after } = endOf(target, xml);
    return [...around.flatMap(emptied), { ...at, text: `${before}${run}${after}` }];
  }
}

function emptied({ runs }: Paragraph): Edit[] {
  return runs.map(({ start, end }) => ({ start, end, text: "" }));
}

function applied(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let copied = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < copied) throw new UnreadableFile("answers.overlap", "Two answers would go into the same place.");
    pieces.push(xml.slice(copied, start), text);
    copied = end;
  }
  return [...pieces, xml.slice(copied)].join("");
}
