import { describe, expect, test } from "vitest";
import { replaceEntries } from "#app/domain/questionnaires/formats/zip-patch.server.ts";
import { entryBytes, findEntry, openZip } from "#app/domain/questionnaires/formats/zip-reader.server.ts";
import { zipOf, type ZipPart } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const plain: ZipPart[] = [
  { name: "a.xml", content: "<a/>" },
  { name: "b.bin", content: Buffer.from([0, 1, 2, 3]), stored: true },
  { name: "c.xml", content: "<c>streamed</c>", streamed: true },
];

async function contentOf(bytes: Buffer, name: string): Promise<string> {
  const archive = openZip(bytes);
  return (await entryBytes(archive, findEntry(archive, name)!, { inflated: 0 })).toString("latin1");
}

describe("an archive is read", () => {
  test("packed, stored and streamed parts alike, with a comment at the end", async () => {
    const bytes = zipOf(plain, "made by a test");
    expect(await contentOf(bytes, "a.xml")).toBe("<a/>");
    expect(await contentOf(bytes, "b.bin")).toBe("\0\x01\x02\x03");
    expect(await contentOf(bytes, "C.XML")).toBe("<c>streamed</c>");
  });

  test("when its writer reserved room for zip64 in a local record", async () => {
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    const bytes = zipOf([{ name: "a.xml", content: "<a/>", extra }]);
    bytes.writeUInt32LE(0xffffffff, 18);
    bytes.writeUInt32LE(0xffffffff, 22);
    expect(await contentOf(bytes, "a.xml")).toBe("<a/>");
  });
});

describe("an archive is refused", () => {
  const refused: [string, () => Buffer, string][] = [
    ["that is cut short", () => zipOf(plain).subarray(0, 100), "cut short"],
    ["with bytes after its end", () => Buffer.concat([zipOf(plain), Buffer.from("tail")]), "cut short"],
    ["that names a part twice", () => zipOf([plain[0]!, plain[0]!]), "same name"],
    ["that names a part twice in another case", () => zipOf([plain[0]!, { ...plain[0]!, name: "A.xml" }]), "same name"],
    ["whose parts overlap", () => overlapping(), "overlap"],
    ["whose local and central names differ", () => zipOf([{ ...plain[0]!, localName: "z.xml" }]), "disagree"],
    ["with an encrypted part", () => zipOf([{ ...plain[0]!, flags: 1 }]), "encrypted"],
    ["with a symbolic link", () => zipOf([{ ...plain[0]!, unixMode: 0o120777 }]), "symbolic link"],
    ["that uses zip64", () => zip64(), "zip64"],
    ["of more than 2,000 parts", () => zipOf(manyParts(2_001)), "2,001 parts; the limit is 2,000"],
    ["that declares more than 100 MiB", () => zipOf([{ ...plain[0]!, declaredSize: 105_000_000 }]), "100 MiB"],
  ];
  test.each(refused)("%s", (_, make, message) => {
    expect(() => openZip(make())).toThrow(message);
  });

  test("whose part has another size than it says", async () => {
    await expect(contentOf(zipOf([{ ...plain[0]!, declaredSize: 3 }]), "a.xml")).rejects.toThrow("checksum");
  });

  test("whose part has another checksum than it says", async () => {
    await expect(contentOf(zipOf([{ ...plain[0]!, checksum: 1 }]), "a.xml")).rejects.toThrow("checksum");
  });

  test("whose part does not unpack", async () => {
    const bytes = zipOf([{ name: "a.xml", content: "x".repeat(500) }]);
    bytes.fill(0xff, 35, 40);
    await expect(contentOf(bytes, "a.xml")).rejects.toThrow("damaged");
  });

  test("whose part unpacks to more than 200 times its size", async () => {
    const bytes = zipOf([{ name: "a.xml", content: Buffer.alloc(2 * 1024 * 1024, 32) }]);
    await expect(contentOf(bytes, "a.xml")).rejects.toThrow("more than 200 times its size");
  });

  test("whose part unpacks to more than 50 MiB, whatever it declares", async () => {
    const random = Buffer.alloc(512 * 1024, "the quick brown fox jumps over the lazy dog; ");
    for (let i = 0; i < random.length; i += 7) random[i] = (i * 2_654_435_761) & 0xff;
    const content = Buffer.concat(Array.from({ length: 102 }, () => random));
    const bytes = zipOf([{ name: "a.xml", content, stored: true, declaredSize: 10 }]);
    await expect(contentOf(bytes, "a.xml")).rejects.toThrow("more than 50 MiB");
  });
});

describe("a part is replaced", () => {
  test("and every other local record stays byte for byte, in place and in order", async () => {
    const bytes = zipOf(plain, "kept");
    const before = openZip(bytes);
    const after = openZip(replaceEntries(before, new Map([["b.bin", Buffer.from("longer than it was")]])));
    expect(after.entries.map(({ name }) => name)).toEqual(["a.xml", "b.bin", "c.xml"]);
    for (const name of ["a.xml", "c.xml"]) expect(recordOf(after, name)).toEqual(recordOf(before, name));
    expect(await contentOf(after.bytes, "b.bin")).toBe("longer than it was");
    expect(await contentOf(after.bytes, "c.xml")).toBe("<c>streamed</c>");
    expect(after.bytes.subarray(-4).toString()).toBe("kept");
  });

  test("also one that was streamed, or had room for zip64", async () => {
    const extra = Buffer.from([1, 0, 4, 0, 0, 0, 0, 0, 9, 9, 1, 0, 7]);
    const bytes = zipOf([{ ...plain[2]!, extra }, plain[0]!]);
    const patched = replaceEntries(openZip(bytes), new Map([["c.xml", Buffer.from("<c/>")]]));
    expect(await contentOf(patched, "c.xml")).toBe("<c/>");
    expect(await contentOf(patched, "a.xml")).toBe("<a/>");
  });

  test("and nothing changes when nothing is replaced", () => {
    const bytes = zipOf(plain, "same");
    expect(replaceEntries(openZip(bytes), new Map())).toEqual(bytes);
  });
});

function recordOf(archive: ReturnType<typeof openZip>, name: string): Buffer {
  const starts = [...archive.entries.map(({ recordStart }) => recordStart), archive.directoryStart].sort(
    (a, b) => a - b,
  );
  const { recordStart } = findEntry(archive, name)!;
  return archive.bytes.subarray(recordStart, starts[starts.indexOf(recordStart) + 1]);
}

/** The first part claims more bytes than it has, and so runs into the second. */
function overlapping(): Buffer {
  const bytes = zipOf([plain[0]!, { name: "b.xml", content: "<b/>" }]);
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  for (const at of [directory + 20, 18]) bytes.writeUInt32LE(bytes.readUInt32LE(at) + 20, at);
  return bytes;
}

function zip64(): Buffer {
  const bytes = zipOf(plain);
  bytes.writeUInt16LE(0xffff, bytes.length - 12);
  bytes.writeUInt16LE(0xffff, bytes.length - 14);
  return bytes;
}

function manyParts(count: number): ZipPart[] {
  return Array.from({ length: count }, (_, i) => ({ name: `${i}.xml`, content: "", stored: true }));
}
