import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import type { PDFDocument, PDFFont } from "@cantoo/pdf-lib";
import type { StampWords } from "./names.ts";

const require = createRequire(import.meta.url);

let font: Font | undefined;
let fontBytes: Uint8Array | undefined;

/**
 * Parsed once a process, which takes half a second; using it takes 5 ms. Each glyph is looked up by its character first:
 * fontkit keeps the first glyph object it makes, and one made as a part of another (the dot of "i") has no character, so
 * that a later copy could not be searched for it.
 */
export function stampFont(): Font {
  if (font) return font;
  fontBytes = readFileSync(require.resolve("@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf"));
  const parsed = create(fontBytes);
  for (const codePoint of parsed.characterSet) parsed.glyphForCodePoint(codePoint);
  return (font = parsed);
}

/** Ligatures and composition off: they turn "ị" into pieces, and a search for the name then finds nothing. */
export function embedStampFont(doc: PDFDocument): Promise<PDFFont> {
  const parsed = stampFont();
  doc.registerFontkit({ create: () => parsed });
  return doc.embedFont(fontBytes!, { subset: true, features: { ccmp: false, liga: false } });
}

/** As a PDF wants it: no exponents, four places. */
export const num = (value: number): string => String(Math.round(value * 10_000) / 10_000);

export type Size = { width: number; height: number };

/** The operators that draw a stamp on a page of this size as it is displayed, its lower left corner at 0, 0. */
export function stampOperators(words: StampWords, font: PDFFont, size: Size): string {
  return [...diagonal(words, font, size), ...footer(words, font, size)].join("\n");
}

function diagonal({ who, what }: StampWords, font: PDFFont, { width, height }: Size): string[] {
  const angle = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const longest = Math.hypot(width, height) * 0.76;
  const whoSize = Math.min(longest / font.widthOfTextAtSize(who, 1), Math.min(width, height) / 13);
  const whatSize = Math.min(longest / font.widthOfTextAtSize(what, 1), whoSize * 0.55);

  const line = (text: string, size: number, above: number) => {
    const half = font.widthOfTextAtSize(text, size) / 2;
    const [x, y] = [width / 2 - cos * half - sin * above, height / 2 - sin * half + cos * above];
    const matrix = [size * cos, size * sin, -size * sin, size * cos, x, y].map(num).join(" ");
    return `${matrix} Tm ${font.encodeText(text).toString()} Tj`;
  };
  return [
    "/Across gs 0.5 g BT /Stamp 1 Tf",
    line(who, whoSize, whoSize * 0.15),
    line(what, whatSize, -whatSize * 1.1),
    "ET",
  ];
}

/** A pale strip keeps the footer readable on dark pages; it stays within the outermost edge of the page. */
function footer(words: StampWords, font: PDFFont, { width, height }: Size): string[] {
  const longSide = Math.max(width, height);
  const wanted = Math.max(longSide / 110, Math.min(6, longSide / 60));
  const room = width - 2 * wanted;
  const lines = wrap(words.footer, (line) => font.widthOfTextAtSize(line, wanted) <= room);
  const longest = Math.max(...lines.map((line) => font.widthOfTextAtSize(line, wanted)));
  const size = wanted * Math.min(1, room / longest);
  const [pitch, bottom] = [size * 1.3, size * 0.7];
  const strip = [
    wanted / 2,
    bottom - size * 0.35,
    longest * (size / wanted) + wanted,
    pitch * lines.length + size * 0.1,
  ];
  return [
    `/Strip gs 1 g ${strip.map(num).join(" ")} re f`,
    "/Foot gs 0.1 g BT /Stamp 1 Tf",
    ...lines.map((line, index) => {
      const y = bottom + pitch * (lines.length - 1 - index);
      return `${num(size)} 0 0 ${num(size)} ${num(wanted)} ${num(y)} Tm ${font.encodeText(line).toString()} Tj`;
    }),
    "ET",
  ];
}

function wrap(parts: string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length > 0 ? `${lines.at(-1)} · ${part}` : part;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}
