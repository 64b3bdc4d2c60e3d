import { type Bomb, malformed, over } from "#scripts/bombs/bomb.ts";
import { document, relationships, storedDocument, times } from "#scripts/bombs/office-packages.ts";

const slow = "file.too_slow";
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string) => `<w:p>${inside}</w:p>`;
const cells = (...inside: string[]) => `<w:tr>${inside.map((one) => `<w:tc>${one}</w:tc>`).join("")}</w:tr>`;
const asking = `<w:tbl>${cells(...["#", "Question", "Answer"].map((text) => paragraph(run(text))))}${cells(paragraph(run("1")), paragraph(run("Do you encrypt data at rest?")), "<w:p/>")}</w:tbl>`;
const entity = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const character = (type: string, inside = "") => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
const checkBox = '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>';
const control = (inside: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;

/** Word documents whose structure costs more than it says. */
export const documentBombs: Bomb[] = [
  bomb("laughs", "file.doctype", () => document({ body: paragraph(run("&b;")), before: entity })),
  bomb("20000-tables-in-tables", over("xml_depth"), () => document({ body: "<w:tbl><w:tr><w:tc>".repeat(20_000) })),
  bomb("tables-as-deep-as-allowed", "read", () => document({ body: times(220, nestedTables()) })),
  bomb("a-million-paragraphs", [over("document_paragraphs"), over("inflate_ratio")], () =>
    document({ body: times(1_000_000, paragraph(run("q"))) }),
  ),
  bomb("200000-paragraphs", over("document_paragraphs"), () =>
    storedDocument(times(180_000, "<w:p><w:r><w:t>q</w:t></w:r></w:p>")),
  ),
  bomb("90000-paragraphs", "read", () => storedDocument(times(90_000, (i) => paragraph(run(`Do you ${i}?`))))),
  bomb("6000-tables", over("document_tables"), () => storedDocument(times(6_000, "<w:tbl/>"))),
  bomb("60000-cells-in-a-row", ["read", slow], () =>
    storedDocument(`<w:tbl>${cells(...Array.from({ length: 60_000 }, () => paragraph(run("x"))))}</w:tbl>`),
  ),
  bomb("spans-of-two-billion", "read", () =>
    storedDocument(
      `<w:tbl>${times(2_000, `<w:tr>${times(20, '<w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc>')}</w:tr>`)}</w:tbl>`,
    ),
  ),
  bomb("negative-spans", "read", () =>
    document({ body: asking.replaceAll("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="-1e9"/></w:tcPr>') }),
  ),
  bomb("fields-never-ended", ["read", over("document_fields")], () =>
    storedDocument(paragraph(times(60_000, character("begin", checkBox)))),
  ),
  bomb("fields-never-begun", "read", () => storedDocument(paragraph(times(60_000, character("end"))))),
  bomb("30000-check-boxes", over("document_fields"), () =>
    storedDocument(times(30_000, paragraph(character("begin", checkBox) + character("end")))),
  ),
  bomb("fields-in-fields", ["read", over("document_fields")], () =>
    storedDocument(
      paragraph(
        times(20_000, character("begin", "<w:ffData><w:textInput/></w:ffData>") + character("separate") + run("x")) +
          times(20_000, character("end")),
      ),
    ),
  ),
  bomb("controls-in-controls", over("xml_depth"), () => document({ body: times(2_000, "<w:sdt><w:sdtContent>") })),
  bomb("controls-as-deep-as-allowed", ["read", over("document_fields"), slow], () =>
    storedDocument(times(600, paragraph(nested(28, times(40, run("x")))))),
  ),
  bomb("30000-controls", over("document_fields"), () => storedDocument(times(30_000, paragraph(control(run("x")))))),
  bomb("a-control-of-50000-runs", "read", () => storedDocument(paragraph(control(times(50_000, run("x")))))),
  bomb("a-run-of-a-million-letters", ["read"], () => storedDocument(paragraph(run("q".repeat(1_000_000))))),
  bomb("a-run-of-two-million-letters", over("xml_text_length"), () =>
    storedDocument(paragraph(run("q".repeat(2_000_000)))),
  ),
  bomb("a-run-of-a-million-boxes", [over("document_fields"), slow], () =>
    storedDocument(paragraph(run("\u2610 ".repeat(400_000)))),
  ),
  bomb("boxes-without-end", ["read", slow, over("document_fields")], () =>
    storedDocument(paragraph(run("[".repeat(1_000_000)))),
  ),
  bomb("a-rule-of-a-million-strokes", ["read", slow], () =>
    storedDocument(paragraph(run(`Name: ${"__ ".repeat(300_000)}x`))),
  ),
  bomb("a-rule-of-a-million-dots", ["read", slow], () =>
    storedDocument(paragraph(run(`Name: ${"..... ".repeat(150_000)}x`))),
  ),
  bomb("a-paragraph-of-300000-spaces", ["read", slow], () =>
    storedDocument(paragraph(run(`Do you${" ".repeat(300_000)}x`))),
  ),
  bomb("a-paragraph-of-60000-runs", "read", () => storedDocument(paragraph(times(60_000, run("Do you?"))))),
  bomb("brackets", ["read", slow], () => storedDocument(paragraph(run(`Do you ${"(".repeat(500_000)}`)))),
  bomb("styles-that-rest-on-themselves", "read", () =>
    document({
      body: paragraph('<w:pPr><w:pStyle w:val="a"/></w:pPr>') + asking,
      styles:
        '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>',
    }),
  ),
  bomb("20000-lists-told-by-style", ["read", slow, over("inflate_ratio")], () => manyLists(20_000)),
  bomb("lists-that-link-to-themselves", "read", () =>
    document({
      body: listed("1") + asking,
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="a"/><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    }),
  ),
  bomb("a-list-that-starts-at-a-billion", "read", () =>
    document({
      body: listed("1").repeat(500) + asking,
      numbering: list(
        `<w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="${"%1".repeat(2_000)}"/>`,
      ),
    }),
  ),
  bomb("roman-numerals", "read", () =>
    document({
      body: listed("1").repeat(5_000) + asking,
      numbering: list(`<w:start w:val="3888"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="${"%1".repeat(200)}"/>`),
    }),
  ),
  bomb("a-list-level-of-a-billion", "read", () =>
    document({
      body: listed("1", "1e9") + listed("1", "-5") + asking,
      numbering: list('<w:start w:val="1"/><w:lvlText w:val="%1"/>'),
    }),
  ),
  bomb("a-template-on-the-network", "read", () =>
    document({
      body: asking + '<w:altChunk r:id="rId9" xmlns:r="x"/>',
      root: relationships([
        ["officeDocument", "word/document.xml"],
        ["attachedTemplate", "http://127.0.0.1:1/x.dotm", 'TargetMode="External"'],
      ]),
    }),
  ),
  bomb("a-document-elsewhere", "file.not_a_document", () =>
    document({
      body: asking,
      root: relationships([["officeDocument", "http://127.0.0.1:1/x.xml", 'TargetMode="External"']]),
    }),
  ),
  bomb("a-document-that-is-a-relationship", ["file.not_a_document", "read"], () =>
    document({ body: asking, root: relationships([["officeDocument", "_rels/.rels"]]) }),
  ),
  bomb("closed-in-the-wrong-order", malformed, () => document({ body: "<w:p><w:r></w:p></w:r>" })),
];

function bomb(name: string, outcome: Bomb["outcome"], make: () => Buffer): Bomb {
  return { fileName: `docx-${name}.docx`, outcome, make };
}

const nested = (depth: number, inside: string) =>
  "<w:sdt><w:sdtContent>".repeat(depth) + inside + "</w:sdtContent></w:sdt>".repeat(depth);

function nestedTables(): string {
  const open = "<w:tbl><w:tr><w:tc>";
  return open.repeat(19) + paragraph(run("Do you?")) + "</w:tc></w:tr></w:tbl>".repeat(19);
}

const listed = (of: string, level = "0") =>
  paragraph(`<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${of}"/></w:numPr></w:pPr>${run("Do you?")}`);
const list = (level: string) =>
  `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">${level}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

/** Each paragraph's list links to another by its style, the last of all. */
function manyLists(count: number): Buffer {
  const lists = times(
    count,
    (i) => `<w:abstractNum w:abstractNumId="${i}"><w:styleLink w:val="s${i}"/></w:abstractNum>`,
  );
  const linking = `<w:abstractNum w:abstractNumId="x"><w:numStyleLink w:val="s${count - 1}"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="x"/></w:num>`;
  return document({
    body: times(count, (i) => listed("1") + paragraph(run(String((i * 7_919) % 100_003)))),
    numbering: lists + linking,
  });
}
