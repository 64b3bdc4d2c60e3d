declare module "fontkit" {
  import type { PDFDocument } from "@cantoo/pdf-lib";

  type Fontkit = Parameters<PDFDocument["registerFontkit"]>[0];

  export type Font = Awaited<ReturnType<Fontkit["create"]>> & {
    characterSet: number[];
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { id: number };
  };
  export function create(bytes: Uint8Array, postscriptName?: string): Font;
}
