import { zip } from "./zip.ts";

/** Styles by name, in the order of `cellXfs` below. */
const STYLES = ["plain", "title", "lead", "head", "section", "number", "question", "answer"] as const;
export type Style = (typeof STYLES)[number];

export type Cell = { column: string; text: string; style: Style };
export type Row = { cells: Cell[]; height?: number };
export type Sheet = {
  name: string;
  widths: number[];
  rows: Row[];
  merges: string[];
  frozenRows: number;
  choices?: { cells: string; options: string[] };
};

/** An XLSX workbook with text cells, merged cells and dropdown lists: what a questionnaire needs. */
export function workbook(sheets: Sheet[]): Buffer {
  return zip([
    { name: "[Content_Types].xml", text: contentTypes(sheets) },
    { name: "_rels/.rels", text: relationships([["officeDocument", "xl/workbook.xml"]]) },
    { name: "xl/workbook.xml", text: workbookXml(sheets) },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: relationships([
        ...sheets.map((_, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]),
        ["styles", "styles.xml"],
      ]),
    },
    { name: "xl/styles.xml", text: stylesXml },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, text: sheetXml(sheet) })),
  ]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(sheets: Sheet[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${override("styles", "styles")}${sheets.map((_, i) => override(`worksheets/sheet${i + 1}`, "worksheet")).join("")}</Types>`;
}

function relationships(targets: [type: string, target: string][]): string {
  const items = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

function workbookXml(sheets: Sheet[]): string {
  const items = sheets.map((sheet, i) => `<sheet name="${escape(sheet.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${items.join("")}</sheets></workbook>`;
}

function sheetXml(sheet: Sheet): string {
  const columns = sheet.widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = sheet.rows.map((row, i) => rowXml(row, i + 1)).join("");
  const pane =
    sheet.frozenRows > 0
      ? `<pane ySplit="${sheet.frozenRows}" topLeftCell="A${sheet.frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
      : "";
  const merges = sheet.merges.map((range) => `<mergeCell ref="${range}"/>`).join("");
  const mergeCells = merges && `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`;
  const list = sheet.choices ? escape(sheet.choices.options.join(",")) : "";
  const validation = sheet.choices
    ? `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${sheet.choices.cells}"><formula1>"${list}"</formula1></dataValidation></dataValidations>`
    : "";
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0" showGridLines="0">${pane}</sheetView></sheetViews><cols>${columns.join("")}</cols><sheetData>${rows}</sheetData>${mergeCells}${validation}<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

function rowXml(row: Row, number: number): string {
  const height = row.height ? ` ht="${row.height}" customHeight="1"` : "";
  const cells = row.cells.map(({ column, text, style }) => {
    const start = `<c r="${column}${number}" s="${STYLES.indexOf(style)}"`;
    return text ? `${start} t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>` : `${start}/>`;
  });
  return `<row r="${number}"${height}>${cells.join("")}</row>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const xf = (font: number, fill: number, border: number, alignment = "") =>
  `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"${alignment}/></xf>`;
const fontXml = (size: number, color: string, bold = false) =>
  `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><color rgb="FF${color}"/><name val="Calibri"/><family val="2"/></font>`;
const fillXml = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
const edge = '<{} style="thin"><color rgb="FFBFC7CC"/></{}>';
const box = ["left", "right", "top", "bottom"].map((side) => edge.replaceAll("{}", side)).join("");

const stylesXml = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="5">${fontXml(11, "1C2630")}${fontXml(18, "7A2E12", true)}${fontXml(10, "5A646B")}${fontXml(11, "FFFFFF", true)}${fontXml(12, "7A2E12", true)}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fillXml("7A2E12")}${fillXml("F6E7E0")}${fillXml("FFFBEA")}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${box}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(1, 0, 0)}${xf(2, 0, 0)}${xf(3, 2, 1)}${xf(4, 3, 1)}${xf(2, 0, 1, ' horizontal="left"')}${xf(0, 0, 1)}${xf(0, 4, 1)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
