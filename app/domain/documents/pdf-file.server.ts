import { inflateSync } from "node:zlib";
import {
  decodePDFRawStream,
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";

export class UnusablePdf extends Error {}

const mostContentBytes = 64 * 1024 * 1024;

/**
 * Opens a PDF strictly: an object that cannot be read is an error, not a gap. A file locked against changes only (owner
 * password) opens with the empty user password; one that needs a password to be read throws.
 */
export function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {
    password: "",
    throwOnInvalidObject: true,
    updateMetadata: false,
    preserveXFA: true,
    parseSpeed: ParseSpeeds.Fast,
  });
}

/** A page's decoded content, its parts joined as a viewer joins them. */
export function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents();
  const parts =
    contents instanceof PDFArray ? contents.asArray().map((part) => page.node.context.lookup(part)) : [contents];
  const decoded = parts.filter((part) => part instanceof PDFStream).map(decode);
  if (decoded.length === 1) return decoded[0]!;
  return Buffer.concat(decoded.flatMap((part) => [part, Buffer.from("\n")]));
}

const flate = PDFName.of("FlateDecode");

function decode(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new UnusablePdf("A page's content is not a stream of the file.");
  if (stream.dict.has(PDFName.of("DecodeParms"))) throw new UnusablePdf("A page's content is coded in an unusual way.");
  const filter = stream.dict.lookup(PDFName.of("Filter"));
  const onlyFlate =
    filter === flate || (filter instanceof PDFArray && filter.size() === 1 && filter.lookup(0) === flate);
  // Streams of an encrypted file carry a transform that decrypts them, which only the library applies.
  if (!onlyFlate || stream.transform) return decodePDFRawStream(stream).decode();
  return inflateSync(stream.contents, { maxOutputLength: mostContentBytes });
}

/**
 * Removes what no viewer reaches from the root: pages and contents that were replaced, older revisions, leftovers. The
 * library writes every object it has read, so they would all leave with the copy.
 */
export function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const { Root, Info, ID } = context.trailerInfo;
  const open: (PDFObject | undefined)[] = [Root, Info, ID];
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue;
      reached.add(object);
      open.push(context.lookup(object));
    } else if (object instanceof PDFArray) for (const part of object.asArray()) open.push(part);
    else if (object instanceof PDFDict) for (const part of object.values()) open.push(part);
    else if (object instanceof PDFStream) for (const part of object.dict.values()) open.push(part);
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

/** Every dictionary in the file, reachable or not, those of streams and those inside others too. */
export function* dictionariesOf(context: PDFContext): Generator<PDFDict> {
  const open: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  while (open.length > 0) {
    const object = open.pop();
    if (object instanceof PDFArray) for (const part of object.asArray()) open.push(part);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (!(dict instanceof PDFDict)) continue;
    yield dict;
    for (const part of dict.values()) open.push(part);
  }
}
