import { deflateSync } from "node:zlib";

/** An object as it is written between "obj" and "endobj": its text, or a dictionary's inside with a stream. */
export type PdfObject = string | { dict: string; data: Buffer };
export type PdfObjects = Record<number, PdfObject>;

/** A PDF of objects by number, with a table of where they are; 1 is the catalog. */
export function rawPdf(objects: PdfObjects, { trailer = "", table = true } = {}): Buffer {
  const pieces = [Buffer.from("%PDF-1.7\n")];
  const places: string[] = [];
  const add = (piece: Buffer | string) => pieces.push(Buffer.from(piece));
  let at = pieces[0]!.length;
  for (const [number, object] of Object.entries(objects)) {
    const written = writtenObject(number, object);
    places.push(`${number} 1\n${String(at).padStart(10, "0")} 00000 n \n`);
    add(written);
    at += written.length;
  }
  if (table) add(`xref\n0 1\n0000000000 65535 f \n${places.join("")}`);
  add(`trailer\n<</Size 100000/Root 1 0 R ${trailer}>>\nstartxref\n${table ? at : 0}\n%%EOF\n`);
  return Buffer.concat(pieces);
}

function writtenObject(number: string, object: PdfObject): Buffer {
  if (typeof object === "string") return Buffer.from(`${number} 0 obj\n${object}\nendobj\n`, "latin1");
  return Buffer.concat([
    Buffer.from(`${number} 0 obj\n<<${object.dict}/Length ${object.data.length}>>\nstream\n`, "latin1"),
    object.data,
    Buffer.from("\nendstream\nendobj\n"),
  ]);
}

/** A stream whose content is packed as often as asked for. */
export function flate(content: Buffer | string, { dict = "", rounds = 1 } = {}): PdfObject {
  let data = Buffer.from(content);
  for (let i = 0; i < rounds; i++) data = deflateSync(data, { level: 9 });
  return { dict: `${dict}/Filter[${"/FlateDecode ".repeat(rounds)}]`, data };
}

export const plainStream = (content: string, dict = ""): PdfObject => ({ dict, data: Buffer.from(content, "latin1") });

export type PageLook = { page?: string; contents?: PdfObject; resources?: string; catalog?: string; pages?: string };

/** A PDF of one page that asks something, with `more` objects from number 10 on. */
export function onePage(more: PdfObjects = {}, look: PageLook = {}): PdfObjects {
  const { page = "", contents = plainStream(asking), resources = "", catalog = "", pages } = look;
  return {
    1: `<</Type/Catalog/Pages 2 0 R ${catalog}>>`,
    2: pages ?? "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${resources}>>${page}>>`,
    4: contents,
    5: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ...more,
  };
}

export const asking =
  "BT /F 11 Tf 50 700 Td (1.1 Do you encrypt data at rest?) Tj 0 -30 Td (1.2 Is access reviewed every year?) Tj ET ";

/** The same with every object that is no stream in one stream, and a table that is a stream as well. */
export function packedPdf(objects: PdfObjects): Buffer {
  const all = Object.entries(objects);
  const inside = all.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const holder = Math.max(...Object.keys(objects).map(Number)) + 1;
  let heads = "";
  let bodies = "";
  const entries = new Map<number, [kind: number, where: number, index: number]>();
  inside.forEach(([number, body], i) => {
    heads += `${number} ${bodies.length} `;
    bodies += `${body} `;
    entries.set(Number(number), [2, holder, i]);
  });
  const streams = all.filter(([, object]) => typeof object !== "string");
  const dict = `/Type/ObjStm/N ${inside.length}/First ${heads.length}`;
  streams.push([String(holder), plainStream(heads + bodies, dict)]);
  const pieces = [Buffer.from("%PDF-1.7\n")];
  let at = pieces[0]!.length;
  for (const [number, object] of streams) {
    const written = writtenObject(number, object);
    entries.set(Number(number), [1, at, 0]);
    pieces.push(Buffer.from(written));
    at += written.length;
  }
  const table = Buffer.alloc((holder + 2) * 4);
  for (const [number, [kind, where, index]] of [...entries, [holder + 1, [1, at, 0]] as const]) {
    table.writeUInt8(kind, number * 4);
    table.writeUInt16BE(where, number * 4 + 1);
    table.writeUInt8(index, number * 4 + 3);
  }
  const last = { dict: `/Type/XRef/Size ${holder + 2}/W[1 2 1]/Root 1 0 R`, data: table };
  pieces.push(Buffer.from(writtenObject(String(holder + 1), last)), Buffer.from(`startxref\n${at}\n%%EOF\n`));
  return Buffer.concat(pieces);
}
