import {
  type AnswerPlaces,
  type ChangedPlace,
  type Fidelity,
  judged,
} from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import { fieldCell, pdfSheet } from "#app/domain/questionnaires/formats/pdf-form-questions.ts";
import { readPdf } from "#app/domain/questionnaires/formats/pdf-reader.server.ts";

/**
 * How a filled PDF form differs from the original: the fields that hold something else. Its bytes must begin with those
 * of the original, and what its pages say must be the same.
 */
export async function pdfDifference(
  original: Buffer,
  copy: Buffer,
  allowed: AnswerPlaces,
): Promise<Omit<Fidelity, "parts">> {
  const problems: string[] = [];
  if (!copy.subarray(0, original.length).equals(original)) problems.push("The file does not begin with the original.");
  const [was, is] = [shownIn(await readPdf(original)), shownIn(await readPdf(copy))];
  if (was.texts !== is.texts) problems.push("The text of its pages changed.");
  const changes: ChangedPlace[] = [];
  for (const name of new Set([...was.fields.keys(), ...is.fields.keys()])) {
    const [before, after] = [was.fields.get(name), is.fields.get(name)];
    if (before === undefined || after === undefined) problems.push(`The form field ${name} is missing or new.`);
    else if (before !== after) changes.push({ sheet: pdfSheet, cell: fieldCell(name), before, after });
  }
  const found = judged(changes, allowed);
  return { written: found.written, problems: [...problems, ...found.problems] };
}

function shownIn({ pages }: Awaited<ReturnType<typeof readPdf>>) {
  const fields = new Map<string, string>();
  const texts: unknown[] = [];
  for (const { pieces } of pages) {
    for (const { widget, text, left, top } of pieces) {
      if (!widget) texts.push([text, left, top]);
      else if (widget.kind !== "button") fields.set(widget.field, widget.value ?? "");
      else if (widget.checked || !fields.has(widget.field)) {
        fields.set(widget.field, widget.checked ? widget.exportValue : "");
      }
    }
  }
  return { fields, texts: JSON.stringify(texts) };
}
