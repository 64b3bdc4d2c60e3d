import type { PDFFont } from "@cantoo/pdf-lib";
import type { StampWords } from "./names.ts";
import { hasGlyph } from "./stamp-fonts.server.ts";
import { runsOf, type ScriptFont, type TextRun } from "./text-runs.ts";

/** As a PDF wants it: no exponents, four places. */
export const num = (value: number): string => String(Math.round(value * 10_000) / 10_000);

export type Size = { width: number; height: number };

export type EmbeddedFonts = Map<ScriptFont, PDFFont>;

/** The name of a font in the resources of a stamp. */
export const resourceName = (font: ScriptFont): string => (font === "latin" ? "Stamp" : `Stamp-${font}`);

const between: TextRun = { font: "latin", text: " · " };

/** Each part keeps its own direction, whatever stands beside it. */
const lineOf = (parts: string[]): TextRun[] =>
  parts.flatMap((part, at) => [...(at > 0 ? [between] : []), ...(runsOf(part, hasGlyph) ?? [])]);

/** The fonts that these words need. */
export const fontsOf = ({ who, what, footer }: StampWords): Set<ScriptFont> =>
  new Set<ScriptFont>(["latin", ...[[who], what, footer].flatMap((parts) => lineOf(parts).map(({ font }) => font))]);

/** The operators that draw a stamp on a page of this size as it is displayed, its lower left corner at 0, 0. */
export function stampOperators(words: StampWords, fonts: EmbeddedFonts, size: Size): string {
  return [...diagonal(words, fonts, size), ...footer(words, fonts, size)].join("\n");
}

const widthOf = (line: TextRun[], fonts: EmbeddedFonts): number =>
  line.reduce((sum, { font, text }) => sum + fonts.get(font)!.widthOfTextAtSize(text, 1), 0);

const shown = (line: TextRun[], fonts: EmbeddedFonts): string =>
  line
    .map(({ font, text }) => `/${resourceName(font)} 1 Tf ${fonts.get(font)!.encodeText(text).toString()} Tj`)
    .join("\n");

function diagonal({ who, what }: StampWords, fonts: EmbeddedFonts, { width, height }: Size): string[] {
  const angle = Math.atan2(height, width);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const longest = Math.hypot(width, height) * 0.76;
  const [whoLine, whatLine] = [lineOf([who]), lineOf(what)];
  const whoSize = Math.min(longest / widthOf(whoLine, fonts), Math.min(width, height) / 13);
  const whatSize = Math.min(longest / widthOf(whatLine, fonts), whoSize * 0.55);

  const draw = (line: TextRun[], size: number, above: number) => {
    const half = (widthOf(line, fonts) * size) / 2;
    const [x, y] = [width / 2 - cos * half - sin * above, height / 2 - sin * half + cos * above];
    const matrix = [size * cos, size * sin, -size * sin, size * cos, x, y].map(num).join(" ");
    return `${matrix} Tm ${shown(line, fonts)}`;
  };
  return [
    "/Across gs 0.5 g BT",
    draw(whoLine, whoSize, whoSize * 0.15),
    draw(whatLine, whatSize, -whatSize * 1.1),
    "ET",
  ];
}

/** A pale strip keeps the footer readable on dark pages; it stays within the outermost edge of the page. */
function footer(words: StampWords, fonts: EmbeddedFonts, { width, height }: Size): string[] {
  const longSide = Math.max(width, height);
  const wanted = Math.max(longSide / 110, Math.min(6, longSide / 60));
  const room = width - 2 * wanted;
  const lines = wrap(words.footer, (parts) => widthOf(lineOf(parts), fonts) * wanted <= room).map(lineOf);
  const longest = wanted * Math.max(...lines.map((line) => widthOf(line, fonts)));
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
    "/Foot gs 0.1 g BT",
    ...lines.map((line, index) => {
      const y = bottom + pitch * (lines.length - 1 - index);
      return `${num(size)} 0 0 ${num(size)} ${num(wanted)} ${num(y)} Tm ${shown(line, fonts)}`;
    }),
    "ET",
  ];
}

function wrap(parts: string[], fits: (line: string[]) => boolean): string[][] {
  const lines: string[][] = [];
  for (const part of parts) {
    const longer = [...(lines.at(-1) ?? []), part];
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push([part]);
  }
  return lines;
}
