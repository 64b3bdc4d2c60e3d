import { crc32, deflateRawSync } from "node:zlib";

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const DEFLATE = 8;
/** 1 Jan 1980, the first day that a zip file knows: the same content gives the same bytes. */
const DOS_DATE = 0x0021;

/** A zip file of a few small entries, in the order given. */
export function zip(entries: { name: string; text: string }[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, "utf8");
    const content = Buffer.from(entry.text, "utf8");
    const packed = deflateRawSync(content, { level: 9 });
    const fields = entryFields({
      checksum: crc32(content),
      packed: packed.length,
      size: content.length,
      name: name.length,
    });
    const local = Buffer.concat([uint32(LOCAL_HEADER), fields, name, packed]);
    centrals.push(uint32(CENTRAL_HEADER), uint16(20), fields, Buffer.alloc(10), uint32(offset), name);
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const count = uint16(entries.length);
  const end = [uint32(END), Buffer.alloc(4), count, count, uint32(directory.length), uint32(offset), uint16(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

/** The fields that a local and a central header have in common, from "version needed" to "extra field length". */
function entryFields(of: { checksum: number; packed: number; size: number; name: number }): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(0x0800),
    uint16(DEFLATE),
    uint16(0),
    uint16(DOS_DATE),
    uint32(of.checksum),
    uint32(of.packed),
    uint32(of.size),
    uint16(of.name),
    uint16(0),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
