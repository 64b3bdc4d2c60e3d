import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { nestingOf } from "./content-stream.ts";
import { type Stamp, stampWords } from "./names.ts";
import { oneAtATime } from "./one-at-a-time.server.ts";
import { contentOf, dictionariesOf, dropUnreachable, openPdf, UnusablePdf } from "./pdf-file.server.ts";
import { embedStampFont, num, stampFont, stampOperators } from "./stamp-form.server.ts";

export type { Stamp };

const pdfName = (text: string) => PDFName.of(text);

/**
 * One person's copy: every page carries the stamp inside its own content. Throws rather than give a page without one.
 * The same bytes and stamp give the same copy.
 */
export function stampPdf(bytes: Uint8Array, stamp: Stamp): Promise<Buffer> {
  return oneAtATime(() => stampPdfNow(bytes, stamp));
}

/** Without waiting in line: for work that already has its turn. */
export async function stampPdfNow(bytes: Uint8Array, stamp: Stamp): Promise<Buffer> {
  const doc = await openPdf(bytes);
  const pages = doc.getPages();
  if (pages.length === 0) throw new UnusablePdf("The PDF has no pages.");

  const name = `Copy${createHash("sha256").update(stamp.copyId).digest("hex").slice(0, 12)}`;
  await drawOnPages(doc, pages, { stamp, name });
  dropPromisesThatNoLongerHold(doc);
  doc.setKeywords([`copy ${stamp.copyId}`]);
  doc.setModificationDate(stamp.at);
  await doc.flush();
  dropUnreachable(doc.context);

  const copy = Buffer.from(
    await doc.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }),
  );
  await ensureStamped(copy, pages.length, name);
  return copy;
}

async function drawOnPages(doc: PDFDocument, pages: PDFPage[], { stamp, name }: { stamp: Stamp; name: string }) {
  const font = await embedStampFont(doc);
  const words = stampWords(stamp, (codePoint) => stampFont().hasGlyphForCodePoint(codePoint));
  const resources = {
    Font: { Stamp: font.ref },
    ExtGState: { Across: { ca: 0.32 }, Strip: { ca: 0.75 }, Foot: { ca: 0.9 } },
  };
  const forms = new Map<string, PDFRef>();

  for (const page of pages) {
    const { size, matrix } = displayOf(page);
    const key = `${num(size.width)}x${num(size.height)}`;
    let form = forms.get(key);
    if (!form) {
      const dict = { Type: "XObject", Subtype: "Form", BBox: [0, 0, size.width, size.height], Resources: resources };
      form = deflated(doc.context, Buffer.from(stampOperators(words, font, size)), dict);
      forms.set(key, form);
    }
    drawOnPage(page, { name: `${name}x${[...forms.keys()].indexOf(key)}`, form, matrix });
  }
}

/** Balances what the page leaves open, then draws in its untouched coordinates, as an artifact for screen readers. */
function drawOnPage(page: PDFPage, drawing: { name: string; form: PDFRef; matrix: number[] }) {
  const content = contentOf(page);
  const open = nestingOf(content);
  const stamped = Buffer.concat([
    Buffer.from("q\n".repeat(1 + open.missingSaves)),
    content,
    Buffer.from(`\n${open.openText ? "ET\n" : ""}${"EMC\n".repeat(open.openMarks)}${"Q\n".repeat(1 + open.openSaves)}`),
    Buffer.from(`q ${drawing.matrix.map(num).join(" ")} cm\n/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n`),
    Buffer.from(`/${drawing.name} Do\nEMC\nQ\n`),
  ]);
  page.node.set(pdfName("Contents"), deflated(page.node.context, stamped, {}));
  xObjectsOf(page).set(pdfName(drawing.name), drawing.form);
  // A thumbnail and an editor's private data are clean copies of the page.
  page.node.delete(pdfName("Thumb"));
  page.node.delete(pdfName("PieceInfo"));
}

function deflated(context: PDFContext, bytes: Uint8Array, dict: Parameters<PDFContext["obj"]>[0] & object): PDFRef {
  const contents = deflateSync(bytes);
  const entries = { ...dict, Filter: "FlateDecode", Length: contents.length };
  return context.register(PDFRawStream.of(context.obj(entries), contents));
}

/** Pages that share their resources go on sharing them: a dictionary a page would grow some files tenfold. */
function xObjectsOf(page: PDFPage): PDFDict {
  const { context } = page.node;
  const found = context.lookup(page.node.getInheritableAttribute(pdfName("Resources")));
  const resources = found instanceof PDFDict ? found : context.obj({});
  if (resources !== found) page.node.set(pdfName("Resources"), resources);
  const known = resources.lookup(pdfName("XObject"));
  if (known instanceof PDFDict) return known;
  const xObjects = context.obj({});
  resources.set(pdfName("XObject"), xObjects);
  return xObjects;
}

/** The part of the page that a viewer shows, as it shows it, and the matrix from there to the page's coordinates. */
function displayOf(page: PDFPage) {
  const { x, y, width, height } = visibleBox(page);
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const size = turn % 180 === 90 ? { width: height, height: width } : { width, height };
  if (turn === 90) return { size, matrix: [0, 1, -1, 0, x + width, y] };
  if (turn === 180) return { size, matrix: [-1, 0, 0, -1, x + width, y + height] };
  if (turn === 270) return { size, matrix: [0, -1, 1, 0, x, y + height] };
  return { size, matrix: [1, 0, 0, 1, x, y] };
}

type Box = ReturnType<PDFPage["getMediaBox"]>;

function visibleBox(page: PDFPage): Box {
  const [media, crop] = [edgesOf(page.getMediaBox()), edgesOf(page.getCropBox())];
  const [left, bottom] = [Math.max(media.left, crop.left), Math.max(media.bottom, crop.bottom)];
  const [right, top] = [Math.min(media.right, crop.right), Math.min(media.top, crop.top)];
  const seen = right > left && top > bottom ? { left, bottom, right, top } : media;
  const box = { x: seen.left, y: seen.bottom, width: seen.right - seen.left, height: seen.top - seen.bottom };
  if (!(box.width >= 1 && box.height >= 1)) throw new UnusablePdf("A page has no size.");
  return box;
}

const edgesOf = ({ x, y, width, height }: Box) => ({
  left: Math.min(x, x + width),
  right: Math.max(x, x + width),
  bottom: Math.min(y, y + height),
  top: Math.max(y, y + height),
});

/** A stamped copy is another file: signatures over the original and claims of an archive format are no longer true. */
function dropPromisesThatNoLongerHold(doc: PDFDocument) {
  doc.catalog.delete(pdfName("Perms"));
  doc.catalog.delete(pdfName("Metadata"));
  doc.catalog.lookupMaybe(pdfName("AcroForm"), PDFDict)?.delete(pdfName("SigFlags"));
  for (const dict of dictionariesOf(doc.context)) {
    const value = dict.lookup(pdfName("V"));
    if (value instanceof PDFDict && value.has(pdfName("ByteRange"))) dict.delete(pdfName("V"));
  }
}

async function ensureStamped(copy: Uint8Array, expected: number, name: string) {
  const pages = (await openPdf(copy)).getPages();
  if (pages.length !== expected) throw new UnusablePdf(`The copy has ${pages.length} pages instead of ${expected}.`);
  for (const page of pages) {
    const end = Buffer.from(contentOf(page).subarray(-60)).toString("latin1");
    const drawn = /\/(\S+) Do\nEMC\nQ\n$/.exec(end)?.[1];
    if (!drawn?.startsWith(name) || !(xObjectsOf(page).lookup(pdfName(drawn)) instanceof PDFRawStream)) {
      throw new UnusablePdf("A page of the copy carries no stamp.");
    }
  }
}
