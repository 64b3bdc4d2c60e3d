import {
  PDFBool,
  PDFDocument,
  PDFDropdown,
  type PDFField,
  type PDFFont,
  PDFHexString,
  PDFName,
  PDFOptionList,
  PDFTextField,
  StandardFonts,
} from "@cantoo/pdf-lib";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { fieldCell } from "#app/domain/questionnaires/formats/pdf-form-questions.ts";
import { inspectPdf } from "#app/domain/questionnaires/formats/pdf-layout.ts";
import type { PdfFile, Widget } from "#app/domain/questionnaires/formats/pdf-page.ts";
import { readPdf } from "#app/domain/questionnaires/formats/pdf-reader.server.ts";
import type { CellWrite } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { printable } from "#app/domain/questionnaires/formats/written-text.ts";

/**
 * A PDF form with answers in its fields. The original's bytes stay as they are and in place: the changed fields follow
 * them as an incremental update (ISO 32000-1, 7.5.6). The result is read again, and what its fields then hold is
 * compared with what was to be written. Throws UnreadableFile for a field that is not there or cannot hold an answer.
 */
export async function patchPdf(bytes: Buffer, writes: readonly CellWrite[]): Promise<Buffer> {
  if (writes.length === 0) return bytes;
  const file = await readPdf(bytes);
  const wanted = wantedValues(file, writes);
  const filled = await filledForm(bytes, wanted).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? error : notFillable(error);
  });
  if (!filled.subarray(0, bytes.length).equals(bytes)) throw notFillable("not an update");
  ensureFilled(widgetsOf(await readPdf(filled).catch(notFilled)), wanted);
  return filled;
}

/** What a field is to hold: a text, or the export value of one of its options or buttons; null clears its buttons. */
type Wanted = { widget: Widget; value: string | null };

function wantedValues(file: PdfFile, writes: readonly CellWrite[]): Wanted[] {
  const widgets = new Map(widgetsOf(file).map((widget) => [fieldCell(widget.field), widget]));
  const questions = inspectPdf(file).sheets.flatMap((sheet) => sheet.questions);
  const written = new Set(writes.map(({ cell }) => cell));
  const wanted: Wanted[] = [];
  for (const { cell, text } of writes) {
    const widget = widgets.get(cell);
    if (!widget || widget.readOnly)
      throw new UnreadableFile("answers.no_such_field", "The form has no field for an answer there.");
    if (text.length > limits.cellLength) throw overLimit("cellLength", text.length);
    wanted.push({ widget, value: valueFor(widget, text) });
    const group = questions.find(({ marks }) => marks?.some((mark) => mark.cell === cell))?.marks ?? [];
    for (const other of new Set(group.map((mark) => mark.cell))) {
      if (!written.has(other)) wanted.push({ widget: widgets.get(other)!, value: null });
    }
  }
  return wanted;
}

function valueFor({ kind, options, multiLine }: Widget, text: string): string {
  if (kind === "button") return text;
  if (kind === "choice") {
    const option = options.find(({ shown }) => shown === text);
    if (!option) throw new UnreadableFile("answers.not_allowed", "An answer is none of the values of its list.");
    return option.exported;
  }
  const plain = printable(text).trim();
  return multiLine ? plain : plain.replaceAll(/\s*\n\s*/g, " ");
}

const widgetsOf = ({ pages }: PdfFile): Widget[] =>
  pages.flatMap(({ pieces }) => pieces.flatMap(({ widget }) => widget ?? []));

async function filledForm(bytes: Buffer, wanted: readonly Wanted[]): Promise<Buffer> {
  const document = await PDFDocument.load(bytes, {
    ...{ updateMetadata: false, preserveXFA: true, forIncrementalUpdate: true, throwOnInvalidObject: true },
  });
  const form = document.getForm();
  const fields = new Map<string, PDFField[]>();
  for (const field of form.getFields()) fields.set(field.getName(), [...(fields.get(field.getName()) ?? []), field]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  let undrawn = false;
  for (const { widget, value } of wanted) {
    const own = fields.get(widget.field) ?? [];
    if (own.length === 0) throw notFillable(widget.field);
    for (const field of own) undrawn = fill(field, { widget, value }, font) || undrawn;
  }
  if (undrawn) form.acroForm.dict.set(PDFName.of("NeedAppearances"), PDFBool.True);
  return Buffer.from(await document.commit());
}

/** Fills one field; true when a viewer has to draw it, because our font lacks a letter. */
function fill(field: PDFField, { widget, value }: Wanted, font: PDFFont): boolean {
  if (widget.kind === "button") {
    press(field, value);
    return false;
  }
  if (field instanceof PDFTextField) {
    field.setText(value!);
    return !drawn(field, value!, font);
  }
  if (!(field instanceof PDFDropdown || field instanceof PDFOptionList)) throw notFillable(widget.field);
  const { shown } = widget.options.find(({ exported }) => exported === value)!;
  field.select(shown);
  const done = drawn(field, shown, font);
  field.acroField.dict.set(PDFName.of("V"), PDFHexString.fromText(value!));
  return !done;
}

/** Turns on the button of that value and turns off the others of its field. */
function press(field: PDFField, value: string | null): void {
  const off = PDFName.of("Off");
  let now = off;
  for (const button of field.acroField.getWidgets()) {
    const on = button.getOnValue();
    const pressed = on !== undefined && on.decodeText() === value;
    if (pressed) now = on;
    button.setAppearanceState(pressed ? on : off);
  }
  if (value !== null && now === off) throw notFillable(value);
  field.acroField.dict.set(PDFName.of("V"), now);
}

/** Draws what a field holds, where the font has all letters of it; else leaves that to the viewer. */
function drawn(field: PDFTextField | PDFDropdown | PDFOptionList, text: string, font: PDFFont): boolean {
  const known = new Set(font.getCharacterSet());
  if ([...text].some((letter) => letter !== "\n" && letter !== "\t" && !known.has(letter.codePointAt(0)!))) {
    for (const widget of field.acroField.getWidgets()) widget.dict.delete(PDFName.of("AP"));
    return false;
  }
  const size = sizeThatFits(field, text, font);
  if (size !== null) field.setFontSize(size);
  field.updateAppearances(font);
  return true;
}

/** In points. Where a form leaves the size to the viewer, the library alone would fill the field with it. */
const letters = { usual: 11, smallest: 4, largest: 144, step: 0.5 };

/** The size that the form asks for, or less where the text is too long for it; null where the form says nothing. */
function sizeThatFits(field: PDFTextField | PDFDropdown | PDFOptionList, text: string, font: PDFFont): number | null {
  const said = /([\d.]+)\s+Tf/.exec(field.acroField.getDefaultAppearance() ?? "")?.[1];
  if (said === undefined) return null;
  const several = field instanceof PDFTextField && field.isMultiline();
  const places = field.acroField.getWidgets().map((widget) => widget.getRectangle());
  const fits = (size: number) =>
    places.every(({ width, height }) => {
      const lines = text
        .split("\n")
        .map((line) => font.widthOfTextAtSize(line.replaceAll("\t", " "), size) / Math.max(1, width - 6));
      if (!several) return Math.max(...lines) <= 1 && size <= Math.max(letters.smallest, height - 3);
      const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line * 1.05)), 0);
      return rows * size * 1.2 <= height - 4;
    });
  let size = Math.min(letters.largest, Number(said) || letters.usual);
  while (size > letters.smallest && !fits(size)) size = Math.max(letters.smallest, size - letters.step);
  return size;
}

function ensureFilled(widgets: readonly Widget[], wanted: readonly Wanted[]): void {
  for (const { widget, value } of wanted) {
    const now = widgets.filter(({ field }) => field === widget.field);
    const right =
      widget.kind === "button"
        ? now.every(({ checked, exportValue }) => checked === (exportValue === value))
        : now.length > 0 && now.every((one) => held(one) === value!.trim());
    if (!right) throw notFillable(`${widget.field} reads ${JSON.stringify(now[0] && held(now[0]))}`);
  }
}

function held({ kind, value, options }: Widget): string {
  const text = (value ?? "").replaceAll(/\r\n?/g, "\n");
  return kind === "choice" ? (options.find(({ shown }) => shown === text)?.exported ?? text) : text;
}

function notFilled(error: unknown): never {
  throw notFillable(error);
}

function notFillable(cause: unknown): UnreadableFile {
  const error = new UnreadableFile(
    "answers.pdf_not_fillable",
    "The form fields of this PDF could not be filled in. Open it, save it again and upload it anew, or send the questions in another format.",
  );
  error.cause = cause;
  return error;
}
