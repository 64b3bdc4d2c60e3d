import type { Paragraph, Span } from "#app/domain/questionnaires/formats/docx-model.ts";
import { printable, xmlEscaped } from "#app/domain/questionnaires/formats/written-text.ts";

/** A place in the XML for new content, with what has to stand around it there. */
export type InsidePlace = { at: Span; before: string; after: string };

/** Inside an element, at its end; an empty element is opened for it. */
export function insideOf(open: Span, close: Span, xml: string): InsidePlace {
  if (close.start > open.start) return { at: { start: close.start, end: close.start }, before: "", after: "" };
  const tag = xml.slice(open.start, open.end);
  const [, name] = /^<([^\s/>]+)/.exec(tag)!;
  return { at: open, before: tag.replace(/\s*\/>$/, ">"), after: `</${name}>` };
}

export function endOf({ open, close }: Paragraph, xml: string): InsidePlace {
  return insideOf(open, close, xml);
}

/** A run of text: each line break is a `br`, each tab a `tab`, and spaces at the ends are kept. */
export function runOf(prefix: string, properties: string, text: string): string {
  const w = prefix;
  const parts = printable(text)
    .split(/([\n\t])/)
    .map((part) => {
      if (part === "\n") return `<${w}br/>`;
      if (part === "\t") return `<${w}tab/>`;
      return part === "" ? "" : `<${w}t xml:space="preserve">${xmlEscaped(part)}</${w}t>`;
    });
  return `<${w}r>${properties}${parts.join("")}</${w}r>`;
}

/** Run properties without the style of a placeholder, which shows its text in grey. */
export function withoutStyle(properties: string): string {
  return without(properties, ["rStyle", "color", "vanish"]);
}

/** Run properties for an answer that follows a label: the label may be bold, the answer is not. */
export function withoutEmphasis(properties: string): string {
  return without(properties, ["b", "bCs", "i", "iCs", "u", "caps", "smallCaps", "highlight"]);
}

/** The properties of a paragraph's mark as those of a run: the record of who put the mark there is left out. */
export function asRunProperties(properties: string): string {
  return without(properties, ["ins", "del", "moveFrom", "moveTo", "vanish", "specVanish", "rPrChange"]);
}

function without(properties: string, names: readonly string[]): string {
  const any = names.join("|");
  const kept = properties
    .replaceAll(new RegExp(`<(\\w+:)?(?:${any})(?:\\s[^<>]*)?/>`, "g"), "")
    .replaceAll(new RegExp(`<((?:\\w+:)?(?:${any}))(?:\\s[^<>]*)?>[^]*?</\\1>`, "g"), "");
  return /^<[^<>]*>\s*<\/[^<>]*>$/.test(kept) ? "" : kept;
}
