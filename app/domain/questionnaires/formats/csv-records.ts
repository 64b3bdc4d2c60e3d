import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";

/** A field of delimited text: its value, and where it stands in the text, quotes included. */
export type CsvField = { value: string; start: number; end: number; quoted: boolean };

export type CsvRecord = { fields: CsvField[]; end: number };

export type CsvText = { separator: string; records: CsvRecord[] };

const separators = [",", ";", "\t", "|"];
const sampled = 50;
const longestSample = 1_000;

/** Counting on to here tells how far over a limit a file is; counting them all would be work. */
const countedTo = { rows: limits.csvRows * 10, columns: limits.csvColumns * 10 };

/**
 * Reads delimited text (RFC 4180, and what is common beside it: other separators, LF or CR line ends, a first line
 * "sep=;", stray quotes). A quote opens a field only at its start; one that is never closed is an ordinary character.
 */
export function readRecords(text: string): CsvText {
  const body = text.startsWith("\ufeff") ? 1 : 0;
  const declared = /^sep=(.)\r?\n/i.exec(text.slice(body, body + 8));
  const separator = declared ? declared[1]! : likelySeparator(text);
  const records: CsvRecord[] = [];
  let at = body;
  if (declared) {
    at = body + declared[0].length;
    records.push({ fields: [], end: at - declared[0].length + 5 });
  }
  while (at < text.length) {
    const record = readRecord(text, at, separator);
    if (record.end - at > limits.csvLineLength) throw overLimit("csvLineLength");
    if (record.fields.length > limits.csvColumns) throw overLimit("csvColumns", record.fields.length);
    records.push(record);
    if (records.length > countedTo.rows) break;
    at = afterLineEnd(text, record.end);
  }
  if (records.length > limits.csvRows) throw overLimit("csvRows", records.length);
  return { separator, records };
}

/** Stops early in a record that is over a limit. */
function readRecord(text: string, start: number, separator: string): CsvRecord {
  const fields: CsvField[] = [];
  for (let at = start; ; at++) {
    const field = readField(text, at, separator);
    fields.push(field);
    at = field.end;
    if (text[at] !== separator || isOverLimit({ fields, end: at }, start)) return { fields, end: at };
  }
}

function isOverLimit({ fields, end }: CsvRecord, start: number): boolean {
  return fields.length > countedTo.columns || end - start > limits.csvLineLength;
}

function readField(text: string, start: number, separator: string): CsvField {
  if (text[start] === '"') {
    const quoted = readQuoted(text, start, separator);
    if (quoted) return quoted;
  }
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end), start, end, quoted: false };
}

/** Null when the closing quote is missing within the line limit, or is followed by something else than an end. */
function readQuoted(text: string, start: number, separator: string): CsvField | null {
  for (let at = start + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0 || at - start > limits.csvLineLength) return null;
    if (text[at + 1] === '"') continue;
    const end = at + 1;
    if (end < text.length && ![separator, "\n", "\r"].includes(text[end]!)) return null;
    return { value: text.slice(start + 1, at).replaceAll('""', '"'), start, end, quoted: true };
  }
}

function afterLineEnd(text: string, at: number): number {
  return text[at] === "\r" && text[at + 1] === "\n" ? at + 2 : at + 1;
}

/** The separator that splits the first records most evenly into the most fields. */
function likelySeparator(text: string): string {
  let best = { separator: ",", score: 0 };
  for (const separator of separators) {
    const counts = fieldCounts(text, separator);
    const usual = Math.max(...counts);
    const even = counts.filter((count) => count > 1 && count >= usual / 2).length / counts.length;
    const score = usual > 1 ? even * Math.min(usual, 12) : 0;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function fieldCounts(text: string, separator: string): number[] {
  const counts = [1];
  for (let at = 0, read = 0; at < text.length && counts.length < sampled && read < longestSample; read++) {
    const record = readRecord(text, at, separator);
    if (record.fields.some(({ value }) => value.trim() !== "")) counts.push(record.fields.length);
    if (isOverLimit(record, at)) break;
    at = afterLineEnd(text, record.end);
  }
  return counts;
}
