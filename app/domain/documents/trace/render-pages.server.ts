import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { GreyImage } from "./grey-image.ts";

/** A file as it is seen: its pages as pictures, and what it says of itself. */
export type SeenFile = {
  pageCount: number;
  /** In points; null where a picture does not say how large it is printed. */
  widthOf(page: number): Promise<number | null>;
  /** The page, so many places wide. */
  render(page: number, width: number): Promise<GreyImage>;
  textOf(page: number): Promise<string>;
  /** File ids and keywords. */
  tags(): Promise<string[]>;
};

/** Takes the bytes over: nobody else may use them afterwards. Throws when they are neither a PDF nor a picture. */
export async function seeFile(bytes: Uint8Array): Promise<SeenFile> {
  return Buffer.from(bytes.subarray(0, 1_024)).includes("%PDF-") ? seePdf(bytes) : seePicture(bytes);
}

const library = () => dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

async function seePdf(bytes: Uint8Array): Promise<SeenFile> {
  const folder = (name: string) => `${join(library(), name)}/`;
  const doc = await getDocument({
    data: new Uint8Array(bytes),
    standardFontDataUrl: folder("standard_fonts"),
    cMapUrl: folder("cmaps"),
    wasmUrl: folder("wasm"),
    cMapPacked: true,
    isEvalSupported: false,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  return {
    pageCount: doc.numPages,
    async widthOf(page) {
      return (await doc.getPage(page + 1)).getViewport({ scale: 1 }).width;
    },
    async render(number, width) {
      const page = await doc.getPage(number + 1);
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      const canvas = canvasOf(width, Math.round(viewport.height));
      const canvasContext = canvas.getContext("2d") as unknown as CanvasRenderingContext2D;
      await page.render({ canvas: null, canvasContext, viewport }).promise;
      page.cleanup();
      return greyOf(canvas);
    },
    async textOf(page) {
      const { items } = await (await doc.getPage(page + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join(" ");
    },
    async tags() {
      const { info } = await doc.getMetadata().catch(() => ({ info: {} }));
      const keywords = (info as { Keywords?: unknown }).Keywords;
      return [...doc.fingerprints, typeof keywords === "string" ? keywords : null].filter((tag) => tag !== null);
    },
  };
}

async function seePicture(bytes: Uint8Array): Promise<SeenFile> {
  const picture = await loadImage(Buffer.from(bytes));
  if (picture.width * picture.height > mostPlaces) throw new Error("The picture is too large.");
  return {
    pageCount: 1,
    widthOf: async () => null,
    async render(_page, width) {
      const canvas = canvasOf(width, Math.round((picture.height * width) / picture.width));
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      return greyOf(canvas);
    },
    textOf: async () => "",
    tags: async () => [],
  };
}

/** 40 million places are 160 MiB. */
const mostPlaces = 40_000_000;

function canvasOf(width: number, height: number) {
  if (width * height > mostPlaces) throw new Error("The page is too large.");
  const canvas = createCanvas(Math.max(1, width), Math.max(1, height));
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Light as the eye weighs it (ITU-R BT.601). */
function greyOf(canvas: Canvas): GreyImage {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const light = new Float32Array(width * height);
  for (let at = 0; at < light.length; at++) {
    light[at] = 0.299 * data[4 * at]! + 0.587 * data[4 * at + 1]! + 0.114 * data[4 * at + 2]!;
  }
  return { width, height, light };
}
