import { cellName } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { type CsvRecord, readRecords } from "#app/domain/questionnaires/formats/csv-records.ts";
import {
  type AnswerPlaces,
  type ChangedPlace,
  type Fidelity,
  judged,
} from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import type { TextEncoding } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { decodeText, encodeText, unencodableCharacter } from "#app/domain/questionnaires/formats/text-encoding.ts";

/** How filled delimited text differs from the original. `sheet` is the name that its one table goes by. */
export function delimitedDifference(
  original: Uint8Array,
  copy: Uint8Array,
  { sheet, allowed }: { sheet: string; allowed: AnswerPlaces },
): Omit<Fidelity, "parts"> {
  const [was, is] = [decodeText(original), decodeText(copy)];
  const [before, after] = [readRecords(was.text), readRecords(is.text)];
  const problems: string[] = [];
  if (was.encoding !== is.encoding && !isWrittenIn(was.encoding, copy, is.text)) problems.push("The encoding changed.");
  if (before.separator !== after.separator) problems.push("The separator changed.");
  if (before.records.length !== after.records.length) problems.push("The number of rows changed.");
  const changes: ChangedPlace[] = [];
  before.records.forEach((record, at) => {
    const other = after.records[at];
    if (!other) return;
    changes.push(...changedFields({ sheet, row: at + 1 }, [was.text, record], [is.text, other]));
    if (lineEnd(was.text, record, before.records[at + 1]) !== lineEnd(is.text, other, after.records[at + 1])) {
      problems.push(`The line end of row ${at + 1} changed.`);
    }
  });
  const found = judged(changes, allowed);
  return { written: found.written, problems: [...problems, ...found.problems] };
}

/** A text that lost its last letter beyond ASCII looks like another encoding, but is the same bytes in both. */
function isWrittenIn(encoding: TextEncoding, bytes: Uint8Array, text: string): boolean {
  return unencodableCharacter(text, encoding) === null && encodeText(text, encoding).equals(bytes);
}

type Line = [text: string, record: CsvRecord];

function changedFields({ sheet, row }: { sheet: string; row: number }, was: Line, is: Line): ChangedPlace[] {
  const width = Math.max(was[1].fields.length, is[1].fields.length);
  return Array.from({ length: width }, (_, column) => {
    const [before, after] = [was, is].map(([text, { fields }]) => {
      const field = fields[column];
      return { raw: field ? text.slice(field.start, field.end) : "", value: field?.value ?? "" };
    }) as [Field, Field];
    if (before.raw === after.raw) return null;
    return { sheet, cell: cellName({ row, column: column + 1 }), before: before.value, after: after.value };
  }).filter((change) => change !== null);
}

type Field = { raw: string; value: string };

function lineEnd(text: string, record: CsvRecord, next: CsvRecord | undefined): string {
  return text.slice(record.end, next ? (next.fields[0]?.start ?? record.end) : text.length);
}
