import type { Span } from "#app/domain/questionnaires/formats/docx-model.ts";

/** A box found in a text: `index` and `length` in the decoded text. */
export type DrawnBox = { index: number; length: number; checked: boolean; on: string; off: string };

const empty = "\u2610\u25a1\u25a2\u25fb\u25fd\u2751\u2752\u274f\u2b1c";
const full = "\u2611\u2612\u25a3\u25fc\u2b1b\u{1f5f9}\u{1f5f7}\u{1f5f5}";
const drawn = new RegExp(`[${empty}${full}]|\\[[ _\\u00a0\\u2002]{0,3}\\]|\\[[xX\\u2713\\u2714]\\]`, "gu");

/** The boxes that are drawn with characters: "\u2610 Yes", "[ ] Yes", "[x] No". */
export function drawnBoxesIn(text: string): DrawnBox[] {
  return [...text.matchAll(drawn)].map((match) => {
    const [sign] = match;
    return { index: match.index, length: sign.length, checked: isFull(sign), ...signsFor(sign) };
  });
}

function isFull(sign: string): boolean {
  return sign.startsWith("[") ? /[^[\] _\u00a0\u2002]/u.test(sign) : full.includes(sign);
}

function signsFor(sign: string): { on: string; off: string } {
  if (sign.startsWith("[")) return { on: "[x]", off: "[ ]" };
  return { on: "\u2612", off: "\u2610" };
}

/** In Wingdings and its sisters boxes have these codes; Word writes them with or without 0xF000 in front. */
const symbols: Record<string, { empty: number[]; full: number[]; on: string; off: string }> = {
  wingdings: { empty: [0x6f, 0x71, 0x72, 0xa8], full: [0xfd, 0xfe, 0x78], on: "F0FE", off: "F0A8" },
  "wingdings 2": { empty: [0x2a, 0xa3, 0x30], full: [0x51, 0x52, 0x53, 0x54], on: "F054", off: "F0A3" },
};

/** The box that a symbol of a font draws; null when it draws something else. */
export function symbolBox(font: string, code: string): { checked: boolean; on: string; off: string } | null {
  const known = symbols[font.toLowerCase()];
  const number = parseInt(code, 16) & 0xff;
  if (!known || !/^(f0)?[0-9a-f]{2}$/i.test(code.padStart(2, "0").replace(/^00/, ""))) return null;
  if (known.empty.includes(number)) return { checked: false, on: known.on, off: code };
  return known.full.includes(number) ? { checked: true, on: code, off: known.off } : null;
}

/**
 * Where the character at `index` of a decoded text begins in its XML; null where the text is not written as plain
 * characters and entities (a CDATA section, a comment in it).
 */
export function sourceOffsets(raw: string, length: number): number[] | null {
  const offsets: number[] = [];
  for (const match of raw.matchAll(/&[^;]*;|\r\n|[^]/g)) {
    const [unit] = match;
    offsets.push(match.index);
    if (unit.startsWith("&#") && codePointOf(unit) > 0xffff) offsets.push(match.index);
  }
  offsets.push(raw.length);
  return offsets.length === length + 1 ? offsets : null;
}

function codePointOf(entity: string): number {
  const hexadecimal = /^&#x([0-9a-f]+);$/i.exec(entity);
  return hexadecimal ? parseInt(hexadecimal[1]!, 16) : Number(entity.slice(2, -1));
}

export function spanWithin(source: Span, offsets: readonly number[], [from, to]: readonly [number, number]): Span {
  return { start: source.start + offsets[from]!, end: source.start + offsets[to]! };
}
