import { symbolBox } from "#app/domain/questionnaires/formats/docx-boxes.ts";
import { ControlReading } from "#app/domain/questionnaires/formats/docx-control-reading.server.ts";
import {
  FieldReading,
  type FieldTask,
  type OpenRun,
  type OpenTag,
} from "#app/domain/questionnaires/formats/docx-field-reading.server.ts";
import type { Span, WordDocument } from "#app/domain/questionnaires/formats/docx-model.ts";
import { type Owner, ParagraphBuilder } from "#app/domain/questionnaires/formats/docx-paragraph.ts";
import type { DocumentParts } from "#app/domain/questionnaires/formats/docx-parts.server.ts";
import { StructureReading } from "#app/domain/questionnaires/formats/docx-structure.server.ts";
import { asRunProperties } from "#app/domain/questionnaires/formats/docx-text.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { attributeNamed, readXml, type XmlAttributes } from "#app/domain/questionnaires/formats/xml-reader.server.ts";

/**
 * Reads what stands in the body of a document: its paragraphs and tables, with boxes, form fields and content controls
 * and where each of them is in the XML. Pictures, text boxes, deleted text and hidden text are left out.
 */
export async function readDocument(parts: DocumentParts): Promise<WordDocument> {
  const xml = parts.bytes.toString("utf8").replace(/^\ufeff/, "");
  const reading = new DocumentReading(xml, parts);
  await readXml([parts.bytes], parts.budget, {
    open: (name, attributes, end) => reading.open(name, attributes, end),
    text: (value) => reading.take(value),
    close: (name, end) => reading.close(name, end),
  });
  return { xml, prefix: reading.task.prefix, blocks: reading.structure.blocks };
}

/** What is drawn rather than written, and what was deleted or is a record of how things were. */
const leftOut = new Set([
  ...["drawing", "pict", "object", "AlternateContent", "txbxContent", "oMath", "oMathPara", "ruby"],
  ...["moveFrom", "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "instrText"],
]);
const signs: Record<string, string> = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };

class DocumentReading {
  readonly task: FieldTask;
  readonly structure: StructureReading;
  private readonly fields: FieldReading;
  private readonly controls: ControlReading;
  private readonly stack: { name: string; tag: Span }[] = [];
  private readonly counts = new Map<string, number>();
  private skipping = 0;
  private run: OpenRun | null = null;
  private text: string | null = null;

  constructor(
    private readonly xml: string,
    parts: DocumentParts,
  ) {
    this.task = { xml, prefix: "", named: (kind) => this.named(kind) };
    this.structure = new StructureReading(parts);
    this.fields = new FieldReading(this.task);
    this.controls = new ControlReading(this.task);
  }

  open(name: string, attributes: XmlAttributes, end: number): void {
    const tag = { start: this.xml.lastIndexOf("<", end - 1), end };
    const parent = this.stack.at(-1)?.name ?? "";
    const within = name === "p" && this.paragraph !== null;
    if (this.skipping > 0 || leftOut.has(name) || within || this.isDeleted(name, parent)) {
      if (this.skipping++ === 0 && this.paragraph && !["del", "moveFrom", "instrText"].includes(name)) {
        if (!/Change$/.test(name)) this.paragraph.plain = false;
      }
      return;
    }
    this.stack.push({ name, tag });
    const opened: OpenTag = { name, parent, attributes, tag };
    if (name === "body") this.task.prefix = /^<(\w+:)?/.exec(this.xml.slice(tag.start, end))?.[1] ?? "";
    this.controls.open(opened, this.paragraph !== null);
    this.structure.open(opened);
    this.fields.open(opened);
    if (name === "r" && this.paragraph) this.run = { start: tag.start, properties: "", hidden: false };
    if (this.run) this.openInRun(opened, this.run);
  }

  take(value: string): void {
    if (this.text !== null && this.skipping === 0) this.text += value;
  }

  close(name: string, end: number): void {
    if (this.skipping > 0) return void this.skipping--;
    const { tag } = this.stack.pop()!;
    const close = { start: this.xml.lastIndexOf("<", end - 1), end };
    const parent = this.stack.at(-1)?.name ?? "";
    if (name === "rPr") this.closeProperties(parent, this.xml.slice(tag.start, end));
    if (name === "t" && this.text !== null) this.closeText({ start: tag.end, end: close.start });
    if (name === "r" && this.run) this.closeRun(this.run, end);
    this.fields.closeElement(name, close, this.paragraph);
    if (name === "p" && this.paragraph) this.closeParagraph(close);
    this.controls.close(name, close, this.paragraph);
    this.structure.close(name);
  }

  private get paragraph(): ParagraphBuilder | null {
    return this.structure.paragraph;
  }

  private get owner(): Owner | null {
    return this.fields.owner ?? this.controls.owner;
  }

  /** As an element of its own `del` holds deleted text; in properties it says that a mark or a row was deleted. */
  private isDeleted(name: string, parent: string): boolean {
    return name === "del" && !["rPr", "trPr", "numPr"].includes(parent);
  }

  private openInRun({ name, parent, attributes, tag }: OpenTag, run: OpenRun): void {
    if (name === "vanish" && parent === "rPr")
      run.hidden = !/^(0|false|off)$/.test(attributeNamed(attributes, "val") ?? "");
    if (parent !== "r") return;
    if (name === "fldChar") this.fields.openCharacter(attributeNamed(attributes, "fldCharType"), run, this.paragraph!);
    if (name === "t") this.text = "";
    if (run.hidden) return;
    const sign = signs[name];
    if (sign) this.addSign(sign, tag);
    if (name === "sym") this.openSymbol(attributes, tag);
  }

  private openSymbol(attributes: XmlAttributes, tag: Span): void {
    const code = attributeNamed(attributes, "char") ?? "";
    const found = symbolBox(attributeNamed(attributes, "font") ?? "", code);
    this.controls.seeGlyph(tag, true);
    if (!found || this.owner) return;
    const element = this.xml.slice(tag.start, tag.end);
    const put = (to: string) => [{ ...tag, text: element.replace(/(\bchar\s*=\s*["'])[^"']*/, `$1${to}`) }];
    const box = { address: this.named("B"), checked: found.checked, check: put(found.on), clear: put(found.off) };
    this.paragraph!.addBox(box, { start: tag.start, end: tag.start }, null);
  }

  private addSign(sign: string, tag: Span): void {
    if (this.owner) this.owner.text += sign;
    this.paragraph!.addSign(sign, tag, this.owner);
  }

  private closeText(source: Span): void {
    const text = this.text!;
    this.text = null;
    if (!this.run || this.run.hidden || text === "") return;
    this.controls.seeGlyph(source, false);
    if (this.owner) this.owner.text += text;
    const raw = this.xml.slice(source.start, source.end);
    this.paragraph!.addText({ text, source, owner: this.owner }, raw, () => this.named("B"));
  }

  private closeProperties(parent: string, properties: string): void {
    if (parent === "r" && this.run) this.run.properties = properties;
    if (parent === "pPr") this.structure.setProperties(asRunProperties(properties));
    if (parent === "sdtPr") this.controls.closeProperties(properties);
  }

  private closeRun(run: OpenRun, end: number): void {
    const closed = { start: run.start, end, properties: run.properties };
    this.paragraph!.addRun(closed);
    this.fields.closeRun(closed);
    this.controls.closeRun(closed);
    this.run = null;
  }

  private closeParagraph(close: Span): void {
    this.controls.endParagraph(this.paragraph!);
    const paragraph = this.structure.closeParagraph(close);
    if (this.controls.generated) paragraph.contents = true;
    this.controls.closeParagraph(paragraph);
  }

  private named(kind: string): string {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    if (count > limits.documentFields) throw overLimit("documentFields");
    return `${kind}${count}`;
  }
}
