import { guardedAgainstFormulas } from "#app/domain/questionnaires/formats/csv-patch.ts";
import { printable } from "#app/domain/questionnaires/formats/written-text.ts";
import { type AnswerDocument, tableRows } from "./answer-document.ts";

/** As CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs; no field runs as a formula. */
export function answersAsCsv(document: AnswerDocument): Buffer {
  const lines = tableRows(document).map((cells) => cells.map(field).join(","));
  return Buffer.from(`\ufeff${lines.join("\r\n")}\r\n`, "utf8");
}

function field(text: string): string {
  const value = guardedAgainstFormulas(printable(text));
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
