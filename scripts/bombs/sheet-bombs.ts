import { type Bomb, malformed, MiB, over } from "#scripts/bombs/bomb.ts";
import {
  asking,
  cell,
  dropdowns,
  escaped,
  row,
  sheet,
  sheetData,
  storedSheet,
  times,
  workbook,
} from "#scripts/bombs/office-packages.ts";

const slow = "file.too_slow";
const asked = sheetData(asking);
const value = (name: string, inside: string, type = "") => `<c r="${name}"${type}><v>${inside}</v></c>`;
const ofType = (type: string, held: string) => sheet(sheetData(row(1, value("A1", held, ` t="${type}"`))));

/** Worksheets whose numbers, ranges and formulas ask for far more than is there. */
export const sheetBombs: Bomb[] = [
  bomb("300000-rows", [over("rows"), over("inflate_ratio")], () => storedRows(190_000)),
  bomb("a-million-rows", [over("rows"), over("inflate_ratio")], () =>
    sheet(sheetData(times(1_000_000, (i) => `<row r="${i + 1}"><c><v>1</v></c></row>`))),
  ),
  bomb("a-million-empty-rows", ["read", over("inflate_ratio")], () =>
    sheet(sheetData(asking + times(900_000, '<row s="1"/>'))),
  ),
  bomb("opposite-corners", "read", () =>
    sheet(sheetData(row(1, value("A1", "1")) + row(1_048_576, value("XFD1048576", "1")))),
  ),
  bomb("a-row-beyond-the-last", malformed, () => sheet(sheetData(row(1_048_577, value("A1048577", "1"))))),
  bomb("a-column-beyond-the-last", malformed, () => sheet(sheetData(row(1, value("XFE1", "1"))))),
  bomb("rows-that-are-no-numbers", malformed, () => sheet(sheetData('<row r="1e999"><c r="A1"/></row>'))),
  bomb("negative-rows", malformed, () => sheet(sheetData('<row r="-1"><c r="A-1"/></row>'))),
  bomb("16384-columns", "read", () =>
    sheet(
      sheetData(
        row(
          1,
          times(16_384, () => "<c><v>1</v></c>"),
        ) + row(2, times(16_384, "<c><v>2</v></c>")),
      ),
    ),
  ),
  bomb("a-million-cells-in-one-place", [over("cells"), over("inflate_ratio")], () =>
    storedSheet(sheetData(row(1, times(400_000, value("A1", "1"))))),
  ),
  bomb("rows-backwards", "read", () =>
    sheet(sheetData(times(15_000, (i) => row(20_000 - i, value(`B${20_000 - i}`, String(i)))))),
  ),
  bomb("a-merge-of-everything", "read", () =>
    sheet(`${asked}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
  ),
  bomb("5000-merges-of-everything", "read", () => sheet(`${asked}${times(5_000, '<mergeCell ref="A1:XFD1048576"/>')}`)),
  bomb("50000-merges", over("merges"), () =>
    sheet(`${asked}${times(50_000, (i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`)}`),
  ),
  bomb("a-dropdown-on-everything", "read", () => sheet(asked + dropdowns("A1:XFD1048576", '"Yes,No"'))),
  bomb("10000-dropdowns-on-everything", ["read", slow], () =>
    sheet(manyQuestions(18_000) + times(10_000, (i) => dropdowns(`C1:XFD${1_000_000 + i}`, `"a${i},b"`))),
  ),
  bomb("dropdowns-that-miss-by-a-row", ["read", slow], () =>
    sheet(manyQuestions(18_000) + times(9_999, () => dropdowns("C19000:C20000", '"a,b"'))),
  ),
  bomb("1000-dropdowns-fed-by-a-whole-sheet", ["read", slow], () => fedByWholeSheet(1_000)),
  bomb("a-dropdown-of-a-million-values", ["read", over("xml_text_length"), over("dropdown_values")], () =>
    storedSheet(asked + dropdowns("C2:C3", `"${"a,".repeat(500_000)}"`)),
  ),
  bomb("names-that-name-each-other", "read", () =>
    workbook({
      sheets: [asked + dropdowns("C2:C3", "a")],
      names: `<definedNames><definedName name="a">b</definedName><definedName name="b">a</definedName></definedNames>`,
    }),
  ),
  bomb("20000-names", over("defined_names"), () =>
    workbook({ sheets: [asked], names: times(20_000, (i) => `<definedName name="n${i}">S1!$A$1</definedName>`) }),
  ),
  bomb("no-such-shared-string", "read", () => ofType("s", "4294967295")),
  bomb("a-shared-string-before-the-first", "read", () => ofType("s", "-1")),
  bomb("a-shared-string-by-name", "read", () => ofType("s", "__proto__")),
  bomb("a-number-of-a-million-digits", [over("cell_length"), "read"], () =>
    storedSheet(sheetData(row(1, value("A1", "9".repeat(1_000_000))))),
  ),
  bomb("numbers-that-are-none", "read", () =>
    sheet(
      sheetData(row(1, ["1e999", "-0", "NaN", "0x10", "1e-400", "\u0661"].map((n) => `<c><v>${n}</v></c>`).join(""))),
    ),
  ),
  bomb("300000-shared-strings", over("shared_strings"), () =>
    workbook({ sheets: [asked], strings: times(300_000, (i) => `<si><t>${(i * 7_919) % 100_003}</t></si>`) }),
  ),
  bomb("a-shared-string-of-a-million-runs", [over("inflate_ratio"), "read", over("cell_length")], () =>
    workbook({ sheets: [asked], strings: `<si>${times(700_000, (i) => `<r><t>${(i * 7_919) % 1_003}</t></r>`)}</si>` }),
  ),
  bomb("one-long-string-in-200000-cells", [over("cells"), "read", "file.too_heavy", slow], () => longStringOften()),
  bomb("a-formula-of-parentheses", ["read"], () =>
    storedSheet(sheetData(asking + row(4, `<c r="D4"><f>${"(".repeat(500_000)}</f><v>1</v></c>`))),
  ),
  bomb("a-formula-of-quotes", ["read", slow], () =>
    storedSheet(sheetData(asking + row(4, `<c r="D4"><f>${"'".repeat(500_001)}</f><v>1</v></c>`))),
  ),
  bomb("a-formula-of-letters", ["read", slow], () =>
    storedSheet(sheetData(asking + row(4, `<c r="D4"><f>${"AB1".repeat(300_000)}</f><v>1</v></c>`))),
  ),
  bomb("100000-formulas", [over("rows"), "read", over("inflate_ratio")], () =>
    sheet(
      sheetData(
        asking +
          times(15_000, (i) =>
            row(
              i + 4,
              times(6, (j) => `<c r="${"DEFGHI"[j]}${i + 4}"><f>SUM(A1:XFD${i + 1})</f><v>${i}</v></c>`),
            ),
          ),
      ),
    ),
  ),
  bomb("array-formulas-over-everything", [over("merges"), "read"], () =>
    sheet(
      sheetData(
        asking + times(6_000, (i) => row(i + 4, `<c r="D${i + 4}"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>`)),
      ),
    ),
  ),
  bomb("formulas-that-call-out", "read", () =>
    sheet(
      sheetData(
        asking +
          row(4, '<c r="D4" t="str"><f>WEBSERVICE("http://127.0.0.1:1/")&amp;cmd|\' /C calc\'!A0</f><v>x</v></c>'),
      ),
    ),
  ),
  ...hostileTexts().map(([name, text]) => bomb(`texts-of-${name}`, ["read", slow], () => sheetOfTexts(text))),
];

function bomb(name: string, outcome: Bomb["outcome"], make: () => Buffer): Bomb {
  return { fileName: `sheet-${name}.xlsx`, outcome, make };
}

const storedRows = (count: number) => storedSheet(sheetData(times(count, (i) => `<row><c><v>${i}</v></c></row>`)));

function manyQuestions(count: number): string {
  const rows = times(count, (i) =>
    row(i + 2, cell(`A${i + 2}`, String(i)) + cell(`B${i + 2}`, `Do you keep record ${i}?`)),
  );
  return sheetData(row(1, cell("A1", "ID") + cell("B1", "Question") + cell("C1", "Answer")) + rows);
}

function fedByWholeSheet(count: number): Buffer {
  const fed = times(count, (i) => dropdowns(`C${i + 2}`, `S2!$A$1:$XFD$${1_000_000 + i}`));
  const lists = sheetData(
    times(19_000, (i) => row(i + 1, cell(`A${i + 1}`, `value ${i}`) + cell(`B${i + 1}`, `other ${i}`))),
  );
  return workbook({ sheets: [manyQuestions(count) + fed, lists] });
}

/** A few bytes of cells each stand for the longest text that a cell may hold. */
function longStringOften(): Buffer {
  const rows = times(19_990, (i) => `<row r="${i + 1}">${times(9, `<c t="s"><v>0</v></c>`)}</row>`);
  return workbook({
    sheets: [sheetData(rows)],
    strings: `<si><t>Do you ${"really ".repeat(4_000)} encrypt data?</t></si>`,
  });
}

/** Texts that lead patterns with several ways to match astray. */
function hostileTexts(): [name: string, text: string][] {
  const long = 32_000;
  return [
    ["spaces", `Do you${" ".repeat(long)}x`],
    ["underscores", `Do you ${"_ ".repeat(long / 2)}x`],
    ["dots", `Do you ${".".repeat(long)}x`],
    ["numbers", `${"1.".repeat(long / 2)}x?`],
    ["brackets", `Do you ${"(".repeat(long)}`],
    ["closed-brackets", `Do you ${"()".repeat(long / 2)}`],
    ["question-marks", `${"? ".repeat(long / 2)}x`],
    ["slashes", `Yes${"/ No ".repeat(long / 5)}x`],
    ["line-ends", `Do you${"\n".repeat(long)}x?`],
    ["numbered-lines", Array.from({ length: 6_000 }, (_, i) => `${i % 10})`).join("\n") + "x?"],
    ["quotes", `Do you ${'"'.repeat(long)}x`],
    ["commas", `If yes${", ".repeat(long / 2)}x`],
    ["one-letter", "a".repeat(long)],
    ["escapes", `_x0041_x${"_x00".repeat(long / 4)}`],
    ["high-characters", "\u{1f600}\u0301".repeat(long / 4)],
  ];
}

function sheetOfTexts(text: string): Buffer {
  const count = Math.min(120, Math.floor((8 * MiB) / Buffer.byteLength(escaped(text))));
  const rows = times(count, (i) => row(i + 2, cell(`A${i + 2}`, String(i)) + cell(`B${i + 2}`, text)));
  return storedSheet(sheetData(row(1, cell("A1", "ID") + cell("B1", "Question") + cell("C1", "Answer")) + rows));
}
