type Entry = { name: string; flags?: number };

/** A zip of empty, stored entries: all that the check of a file looks at is its list. */
export function zipOf(entries: (string | Entry)[]): Buffer {
  const [locals, central]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const entry of entries) {
    const { name, flags = 0 } = typeof entry === "string" ? { name: entry } : entry;
    const bytes = Buffer.from(name);
    const local = Buffer.alloc(30 + bytes.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(bytes.length, 26);
    bytes.copy(local, 30);
    const header = Buffer.alloc(46 + bytes.length);
    header.writeUInt32LE(0x02014b50, 0);
    header.writeUInt16LE(flags, 8);
    header.writeUInt16LE(bytes.length, 28);
    header.writeUInt32LE(at, 42);
    bytes.copy(header, 46);
    locals.push(local);
    central.push(header);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

export const workbook = (...more: (string | Entry)[]) => zipOf(["[Content_Types].xml", "xl/workbook.xml", ...more]);
export const wordDocument = () => zipOf(["[Content_Types].xml", "word/document.xml"]);
