import { type Bomb, malformed, MiB, over } from "#scripts/bombs/bomb.ts";
import { lyingZip } from "#scripts/bombs/lying-zip.ts";
import {
  asking,
  relationships,
  sheet,
  sheetData,
  storedSheet,
  times,
  workbook,
  workbookParts,
} from "#scripts/bombs/office-packages.ts";

const cellOf = (text: string) => sheetData(`<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`);
const worksheet = (before: string, inside: string) => `${before}<worksheet>${inside}</worksheet>`;
const asked = sheetData(asking);

/** XML that is made to be read for ever, to fetch something, or to be what it does not say. */
export const xmlBombs: Bomb[] = [
  bomb("a-billion-laughs", "file.doctype", () => sheet(worksheet(laughs(), cellOf("&e9;")))),
  bomb("one-long-entity-often", "file.doctype", () =>
    sheet(worksheet(`<!DOCTYPE x [<!ENTITY a "${"a".repeat(100_000)}">]>`, cellOf("&a;".repeat(100_000)))),
  ),
  bomb("an-entity-from-a-file", "file.doctype", () =>
    sheet(worksheet('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', cellOf("&a;"))),
  ),
  bomb("an-entity-from-the-network", "file.doctype", () =>
    sheet(worksheet('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://127.0.0.1:1/x.dtd"> %a;]>', asked)),
  ),
  bomb("a-document-type-elsewhere", "file.doctype", () =>
    sheet(worksheet('<!DOCTYPE x SYSTEM "//host/share">', asked)),
  ),
  bomb("200000-levels", over("xml_depth"), () => sheet("<a>".repeat(200_000))),
  bomb("100000-attributes", over("xml_attributes"), () => sheet(`<a ${times(100_000, (i) => `b${i}="" `)}/>`)),
  bomb("an-attribute-of-nine-megabytes", "read", () => storedSheet(`${asked}<a b="${"x".repeat(9 * MiB)}"/>`)),
  bomb("an-attribute-of-a-million-ranges", over("validation_ranges"), () =>
    storedSheet(
      `${asked}<dataValidation type="list" sqref="${"A1 ".repeat(340_000)}"><formula1>"a"</formula1></dataValidation>`,
    ),
  ),
  bomb("a-text-of-nine-megabytes", over("xml_text_length"), () => storedSheet(cellOf("x".repeat(9 * MiB)))),
  bomb("a-name-of-nine-megabytes", "read", () => storedSheet(`${asked}<${"x".repeat(9 * MiB)}/>`)),
  bomb("five-million-elements", [over("inflate_ratio"), over("xml_tokens")], () => sheet("<a/>".repeat(5_500_000))),
  bomb("five-million-elements-stored", over("xml_tokens"), () => manyElements()),
  bomb("a-million-processing-instructions", ["read"], () => storedSheet(`${asked}${"<?a b?>".repeat(1_000_000)}`)),
  bomb("a-million-cdata-sections", ["read"], () => storedSheet(`${asked}<a>${"<![CDATA[]]>".repeat(800_000)}</a>`)),
  bomb("a-million-references", over("xml_text_length"), () => storedSheet(cellOf("&#x41;".repeat(1_500_000)))),
  bomb("references-to-no-character", malformed, () => sheet(cellOf("&#xFFFFFFFFFFFF;&#0;"))),
  bomb("never-closed", malformed, () => sheet("<!-- ")),
  bomb("two-roots", malformed, () => sheet(`<!-- --><worksheet/><worksheet/>`)),
  bomb("bytes-that-are-no-utf8", malformed, () => raw(Buffer.from([0x3c, 0x61, 0xff, 0xfe, 0xc0, 0xaf, 0x3e]))),
  bomb("utf-16", malformed, () =>
    raw(Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet/>`, "utf16le")),
  ),
  bomb("says-utf-16", ["read", malformed], () => sheet(worksheet('<?xml version="1.0" encoding="UTF-16"?>', asked))),
  bomb("says-utf-7", ["read", malformed], () => sheet(worksheet('<?xml version="1.0" encoding="UTF-7"?>', asked))),
  bomb("version-eleven-controls", malformed, () => sheet(worksheet('<?xml version="1.0"?>', cellOf("\u0001\u0000")))),
  bomb("sixty-thousand-prefixes", [over("xml_depth"), over("xml_attributes"), "read"], () =>
    sheet(`${asked}${times(60_000, (i) => `<p${i}:a xmlns:p${i}="u${i}"/>`)}`),
  ),
];

function bomb(name: string, outcome: Bomb["outcome"], make: () => Buffer): Bomb {
  return { fileName: `xml-${name}.xlsx`, outcome, make };
}

/** Ten billion letters in one kilobyte. */
function laughs(): string {
  const nested = times(9, (i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
  return `<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">${nested}]>`;
}

function raw(content: Buffer): Buffer {
  const parts = workbookParts({ sheets: [asked] });
  return lyingZip(parts.map((part) => (String(part.name).includes("sheet1") ? { ...part, content } : part)));
}

/** Not so alike that they would unpack too far. */
function manyElements(): Buffer {
  const inside = times(220_000, (i) => `<a b="${(i * 7_919) % 100_003}"/><a/><a/><a/>`);
  return workbook({ sheets: Array.from({ length: 6 }, () => inside) });
}

/** Parts of a package that point out of it, or at each other. */
export const relationshipBombs: Bomb[] = [
  related("a-sheet-on-the-network", "read", () => rels([["worksheet", "http://127.0.0.1:1/sheet.xml", external]])),
  related("a-sheet-in-a-file", "read", () => rels([["worksheet", "file:///etc/passwd", external]])),
  related("a-sheet-above", "read", () => rels([["worksheet", "../../../../../../etc/passwd"]])),
  related("a-sheet-on-a-share", "read", () => rels([["worksheet", "\\\\host\\share\\sheet.xml"]])),
  related("a-workbook-elsewhere", "file.not_a_workbook", () =>
    workbook({ sheets: [asked], root: relationships([["officeDocument", "http://127.0.0.1:1/", external]]) }),
  ),
  related("a-workbook-that-is-its-own-sheet", "read", () => rels([["worksheet", "workbook.xml"]])),
  related("a-workbook-that-is-its-relationships", ["file.not_a_workbook", "read"], () =>
    workbook({ sheets: [asked], root: relationships([["officeDocument", "_rels/.rels"]]) }),
  ),
  related("a-sheet-that-is-its-strings", "read", () =>
    workbook({
      sheets: [asked],
      rels: relationships([
        ["worksheet", "sharedStrings.xml"],
        ["sharedStrings", "sharedStrings.xml"],
      ]),
      strings: "<si/>",
    }),
  ),
  related("one-sheet-fifty-times", over("cells"), () => oneSheetOften(50)),
  related("100000-sheets", over("sheets"), () => oneSheetOften(100_000)),
  related("a-hundred-thousand-relationships", ["read", over("xml_tokens")], () =>
    rels(Array.from({ length: 100_000 }, () => ["worksheet", "worksheets/sheet1.xml"] as const)),
  ),
];

const external = 'TargetMode="External"';
const rels = (targets: Parameters<typeof relationships>[0]) =>
  workbook({ sheets: [asked], rels: relationships(targets) });

function related(name: string, outcome: Bomb["outcome"], make: () => Buffer): Bomb {
  return { fileName: `rels-${name}.xlsx`, outcome, make };
}

function oneSheetOften(count: number): Buffer {
  const rows = times(10_000, (i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${(i * 7_919) % 100_003}</v></c></row>`);
  const parts = workbookParts({ sheets: [sheetData(rows)] });
  const listed = times(count, (i) => `<sheet name="S${i}" sheetId="${i}" r:id="rId1"/>`);
  return lyingZip(
    parts.map((part) =>
      part.name === "xl/workbook.xml"
        ? { ...part, content: String(part.content).replace(/<sheet .*\/>/, listed) }
        : part,
    ),
  );
}
