/** What passes between the server and the looking process: a length, that many bytes of JSON, then files one by one. */
export function framed(head: unknown, files: Uint8Array[] = []): Buffer {
  const json = Buffer.from(JSON.stringify({ head, lengths: files.map(({ length }) => length) }), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json, ...files]);
}

/** Throws when the bytes are no whole frame. */
export function unframed(bytes: Buffer): { head: unknown; files: Buffer[] } {
  const start = bytes.length < 4 ? Infinity : 4 + bytes.readUInt32BE(0);
  if (start > bytes.length) throw new Error("The frame is cut short.");
  const { head, lengths } = JSON.parse(bytes.toString("utf8", 4, start)) as { head: unknown; lengths: number[] };
  let from = start;
  const files = lengths.map((length) => bytes.subarray(from, (from += length)));
  if (from !== bytes.length) throw new Error("The frame is cut short.");
  return { head, files };
}
