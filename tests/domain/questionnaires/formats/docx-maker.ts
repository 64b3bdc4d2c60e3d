import { type ZipPart, zipOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const word14 = "http://schemas.microsoft.com/office/word/2010/wordml";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const media = "application/vnd.openxmlformats-officedocument.wordprocessingml";

export const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A run; `properties` is what stands in its `rPr`. */
export function run(text: string, properties = ""): string {
  const look = properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export type ParagraphLook = { style?: string; list?: [number: string, level: number]; mark?: string };

/** A paragraph of a text, or of the XML of its runs when that begins with "<w:". */
export function p(content = "", { style, list, mark }: ParagraphLook = {}): string {
  const inside = content.startsWith("<w:") ? content : content === "" ? "" : run(content);
  const properties =
    (style ? `<w:pStyle w:val="${style}"/>` : "") +
    (list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : "") +
    (mark ? `<w:rPr>${mark}</w:rPr>` : "");
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
}

export type MadeCell = string | { text?: string; xml?: string; span?: number; merge?: "restart" | "continue" };

function cell(made: MadeCell): string {
  const { text = "", xml, span, merge } = typeof made === "string" ? { text: made } : made;
  const properties =
    (span ? `<w:gridSpan w:val="${span}"/>` : "") +
    (merge ? `<w:vMerge${merge === "restart" ? ' w:val="restart"' : ""}/>` : "");
  const content =
    xml ??
    text
      .split("\n")
      .map((line) => p(line))
      .join("");
  return `<w:tc>${properties === "" ? "" : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`;
}

export function table(rows: readonly (readonly MadeCell[])[]): string {
  const made = rows.map((cells) => `<w:tr>${cells.map(cell).join("")}</w:tr>`);
  return `<w:tbl><w:tblPr/><w:tblGrid/>${made.join("")}</w:tbl>`;
}

const character = (type: string, inside = "") =>
  `<w:r><w:fldChar w:fldCharType="${type}"${inside === "" ? "/>" : `>${inside}</w:fldChar>`}</w:r>`;
const instruction = (name: string) => `<w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>`;

/** A legacy form field for a text; empty ones hold five wide spaces, as Word writes them. */
export function textField(held = "\u2002\u2002\u2002\u2002\u2002"): string {
  const data = '<w:ffData><w:name w:val="Text1"/><w:enabled/><w:textInput/></w:ffData>';
  return character("begin", data) + instruction("FORMTEXT") + character("separate") + run(held) + character("end");
}

export function checkField(checked = false): string {
  const state = checked ? "<w:checked/>" : "";
  const data = `<w:ffData><w:enabled/><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${state}</w:checkBox></w:ffData>`;
  return character("begin", data) + instruction("FORMCHECKBOX") + character("separate") + character("end");
}

export function choiceField(entries: readonly string[]): string {
  const listed = entries.map((entry) => `<w:listEntry w:val="${escaped(entry)}"/>`).join("");
  const data = `<w:ffData><w:enabled/><w:ddList>${listed}</w:ddList></w:ffData>`;
  return character("begin", data) + instruction("FORMDROPDOWN") + character("separate") + character("end");
}

const placeholder = '<w:rStyle w:val="PlaceholderText"/>';

/** A content control around runs that shows its placeholder; `kind` is its property, plain text by default. */
export function control(kind = "<w:text/>", shown = "Click or tap here to enter text."): string {
  const content = `<w:sdtContent>${run(shown, placeholder)}</w:sdtContent>`;
  return `<w:sdt><w:sdtPr><w:showingPlcHdr/>${kind}</w:sdtPr>${content}</w:sdt>`;
}

export function choiceControl(values: readonly string[]): string {
  const items = values.map((value) => `<w:listItem w:displayText="${escaped(value)}" w:value="${escaped(value)}"/>`);
  const first = '<w:listItem w:value="Choose an item."/>';
  return control(`<w:dropDownList>${first}${items.join("")}</w:dropDownList>`, "Choose an item.");
}

export function checkControl(checked = false): string {
  const states =
    '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>';
  const kind = `<w14:checkbox><w14:checked w14:val="${checked ? 1 : 0}"/>${states}</w14:checkbox>`;
  const content = `<w:sdtContent>${run(checked ? "\u2612" : "\u2610", '<w:rFonts w:ascii="MS Gothic"/>')}</w:sdtContent>`;
  return `<w:sdt><w:sdtPr>${kind}</w:sdtPr>${content}</w:sdt>`;
}

/** A list numbered "1.", "2." with "a)" below it is number 1, one of bullets number 2. */
const numbering =
  `<w:numbering xmlns:w="${word}">` +
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\u2022"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
const styles =
  `<w:styles xmlns:w="${word}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>` +
  '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>';

export type MadeDocument = { body: string; before?: string; extraParts?: readonly ZipPart[] };

export function documentXml({ body, before = "" }: Pick<MadeDocument, "body" | "before">): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${before}<w:document xmlns:w="${word}" xmlns:w14="${word14}">` +
    `<w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`
  );
}

export function documentParts(made: MadeDocument): ZipPart[] {
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${media}.${type}+xml"/>`;
  return [
    {
      name: "[Content_Types].xml",
      content:
        `<?xml version="1.0"?><Types xmlns="${packages}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `${part("document", "document.main")}${part("styles", "styles")}${part("numbering", "numbering")}</Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: "word/document.xml", content: documentXml(made) },
    {
      name: "word/_rels/document.xml.rels",
      content: `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${documents}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${documents}/numbering" Target="numbering.xml"/></Relationships>`,
    },
    { name: "word/styles.xml", content: styles },
    { name: "word/numbering.xml", content: numbering },
    ...(made.extraParts ?? []),
  ];
}

export function documentOf(body: string, more: Omit<MadeDocument, "body"> = {}): Buffer {
  return zipOf(documentParts({ body, ...more }));
}
