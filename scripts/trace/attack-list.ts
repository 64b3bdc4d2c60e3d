import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import { PDFArray, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { byTool, inFolder, run } from "./corpus-pdf.server.tsx";

/** What somebody does to a copy; null where the tool for it is not installed. `other` is a second person's copy. */
export type Attack = {
  name: string;
  /** Two holders took part. */
  together?: boolean;
  on: (copy: Uint8Array, other: Uint8Array) => Promise<Uint8Array | null>;
};

export const attacks: Attack[] = [
  { name: "None", on: async (copy) => copy },
  {
    name: "Rewritten by qpdf, object streams",
    on: async (copy) => qpdf(copy, "--object-streams=generate", "--recompress-flate"),
  },
  { name: "Linearized by qpdf", on: async (copy) => qpdf(copy, "--linearize") },
  { name: "Taken apart by qpdf (--qdf)", on: async (copy) => qpdf(copy, "--qdf", "--object-streams=disable") },
  { name: "Last content stream of each page dropped", on: withoutLastStream },
  { name: "Visible stamp and metadata taken out", on: withoutStampAndMetadata },
  { name: "Two pages extracted, in another order", on: async (copy) => qpdfPages(copy, "3,2") },
  { name: "Distilled by Ghostscript", on: async (copy) => ghostscript(copy) },
  { name: "Distilled by Ghostscript, /ebook", on: async (copy) => ghostscript(copy, "-dPDFSETTINGS=/ebook") },
  { name: "Printed to PDF (pdftocairo)", on: async (copy) => byTool("pdftocairo", copy, (i, o) => ["-pdf", i, o]) },
  { name: "Pictures of its pages, 150 dpi", on: (copy) => rasterised(copy, { dpi: 150 }) },
  { name: "Pictures, 150 dpi, JPEG quality 60", on: (copy) => rasterised(copy, { dpi: 150, quality: 60 }) },
  { name: "Pictures, 100 dpi, JPEG quality 40", on: (copy) => rasterised(copy, { dpi: 100, quality: 40 }) },
  { name: "Pictures, 150 dpi, a tenth cut off left and top", on: (copy) => rasterised(copy, { dpi: 150, cut: 0.1 }) },
  { name: "Picture of one page, 150 dpi", on: (copy) => rasterised(copy, { dpi: 150, only: 2 }) },
  { name: "Pictures of two copies laid over each other", together: true, on: (copy, other) => blended(copy, other) },
];

const qpdf = (copy: Uint8Array, ...options: string[]) => byTool("qpdf", copy, (i, o) => [...options, i, o]);
const qpdfPages = (copy: Uint8Array, pages: string) =>
  byTool("qpdf", copy, (i, o) => ["--empty", "--pages", i, pages, "--", o]);

const ghostscript = (copy: Uint8Array, ...options: string[]) =>
  byTool("gs", copy, (i, o) => ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", ...options, "-o", o, i]);

async function withoutLastStream(copy: Uint8Array): Promise<Uint8Array> {
  const doc = await PDFDocument.load(copy, { updateMetadata: false });
  for (const page of doc.getPages()) {
    const contents = page.node.Contents();
    if (contents instanceof PDFArray && contents.size() > 1) contents.remove(contents.size() - 1);
  }
  return doc.save();
}

/** The last drawing of each page is the visible stamp, for whoever reads content streams. */
async function withoutStampAndMetadata(copy: Uint8Array): Promise<Uint8Array> {
  const doc = await PDFDocument.load(copy, { updateMetadata: false });
  for (const page of doc.getPages()) {
    const stream = page.node.Contents();
    if (!(stream instanceof PDFRawStream)) continue;
    const content = inflateSync(stream.contents).toString("latin1");
    const cut = content.replace(/\/\S+ Do\nEMC\nQ\n$/, "EMC\nQ\n");
    const contents = deflateSync(Buffer.from(cut, "latin1"));
    const dict = doc.context.obj({ Filter: "FlateDecode", Length: contents.length });
    page.node.set(PDFName.of("Contents"), doc.context.register(PDFRawStream.of(dict, contents)));
  }
  doc.context.trailerInfo.Info = undefined;
  doc.context.trailerInfo.ID = undefined;
  doc.catalog.delete(PDFName.of("Metadata"));
  return doc.save();
}

type Picture = { bytes: Buffer; width: number; height: number };

/** The pages as pictures, by another program than the one that looks for the marks. */
function picturesOf(copy: Uint8Array, dpi: number): Buffer[] | null {
  return inFolder((folder) => {
    writeFileSync(join(folder, "in.pdf"), copy);
    run("pdftoppm", ["-r", String(dpi), "-png", join(folder, "in.pdf"), join(folder, "page")]);
    const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
    return names.sort().map((name) => readFileSync(join(folder, name)));
  });
}

type Raster = { dpi: number; quality?: number; cut?: number; only?: number };

async function rasterised(copy: Uint8Array, { dpi, quality, cut = 0, only }: Raster): Promise<Uint8Array | null> {
  const all = picturesOf(copy, dpi);
  if (!all) return null;
  const chosen = only === undefined ? all : all.slice(only - 1, only);
  const pictures = await Promise.all(chosen.map((png) => redrawn([png], { quality, cut })));
  return only === undefined ? bound(pictures, dpi) : pictures[0]!.bytes;
}

async function blended(copy: Uint8Array, other: Uint8Array): Promise<Uint8Array | null> {
  const [ones, others] = [picturesOf(copy, 150), picturesOf(other, 150)];
  if (!ones || !others) return null;
  return bound(await Promise.all(ones.map((png, at) => redrawn([png, others[at]!], {}))), 150);
}

/** Later pictures are laid over the first at half strength. */
async function redrawn(pngs: Buffer[], { quality, cut = 0 }: { quality?: number; cut?: number }): Promise<Picture> {
  const images = await Promise.all(pngs.map((png) => loadImage(png)));
  const [left, top] = [Math.round(images[0]!.width * cut), Math.round(images[0]!.height * cut)];
  const canvas = createCanvas(images[0]!.width - left, images[0]!.height - top);
  const context = canvas.getContext("2d");
  images.forEach((image, at) => {
    context.globalAlpha = at === 0 ? 1 : 0.5;
    context.drawImage(image, -left, -top);
  });
  const bytes = quality === undefined ? canvas.toBuffer("image/png") : canvas.toBuffer("image/jpeg", quality);
  return { bytes, width: canvas.width, height: canvas.height };
}

async function bound(pictures: Picture[], dpi: number): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  for (const { bytes, width, height } of pictures) {
    const image = bytes[0] === 0xff ? await doc.embedJpg(bytes) : await doc.embedPng(bytes);
    const size = { width: (width * 72) / dpi, height: (height * 72) / dpi };
    doc.addPage([size.width, size.height]).drawImage(image, { x: 0, y: 0, ...size });
  }
  return doc.save();
}
