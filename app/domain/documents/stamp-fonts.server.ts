import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";
import type { PDFDocument, PDFFont } from "@cantoo/pdf-lib";
import { fontFile } from "#app/platform/script-fonts.server.ts";
import type { HasGlyph, ScriptFont } from "./text-runs.ts";

type LoadedFont = { font: Font; bytes: Uint8Array };

const loaded = new Map<ScriptFont, LoadedFont>();

/** Each is read when a name first needs it: 10 ms for most, half a second for Latin, whose glyphs are all looked up. */
function load(key: ScriptFont): LoadedFont {
  const known = loaded.get(key);
  if (known) return known;
  const bytes = readFileSync(fontFile(key));
  const font = create(bytes);
  if (key === "latin") lookUpGlyphs(font);
  const made = { font, bytes };
  loaded.set(key, made);
  return made;
}

/**
 * Each glyph is looked up by its character first: fontkit keeps the first glyph object it makes, and one made as a part
 * of another (the dot of "i") has no character, so that a later copy could not be searched for it.
 */
function lookUpGlyphs(font: Font) {
  for (const codePoint of font.characterSet) font.glyphForCodePoint(codePoint);
}

export const hasGlyph: HasGlyph = (key, codePoint) => load(key).font.hasGlyphForCodePoint(codePoint);

/**
 * Ligatures and composition off: they turn "ị" into pieces, and a search for the name then finds nothing. Arabic is
 * unreadable without them. Its font is parsed anew for each copy, because a glyph that fontkit keeps remembers the
 * letters of the first name that it was drawn for.
 */
export async function embedFonts(doc: PDFDocument, keys: Iterable<ScriptFont>): Promise<Map<ScriptFont, PDFFont>> {
  const parsed = new Map<Uint8Array, Font>();
  doc.registerFontkit({ create: (bytes) => parsed.get(bytes)! });
  const fonts = new Map<ScriptFont, PDFFont>();
  for (const key of keys) {
    const { font, bytes } = load(key);
    parsed.set(bytes, key === "arabic" ? create(bytes) : font);
    const features = key === "arabic" ? undefined : { ccmp: false, liga: false };
    fonts.set(key, await doc.embedFont(bytes, { subset: true, features }));
  }
  return fonts;
}
