import { xstringEscaped } from "#app/domain/questionnaires/formats/written-text.ts";
import { type AnswerDocument, tableRows } from "./answer-document.ts";
import { newZip } from "#app/platform/new-zip.server.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** In characters of the default font. */
const widths = [12, 24, 60, 18, 80];
/** What one cell holds in Excel. */
const longestCell = 32_767;
const letters = ["A", "B", "C", "D", "E"];
const style = { text: 0, header: 1, wrapped: 2 };

/**
 * A workbook with one sheet: a header that stays in view, and a row a question. Every cell is text, so nothing in it is
 * a formula (ECMA-376 part 1, 18.3.1.4).
 */
export function answersAsWorkbook(document: AnswerDocument): Buffer {
  return newZip(
    new Map([
      ["[Content_Types].xml", typesXml()],
      ["_rels/.rels", relationsXml([["officeDocument", "xl/workbook.xml"]])],
      ["xl/workbook.xml", workbookXml()],
      [
        "xl/_rels/workbook.xml.rels",
        relationsXml([
          ["worksheet", "worksheets/sheet1.xml"],
          ["styles", "styles.xml"],
        ]),
      ],
      ["xl/styles.xml", stylesXml()],
      ["xl/worksheets/sheet1.xml", sheetXml(tableRows(document))],
    ]),
  );
}

function typesXml(): string {
  const parts = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/worksheets/sheet1.xml", "worksheet"],
    ["/xl/styles.xml", "styles"],
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${sheetType}.${type}+xml"/>`);
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  return `${declaration}<Types xmlns="${contentTypes}">${defaults}${parts.join("")}</Types>`;
}

function relationsXml(targets: [type: string, target: string][]): string {
  const each = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${relations}">${each.join("")}</Relationships>`;
}

function workbookXml(): string {
  const sheets = '<sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets>';
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}">${sheets}</workbook>`;
}

function stylesXml(): string {
  const font = '<name val="Calibri"/><family val="2"/>';
  const fonts = `<fonts count="2"><font><sz val="11"/>${font}</font><font><b/><sz val="11"/>${font}</font></fonts>`;
  const fills =
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
  const borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>';
  const one = '<xf numFmtId="49" fontId="0" fillId="0" borderId="0"';
  const top = (wrap: string) => `applyAlignment="1"><alignment vertical="top"${wrap}/></xf>`;
  const formats = [
    `${one} xfId="0" applyNumberFormat="1" ${top("")}`,
    `${one.replace('fontId="0"', 'fontId="1"')} xfId="0" applyFont="1" applyNumberFormat="1"/>`,
    `${one} xfId="0" applyNumberFormat="1" ${top(' wrapText="1"')}`,
  ];
  return (
    `${declaration}<styleSheet xmlns="${main}">${fonts}${fills}${borders}` +
    `<cellStyleXfs count="1">${one}/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join("")}</cellXfs></styleSheet>`
  );
}

function sheetXml(rows: string[][]): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const data = rows.map((cells, i) => rowXml(cells, i + 1)).join("");
  return `${declaration}<worksheet xmlns="${main}">${frozen}<cols>${columns.join("")}</cols><sheetData>${data}</sheetData></worksheet>`;
}

function rowXml(cells: string[], row: number): string {
  const each = cells.map((text, i) => {
    if (text === "") return "";
    const shape = row === 1 ? style.header : i >= 2 ? style.wrapped : style.text;
    const content = xstringEscaped(text.slice(0, longestCell));
    return `<c r="${letters[i]}${row}" s="${shape}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
  });
  return `<row r="${row}">${each.join("")}</row>`;
}
