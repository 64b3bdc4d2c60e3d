import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardedAgainstFormulas, patchDelimited } from "#app/domain/questionnaires/formats/csv-patch.ts";
import { readDelimited } from "#app/domain/questionnaires/formats/csv-reader.ts";
import { readRecords } from "#app/domain/questionnaires/formats/csv-records.ts";
import { decodeText, encodeText } from "#app/domain/questionnaires/formats/text-encoding.ts";
import { cellName } from "#app/domain/questionnaires/formats/cell-reference.ts";

const values = (text: string) => readRecords(text).records.map(({ fields }) => fields.map(({ value }) => value));
const write = (cell: string, text: string) => ({ sheet: "form.csv", cell, text });

describe("delimited text is read", () => {
  test.each([
    ["commas", "a,b\n1,2\n", ","],
    ["semicolons, with commas in the text", "id;question\n1;Do you, or not\n2;Is it, at all\n", ";"],
    ["tabs", "a\tb\r\n1\t2\r\n", "\t"],
    ["bars", "a|b|c\n1|2|3", "|"],
  ])("separated by %s", (_, text, separator) => {
    expect(readRecords(text).separator).toBe(separator);
  });

  test("with quoted line breaks, doubled quotes and quotes that are just text", () => {
    expect(values('a,"two\r\nlines","say ""hi"""\r\nx "y" z,"open,3\r\n')).toEqual([
      ["a", "two\r\nlines", 'say "hi"'],
      ['x "y" z', '"open', "3"],
    ]);
  });

  test("with a first line that names the separator, which stays a row", () => {
    expect(values("sep=;\r\na,b;c\r\n")).toEqual([[], ["a,b", "c"]]);
  });

  test("with empty lines and rows of different lengths", () => {
    expect(values("a,b\n\n1\n")).toEqual([["a", "b"], [""], ["1"]]);
  });

  test.each([
    ["UTF-8", "utf-8", Buffer.from("é,漢", "utf8")],
    ["UTF-8 with a mark", "utf-8", Buffer.from("\ufeffé,漢", "utf8")],
    ["UTF-16LE with a mark", "utf-16le", Buffer.from("\ufeffé,漢", "utf16le")],
    ["UTF-16BE with a mark", "utf-16be", Buffer.from("\ufeffé,漢", "utf16le").swap16()],
    ["UTF-16LE without a mark", "utf-16le", Buffer.from("question,answer\nIs it?,\n", "utf16le")],
    ["Windows-1252", "windows-1252", Buffer.from([0x93, 0x68, 0x69, 0x94, 0x2c, 0x80, 0xe9, 0x81])],
  ])("in %s, and written back byte for byte", (_, encoding, bytes) => {
    const decoded = decodeText(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(encodeText(decoded.text, decoded.encoding)).toEqual(bytes);
  });

  test("as typographic characters from Windows-1252, which some releases of Node decode as Latin-1", () => {
    expect(decodeText(Buffer.from([0x93, 0x68, 0x94, 0x20, 0x80])).text).toBe("\u201ch\u201d \u20ac");
  });

  test("and text of a broken encoding is refused", () => {
    expect(() => readDelimited(Buffer.from([0xff, 0xfe, 0x61]), "form.csv")).toThrow("starts like UTF-16LE");
  });
});

describe("an answer is written into delimited text", () => {
  test("and every other byte stays: mark, separator, line ends, quoting", () => {
    const before = '\ufeffid;"Question";Answer;Note\r\n1;"Do you?";;x\r\n2;Is it?;;\r\n';
    const after = patchDelimited(Buffer.from(before), [write("C2", "Yes; always"), write("C3", "No")]);
    expect(after.toString()).toBe('\ufeffid;"Question";Answer;Note\r\n1;"Do you?";"Yes; always";x\r\n2;Is it?;No;\r\n');
  });

  test("into a row that is too short, with the fields between left empty", () => {
    const after = patchDelimited(Buffer.from("q,a,c\nDo you?\n"), [write("C2", "why"), write("B2", "Yes")]);
    expect(after.toString()).toBe("q,a,c\nDo you?,Yes,why\n");
  });

  test("quoted where the file quotes everything", () => {
    const after = patchDelimited(Buffer.from('"q","a"\n"Do you?",""\n'), [write("B2", "Yes")]);
    expect(after.toString()).toBe('"q","a"\n"Do you?","Yes"\n');
  });

  test("in the file's encoding, or not at all", () => {
    const bytes = Buffer.from([0x71, 0x3b, 0x61, 0x0a, 0xe9, 0x3f, 0x3b, 0x0a]);
    expect(patchDelimited(bytes, [write("B2", "\u20ac")])).toEqual(
      Buffer.from([0x71, 0x3b, 0x61, 0x0a, 0xe9, 0x3f, 0x3b, 0x80, 0x0a]),
    );
    expect(() => patchDelimited(bytes, [write("B2", "漢")])).toThrow('has no "漢"');
  });

  test("and a row that is not there is refused", () => {
    expect(() => patchDelimited(Buffer.from("q,a\n"), [write("B7", "x")])).toThrow("no row 7");
  });

  test.each([
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "  =1",
    "\t=1",
    "\n=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "\r\n@x",
    "\0=1",
  ])("and %j does not become a formula", (payload) => {
    const bytes = patchDelimited(Buffer.from("q,a\nDo you?,\n"), [write("B2", payload)]);
    const [, [, value] = []] = values(bytes.toString());
    expect(value).toMatch(/^'/);
  });

  test("and ordinary text gets no apostrophe", () => {
    expect(guardedAgainstFormulas("Yes - in place")).toBe("Yes - in place");
  });
});

describe("whatever the table", () => {
  const field = fc.string({ unit: fc.constantFrom(..."ab,;\t\"'\n\r |é漢=".split("")), maxLength: 12 });
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 8 });
  const quoted = (rows: string[][]) =>
    rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\r\n");

  test("quoted fields are read as they were written", () => {
    fc.assert(
      fc.property(table, (rows) => {
        fc.pre(readRecords(quoted(rows)).separator === ",");
        expect(values(quoted(rows))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  test("writing a cell changes that field and nothing else", () => {
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(), fc.string({ maxLength: 40 }), (rows, i, j, text) => {
        fc.pre(readRecords(quoted(rows)).separator === ",");
        const row = i % rows.length;
        const column = j % rows[row]!.length;
        const bytes = Buffer.from(quoted(rows));
        const cell = cellName({ row: row + 1, column: column + 1 });
        const after = patchDelimited(bytes, [write(cell, text)]);
        fc.pre(readRecords(after.toString()).separator === ",");
        const expected = rows.map((cells) => [...cells]);
        const got = values(after.toString());
        expected[row]![column] = got[row]![column]!;
        expect(got).toEqual(expected);
        expect(got[row]![column]!.replace(/^'/, "")).toBe(
          text
            .replaceAll(/\r\n?/g, "\n")
            .replaceAll(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
            .replace(/^'/, ""),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("reading never throws anything but a sentence for a person", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          readDelimited(bytes, "form.csv");
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^file\./);
        }
      }),
      { numRuns: 500 },
    );
  });
});
