import { complaints } from "#app/messages/en/complaints.ts";
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import { symbolBox } from "#app/domain/questionnaires/formats/docx-boxes.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { checkedBox, contains, emptyBox, middleOf } from "#app/domain/questionnaires/formats/pdf-page.ts";
import type { Area, PdfFile, PdfPage, Piece, Widget } from "#app/domain/questionnaires/formats/pdf-page.ts";
import {
  isMatrix,
  type Operators,
  type OperatorNumbers,
  placed,
  product,
  shapesIn,
} from "#app/domain/questionnaires/formats/pdf-shapes.ts";
import { type FoundWidget, widgetFrom } from "#app/domain/questionnaires/formats/pdf-widgets.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfJsPage = Awaited<ReturnType<Pdf["getPage"]>>;

/**
 * What stands on the pages of a PDF and in its form. Nothing in the file is run, no picture is decoded, and no font or
 * other file is looked for outside of it. Only the reading process calls it. Throws UnreadableFile for what is locked,
 * damaged, a signed form, or built for a viewer's own form engine (XFA).
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const pdf = await opened(bytes);
  try {
    if (pdf.numPages > limits.pdfPages) throw overLimit("pdfPages", pdf.numPages);
    await refuseLocked(pdf);
    const pages: PdfPage[] = [];
    let pieces = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await readPage(await pdf.getPage(number));
      pieces += page.pieces.length;
      if (pieces > limits.pdfTexts) throw overLimit("pdfTexts");
      pages.push(page);
    }
    const widgets = pages.flatMap((page) => page.pieces.flatMap(({ widget }) => widget ?? []));
    if (widgets.length > limits.pdfFields) throw overLimit("pdfFields");
    const fillable = widgets.some(({ readOnly }) => !readOnly);
    if (fillable && isSigned(bytes)) throw signed();
    return { pages, fillable };
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw damaged(error);
  } finally {
    await pdf.destroy();
  }
}

async function opened(bytes: Uint8Array): Promise<Pdf> {
  provideTransfer();
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), {
      ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true, enableXfa: false },
      ...{ maxImageSize: 1, verbosity: 0, useWasm: false, useWorkerFetch: false },
    });
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw locked();
    throw damaged(error);
  }
}

/** pdf.js moves fonts with a method of Node 21 and later. */
function provideTransfer(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer };
  prototype.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    return this.slice(0, length);
  };
}

async function refuseLocked(pdf: Pdf): Promise<void> {
  const info = (await pdf.getMetadata()).info as Record<string, unknown>;
  if (info.EncryptFilterName) throw locked();
  if (info.IsXFAPresent === true) {
    throw new UnreadableFile("file.pdf_xfa", complaints.fileXfa);
  }
}

const locked = () => new UnreadableFile("file.pdf_locked", complaints.filePdfLocked);

/** A signature names the bytes that it signs, which is why its dictionary is never packed away (ISO 32000-1, 12.8.1). */
function isSigned(bytes: Uint8Array): boolean {
  return /\/ByteRange\s*\[/.test(Buffer.from(bytes).toString("latin1"));
}

const signed = () => new UnreadableFile("file.pdf_signed", complaints.filePdfSigned);

function damaged(cause: unknown): UnreadableFile {
  const error = new UnreadableFile("file.pdf_damaged", complaints.filePdfDamaged);
  error.cause = cause;
  return error;
}

async function readPage(page: PdfJsPage): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 });
  const view = viewport.transform as number[];
  if (!isMatrix(view)) throw damaged("view");
  const operators = (await page.getOperatorList({ annotationMode: 0 })) as Operators;
  const { OPS } = await getResolvedPDFJS();
  const { horizontal, vertical, squares } = shapesIn(operators, OPS as OperatorNumbers, view);
  const fonts = fontsOf(page);
  const content = await page.getTextContent();
  const texts: Piece[] = [];
  for (const item of content.items) {
    if (!("str" in item) || item.str.trim() === "" || !isMatrix(item.transform)) continue;
    const [a, b, c, d, x, y] = product(view, item.transform);
    const size = Math.hypot(c, d);
    if (a <= 0 || Math.abs(b) > Math.abs(a) * 0.1 || !(size > 0.5)) continue;
    const font = fonts(item.fontName);
    const area = { left: x, right: x + item.width, top: y - size * 0.8, bottom: y + size * 0.2 };
    texts.push({ ...area, text: withBoxes(item.str, font), size, bold: /bold|black|heavy/i.test(font), widget: null });
  }
  const widgets = ((await page.getAnnotations()) as FoundWidget[]).flatMap((found) => {
    const widget = widgetFrom(found);
    return widget && isMatrixRect(found.rect) ? [pieceOf(widget, areaOf(found.rect, view))] : [];
  });
  page.cleanup();
  const pieces = [...texts, ...widgets];
  return {
    ...{ width: viewport.width, height: viewport.height, horizontal, vertical },
    pieces: withSquares(pieces, squares),
  };
}

const isMatrixRect = (rect: unknown): rect is [number, number, number, number] =>
  Array.isArray(rect) && rect.length === 4 && rect.every(Number.isFinite);

function areaOf([x1, y1, x2, y2]: [number, number, number, number], view: Parameters<typeof placed>[0]): Area {
  const [a, b] = [placed(view, x1, y1), placed(view, x2, y2)];
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  return { left, right, top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) };
}

function pieceOf(widget: Widget, area: Area): Piece {
  const text = widget.kind === "button" ? (widget.checked ? checkedBox : emptyBox) : "";
  return { ...area, text, size: Math.min(12, area.bottom - area.top), bold: false, widget };
}

/** The full names of the fonts that a page uses, once its operators are there. */
function fontsOf(page: PdfJsPage): (id: string) => string {
  const objects = page.commonObjs as { has: (id: string) => boolean; get: (id: string) => unknown };
  return (id) => (objects.has(id) ? ((objects.get(id) as { name?: string } | null)?.name ?? "") : "");
}

/** Boxes that a symbol font draws become signs that say so. */
function withBoxes(text: string, font: string): string {
  const known = /wingdings ?2/i.test(font) ? "wingdings 2" : "wingdings";
  const symbols = /wingdings/i.test(font);
  return text.replaceAll(symbols ? /[^\s]/gu : /[\uf000-\uf0ff]/g, (sign) => {
    const found = symbolBox(known, (sign.codePointAt(0)! & 0xff).toString(16));
    return found ? (found.checked ? checkedBox : emptyBox) : sign;
  });
}

/** Drawn squares become boxes, checked where a cross or a tick stands in them, unless a field lies there. */
function withSquares(pieces: readonly Piece[], squares: readonly Area[]): Piece[] {
  const taken = pieces.filter(({ widget }) => widget !== null);
  const marks = pieces.filter(
    ({ text, widget }) => widget === null && /^[xX\u2713\u2714\u2717\u2718\u2612\u2611]$/.test(text),
  );
  const inside = new Set<Piece>();
  const drawn: Piece[] = [];
  for (const area of squares) {
    if (taken.some((field) => contains(field, middleOf(area)) || contains(area, middleOf(field)))) continue;
    if (drawn.some((other) => contains(other, middleOf(area)))) continue;
    const mark = marks.find((piece) => contains(area, middleOf(piece)));
    if (mark) inside.add(mark);
    drawn.push({
      ...area,
      text: mark ? checkedBox : emptyBox,
      size: area.bottom - area.top,
      bold: false,
      widget: null,
    });
  }
  return [...pieces.filter((piece) => !inside.has(piece)), ...drawn];
}
