import type { Blank, Box, Span } from "#app/domain/questionnaires/formats/docx-model.ts";
import type { Owner, ParagraphBuilder } from "#app/domain/questionnaires/formats/docx-paragraph.ts";
import { isToFill } from "#app/domain/questionnaires/formats/docx-wording.ts";
import { attributeNamed, type XmlAttributes } from "#app/domain/questionnaires/formats/xml-reader.server.ts";

export type OpenTag = { name: string; parent: string; attributes: XmlAttributes; tag: Span };
export type OpenRun = { start: number; properties: string; hidden: boolean };

type FormData = {
  kind: "text" | "checkbox" | "dropdown" | null;
  fallback: string;
  entries: string[];
  chosen: { index: number; source: Span } | null;
  checked: boolean;
  /** The element that says whether the box is checked, and the one that it would be in. */
  checkedSource: Span | null;
  body: Span | null;
};

type Field = {
  data: FormData | null;
  paragraph: ParagraphBuilder | null;
  owner: Owner | null;
  begun: number;
  separated: number | null;
  results: Span[];
};

const deepestField = 32;

export type FieldTask = { xml: string; prefix: string; named: (kind: string) => string };

/** Reads legacy form fields, which are spread over several runs (ECMA-376 part 1, 17.16.17 and 17.16.18). */
export class FieldReading {
  private readonly fields: Field[] = [];

  constructor(private readonly task: FieldTask) {}

  /** Whose the text is that is read now. */
  get owner(): Owner | null {
    return this.fields.findLast(({ owner }) => owner !== null)?.owner ?? null;
  }

  /** Form fields of a text are within the fields that they are in; instructions of fields are never text. */
  open({ name, parent, attributes, tag }: OpenTag): void {
    const field = this.fields.at(-1);
    if (name === "ffData" && field) field.data = emptyForm();
    const data = field?.data;
    if (!data) return;
    const value = attributeNamed(attributes, "val");
    const isOn = !/^(0|false|off)$/i.test(value ?? "1");
    if (name === "textInput") data.kind = "text";
    else if (name === "checkBox") Object.assign(data, { kind: "checkbox", body: tag });
    else if (name === "ddList") Object.assign(data, { kind: "dropdown", body: tag });
    else if (name === "listEntry" && parent === "ddList") data.entries.push(value ?? "");
    else if (name === "result" && parent === "ddList") data.chosen = { index: Number(value), source: tag };
    else if (name === "default" && parent === "textInput") data.fallback = value ?? "";
    else if (name === "default" && parent === "checkBox") data.checked ||= isOn;
    else if (name === "checked" && parent === "checkBox") {
      Object.assign(data, { checked: isOn, checkedSource: tag });
    }
  }

  /** A field character: `run` is the run that it is in. */
  openCharacter(type: string | undefined, run: OpenRun, paragraph: ParagraphBuilder): void {
    if (type === "begin" && this.fields.length < deepestField) {
      this.fields.push({ data: null, paragraph, owner: null, begun: run.start, separated: null, results: [] });
    }
    const field = this.fields.at(-1);
    if (!field) return;
    if (type === "separate") {
      field.separated = run.start;
      if (field.data?.kind) field.owner = { counts: false, text: "" };
    }
    if (type === "end") {
      this.fields.pop();
      this.finish(field, run, paragraph);
    }
  }

  /** A checkbox stands where its field begins. */
  closeElement(name: string, close: Span, paragraph: ParagraphBuilder | null): void {
    const data = this.fields.at(-1)?.data;
    if (!data?.body || !paragraph) return;
    const selfClosing = close.start === data.body.start;
    if (name === "checkBox") paragraph.addBox(this.boxOf(data, close), emptyAt(close.end), null);
    if (name === "ddList" && selfClosing) data.kind = null;
  }

  closeRun(run: Span): void {
    for (const field of this.fields)
      if (field.separated !== null && field.separated < run.start) field.results.push(run);
  }

  private boxOf(data: FormData, close: Span): Omit<Box, "at"> {
    const { prefix, named } = this.task;
    const put = (on: boolean) => {
      const element = `<${prefix}checked${on ? "" : ` ${prefix}val="0"`}/>`;
      if (data.checkedSource) return [{ ...data.checkedSource, text: element }];
      if (close.start > data.body!.start) return [{ ...emptyAt(close.start), text: element }];
      return [{ ...close, text: `<${prefix}checkBox>${element}</${prefix}checkBox>` }];
    };
    return { address: named("F"), checked: data.checked, check: put(true), clear: put(false) };
  }

  private finish(field: Field, run: OpenRun, paragraph: ParagraphBuilder): void {
    const { data, owner } = field;
    if (!data?.kind) paragraph.plain = false;
    if (data?.kind === "text") paragraph.addBlank(this.textBlank(field, run, paragraph));
    if (data?.kind === "dropdown") paragraph.addBlank(this.choiceBlank(data));
    if (owner) owner.counts = false;
  }

  private textBlank(field: Field, run: OpenRun, paragraph: ParagraphBuilder): Blank {
    const { prefix, named } = this.task;
    const held = (field.owner?.text ?? "").trim();
    const separate = `<${prefix}r>${run.properties}<${prefix}fldChar ${prefix}fldCharType="separate"/></${prefix}r>`;
    const apart = field.begun < run.start && (field.separated === null || field.separated < run.start);
    return {
      address: named("F"),
      value: held === "" || held === field.data!.fallback.trim() || isToFill(held) ? null : held,
      options: null,
      locked: !apart || field.paragraph !== paragraph,
      write: {
        how: "text",
        remove: field.results,
        at: emptyAt(run.start),
        before: field.separated === null ? separate : "",
        after: "",
        properties: run.properties,
        edits: [],
      },
    };
  }

  private choiceBlank({ entries, chosen, body }: FormData): Blank {
    const { prefix, named } = this.task;
    const value = chosen ? (entries[chosen.index] ?? "").trim() : "";
    const at = chosen ? chosen.source : emptyAt(body!.end);
    const offered = entries
      .map((entry, i) => ({
        option: entry.trim(),
        choice: [{ ...at, text: `<${prefix}result ${prefix}val="${i}"/>` }],
      }))
      .filter(({ option }) => !isToFill(option));
    return {
      address: named("F"),
      value: value === "" || isToFill(value) ? null : value,
      options: offered.map(({ option }) => option),
      locked: false,
      write: { how: "choice", choices: offered.map(({ choice }) => choice) },
    };
  }
}

function emptyForm(): FormData {
  return { kind: null, fallback: "", entries: [], chosen: null, checked: false, checkedSource: null, body: null };
}

const emptyAt = (at: number): Span => ({ start: at, end: at });
