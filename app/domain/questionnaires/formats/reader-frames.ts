/** What no database keeps in a text: the character zero, and one half of a pair. */
const unstorable = /[\0\p{Cs}]/gu;

/** In its texts a replacement character stands for what could not be stored. */
export const jsonOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, storable), "utf8");

/** What the reading process answers: a length, that many bytes of JSON, then bytes. */
export function framed(head: unknown, body: Uint8Array = new Uint8Array()): Buffer {
  const json = jsonOf(head);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, body]);
}

function storable(_name: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll(unstorable, "\ufffd") : value;
}

/** Throws when the bytes are no whole frame. */
export function unframed(bytes: Buffer): { head: unknown; body: Buffer } {
  const end = bytes.length < 4 ? Infinity : 4 + bytes.readUInt32BE(0);
  if (end > bytes.length) throw new Error("The frame is cut short.");
  return { head: JSON.parse(bytes.toString("utf8", 4, end)) as unknown, body: bytes.subarray(end) };
}

export type ReaderResult =
  { ok: true; summary?: unknown; rows?: unknown; fidelity?: unknown } | { ok: false; code: string; message: string };
