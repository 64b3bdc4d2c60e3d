import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { degrees, PDFDocument, PDFName, PDFRawStream, StandardFonts } from "@cantoo/pdf-lib";

export const secret = "BODY OF THE REPORT";

type PageShape = {
  size?: [number, number];
  turn?: number;
  crop?: [number, number, number, number];
  media?: [number, number, number, number];
  userUnit?: number;
  raw?: string;
};

/** A PDF with a page a shape; each says its own number. `raw` operators stand where the text would. */
export async function pdfOf(shapes: PageShape[], options: { objectStreams?: boolean } = {}): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (const [index, shape] of shapes.entries()) {
    const page = doc.addPage(shape.size ?? [595, 842]);
    if (shape.media) page.setMediaBox(...shape.media);
    if (shape.crop) page.setCropBox(...shape.crop);
    if (shape.turn) page.setRotation(degrees(shape.turn));
    if (shape.userUnit) page.node.set(PDFName.of("UserUnit"), doc.context.obj(shape.userUnit));
    const { x, y } = page.getCropBox();
    if (shape.raw === undefined) page.drawText(`${secret} ${index + 1}`, { x: x + 40, y: y + 90, size: 10, font });
    else page.node.set(PDFName.of("Contents"), doc.context.register(doc.context.stream(shape.raw)));
  }
  return doc.save({ useObjectStreams: options.objectStreams ?? false });
}

export const pages = (count: number, shape: PageShape = {}): PageShape[] => Array.from({ length: count }, () => shape);

export async function pdfWithForm(): Promise<Uint8Array> {
  const doc = await PDFDocument.load(await pdfOf(pages(2)));
  const field = doc.getForm().createTextField("reviewer");
  field.setText("typed before");
  field.addToPage(doc.getPage(0), { x: 50, y: 500, width: 200, height: 20 });
  return doc.save();
}

/** All pages hang on one inherited resource dictionary and draw one shared content stream. */
export async function pdfWithSharedParts(): Promise<Uint8Array> {
  const doc = await PDFDocument.load(await pdfOf(pages(5)));
  const [first, ...others] = doc.getPages();
  const resources = first!.node.get(PDFName.of("Resources"))!;
  const contents = first!.node.get(PDFName.of("Contents"))!;
  doc.catalog.Pages().set(PDFName.of("Resources"), resources);
  for (const page of others) page.node.set(PDFName.of("Contents"), contents);
  for (const page of doc.getPages()) page.node.delete(PDFName.of("Resources"));
  return doc.save();
}

/** A page that was taken out, but whose objects are still in the file. */
export async function pdfWithALeftover(text: string): Promise<Uint8Array> {
  const doc = await PDFDocument.load(await pdfOf(pages(1)));
  doc.context.register(doc.context.stream(`BT (${text}) Tj ET`));
  return doc.save({ useObjectStreams: false });
}

export async function pdfWithObject(entries: Record<string, unknown>): Promise<Uint8Array> {
  const doc = await PDFDocument.load(await pdfOf(pages(1)));
  doc.context.register(doc.context.obj(entries as never));
  return doc.save();
}

/** A form with a signature over the bytes of this very file, and a claim that none of them may change. */
export async function signedPdf(): Promise<Uint8Array> {
  const doc = await PDFDocument.load(await pdfOf(pages(1)));
  const { context } = doc;
  const value = context.register(context.obj({ Type: "Sig", ByteRange: [0, 10, 20, 30], Contents: "00" }));
  const field = context.register(context.obj({ FT: "Sig", T: "auditor", V: value }));
  doc.catalog.set(PDFName.of("AcroForm"), context.obj({ Fields: [field], SigFlags: 3 }));
  doc.catalog.set(PDFName.of("Perms"), context.obj({ DocMDP: value }));
  return doc.save({ useObjectStreams: false });
}

const isThere = (tool: string, flag: string) => {
  try {
    execFileSync(tool, [flag], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

export const hasQpdf = isThere("qpdf", "--version");
export const hasPdftotext = isThere("pdftotext", "-v");

/** Runs a tool on bytes; IN and OUT in its arguments are files that it finds and leaves. */
function onFiles(bytes: Uint8Array, run: (input: string, output: string) => void): Buffer | null {
  const folder = mkdtempSync(join(tmpdir(), "candor-pdf-"));
  const [input, output] = [join(folder, "in.pdf"), join(folder, "out.pdf")];
  try {
    writeFileSync(input, bytes);
    run(input, output);
    return readIfThere(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

export const qpdf = (bytes: Uint8Array, ...options: string[]): Buffer =>
  onFiles(bytes, (input, output) => void execFileSync("qpdf", [...options, input, output], { stdio: "pipe" }))!;

/** Throws unless qpdf finds nothing to say about the file. */
export function ensureQpdfFindsNothing(bytes: Uint8Array): void {
  onFiles(bytes, (input) => void execFileSync("qpdf", ["--check", input], { stdio: "pipe" }));
}

/** The text of each page, as pdftotext reads it. */
export function textOfPages(bytes: Uint8Array): string[] {
  const text = onFiles(bytes, (input, output) => {
    execFileSync("pdftotext", ["-layout", "-enc", "UTF-8", input, output], { stdio: "pipe" });
  });
  return text!.toString("utf8").split("\f").slice(0, -1);
}

export type Word = { text: string; left: number; top: number; right: number; bottom: number };

/** The words of each page as a viewer shows it, with their places in points from its upper left corner. */
export async function wordsOfPages(bytes: Uint8Array): Promise<{ width: number; height: number; words: Word[] }[]> {
  const turns = (await PDFDocument.load(bytes, { password: "" })).getPages().map((page) => page.getRotation().angle);
  const html = onFiles(bytes, (input, output) => {
    execFileSync("pdftotext", ["-bbox", "-cropbox", "-enc", "UTF-8", input, output], { stdio: "pipe" });
  })!.toString("utf8");
  return html
    .split("<page ")
    .slice(1)
    .map((page, at) => {
      const size = [...page.matchAll(/(?:width|height)="([\d.]+)"/g)].map(([, size]) => Number(size));
      // pdftotext turns the words but not the size.
      const [width = 0, height = 0] = turns[at]! % 180 === 0 ? size : size.reverse();
      const words = [...page.matchAll(/<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)<\/word>/g)].map(
        ([, left, top, right, bottom, text]) => ({
          text: text!,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }),
      );
      return { width, height, words };
    });
}

/** Every stream of the file, decoded, as one text. */
export async function decodedStreams(bytes: Uint8Array): Promise<string[]> {
  const { inflateSync } = await import("node:zlib");
  const doc = await PDFDocument.load(bytes, { updateMetadata: false });
  return doc.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [];
    const flate = object.dict.lookup(PDFName.of("Filter")) === PDFName.of("FlateDecode");
    return [Buffer.from(flate ? inflateSync(object.contents) : object.contents).toString("latin1")];
  });
}
