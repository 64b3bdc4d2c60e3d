import type { Dropdowns } from "#app/domain/questionnaires/formats/dropdowns.ts";
import { mergeAt, type Sheet, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { type HeaderBlock, widestSheet } from "#app/domain/questionnaires/formats/header-rows.ts";
import type { HeaderKind } from "#app/domain/questionnaires/formats/heading.ts";

/** A part of a sheet under one header, and its rows below that header. */
export type Table = { sheet: Sheet; header: HeaderBlock | null; rows: readonly number[]; dropdowns: Dropdowns };

export function kindOf(table: Table, column: number): HeaderKind | null {
  return table.header?.headings.get(column)?.heading?.kind ?? null;
}

export function strengthOf(table: Table, column: number): number {
  return table.header?.headings.get(column)?.heading?.strength ?? 0;
}

export function headingText(table: Table, column: number): string {
  return table.header?.headings.get(column)?.text ?? "";
}

export function columnsIn({ sheet, header, rows }: Table): number[] {
  const columns = new Set(header?.headings.keys());
  for (const row of rows) for (const column of sheet.rows.get(row)?.keys() ?? []) columns.add(column);
  return [...columns].filter((column) => column <= widestSheet).sort((a, b) => a - b);
}

export function textsIn({ sheet, rows }: Table, column: number): string[] {
  return rows.map((row) => textAt(sheet, row, column)).filter((text) => text !== "");
}

/** The number of a row; one that is merged over several rows is the number of each. */
export function numberAt(sheet: Sheet, row: number, column: number): string {
  const merge = mergeAt(sheet, row, column);
  return merge && merge.left === column ? textAt(sheet, merge.top, column) : textAt(sheet, row, column);
}

/** A heading that spans several columns belongs to the first. */
export function isCovered(table: Table, column: number): boolean {
  const row = table.header?.rows[0];
  const merge = row === undefined ? null : mergeAt(table.sheet, row, column);
  return merge !== null && merge.left < column && !(textAt(table.sheet, table.header!.rows.at(-1)!, column) !== "");
}
