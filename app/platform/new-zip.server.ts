import { crc32, deflateRawSync } from "node:zlib";

/** 1 January 1980, the earliest day that the format knows: the same contents always give the same bytes. */
const earliestDay = 0x0021;
const utf8Names = 0x0800;
const deflated = 8;

/** A zip archive (APPNOTE.TXT 6.3.3) of some small files by name, compressed. */
export function newZip(files: ReadonlyMap<string, string | Uint8Array>): Buffer {
  const records: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const { about, packed } = entryOf(
      name,
      typeof content === "string" ? Buffer.from(content, "utf8") : Buffer.from(content),
    );
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), about, Buffer.from(name), packed]);
    directory.push(central(about, name, offset));
    records.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  return Buffer.concat([...records, listed, endOf(files.size, { at: offset, length: listed.length })]);
}

/** What the local record and the directory both say: versions, flags, method, time, checksum, sizes, name length. */
function entryOf(name: string, content: Buffer): { about: Buffer; packed: Buffer } {
  const packed = deflateRawSync(content);
  const about = Buffer.alloc(26);
  about.writeUInt16LE(20, 0);
  about.writeUInt16LE(utf8Names, 2);
  about.writeUInt16LE(deflated, 4);
  about.writeUInt16LE(earliestDay, 8);
  about.writeUInt32LE(crc32(content), 10);
  about.writeUInt32LE(packed.length, 14);
  about.writeUInt32LE(content.length, 18);
  about.writeUInt16LE(Buffer.byteLength(name), 22);
  return { about, packed };
}

function central(about: Buffer, name: string, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), about, rest, Buffer.from(name)]);
}

function endOf(entries: number, directory: { at: number; length: number }): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(directory.at, 16);
  return end;
}
