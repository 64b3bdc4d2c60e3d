import type { Blank, Box, Edit, Paragraph, Run, Span } from "#app/domain/questionnaires/formats/docx-model.ts";
import type { FieldTask, OpenTag } from "#app/domain/questionnaires/formats/docx-field-reading.server.ts";
import type { Owner, ParagraphBuilder } from "#app/domain/questionnaires/formats/docx-paragraph.ts";
import { endOf, insideOf, type InsidePlace, withoutStyle } from "#app/domain/questionnaires/formats/docx-text.ts";
import { isToFill } from "#app/domain/questionnaires/formats/docx-wording.ts";
import { xmlEscaped } from "#app/domain/questionnaires/formats/written-text.ts";
import { attributeNamed } from "#app/domain/questionnaires/formats/xml-reader.server.ts";

type State = { code: number; font: string };

type Control = {
  inline: boolean;
  kind: "text" | "choice" | "checkbox" | "other";
  placeholder: boolean;
  locked: boolean;
  options: string[];
  properties: string;
  /** What a filled control no longer has: the mark of the placeholder, and the part that would be shown instead. */
  drop: Span[];
  checked: boolean;
  checkedSource: Span | null;
  on: State;
  off: State;
  content: Span | null;
  glyph: (Span & { element: boolean }) | null;
  boxed: boolean;
  runs: Run[];
  paragraphs: Paragraph[];
  /** Whether no other control and no table is in it. */
  simple: boolean;
  generated: boolean;
  owner: Owner;
  owns: boolean;
};

const transparent = [
  ...["docPartObj", "docPartList", "picture", "group", "citation", "bibliography", "equation"],
  ...["repeatingSection", "repeatingSectionItem"],
];

/** Reads content controls: `w:sdt` around runs, paragraphs or cells (ECMA-376 part 1, 17.5.2). */
export class ControlReading {
  private readonly controls: Control[] = [];

  constructor(private readonly task: FieldTask) {}

  get owner(): Owner | null {
    return this.controls.findLast(({ owns }) => owns)?.owner ?? null;
  }

  /** Whether the text is put together by Word, such as a table of contents. */
  get generated(): boolean {
    return this.controls.some(({ generated }) => generated);
  }

  open({ name, parent, attributes, tag }: OpenTag, inline: boolean): void {
    if (name === "sdt") {
      for (const outer of this.controls) outer.simple = false;
      this.controls.push(newControl(inline));
    }
    if (name === "tbl") for (const control of this.controls) control.simple = false;
    const control = this.controls.at(-1);
    if (!control) return;
    if (name === "sdtContent") this.openContent(control, tag);
    const value = attributeNamed(attributes, "val") ?? "";
    if (parent === "sdtPr") this.openProperty(control, name, { value, tag });
    if (parent === "checkbox" || parent === "checkBox") this.openState(control, name, { value, tag, attributes });
    if (name === "listItem") control.options.push((attributeNamed(attributes, "displayText") ?? value).trim());
  }

  closeProperties(properties: string): void {
    const control = this.controls.at(-1);
    if (control) control.properties = properties;
  }

  /** The text of a checkbox is the sign that draws it. */
  seeGlyph(source: Span, element: boolean): void {
    const control = this.controls.at(-1);
    if (control?.kind === "checkbox") control.glyph ??= { ...source, element };
  }

  closeRun(run: Run): void {
    for (const control of this.controls) if (control.inline && control.content) control.runs.push(run);
  }

  /** Before a paragraph ends: the box of a control around it is in it. */
  endParagraph(builder: ParagraphBuilder): void {
    const control = this.controls.at(-1);
    if (control?.kind === "checkbox" && !control.inline && !control.boxed) this.addBox(control, builder);
  }

  closeParagraph(paragraph: Paragraph): void {
    for (const control of this.controls) if (!control.inline && control.content) control.paragraphs.push(paragraph);
  }

  close(name: string, close: Span, builder: ParagraphBuilder | null): void {
    const control = this.controls.at(-1);
    if (!control) return;
    if (name === "sdtContent") {
      control.owns = false;
      this.closeContent(control, close, builder);
    }
    if (name === "sdt") this.controls.pop();
  }

  private openContent(control: Control, tag: Span): void {
    control.content = tag;
    if (control.kind === "other") return;
    const counts = control.kind === "text" && !control.placeholder;
    control.owner.counts = counts;
    control.owns = control.inline || !counts;
  }

  private openProperty(control: Control, name: string, { value, tag }: { value: string; tag: Span }): void {
    if (name === "dropDownList" || name === "comboBox") control.kind = "choice";
    else if (name === "checkbox") control.kind = "checkbox";
    else if (transparent.includes(name)) control.kind = "other";
    else if (name === "lock") control.locked = /content/i.test(value);
    else if (name === "showingPlcHdr") control.placeholder = !/^(0|false|off)$/.test(value);
    if (name === "docPartObj") control.generated = true;
    if (name === "showingPlcHdr" || name === "dataBinding") control.drop.push(tag);
  }

  private openState(
    control: Control,
    name: string,
    given: { value: string; tag: Span; attributes: OpenTag["attributes"] },
  ) {
    const code = parseInt(given.value, 16);
    const printable = code > 0x20 && code < 0xd800 && code !== 0x26 && code !== 0x3c && code !== 0x3e;
    const state = { code: printable ? code : 0x2612, font: attributeNamed(given.attributes, "font") ?? "" };
    if (name === "checked") {
      control.checked = !/^(0|false|off)$/.test(given.value);
      control.checkedSource = given.tag;
    } else if (name === "checkedState") control.on = state;
    else if (name === "uncheckedState") control.off = state;
  }

  private closeContent(control: Control, close: Span, builder: ParagraphBuilder | null): void {
    if (control.kind === "checkbox" && control.inline && builder) this.addBox(control, builder);
    if (!control.simple || (control.kind !== "text" && control.kind !== "choice")) return;
    if (control.inline && builder) builder.addBlank(this.inlineBlank(control, close));
    const [only, ...others] = control.paragraphs;
    if (!control.inline && only && others.length === 0) {
      const text = control.owner.text || only.text;
      only.blanks.push(this.blankOf(control, { ...endOf(only, this.task.xml), remove: only.runs }, text));
    }
  }

  private inlineBlank(control: Control, close: Span): Blank {
    const open = control.content!;
    const place = insideOf(open, close, this.task.xml);
    return this.blankOf(control, { ...place, remove: control.runs }, control.owner.text);
  }

  private blankOf(control: Control, place: InsidePlace & { remove: Run[] }, text: string): Blank {
    const held = text.trim();
    const [first] = place.remove;
    const own = control.placeholder ? withoutStyle(first?.properties ?? "") : (first?.properties ?? "");
    return {
      address: this.task.named("S"),
      value: control.placeholder || held === "" || isToFill(held) ? null : held,
      options: control.kind === "choice" ? control.options.filter((option) => !isToFill(option)) : null,
      locked: control.locked,
      write: {
        ...{ how: "text", ...place, properties: control.properties || own },
        edits: control.drop.map((span) => ({ ...span, text: "" })),
      },
    };
  }

  private addBox(control: Control, builder: ParagraphBuilder): void {
    control.boxed = true;
    const at = control.content!.start;
    const address = this.task.named("S");
    const box: Omit<Box, "at"> = {
      ...{ address, checked: control.checked },
      ...{ check: this.put(control, true), clear: this.put(control, false) },
    };
    builder.addBox(box, { start: at, end: at }, null);
  }

  private put(control: Control, on: boolean): Edit[] {
    const { xml, prefix } = this.task;
    const { checkedSource, glyph } = control;
    if (!checkedSource || !glyph) return [];
    const name = /^<([^\s/>]+)/.exec(xml.slice(checkedSource.start, checkedSource.end))![1]!;
    const own = name.slice(0, name.indexOf(":") + 1);
    const { code, font } = on ? control.on : control.off;
    const state = { ...checkedSource, text: `<${name} ${own}val="${on ? 1 : 0}"/>` };
    if (glyph.element && /symbol|wingdings/i.test(font)) {
      const character = (0xf000 + (code & 0xff)).toString(16).toUpperCase();
      const sign = `<${prefix}sym ${prefix}font="${xmlEscaped(font).replaceAll('"', "&quot;")}" ${prefix}char="${character}"/>`;
      return [state, { start: glyph.start, end: glyph.end, text: sign }];
    }
    const character = String.fromCodePoint(code);
    const text = glyph.element ? `<${prefix}t>${character}</${prefix}t>` : character;
    return [state, { start: glyph.start, end: glyph.end, text }];
  }
}

function newControl(inline: boolean): Control {
  return {
    ...{ inline, kind: "text", placeholder: false, locked: false, options: [], properties: "", drop: [] },
    ...{ checked: false, checkedSource: null, content: null, glyph: null, boxed: false },
    ...{ on: { code: 0x2612, font: "" }, off: { code: 0x2610, font: "" }, runs: [], paragraphs: [] },
    ...{ simple: true, generated: false, owner: { counts: false, text: "" }, owns: false },
  };
}
