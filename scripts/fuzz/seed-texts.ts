import { asking, flate, onePage, packedPdf, plainStream, rawPdf } from "#scripts/bombs/raw-pdf.ts";

export const delimitedSeeds: readonly Buffer[] = [
  Buffer.from('ID,Question,Answer,Comments\n1.1,"Do you encrypt, at rest?",,\n1.2,"Is it\n""tested""?",Yes,x\n'),
  Buffer.from("sep=;\r\nNr;Frage;Antwort\r\n1;Werden Daten verschl\u00fcsselt?;\r\n2;Gibt es Tests?;\r\n", "latin1"),
  Buffer.from("\ufeffID\tQuestion\tAnswer\n1\tDo you review access?\t\n2\tIs it logged?\t=1+1\n", "utf16le"),
  Buffer.from("\ufeffQuestion|Response\nHow often are backups tested?|\nAre they encrypted?|\n"),
];

export const jsonSeed = JSON.stringify(
  {
    format: "candor-questionnaire",
    version: 1,
    title: "A review",
    ticket: 12_345,
    questions: [
      { id: "1", section: "Data", text: "Do you encrypt data?", options: ["Yes", "No"], weight: 1.5, answer: null },
      { text: "Who reviews \u00e4ccess?", answer: "We do.", comment: "\ud83d\ude00", more: { deep: [[{}], -1e-5] } },
      { id: "3", text: "Is it tested?" },
    ],
  },
  null,
  2,
);

const fields =
  "/AcroForm<</Fields[10 0 R 11 0 R 12 0 R]/DR<</Font<</Helv 5 0 R>>>>/DA(/Helv 0 Tf 0 g)>>/Metadata 13 0 R";
const place = (y: number) => `/Subtype/Widget/Type/Annot/P 3 0 R/F 4/Rect[300 ${y} 500 ${y + 18}]`;
const box = plainStream("0 0 10 10 re S", "/Type/XObject/Subtype/Form/BBox[0 0 10 10]");
const form = {
  10: `<</FT/Tx/T(first)/TU(Do you encrypt?)/V(\\(old\\))/DA(/Helv 10 Tf 0 g)/MaxLen 90${place(696)}>>`,
  11: `<</FT/Ch/Ff 131072/T(second)/Opt[[(y)(Yes)][(n)(No)]]/DA(/Helv 10 Tf 0 g)${place(666)}>>`,
  12: `<</FT/Btn/T(third)/AS/Off/V/Off/AP<</N<</On 14 0 R/Off 14 0 R>>>>${place(636)}>>`,
  13: plainStream("<x/>", "/Type/Metadata/Subtype/XML"),
  14: box,
};
const lines = `${asking}50 720 m 550 720 l 550 600 l 50 600 l h S 50 660 500 .5 re f q 1 0 0 1 9 9 cm 300 600 m 300 720 l S Q `;
const look = { catalog: fields, page: "/Annots[10 0 R 11 0 R 12 0 R]/Rotate 0" };

/** A form, a page without one, and a form whose objects are in a stream. */
export const pdfSeeds: readonly Buffer[] = [
  rawPdf(onePage(form, { ...look, contents: plainStream(lines) })),
  rawPdf(onePage({}, { contents: flate(lines) })),
  packedPdf(onePage(form, { ...look, contents: plainStream(lines) })),
];
