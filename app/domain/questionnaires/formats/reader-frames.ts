/** What no database keeps in a text: the character zero, and one half of a pair. */
const unstorable = /[\0\p{Cs}]/gu;

/**
 * What passes between the server and the reading process: a length, that many bytes of JSON, then bytes. In the texts
 * of the JSON a replacement character stands for what could not be stored.
 */
export function framed(head: unknown, body: Uint8Array = new Uint8Array()): Buffer {
  const json = Buffer.from(JSON.stringify(head, storable), "utf8");
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
  { ok: true; inspection?: unknown; rows?: unknown; fidelity?: unknown } | { ok: false; code: string; message: string };
