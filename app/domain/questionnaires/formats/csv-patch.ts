import { parseCell } from "#app/domain/questionnaires/formats/cell-reference.ts";
import { type CsvRecord, readRecords } from "#app/domain/questionnaires/formats/csv-records.ts";
import type { CellWrite } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { decodeText, encodeText } from "#app/domain/questionnaires/formats/text-encoding.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { printable } from "#app/domain/questionnaires/formats/written-text.ts";

/**
 * Delimited text with other values in some fields. Encoding, separator, line ends and every other field stay byte for
 * byte. A value is quoted when it must be, when the field was, and when the file quotes every field.
 */
export function patchDelimited(bytes: Uint8Array, writes: readonly CellWrite[]): Buffer {
  const { text, encoding } = decodeText(bytes);
  const { separator, records } = readRecords(text);
  const quoteAll = records.every(({ fields }) => fields.every(({ quoted }) => quoted));
  const edits: Edit[] = [];
  for (const [row, values] of byRow(writes)) {
    const record = records[row - 1];
    if (!record?.fields.length) throw noSuchCell(`row ${row}`);
    edits.push(...recordEdits({ record, values, separator, quoteAll }));
  }
  return encodeText(applied(text, edits), encoding);
}

/**
 * Spreadsheet programs run a field as a formula when it starts with one of these, also after spaces and in full-width
 * form; an apostrophe in front makes it text (OWASP, CSV injection).
 */
export function guardedAgainstFormulas(value: string): string {
  return /^\s*[=+\-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}]|^[\t\n]/u.test(value) ? `'${value}` : value;
}

type Edit = { start: number; end: number; text: string };
type RecordWrite = { record: CsvRecord; values: Map<number, string>; separator: string; quoteAll: boolean };

function byRow(writes: readonly CellWrite[]): Map<number, Map<number, string>> {
  const rows = new Map<number, Map<number, string>>();
  for (const { cell, text } of writes) {
    const place = parseCell(cell);
    if (!place) throw noSuchCell(`cell ${cell}`);
    const values = rows.get(place.row) ?? new Map<number, string>();
    rows.set(place.row, values.set(place.column, guardedAgainstFormulas(printable(text))));
  }
  return rows;
}

function recordEdits({ record, values, separator, quoteAll }: RecordWrite): Edit[] {
  const { fields, end } = record;
  const edits: Edit[] = [];
  let missing = "";
  for (let column = fields.length + 1; column <= Math.max(...values.keys()); column++) {
    const value = values.get(column) ?? "";
    missing += separator + asField(value, separator, quoteAll);
  }
  for (const [i, { start, end, quoted }] of fields.entries()) {
    const value = values.get(i + 1);
    if (value !== undefined) edits.push({ start, end, text: asField(value, separator, quoted || quoteAll) });
  }
  return missing === "" ? edits : [...edits, { start: end, end, text: missing }];
}

function asField(value: string, separator: string, quoted: boolean): string {
  const needed = value.includes(separator) || /["\r\n]|^\s|\s$/.test(value);
  return quoted || needed ? `"${value.replaceAll('"', '""')}"` : value;
}

function applied(text: string, edits: Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return [...pieces, text.slice(at)].join("");
}

function noSuchCell(what: string): UnreadableFile {
  return new UnreadableFile("answers.no_such_cell", `This file has no ${what} to write to.`);
}
