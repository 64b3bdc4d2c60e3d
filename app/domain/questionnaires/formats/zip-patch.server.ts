import { crc32, deflateRawSync } from "node:zlib";
import type { ZipArchive, ZipEntry } from "#app/domain/questionnaires/formats/zip-reader.server.ts";

/**
 * A copy of an archive in which the named entries have other contents. Every other local record is copied byte for
 * byte and in place, with whatever lies between records; in the directory only sizes, checksum, flags and offsets of
 * what changed or moved differ.
 */
export function replaceEntries(archive: ZipArchive, contents: ReadonlyMap<string, Buffer>): Buffer {
  const { bytes, directoryStart, directoryEnd } = archive;
  const inFileOrder = [...archive.entries].sort((a, b) => a.recordStart - b.recordStart);
  const pieces = [bytes.subarray(0, inFileOrder[0]?.recordStart ?? directoryStart)];
  const directory = new Map<ZipEntry, Buffer>();
  let offset = pieces[0]!.length;

  for (const [i, entry] of inFileOrder.entries()) {
    const content = contents.get(entry.name);
    const recordEnd = inFileOrder[i + 1]?.recordStart ?? directoryStart;
    const original = bytes.subarray(entry.recordStart, recordEnd);
    const changed = content ? packed(archive, entry, content) : null;
    directory.set(entry, centralRecord(entry, offset, changed?.header));
    const record = changed ? Buffer.concat([changed.header, changed.data]) : original;
    pieces.push(record);
    offset += record.length;
  }

  const central = Buffer.concat(archive.entries.map((entry) => directory.get(entry)!));
  const end = Buffer.from(bytes.subarray(directoryEnd));
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, central, end]);
}

type Packed = { header: Buffer; data: Buffer };

const sizeFollows = 0x0008;
const zip64Extra = 0x0001;

function packed(archive: ZipArchive, entry: ZipEntry, content: Buffer): Packed {
  const data = deflateRawSync(content, { level: 6 });
  const local = archive.bytes.subarray(entry.recordStart, entry.dataStart);
  const nameEnd = 30 + local.readUInt16LE(26);
  const extra = withoutZip64(local.subarray(nameEnd));
  const header = Buffer.concat([local.subarray(0, nameEnd), extra]);
  header.writeUInt16LE(header.readUInt16LE(6) & ~sizeFollows, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(extra.length, 28);
  return { header, data };
}

function withoutZip64(extra: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const next = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) !== zip64Extra) kept.push(extra.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}

function centralRecord(entry: ZipEntry, offset: number, changed: Buffer | undefined): Buffer {
  const record = Buffer.from(entry.central);
  record.writeUInt32LE(offset, 42);
  if (!changed) return record;
  record.writeUInt16LE(changed.readUInt16LE(6), 8);
  record.writeUInt16LE(8, 10);
  changed.copy(record, 16, 14, 26);
  return record;
}
