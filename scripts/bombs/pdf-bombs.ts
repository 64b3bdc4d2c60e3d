import { type Bomb, MiB, over } from "#scripts/bombs/bomb.ts";
import { asking, flate, onePage, type PageLook, type PdfObjects, plainStream, rawPdf } from "#scripts/bombs/raw-pdf.ts";

const slow = "file.too_slow";
const broken = "file.pdf_damaged";
const heavy = "file.too_heavy";
const made = (more: PdfObjects = {}, look: PageLook = {}) => rawPdf(onePage(more, look));
const drawing = (contents: string, more: PdfObjects = {}, resources = "") =>
  made(more, { contents: flate(contents), resources });
const times = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i)).join("");

/** PDFs whose objects lead in circles, claim too much, or unpack to too much. */
export const pdfBombs: Bomb[] = [
  bomb("pages-in-a-circle", ["read", broken], () => made({}, { pages: "<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>" })),
  bomb("a-page-that-is-its-parent", ["read", broken], () =>
    made({}, { pages: "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>" }),
  ),
  bomb("two-billion-pages", "read", () => made({}, { pages: "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>" })),
  bomb("fewer-pages-than-said", ["read", broken], () => made({}, { pages: "<</Type/Pages/Kids[3 0 R]/Count 250>>" })),
  bomb("minus-one-page", ["read", broken], () => made({}, { pages: "<</Type/Pages/Kids[3 0 R]/Count -1>>" })),
  bomb("one-page-400-times", over("pdf_pages"), () =>
    made({}, { pages: `<</Type/Pages/Kids[${"3 0 R ".repeat(400)}]/Count 400>>` }),
  ),
  bomb("pages-nested-deep", ["read", broken, over("pdf_pages")], () => nestedPages(5_000)),
  bomb("a-heavy-page-299-times", ["read", over("pdf_texts"), over("pdf_lines"), slow], () => heavyPageOften()),
  bomb("no-table", ["read", broken], () => rawPdf(onePage(), { table: false })),
  bomb("no-table-and-a-million-objects", ["read", broken, slow], () =>
    Buffer.concat([rawPdf(onePage(), { table: false }), Buffer.from(times(700_000, (i) => `${i} 0 obj\n`))]),
  ),
  bomb("tables-in-a-circle", ["read", broken], () => rawPdf(onePage(), { trailer: "/Prev 9" })),
  bomb("a-table-of-two-billion", [broken, "read", slow], () => hugeTable("0 2147483647")),
  bomb("a-packed-table-of-two-billion", [broken, "read", slow, heavy], () => packedTable()),
  bomb("a-stream-of-two-billion-objects", ["read", broken], () => objectStream("/N 2147483647/First 10", "11 0 ")),
  bomb("objects-in-their-own-stream", ["read", broken], () =>
    objectStream("/N 1/First 5/Extends 10 0 R", "10 0 <</Type/ObjStm>>"),
  ),
  bomb("a-length-in-a-circle", ["read", broken], () => made({ 4: "<</Length 4 0 R>>\nstream\nx\nendstream" })),
  bomb("a-length-of-two-billion", ["read", broken], () =>
    made({ 4: `<</Length 2147483647>>\nstream\n${asking}\nendstream` }),
  ),
  bomb("spaces-unpacked-to-90-megabytes", ["read", heavy], () => drawing(" ".repeat(90 * MiB))),
  bomb("packed-ten-times", ["read", broken], () => made({}, { contents: flate(" ".repeat(40 * MiB), { rounds: 10 }) })),
  bomb("nine-megabytes-of-letters", ["read", slow], () =>
    made({}, { contents: plainStream(`BT /F 9 Tf 50 700 Td (${"q".repeat(8 * MiB)}) Tj ET`) }),
  ),
  bomb("a-million-texts", [over("pdf_texts"), slow], () =>
    drawing(`BT /F 9 Tf ${times(600_000, (i) => `1 0 0 1 ${i % 500} ${i % 800} Tm (a) Tj `)} ET`),
  ),
  bomb("a-million-lines", [over("pdf_lines"), slow], () =>
    drawing(times(400_000, (i) => `${i % 500} ${i % 800} m ${i % 500} 900 l S `)),
  ),
  bomb("a-net-of-lines", ["read", slow], () =>
    drawing(asking + times(990, (i) => `${i * 0.6} 0 m ${i * 0.6} 842 l S 0 ${i * 0.8} m 595 ${i * 0.8} l S `)),
  ),
  bomb("a-grid-of-lines", ["read", slow], () =>
    drawing(asking + times(139, (i) => `${i * 4.2} 0 m ${i * 4.2} 842 l S 0 ${i * 6} m 595 ${i * 6} l S `)),
  ),
  bomb("90000-squares", ["read", over("pdf_lines"), slow], () =>
    drawing(asking + times(90_000, (i) => `${(i % 59) * 10} ${((i / 59) % 84) * 10} 8 8 re S `)),
  ),
  bomb("two-million-saved-states", ["read", broken, slow], () => drawing(`${"q ".repeat(2_000_000)}${asking}`)),
  bomb("numbers-without-end", ["read", broken, slow], () => drawing(`${"1 ".repeat(3_000_000)}${asking}`)),
  bomb("brackets-without-end", ["read", broken, slow], () =>
    made({}, { contents: plainStream(`${asking}${"[".repeat(2_000_000)}`) }),
  ),
  bomb("dictionaries-without-end", ["read", broken, slow], () =>
    made({ 10: "<</A".repeat(200_000) }, { catalog: "/Outlines 10 0 R/Metadata 10 0 R/AcroForm 10 0 R" }),
  ),
  bomb("a-form-that-draws-itself", ["read", broken, slow], () =>
    drawing(
      `${asking}/X Do`,
      { 10: plainStream("/X Do", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>") },
      "/XObject<</X 10 0 R>>",
    ),
  ),
  bomb("a-billion-drawings", [slow, heavy], () => laughingForms()),
  bomb("a-letter-that-is-itself", ["read", broken, slow], () => selfFont()),
  bomb("letters-mapped-in-a-circle", ["read", broken], () => circularMap()),
  bomb("a-map-of-a-billion-letters", ["read", broken, slow, heavy], () => hugeMap()),
  bomb("an-endless-page", "read", () => made({}, { page: "/MediaBox[-1e30 -1e30 1e30 1e30]/UserUnit 1e9" })),
  bomb("a-page-of-no-size", ["read", broken], () => made({}, { page: "/MediaBox[0 0 0 0]/Rotate 17" })),
  bomb("an-outline-in-a-circle", "read", () =>
    made({ 10: "<</First 10 0 R/Last 10 0 R/Next 10 0 R/Count 999999>>" }, { catalog: "/Outlines 10 0 R" }),
  ),
  bomb("names-in-a-circle", "read", () =>
    made(
      { 10: "<</Kids[10 0 R]/Limits[(a)(z)]>>" },
      { catalog: "/Names<</Dests 10 0 R/EmbeddedFiles 10 0 R/JavaScript 10 0 R>>" },
    ),
  ),
  bomb("a-field-that-is-its-child", ["read", broken], () =>
    fields("<</FT/Tx/T(a)/Kids[10 0 R]/Parent 10 0 R/Subtype/Widget/Rect[1 1 9 9]>>"),
  ),
  bomb("fields-in-a-circle", ["read", broken], () =>
    fields("<</FT/Tx/T(a)/Kids[11 0 R]/Parent 11 0 R>>", {
      11: "<</T(b)/Kids[10 0 R]/Parent 10 0 R/Subtype/Widget/Rect[1 1 9 9]>>",
    }),
  ),
  bomb("20000-fields", over("pdf_fields"), () => manyFields(20_000)),
  bomb("a-field-20000-times", over("pdf_fields"), () =>
    fields("<</FT/Tx/T(a)/Subtype/Widget/Rect[1 1 9 9]>>", {}, "10 0 R ".repeat(20_000)),
  ),
  bomb("a-field-of-a-million-options", ["read", slow], () =>
    fields(`<</FT/Ch/Ff 131072/T(a)/Opt[${"(a)".repeat(1_000_000)}]/Subtype/Widget/Rect[1 1 90 20]>>`),
  ),
  bomb("a-picture-of-ten-billion-points", "read", () =>
    drawing(
      `${asking}/X Do`,
      {
        10: flate(Buffer.alloc(1_000), {
          dict: "/Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceRGB/BitsPerComponent 16",
        }),
      },
      "/XObject<</X 10 0 R>>",
    ),
  ),
  bomb("a-picture-in-the-page", ["read", slow], () =>
    drawing(`${asking}BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID ${"x".repeat(100_000)} EI `),
  ),
  bomb("a-pattern-that-paints-itself", [heavy, "read", broken, slow], () =>
    drawing(
      `/Pattern cs /P scn 0 0 99 99 re f ${asking}`,
      {
        10: plainStream(
          "/Pattern cs /P scn 0 0 9 9 re f",
          "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 1e-9/YStep 1e-9/Resources<</Pattern<</P 10 0 R>>>>",
        ),
      },
      "/Pattern<</P 10 0 R>>",
    ),
  ),
  bomb("a-shading-by-a-program", ["read", broken, slow], () =>
    drawing(
      `/S sh ${asking}`,
      {
        10: `<</ShadingType 1/Domain[0 1e9 0 1e9]/ColorSpace/DeviceRGB/Function 11 0 R>>`,
        11: plainStream(`{${"dup mul ".repeat(100_000)}}`, "/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]"),
      },
      "/Shading<</S 10 0 R>>",
    ),
  ),
  bomb("encrypted", "file.pdf_locked", () =>
    rawPdf(onePage(), {
      trailer: `/Encrypt<</Filter/Standard/V 1/R 2/O<${"00".repeat(32)}>/U<${"00".repeat(32)}>/P -4>>/ID[<00><00>]`,
    }),
  ),
  bomb("encrypted-by-nobody", ["file.pdf_locked", broken, "read"], () =>
    rawPdf(onePage(), { trailer: "/Encrypt<</Filter/Unknown/V 99>>" }),
  ),
  bomb("actions", "read", () =>
    made({}, { catalog: "/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>/AA<</WC<</S/Launch/F(/bin/true)>>>>" }),
  ),
  bomb("files-from-elsewhere", ["read", broken], () =>
    drawing(
      `${asking}/X Do`,
      {
        10: plainStream(
          "",
          "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/F(http://127.0.0.1:1/x)/Ref<</F(//host/share)/Page 0>>",
        ),
      },
      "/XObject<</X 10 0 R>>",
    ),
  ),
  bomb("nothing-behind-its-head", broken, () => Buffer.from("%PDF-1.7\n")),
  bomb("nine-megabytes-of-nothing", broken, () =>
    Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(9 * MiB, "\n")]),
  ),
  bomb("nine-megabytes-of-percents", [broken, slow], () =>
    Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(9 * MiB, "%")]),
  ),
  bomb("nine-megabytes-of-trailers", ["read", broken, slow], () =>
    Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(6 * MiB, "trailer\n<</Root 1 0 R>>\n")]),
  ),
];

function bomb(name: string, outcome: Bomb["outcome"], make: () => Buffer): Bomb {
  return { fileName: `pdf-${name}.pdf`, outcome, make };
}

function nestedPages(depth: number): Buffer {
  const between = Array.from({ length: depth }, (_, i) => [
    i + 10,
    `<</Type/Pages/Kids[${i + 1 === depth ? 3 : i + 11} 0 R]/Count 1/Parent ${i === 0 ? 2 : i + 9} 0 R>>`,
  ]);
  return made(Object.fromEntries(between) as PdfObjects, { pages: "<</Type/Pages/Kids[10 0 R]/Count 1>>" });
}

function heavyPageOften(): Buffer {
  const contents = flate(`BT /F 9 Tf ${times(600, (i) => `1 0 0 1 ${i % 500} ${i} Tm (Do you ${i}?) Tj `)} ET`);
  return made({}, { contents, pages: `<</Type/Pages/Kids[${"3 0 R ".repeat(299)}]/Count 299>>` });
}

function hugeTable(range: string): Buffer {
  const text = rawPdf(onePage()).toString("latin1");
  return Buffer.from(text.replace("xref\n0 1\n", `xref\n${range}\n`), "latin1");
}

function packedTable(): Buffer {
  const [body] = rawPdf(onePage()).toString("latin1").split("xref\n");
  const stream = "<</Type/XRef/Size 2147483647/W[0 0 0]/Index[0 2147483647]/Root 1 0 R/Length 0>>\nstream\n\nendstream";
  return Buffer.from(`${body}9 0 obj\n${stream}\nendobj\nstartxref\n${body!.length}\n%%EOF\n`, "latin1");
}

function objectStream(dict: string, content: string): Buffer {
  return made({ 10: plainStream(content, `/Type/ObjStm${dict}`) }, { catalog: "/Outlines 10 0 R/AcroForm 11 0 R" });
}

/** Ten forms, each of which draws the next one ten times. */
function laughingForms(): Buffer {
  const forms = Array.from({ length: 10 }, (_, i): [number, PdfObjects[number]] => {
    const dict = `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${i + 11} 0 R>>>>`;
    return [i + 10, plainStream("/X Do ".repeat(10), dict)];
  });
  const last: PdfObjects = { 20: plainStream("0 0 9 9 re S", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]") };
  return drawing(`${asking}/X Do`, { ...Object.fromEntries(forms), ...last }, "/XObject<</X 10 0 R>>");
}

function selfFont(): Buffer {
  const font =
    "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[9]" +
    "/Encoding<</Differences[97/a]>>/CharProcs<</a 11 0 R>>/Resources<</Font<</G 10 0 R>>>>>>";
  const letter = plainStream("9 0 d0 BT /G 9 Tf (aaaaaaaaaa) Tj ET");
  return made({ 10: font, 11: letter, 4: plainStream(`${asking} BT /G 9 Tf (a) Tj ET`), 5: font });
}

const mapped = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 10 0 R/DescendantFonts[11 0 R]>>";
const descendant =
  "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>>>";

function circularMap(): Buffer {
  return made({ 10: plainStream("/X usecmap", "/Type/CMap/CMapName/X/UseCMap 10 0 R"), 11: descendant, 5: mapped });
}

function hugeMap(): Buffer {
  const ranges = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap`;
  return made({ 10: plainStream(ranges, "/Type/CMap"), 11: descendant, 5: mapped });
}

function fields(field: string, more: PdfObjects = {}, annotations = "10 0 R"): Buffer {
  const look = { page: `/Annots[${annotations}]`, catalog: "/AcroForm<</Fields[10 0 R]>>" };
  return made({ 10: field, ...more }, look);
}

function manyFields(count: number): Buffer {
  const all = Array.from({ length: count }, (_, i) => [
    i + 10,
    `<</FT/Tx/T(f${i})/Subtype/Widget/Rect[1 ${i} 90 ${i + 9}]>>`,
  ]);
  const annotations = all.map(([number]) => `${number} 0 R`).join(" ");
  const { 10: first, ...rest } = Object.fromEntries(all) as PdfObjects;
  return fields(String(first), rest, annotations);
}
