import { createInflateRaw, crc32 } from "node:zlib";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

export type ZipEntry = {
  name: string;
  method: number;
  checksum: number;
  packedSize: number;
  size: number;
  /** Where the local record starts, and where its data does. */
  recordStart: number;
  dataStart: number;
  /** This entry's bytes in the central directory. */
  central: Buffer;
};

export type ZipArchive = { bytes: Buffer; entries: ZipEntry[]; directoryStart: number; directoryEnd: number };

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };
const stored = 0;
const deflated = 8;

/**
 * The directory of a zip archive, checked against the records that it names; nothing is unpacked. Archives that two
 * readers could understand in two ways (overlaps, doubled names, local and central records that differ) are refused,
 * and so are encryption, symbolic links, zip64 and several disks. Follows APPNOTE 6.3.10, sections 4.3.7 to 4.3.16.
 */
export function openZip(bytes: Buffer): ZipArchive {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const directorySize = bytes.readUInt32LE(end + 12);
  const directoryStart = bytes.readUInt32LE(end + 16);
  if (bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count) throw damaged("several disks");
  if (count === 0xffff || directoryStart === 0xffffffff) throw unsupported("It uses the zip64 format.");
  if (count > limits.zipEntries) throw overLimit("zipEntries", count);
  if (directoryStart + directorySize !== end) throw damaged("the directory is not where it should be");

  const entries: ZipEntry[] = [];
  let at = directoryStart;
  for (let i = 0; i < count; i++) {
    const entry = readEntry(bytes, at, end);
    entries.push(entry);
    at += entry.central.length;
  }
  if (at !== end) throw damaged("the directory has another length");
  refuseAmbiguous(entries, directoryStart);
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.inflatedBytes) throw overLimit("inflatedBytes");
  return { bytes, entries, directoryStart, directoryEnd: end };
}

export function findEntry(archive: ZipArchive, name: string): ZipEntry | null {
  const wanted = name.toLowerCase();
  return archive.entries.find((entry) => entry.name.toLowerCase() === wanted) ?? null;
}

/** What unpacking has cost so far, over all entries of one archive. */
export type InflateBudget = { inflated: number };

/** The unpacked bytes of an entry, in pieces. Sizes are counted on what comes out, never taken from the file. */
export async function* entryChunks(
  archive: ZipArchive,
  entry: ZipEntry,
  budget: InflateBudget,
): AsyncGenerator<Buffer> {
  const packed = archive.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  const source = entry.method === stored ? [packed] : inflated(packed);
  let size = 0;
  let checksum = 0;
  try {
    for await (const chunk of source) {
      size += chunk.length;
      budget.inflated += chunk.length;
      if (size > limits.entryBytes) throw overLimit("entryBytes");
      if (budget.inflated > limits.inflatedBytes) throw overLimit("inflatedBytes");
      if (size > limits.ratioFreeBytes && size > packed.length * limits.inflateRatio) throw overLimit("inflateRatio");
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith("Z_")) throw damaged("a part does not unpack");
    throw error;
  }
  if (size !== entry.size || checksum !== entry.checksum) throw damaged("a part differs from its checksum");
}

/** All the unpacked bytes of an entry. */
export async function entryBytes(archive: ZipArchive, entry: ZipEntry, budget: InflateBudget): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entryChunks(archive, entry, budget)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function inflated(packed: Buffer): AsyncIterable<Buffer> {
  const stream = createInflateRaw({ chunkSize: 64 * 1024 });
  stream.end(packed);
  return stream;
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= first; at--) {
    if (bytes.readUInt32LE(at) === signatures.end && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw damaged("it is cut short or no archive");
}

function readEntry(bytes: Buffer, at: number, end: number): ZipEntry {
  if (at + 46 > end || bytes.readUInt32LE(at) !== signatures.central) throw damaged("the directory is broken");
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const nameLength = bytes.readUInt16LE(at + 28);
  const length = 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  if (at + length > end) throw damaged("the directory is broken");
  if (flags & 0x2041) throw unsupported("It is encrypted.");
  if (method !== stored && method !== deflated) throw unsupported("It is packed in a way that no office program uses.");
  const unixMode = bytes.readUInt8(at + 5) === 3 ? bytes.readUInt32LE(at + 38) >>> 16 : 0;
  if ((unixMode & 0o170000) === 0o120000) throw unsupported("It contains a symbolic link.");
  const entry = {
    name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
    method,
    checksum: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    recordStart: bytes.readUInt32LE(at + 42),
    central: bytes.subarray(at, at + length),
  };
  if ([entry.packedSize, entry.size, entry.recordStart].includes(0xffffffff)) {
    throw unsupported("It uses the zip64 format.");
  }
  return { ...entry, dataStart: dataStartOf(bytes, entry) };
}

function dataStartOf(bytes: Buffer, entry: Omit<ZipEntry, "dataStart">): number {
  const at = entry.recordStart;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== signatures.local) throw damaged("a part is missing");
  const sizeFollows = (bytes.readUInt16LE(at + 6) & 0x0008) !== 0;
  const nameLength = bytes.readUInt16LE(at + 26);
  const agrees =
    bytes.readUInt16LE(at + 8) === entry.method &&
    bytes.toString("utf8", at + 30, at + 30 + nameLength) === entry.name &&
    (sizeFollows || sizeAgrees(bytes.readUInt32LE(at + 18), entry.packedSize)) &&
    (sizeFollows || sizeAgrees(bytes.readUInt32LE(at + 22), entry.size));
  if (!agrees) throw damaged("a part and the directory disagree");
  return at + 30 + nameLength + bytes.readUInt16LE(at + 28);
}

/** A writer that reserved room for zip64 leaves all ones in the local record; the directory has the size then. */
function sizeAgrees(local: number, central: number): boolean {
  return local === central || local === 0xffffffff;
}

function refuseAmbiguous(entries: ZipEntry[], directoryStart: number): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw damaged("two parts have the same name");
  let end = 0;
  for (const entry of [...entries].sort((a, b) => a.recordStart - b.recordStart)) {
    if (entry.recordStart < end) throw damaged("its parts overlap");
    end = entry.dataStart + entry.packedSize;
  }
  if (end > directoryStart) throw damaged("its parts overlap");
}

function damaged(detail: string): UnreadableFile {
  return new UnreadableFile(
    "file.damaged",
    `This file is damaged (${detail}). Open it, save it again and upload it anew.`,
  );
}

function unsupported(reason: string): UnreadableFile {
  return new UnreadableFile(
    "file.unsupported",
    `This file cannot be read. ${reason} Open it, save it without a password and upload it anew.`,
  );
}
