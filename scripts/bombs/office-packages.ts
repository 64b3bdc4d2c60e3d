import { type LyingPart, lyingZip } from "#scripts/bombs/lying-zip.ts";

const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

export const times = (count: number, make: string | ((i: number) => string)): string =>
  typeof make === "string" ? make.repeat(count) : Array.from({ length: count }, (_, i) => make(i)).join("");

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Relationships by id: the last word of the type, and the target with whatever attributes follow it. */
export function relationships(targets: readonly (readonly [type: string, target: string, more?: string])[]): string {
  const listed = targets.map(
    ([type, target, more = ""], i) =>
      `<Relationship Id="rId${i + 1}" Type="${documents}/${type}" Target="${target}" ${more}/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${listed.join("")}</Relationships>`;
}

export const cell = (name: string, text: string): string =>
  `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

export const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

/** A head and two questions, so that a sheet is read as one that asks. */
export const asking =
  row(1, cell("A1", "ID") + cell("B1", "Question") + cell("C1", "Answer")) +
  row(2, cell("A2", "1.1") + cell("B2", "Do you encrypt data at rest?")) +
  row(3, cell("A3", "1.2") + cell("B3", "Is access reviewed every year?"));

export const sheetData = (rows: string): string => `<sheetData>${rows}</sheetData>`;

export const dropdowns = (ranges: string, formula: string): string =>
  `<dataValidation type="list" sqref="${ranges}"><formula1>${escaped(formula)}</formula1></dataValidation>`;

export type MadeWorkbook = {
  /** What is in each worksheet, or its whole XML when that begins with "<?" or "<!". */
  sheets: readonly string[];
  strings?: string;
  names?: string;
  rels?: string;
  root?: string;
  extra?: readonly LyingPart[];
};

export function workbookParts({ sheets, strings, names = "", rels, root, extra = [] }: MadeWorkbook): LyingPart[] {
  const listed = sheets.map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("");
  const targets = sheets.map((_, i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const);
  const shared = strings === undefined ? [] : [["sharedStrings", "sharedStrings.xml"] as const];
  return [
    { name: "_rels/.rels", content: root ?? relationships([["officeDocument", "xl/workbook.xml"]]) },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>${listed}</sheets>${names}</workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", content: rels ?? relationships([...targets, ...shared]) },
    ...(strings === undefined
      ? []
      : [{ name: "xl/sharedStrings.xml", content: `<sst xmlns="${main}">${strings}</sst>` }]),
    ...sheets.map((inside, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: /^(<\?|<!|\W*\0)/.test(inside) ? inside : `<worksheet xmlns="${main}">${inside}</worksheet>`,
    })),
    ...extra,
  ];
}

export const workbook = (made: MadeWorkbook): Buffer => lyingZip(workbookParts(made));

/** A workbook of one sheet. */
export const sheet = (inside: string): Buffer => workbook({ sheets: [inside] });

/** A workbook whose parts are not packed, so that it meets no limit on how far a part unpacks. */
export const storedSheet = (inside: string): Buffer =>
  lyingZip(workbookParts({ sheets: [inside] }).map((part) => ({ ...part, stored: true })));

export type MadeDocument = { body: string; before?: string; styles?: string; numbering?: string; root?: string };

export function documentParts({ body, before = "", styles = "", numbering = "", root }: MadeDocument): LyingPart[] {
  const targets = [["styles", "styles.xml"] as const, ["numbering", "numbering.xml"] as const];
  return [
    { name: "_rels/.rels", content: root ?? relationships([["officeDocument", "word/document.xml"]]) },
    {
      name: "word/document.xml",
      content: `${before}<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
    },
    { name: "word/_rels/document.xml.rels", content: relationships(targets) },
    { name: "word/styles.xml", content: `<w:styles xmlns:w="${word}">${styles}</w:styles>` },
    { name: "word/numbering.xml", content: `<w:numbering xmlns:w="${word}">${numbering}</w:numbering>` },
  ];
}

export const document = (made: MadeDocument): Buffer => lyingZip(documentParts(made));

export const storedDocument = (body: string): Buffer =>
  lyingZip(documentParts({ body }).map((part) => ({ ...part, stored: true })));
