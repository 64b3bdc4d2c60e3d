import { readRecords } from "#app/domain/questionnaires/formats/csv-records.ts";
import { emptySheet, type Grid, putCell } from "#app/domain/questionnaires/formats/grid.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { decodeText } from "#app/domain/questionnaires/formats/text-encoding.ts";

/** Reads delimited text into a grid of one sheet. Rows are records, not lines: a quoted field may hold line breaks. */
export function readDelimited(bytes: Uint8Array, name: string): Grid {
  const { text, encoding } = decodeText(bytes);
  const { separator, records } = readRecords(text);
  const sheet = emptySheet(name, false);
  let cells = 0;
  for (const [i, { fields }] of records.entries()) {
    for (const [j, { value }] of fields.entries()) {
      if (value === "") continue;
      if (value.length > limits.cellLength) throw overLimit("cellLength", value.length);
      if (++cells > limits.cells) throw overLimit("cells");
      putCell(sheet, { row: i + 1, column: j + 1 }, { text: value, formula: false });
    }
  }
  return { format: separator === "\t" ? "tsv" : "csv", encoding, sheets: [sheet], names: new Map() };
}
