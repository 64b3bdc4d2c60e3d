import type { LyingPart } from "#scripts/bombs/lying-zip.ts";
import { cell, documentParts, dropdowns, row, sheetData, workbookParts } from "#scripts/bombs/office-packages.ts";

const headed = row(1, cell("A1", "ID") + cell("B1", "Question") + cell("C1", "Answer") + cell("D1", "Comments"));
const asked =
  row(
    2,
    cell("A2", "1.1") + cell("B2", "Do you encrypt data at rest?") + '<c r="C2" s="1"/>' + cell("D2", "see below"),
  ) +
  row(3, cell("A3", "1.2") + '<c r="B3" t="s"><v>0</v></c><c r="C3" t="str"><f>IF(C2="Yes",1,"")</f><v>1</v></c>') +
  row(
    4,
    '<c r="A4"><v>1.3</v></c>' + cell("B4", "a) Is it tested?\nb) Who tests it?") + '<c r="C4" t="b"><v>1</v></c>',
  );
const merged = '<mergeCells count="1"><mergeCell ref="A6:D6"/></mergeCells>';
const validated = `<dataValidations>${dropdowns("C2:C5", '"Yes,No,Not applicable"')}${dropdowns("D2", "choices")}</dataValidations>`;
const strings =
  '<si><r><t>Is access </t></r><r><rPr><b/></rPr><t xml:space="preserve">reviewed _x0041_?</t></r><rPh sb="0"><t>x</t></rPh></si>';

/** A small questionnaire as a workbook, with a bit of everything that the reader knows. */
export const workbookSeed: readonly LyingPart[] = workbookParts({
  sheets: [
    `<cols><col min="1" max="4" style="2"/></cols>${sheetData(headed + asked)}${merged}${validated}`,
    sheetData(row(1, cell("A1", "Yes")) + row(2, cell("A2", "No"))),
  ],
  strings,
  names: '<definedNames><definedName name="choices">S2!$A$1:$A$2</definedName></definedNames><calcPr calcId="1"/>',
});

const run = (text: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inside: string, properties = "") => `<w:p>${properties}${inside}</w:p>`;
const character = (type: string, inside = "") => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
const box = `${character("begin", '<w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData>')}${character("end")}`;
const field = `${character("begin", "<w:ffData><w:textInput/></w:ffData>")}<w:r><w:instrText> FORMTEXT </w:instrText></w:r>${character("separate")}${run("\u2002\u2002")}${character("end")}`;
const choice = `${character("begin", '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList></w:ffData>')}${character("end")}`;
const control = `<w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>${run("Click here")}</w:sdtContent></w:sdt>`;
const checkControl = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent>${run("\u2610")}</w:sdtContent></w:sdt>`;
const cells = (...inside: string[]) =>
  `<w:tr>${inside.map((one) => `<w:tc><w:tcPr><w:gridSpan w:val="1"/></w:tcPr>${one}</w:tc>`).join("")}</w:tr>`;
const listed = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';

const body =
  paragraph(run("Security"), '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>') +
  `<w:tbl><w:tblPr/>${cells(...["#", "Question", "Answer"].map((text) => paragraph(run(text))))}` +
  cells(paragraph(run("1")), paragraph(run("Is it so?")), paragraph(control)) +
  cells(paragraph(run("2")), paragraph(run("Is it?")), paragraph(`${box}${run(" Yes ")}${box}${run(" No")}`)) +
  `${cells(paragraph(run("3")), paragraph(run("Which?")), paragraph(choice))}</w:tbl>` +
  paragraph(run("Who is responsible for it?"), listed) +
  paragraph(run("Name: ________")) +
  paragraph(`${run("Describe it:")}${field}`, listed) +
  paragraph(`${run("Is it encrypted? \u2610 Yes [ ] No <!-- x --> &amp; ")}${checkControl}${run(" Yes")}`) +
  '<w:p><w:ins><w:r><w:t>a</w:t><w:tab/><w:br/><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:ins></w:p>';

const style =
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Base"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num>';

/** The same as a document. */
export const documentSeed: readonly LyingPart[] = documentParts({
  body: body.replaceAll("<w14:checkbox>", '<w14:checkbox xmlns:w14="w14">'),
  styles: style,
  numbering,
});
