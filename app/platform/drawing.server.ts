import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts, type Image, loadImage, type SKRSContext2D } from "@napi-rs/canvas";

export type Drawing = SKRSContext2D;
export type Picture = Image;

const resolve = createRequire(import.meta.url).resolve;
const noto = (style: string) => resolve(`@expo-google-fonts/noto-sans/${style}/NotoSans_${style}.ttf`);
const inPackage = (script: string, file: string) =>
  join(dirname(resolve(`@embedpdf/fonts-${script}`)), "..", "fonts", file);

const faces: [family: string, file: () => string][] = [
  ["Drawn", () => noto("400Regular")],
  ["Drawn", () => noto("600SemiBold")],
  ["Drawn SC", () => inPackage("sc", "NotoSansHans-Medium.otf")],
  ["Drawn JP", () => inPackage("jp", "NotoSansJP-Medium.otf")],
  ["Drawn KR", () => inPackage("kr", "NotoSansKR-Medium.otf")],
  ["Drawn Hebrew", () => inPackage("hebrew", "NotoSansHebrew-Bold.ttf")],
  ["Drawn Arabic", () => inPackage("arabic", "NotoNaskhArabic-Bold.ttf")],
];
for (const [family, file] of faces) GlobalFonts.registerFromPath(file(), family);

/** The families of every picture that we draw, for `font`: the first that has a character draws it. */
export const drawnFont = [...new Set(faces.map(([family]) => `"${family}"`))].join(", ");

type Size = { width: number; height: number };

/** A PNG of `width` by `height` pixels, as `draw` leaves it. Coordinates are pixels from the upper left corner. */
export async function drawPng({ width, height }: Size, draw: (drawing: Drawing) => void): Promise<Buffer> {
  const canvas = createCanvas(width, height);
  draw(canvas.getContext("2d"));
  return canvas.encode("png");
}

/** A PNG, JPEG or WebP to draw from. Throws for bytes that are none. How large it unpacks is the caller's to check. */
export const readPicture = (bytes: Uint8Array): Promise<Picture> => loadImage(Buffer.from(bytes));
