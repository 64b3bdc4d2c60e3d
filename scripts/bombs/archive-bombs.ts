import { type Bomb, damaged, MiB, over, unsupported } from "#scripts/bombs/bomb.ts";
import { type LyingPart, lyingZip } from "#scripts/bombs/lying-zip.ts";
import { asking, sheetData, storedSheet, workbook, workbookParts } from "#scripts/bombs/office-packages.ts";

const parts = () => workbookParts({ sheets: [sheetData(asking)] });
const whole = () => lyingZip(parts());
const withParts = (...extra: LyingPart[]) => workbook({ sheets: [sheetData(asking)], extra });

/** The workbook with one of its parts telling something else. */
function withSheet(change: (part: LyingPart) => LyingPart): Buffer {
  return lyingZip(parts().map((part) => (String(part.name).includes("sheet1") ? change(part) : part)));
}

const spaces = (mebibytes: number) => `<worksheet><sheetData>${" ".repeat(mebibytes * MiB)}</sheetData></worksheet>`;

/** Archives that unpack to too much, lie, or can be understood in two ways. */
export const archiveBombs: Bomb[] = [
  bomb("spaces", over("inflate_ratio"), () => withSheet((part) => ({ ...part, content: spaces(48) }))),
  bomb("spaces-beyond-a-part", over("inflated_bytes"), () => withSheet((part) => ({ ...part, content: spaces(120) }))),
  bomb("spaces-called-small", over("inflate_ratio"), () =>
    withSheet((part) => ({ ...part, content: spaces(60), says: { size: 100 } })),
  ),
  bomb("declares-four-gigabytes", over("inflated_bytes"), () =>
    withSheet((part) => ({ ...part, says: { size: 0xfffffffe } })),
  ),
  bomb("declares-too-little", damaged, () => withSheet((part) => ({ ...part, says: { size: 3 } }))),
  bomb("wrong-checksum", damaged, () => withSheet((part) => ({ ...part, says: { checksum: 7 } }))),
  bomb("two-names-for-a-part", damaged, () => withSheet((part) => ({ ...part, says: { localName: "other.xml" } }))),
  bomb("one-name-twice", damaged, () => withParts({ name: "xl/workbook.xml", content: "<workbook/>" })),
  bomb("one-name-in-two-cases", damaged, () => withParts({ name: "XL/Workbook.xml", content: "<workbook/>" })),
  bomb("every-part-named-twice", damaged, () => lyingZip(parts(), { repeats: 2 })),
  bomb("one-part-under-2000-names", [damaged, over("inflated_bytes")], () => overlapping(1_990)),
  bomb("parts-inside-parts", damaged, () => quoting()),
  bomb("2001-parts", over("zip_entries"), () => withParts(...manyParts(2_001))),
  bomb("60000-parts", over("zip_entries"), () => withParts(...manyParts(60_000))),
  bomb("zip64", unsupported, () => zip64()),
  bomb("encrypted", unsupported, () => withSheet((part) => ({ ...part, says: { flags: 1 } }))),
  bomb("encrypted-directory", unsupported, () => withSheet((part) => ({ ...part, says: { flags: 0x2000 } }))),
  bomb("packed-with-lzma", unsupported, () => withSheet((part) => ({ ...part, says: { method: 14 } }))),
  bomb("symbolic-link", unsupported, () =>
    withParts({ name: "xl/link", content: "/etc/passwd", stored: true, says: { unixMode: 0o120777 } }),
  ),
  bomb("names-that-climb", "read", () =>
    withParts({ name: "../../../../tmp/owned", content: "x" }, { name: "/etc/cron.d/owned", content: "x" }),
  ),
  bomb("names-of-devices", "read", () =>
    withParts(
      { name: "CON", content: "x" },
      { name: "xl\\..\\..\\a", content: "x" },
      { name: "a\0.xml", content: "x" },
    ),
  ),
  bomb("a-name-of-65535-letters", "read", () => withParts({ name: "n".repeat(0xffff), content: "x" })),
  bomb("a-name-that-is-no-utf8", "read", () =>
    withParts({ name: Buffer.from([0xff, 0xfe, 0xc0, 0x80]), content: "x" }),
  ),
  bomb("no-name", "read", () => withParts({ name: "", content: "x" })),
  bomb("archives-in-archives", "file.not_a_workbook", () => nested(12)),
  bomb("an-archive-as-its-sheet", ["file.malformed"], () => withSheet((part) => ({ ...part, content: nested(3) }))),
  bomb("empty-blocks-only", [damaged, "file.malformed"], () =>
    withSheet((part) => ({ ...part, packed: emptyBlocks() })),
  ),
  bomb("does-not-unpack", damaged, () => withSheet((part) => ({ ...part, packed: Buffer.alloc(5_000, 0xff) }))),
  bomb("forty-sheets-of-noise", "read", () => fortySheets()),
  bomb("cut-short", damaged, () => whole().subarray(0, -300)),
  bomb("bytes-behind", damaged, () => Buffer.concat([whole(), Buffer.alloc(100_000)])),
  bomb("two-ends", [damaged, "file.not_a_workbook"], () => lyingZip(parts(), { comment: lyingZip([]) })),
  bomb("empty", "file.not_a_workbook", () => lyingZip([])),
  bomb("binary-workbook", unsupported, () => lyingZip([{ name: "xl/workbook.bin", content: "x" }])),
  bomb("stored-eight-megabytes-of-nothing", "read", () =>
    storedSheet(sheetData(asking) + `<!--${" ".repeat(8 * MiB)}-->`),
  ),
];

function bomb(name: string, outcome: Bomb["outcome"], make: () => Buffer): Bomb {
  return { fileName: `zip-${name}.xlsx`, outcome, make };
}

const manyParts = (count: number): LyingPart[] =>
  Array.from({ length: count }, (_, i) => ({ name: `${i}`, content: "", stored: true }));

/** One packed megabyte, and a directory that names it so many times. */
function overlapping(names: number): Buffer {
  const one = lyingZip([{ name: "00000", content: Buffer.alloc(MiB) }]);
  const start = one.readUInt32LE(one.length - 6);
  const central = one.subarray(start, one.length - 22);
  const all = Array.from({ length: names }, (_, i) => {
    const record = Buffer.from(central);
    record.write(String(i).padStart(5, "0"), 46);
    return record;
  });
  const end = Buffer.from(one.subarray(-22));
  for (const at of [8, 10]) end.writeUInt16LE(names, at);
  end.writeUInt32LE(central.length * names, 12);
  return Buffer.concat([one.subarray(0, start), ...all, end] as Buffer[]);
}

/** Parts whose stored content is the record of the next one, which the directory names as well. */
function quoting(): Buffer {
  const inner = lyingZip([{ name: "b", content: Buffer.alloc(MiB) }]);
  const outer = lyingZip([
    { name: "a", content: inner.subarray(0, inner.readUInt32LE(inner.length - 6)), stored: true },
  ]);
  const start = outer.readUInt32LE(outer.length - 6);
  const quoted = Buffer.from(inner.subarray(inner.readUInt32LE(inner.length - 6), inner.length - 22));
  quoted.writeUInt32LE(31, 42);
  const end = Buffer.from(outer.subarray(-22));
  for (const at of [8, 10]) end.writeUInt16LE(2, at);
  end.writeUInt32LE(outer.length - 22 - start + quoted.length, 12);
  return Buffer.concat([outer.subarray(0, outer.length - 22), quoted, end]);
}

function zip64(): Buffer {
  const bytes = whole();
  for (const at of [8, 10]) bytes.writeUInt16LE(0xffff, bytes.length - 22 + at);
  return bytes;
}

function nested(depth: number): Buffer {
  const innermost: Buffer = Buffer.alloc(4 * MiB);
  const wrapped = (inside: Buffer, i: number) => lyingZip([{ name: `${i}.zip`, content: inside }]);
  return Array.from({ length: depth }, (_, i) => i).reduce(wrapped, innermost);
}

/** Two million blocks of no bytes each, and never a last one. */
function emptyBlocks(): Buffer {
  return Buffer.concat(Array.from({ length: 1_800_000 }, () => Buffer.from([0, 0, 0, 0xff, 0xff])));
}

/** Each within every limit on a part, all together just below what a file may unpack to. */
function fortySheets(): Buffer {
  const noise = Buffer.alloc(2.4 * MiB, " ");
  for (let i = 0, seed = 1; i < noise.length; i += 150) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    noise[i] = 97 + (seed % 26);
  }
  const inside = `${sheetData(asking)}<!--${noise.toString("latin1")}-->`;
  return workbook({ sheets: Array.from({ length: 40 }, () => inside) });
}
