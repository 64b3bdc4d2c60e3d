import { crc32, deflateRawSync } from "node:zlib";

/** An entry of an archive, with what its records say where that is not the truth. */
export type LyingPart = {
  name: string | Buffer;
  content: string | Buffer;
  stored?: boolean;
  /** The packed bytes as they are, in place of the packed content. */
  packed?: Buffer;
  says?: { method?: number; size?: number; checksum?: number; localName?: string; flags?: number; unixMode?: number };
};

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 };

/** An archive of parts, each of which is packed once; `repeats` names every part so often in the directory. */
export function lyingZip(
  parts: readonly LyingPart[],
  { repeats = 1, comment = Buffer.alloc(0) }: { repeats?: number; comment?: Buffer } = {},
): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const [local, central] = recordsOf(part, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(Array.from({ length: repeats }, () => centrals).flat());
  return Buffer.concat([
    ...locals,
    directory,
    endRecord({ count: parts.length * repeats, directory, offset, comment }),
  ]);
}

type End = { count: number; directory: Buffer; offset: number; comment: Buffer };

function endRecord({ count, directory, offset, comment }: End): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(signatures.end, 0);
  for (const at of [8, 10]) end.writeUInt16LE(Math.min(count, 0xffff), at);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}

function recordsOf(part: LyingPart, offset: number): [local: Buffer, central: Buffer] {
  const { says = {} } = part;
  const content = Buffer.from(part.content);
  const data = part.packed ?? (part.stored ? content : deflateRawSync(content, { level: 9 }));
  const name = Buffer.from(part.name);
  const localName = Buffer.from(says.localName ?? part.name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(says.flags ?? 0, 2);
  shared.writeUInt16LE(says.method ?? (part.stored ? 0 : 8), 4);
  shared.writeUInt32LE(0x21_0000, 6);
  shared.writeUInt32LE(says.checksum ?? crc32(content), 10);
  shared.writeUInt32LE(data.length, 14);
  shared.writeUInt32LE(says.size ?? content.length, 18);
  shared.writeUInt16LE(localName.length, 22);
  const local = Buffer.concat([Buffer.alloc(4), shared, localName, data]);
  local.writeUInt32LE(signatures.local, 0);
  shared.writeUInt16LE(name.length, 22);
  const central = Buffer.concat([Buffer.alloc(6), shared, Buffer.alloc(14), name]);
  central.writeUInt32LE(signatures.central, 0);
  central.writeUInt8(3, 5);
  central.writeUInt32LE(((says.unixMode ?? 0o100644) << 16) >>> 0, 38);
  central.writeUInt32LE(offset, 42);
  return [local, central];
}
