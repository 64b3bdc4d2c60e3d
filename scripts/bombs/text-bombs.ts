import { type Bomb, MiB, over } from "#scripts/bombs/bomb.ts";

const slow = "file.too_slow";
const head = "ID,Question,Answer\n";
const asked = `${head}1,Do you encrypt data at rest?,\n2,Is access reviewed every year?,\n`;
const repeated = (text: string, bytes: number) => Buffer.alloc(bytes, text);

/** Delimited text that has no lines, no end, or another encoding than it seems. */
export const delimitedBombs: Bomb[] = [
  text("one-line", [over("csv_line_length"), over("cell_length")], () => repeated("a", 9 * MiB)),
  text("one-line-of-many-fields", over("csv_columns"), () => repeated(",", 9 * MiB)),
  text("line-ends", over("csv_rows"), () => repeated("\r\n", 9 * MiB)),
  text("a-million-quotes", [over("csv_line_length"), over("cell_length"), "read"], () => repeated('"', 1_000_001)),
  text("nine-million-quotes", [over("csv_line_length"), over("cell_length")], () => repeated('"', 9 * MiB)),
  text("a-quote-never-closed", [over("csv_line_length"), over("csv_rows")], () =>
    Buffer.concat([Buffer.from(`${asked}3,"`), repeated('b,""\n', 3 * MiB)]),
  ),
  text("a-quote-on-each-line", ["read", over("csv_rows")], () => Buffer.from(head + 'a,"b\n'.repeat(19_000))),
  text("quotes-on-each-field", ["read", over("csv_columns"), over("csv_rows"), over("cells"), slow], () =>
    Buffer.from(head + `${'"a"b,'.repeat(400)}\n`.repeat(2_000)),
  ),
  text("quotes-that-pair-to-the-end", ["read", over("csv_line_length"), over("csv_rows"), over("cells"), slow], () =>
    Buffer.from(head + `"x${'""'.repeat(2_000)},\n`.repeat(1_500)),
  ),
  text("nothing-but-zeros", ["read", over("csv_line_length"), over("cell_length")], () => Buffer.alloc(9 * MiB)),
  text("zeros-between", "read", () => Buffer.from(asked.replaceAll(" ", " \0"))),
  text("separators-of-every-kind", over("cells"), () => Buffer.from(`${",;\t|".repeat(120)}\n`.repeat(3_000))),
  text("400-columns-of-20000-rows", over("cells"), () => Buffer.from(`${"a,".repeat(220)}a\n`.repeat(19_000))),
  text("a-mark-of-utf-16-on-odd-bytes", "file.encoding", () =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("abc")]),
  ),
  text("utf-16-with-half-characters", "file.encoding", () =>
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("00d800d8", "hex")]),
  ),
  text("utf-16-big-endian", "read", () => Buffer.from(`\ufeff${asked}`, "utf16le").swap16()),
  text("a-mark-of-utf-32", ["read", "file.encoding"], () =>
    Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), Buffer.from(asked, "utf16le")]),
  ),
  text("a-mark-of-utf-8-on-other-bytes", "file.encoding", () => Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x41])),
  text("marks-in-the-middle", "read", () => Buffer.from(asked.replaceAll("Do", "\ufeffDo"))),
  text("overlong-utf-8", "read", () =>
    Buffer.concat([Buffer.from(asked), Buffer.from([0x33, 0x2c, 0xc0, 0xaf, 0xe0, 0x80, 0xaf])]),
  ),
  text("old-line-ends-only", "read", () => Buffer.from(asked.replaceAll("\n", "\r"))),
  text("formulas", "read", () => Buffer.from(`${asked}3,"=cmd|' /C calc'!A0",\n4,@SUM(1+9),\n5,"+1-2?",\n`)),
  text("a-separator-of-its-own", "read", () => Buffer.from(`sep=\u{0}\n${asked}`)),
  text("a-cell-of-40000", over("cell_length"), () => Buffer.from(`${asked}3,${"x".repeat(40_000)},\n`)),
  text("an-archive", "file.not_text", () => Buffer.concat([Buffer.from("PK\u0003\u0004"), repeated("x", 1_000)])),
];

function text(name: string, outcome: Bomb["outcome"], make: () => Buffer): Bomb {
  return { fileName: `csv-${name}.csv`, outcome, make };
}

const invalid = "file.json_invalid";
const ours = (inside: string) => Buffer.from(`{"format":"candor-questionnaire","version":1,${inside}}`);
const question = '{"id":"1","text":"Do you encrypt data at rest?"}';
const deep = over("json_depth");

/** JSON that is deep, long, or named like what it is not. */
export const jsonBombs: Bomb[] = [
  json("five-million-brackets", ["file.not_json", deep], () => repeated("[", 5_000_000)),
  json("a-million-closed-brackets", [deep, "file.not_json"], () =>
    Buffer.from("[".repeat(1_000_000) + "]".repeat(1_000_000)),
  ),
  json("a-million-objects-deep", [deep, "file.not_json"], () =>
    Buffer.from('{"a":'.repeat(1_000_000) + "1" + "}".repeat(1_000_000)),
  ),
  json("deep-in-a-member", deep, () => ours(`"x":${"[".repeat(50)}${"]".repeat(50)},"questions":[${question}]`)),
  json("a-name-of-nine-megabytes", "read", () => ours(`"${"k".repeat(9 * MiB)}":1,"questions":[${question}]`)),
  json("a-million-names", ["read", slow], () =>
    ours(`${Array.from({ length: 600_000 }, (_, i) => `"k${i}":1`).join()},"questions":[${question}]`),
  ),
  json("prototypes", "read", () =>
    ours(
      `"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"questions":[{"__proto__":{"answer":"x"},"text":"Do you?"}]`,
    ),
  ),
  json("a-prototype-as-questions", [invalid, "read"], () => ours(`"__proto__":{"questions":[]}`)),
  json("a-name-twice", "read", () =>
    ours(`"questions":[{"text":"Do you?","text":"Is it?","answer":"a","answer":"b"}]`),
  ),
  json("questions-twice", "read", () => ours(`"questions":[],"questions":[${question}]`)),
  json("a-version-of-a-million-digits", "file.unknown_json", () =>
    Buffer.from(`{"format":"candor-questionnaire","version":1${"0".repeat(1_000_000)}}`),
  ),
  json("numbers-beyond-numbers", invalid, () => ours(`"questions":[{"text":1e999999,"id":-1e-999999}]`)),
  json("a-version-that-nearly-is-one", "read", () => ours(`"x":1e400,"questions":[${question}]`)),
  json("6000-questions", over("questions"), () =>
    ours(`"questions":[${Array.from({ length: 6_000 }, () => question).join()}]`),
  ),
  json("two-million-questions", over("questions"), () => ours(`"questions":[${"{},".repeat(2_000_000)}{}]`)),
  json("a-million-options", invalid, () =>
    ours(`"questions":[{"text":"Do you?","options":[${'"a",'.repeat(1_000_000)}"b"]}]`),
  ),
  json("many-options-often", ["read", slow, "file.too_heavy"], () =>
    ours(
      `"questions":[${Array.from({ length: 2_000 }, () => `{"text":"Do you?","options":[${'"a",'.repeat(900)}"b"]}`).join()}]`,
    ),
  ),
  json("half-characters", "read", () => ours(`"questions":[{"text":"Do you \\ud800?","answer":"\\udfff"}]`)),
  json("escapes", [invalid], () => ours(`"questions":[{"text":"${"\\u0000".repeat(1_000_000)}"}]`)),
  json("spaces", "read", () => ours(`"questions":[${question}${" ".repeat(9 * MiB)}]`)),
  json("questions-that-are-an-object", invalid, () => ours(`"questions":{"length":5000000000}`)),
  json("utf-16", ["file.encoding", "file.not_json"], () =>
    Buffer.from(`\ufeff{"format":"candor-questionnaire"}`, "utf16le"),
  ),
  json("not-finished", "file.not_json", () =>
    Buffer.from('{"format":"candor-questionnaire","version":1,"questions":['),
  ),
  json("of-another-make", "file.unknown_json", () => Buffer.from("null")),
];

function json(name: string, outcome: Bomb["outcome"], make: () => Buffer): Bomb {
  return { fileName: `json-${name}.json`, outcome, make };
}
