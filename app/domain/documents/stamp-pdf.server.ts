import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import {
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
} from "@cantoo/pdf-lib";
import { byteTag, type MarkingKey } from "./marks/code-words.server.ts";
import { dotSettings } from "./marks/dots.server.ts";
import { markOperators } from "./marks/mark-forms.server.ts";
import { type Drawings, markerFor } from "./marks/marked-content.server.ts";
import type { PagePlan } from "./marks/page-plan.ts";
import { plansOf } from "./marks/plans.server.ts";
import { type Stamp, stampWords } from "./names.ts";
import { letOthersGo, oneAtATime } from "./one-at-a-time.server.ts";
import { displayOf, type PageDisplay } from "./page-display.server.ts";
import { contentOf, dictionariesOf, dropUnreachable, openPdf, UnusablePdf } from "./pdf-file.server.ts";
import { embedFonts, hasGlyph } from "./stamp-fonts.server.ts";
import { type EmbeddedFonts, fontsOf, num, resourceName, stampOperators } from "./stamp-form.server.ts";

export type { Stamp };

const pdfName = (text: string) => PDFName.of(text);

/** What a copy is stamped with: words that all can read, and the key of the marks that nobody can. */
export type Stamping = { stamp: Stamp; key: MarkingKey };

/**
 * One person's copy: every page carries the stamp and the marks inside its own content. Throws rather than give a page
 * without a stamp. The same bytes, stamp and key give the same copy.
 */
export function stampPdf(bytes: Uint8Array, stamping: Stamping): Promise<Buffer> {
  return oneAtATime(() => stampPdfNow(bytes, stamping));
}

/** Without waiting in line: for work that already has its turn. */
export async function stampPdfNow(bytes: Uint8Array, { stamp, key }: Stamping): Promise<Buffer> {
  const doc = await openPdf(bytes);
  const pages = doc.getPages();
  if (pages.length === 0) throw new UnusablePdf("The PDF has no pages.");

  const name = `Copy${createHash("sha256").update(stamp.copyId).digest("hex").slice(0, 12)}`;
  const words = stampWords(stamp, hasGlyph);
  const fonts = await embedFonts(doc, fontsOf(words));
  const drawing = drawingsFor(doc, { name, key, copyId: stamp.copyId, words, fonts });
  const marked = markerFor(key, stamp.copyId);
  const plans = await plansOf(bytes, pages);
  for (const [number, page] of pages.entries()) {
    const drawings = drawing(displayOf(page));
    const plan = plans[number]!;
    drawOnPage(page, { plan, content: marked(contentOf(page), { plan, number, drawings: drawings.marks }), drawings });
    await letOthersGo(number);
  }

  dropPromisesThatNoLongerHold(doc);
  tagFile(doc, stamp, byteTag(key, stamp.copyId));
  await doc.flush();
  dropUnreachable(doc.context);

  const copy = Buffer.from(
    await doc.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }),
  );
  await ensureStamped(copy, pages.length, name);
  return copy;
}

type Copy = {
  name: string;
  key: MarkingKey;
  copyId: string;
  words: ReturnType<typeof stampWords>;
  fonts: EmbeddedFonts;
};

type PageDrawings = { stamp: string; marks: Drawings; forms: Map<string, PDFRef> };

/** The drawings of a page: made once for each size of page. */
function drawingsFor(doc: PDFDocument, { name, key, copyId, words, fonts }: Copy) {
  const resources = {
    Font: {
      ...Object.fromEntries([...fonts].map(([script, font]) => [resourceName(script), font.ref])),
      Hidden: { Type: "Font", Subtype: "Type1", BaseFont: "Helvetica" },
    },
    ExtGState: {
      Across: { ca: 0.32 },
      Strip: { ca: 0.75 },
      Foot: { ca: 0.9 },
      Faint: { CA: dotSettings.grey, BM: "Normal", SMask: "None" },
    },
  };
  const shared = doc.context.register(doc.context.obj(resources));
  const known = new Map<string, Map<string, PDFRef>>();

  function formsFor(size: PageDisplay["size"]): Map<string, PDFRef> {
    const [width, height] = [num(size.width), num(size.height)];
    const found = known.get(`${width}x${height}`);
    if (found) return found;
    const dict = { Type: "XObject", Subtype: "Form", BBox: [0, 0, size.width, size.height], Resources: shared };
    const contents = [stampOperators(words, fonts, size), ...markOperators(key, copyId, size)];
    const forms = new Map(
      contents.map((operators, at) => [
        `${name}x${known.size}${at === 0 ? "" : `x${at}`}`,
        deflated(doc.context, Buffer.from(operators), dict),
      ]),
    );
    known.set(`${width}x${height}`, forms);
    return forms;
  }

  return ({ size, matrix }: PageDisplay): PageDrawings => {
    const forms = formsFor(size);
    const [stamp, ...names] = forms.keys();
    return { stamp: stamp!, marks: { names, matrix, size }, forms };
  };
}

/** Balances what the page leaves open, then draws in its untouched coordinates, as an artifact for screen readers. */
function drawOnPage(page: PDFPage, drawn: { plan: PagePlan; content: Uint8Array; drawings: PageDrawings }) {
  const { plan, content, drawings } = drawn;
  const open = plan.nesting;
  const stamped = Buffer.concat([
    Buffer.from("q\n".repeat(1 + open.missingSaves)),
    content,
    Buffer.from(`\n${open.openText ? "ET\n" : ""}${"EMC\n".repeat(open.openMarks)}${"Q\n".repeat(1 + open.openSaves)}`),
    Buffer.from(
      `q ${drawings.marks.matrix.map(num).join(" ")} cm\n/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n`,
    ),
    Buffer.from(`/${drawings.stamp} Do\nEMC\nQ\n`),
  ]);
  page.node.set(pdfName("Contents"), deflated(page.node.context, stamped, {}));
  const xObjects = xObjectsOf(page);
  for (const [name, form] of drawings.forms) xObjects.set(pdfName(name), form);
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

/** Tags that a look at the file's bytes finds. They say whose copy it is; anyone who has seen one could write it. */
function tagFile(doc: PDFDocument, stamp: Stamp, tag: string) {
  doc.setKeywords([`copy ${stamp.copyId}`]);
  doc.setModificationDate(stamp.at);
  doc.context.trailerInfo.ID = doc.context.obj([PDFHexString.of(tag), PDFHexString.of(tag)]);
}

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
  for (const [number, page] of pages.entries()) {
    await letOthersGo(number);
    const end = Buffer.from(contentOf(page).subarray(-60)).toString("latin1");
    const drawn = /\/(\S+) Do\nEMC\nQ\n$/.exec(end)?.[1];
    if (!drawn?.startsWith(name) || !(xObjectsOf(page).lookup(pdfName(drawn)) instanceof PDFRawStream)) {
      throw new UnusablePdf("A page of the copy carries no stamp.");
    }
  }
}
