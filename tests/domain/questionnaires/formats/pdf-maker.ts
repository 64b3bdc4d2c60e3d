import { PDFDocument, type PDFFont, type PDFForm, type PDFPage, rgb, StandardFonts } from "@cantoo/pdf-lib";

/** A page to draw on, measured from its upper left corner, as one reads. */
export class Sheet {
  constructor(
    readonly page: PDFPage,
    readonly form: PDFForm,
    private readonly fonts: { plain: PDFFont; bold: PDFFont },
  ) {}

  text(words: string, [x, y]: [number, number], { size = 10, bold = false } = {}): void {
    this.page.drawText(words, { x, y: this.from(y), size, font: bold ? this.fonts.bold : this.fonts.plain });
  }

  line([x1, y1]: [number, number], [x2, y2]: [number, number]): void {
    this.page.drawLine({ start: { x: x1, y: this.from(y1) }, end: { x: x2, y: this.from(y2) }, thickness: 0.5 });
  }

  square([x, y]: [number, number], size = 8): void {
    this.page.drawRectangle({
      x,
      y: this.from(y),
      width: size,
      height: size,
      borderWidth: 0.7,
      borderColor: rgb(0, 0, 0),
    });
  }

  /** A table with lines around each cell; a text's lines stand under each other. Gives the place below it. */
  table(rows: readonly (readonly string[])[], { top, columns }: { top: number; columns: readonly number[] }): number {
    let y = top;
    this.line([columns[0]!, y], [columns.at(-1)!, y]);
    for (const row of rows) {
      const height = 12 * Math.max(...row.map((cell) => cell.split("\n").length)) + 8;
      row.forEach((cell, i) => {
        cell.split("\n").forEach((words, line) => this.text(words, [columns[i]! + 4, y + 12 + 12 * line]));
      });
      for (const x of columns) this.line([x, y], [x, y + height]);
      y += height;
      this.line([columns[0]!, y], [columns.at(-1)!, y]);
    }
    return y;
  }

  /** Where a field of this size stands: its upper left corner is given. */
  box([x, y]: [number, number], [width, height]: [number, number]) {
    return { x, y: this.from(y + height), width, height };
  }

  textField(name: string, at: [number, number], size: [number, number] = [200, 16]) {
    const field = this.form.createTextField(name);
    field.addToPage(this.page, this.box(at, size));
    return field;
  }

  checkBox(name: string, at: [number, number]) {
    const field = this.form.createCheckBox(name);
    field.addToPage(this.page, this.box(at, [10, 10]));
    return field;
  }

  private from(y: number): number {
    return this.page.getHeight() - y;
  }
}

export type Drawing = (sheet: Sheet, number: number) => void;

type Making = {
  packed?: boolean;
  /** Whether the library goes over the fields once more; it takes an XFA form away then. */
  drawn?: boolean;
  finish?: (document: PDFDocument) => void;
};

/** A PDF of our own, a drawing to a page; with `packed` its objects are in streams, as many programs write them. */
export async function pdfOf(
  drawings: readonly Drawing[],
  { packed = false, drawn = true, finish }: Making = {},
): Promise<Buffer> {
  const document = await PDFDocument.create();
  const fonts = {
    plain: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  };
  drawings.forEach((draw, i) => draw(new Sheet(document.addPage([595, 842]), document.getForm(), fonts), i + 1));
  finish?.(document);
  return Buffer.from(await document.save({ useObjectStreams: packed, updateFieldAppearances: drawn }));
}
