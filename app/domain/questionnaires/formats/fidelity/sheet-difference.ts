import { cellName, parseCell } from "#app/domain/questionnaires/formats/cell-reference.ts";
import {
  attributeValue,
  closingTag,
  nextTag,
  rawAttributes,
  type XmlTag,
} from "#app/domain/questionnaires/formats/xml-scan.ts";

/** A cell of which the one file holds other bytes than the other; null where a file has no such cell. */
export type CellDifference = { cell: string; before: string | null; after: string | null };

export type SheetDifference = { cells: CellDifference[]; problems: string[] };

type Row = { opening: string; between: string; cells: Map<string, string> };
type SheetShape = { before: string; after: string; gaps: string; rows: Map<number, Row> };

/**
 * How two worksheets differ, both as Latin-1 strings of their bytes. Everything outside of cells must be the same, but
 * for rows that the original lacks and the copy adds for its cells. Takes the XML apart by itself, without the code
 * that wrote it, so that a mistake there is seen here.
 */
export function sheetDifference(original: string, copy: string): SheetDifference {
  const [was, is] = [shapeOf(original), shapeOf(copy)];
  const problems: string[] = [];
  if (was.before !== is.before) problems.push("what stands before its rows changed");
  if (was.after !== is.after) problems.push("what stands after its rows changed");
  if (was.gaps !== is.gaps) problems.push("what stands between its rows changed");

  const cells: CellDifference[] = [];
  for (const [number, row] of was.rows) {
    const now = is.rows.get(number);
    if (!now) problems.push(`row ${number} is missing`);
    else if (now.opening !== row.opening || now.between !== row.between) problems.push(`row ${number} itself changed`);
  }
  for (const [number, now] of is.rows) {
    const row = was.rows.get(number);
    if (!row && now.opening !== ` r="${number}"`) problems.push(`row ${number} was added with settings of its own`);
    for (const cell of new Set([...(row?.cells.keys() ?? []), ...now.cells.keys()])) {
      const [before, after] = [row?.cells.get(cell) ?? null, now.cells.get(cell) ?? null];
      if (before !== after) cells.push({ cell, before, after });
    }
  }
  return { cells, problems };
}

/** Why a changed cell is not a text written in place of an empty cell or another text; null when it is just that. */
export function cellProblem({ before, after }: CellDifference): string | null {
  if (after === null) return "was removed";
  const [was, is] = [before === null ? null : parsedCell(before), parsedCell(after)];
  if (was?.formula) return "had a formula";
  if (is.formula || is.attributes.get("t") !== '"inlineStr"') return "holds something else than text";
  for (const name of ["t", "cm", "vm"]) {
    was?.attributes.delete(name);
    is.attributes.delete(name);
  }
  if (was && JSON.stringify([...was.attributes]) !== JSON.stringify([...is.attributes])) return "has another style";
  return null;
}

function parsedCell(xml: string): { attributes: Map<string, string>; formula: boolean } {
  const open = nextTag(xml, 0)!;
  let formula = false;
  for (let tag = nextTag(xml, open.end); tag; tag = nextTag(xml, tag.end)) formula ||= tag.name === "f";
  return { attributes: rawAttributes(xml, open), formula };
}

function shapeOf(xml: string): SheetShape {
  const data = dataTag(xml);
  const end = closingTag(xml, data);
  const shape: SheetShape = { before: xml.slice(0, data.start), after: xml.slice(end.end), gaps: "", rows: new Map() };
  shape.before += openingOf(xml, data);
  if (data.kind === "empty") return shape;
  let at = data.end;
  let number = 0;
  for (let tag = nextTag(xml, at); tag && tag.start < end.start; tag = nextTag(xml, at)) {
    const last = closingTag(xml, tag);
    const gap = xml.slice(at, tag.start);
    number = Number(attributeValue(rawAttributes(xml, tag), "r") ?? number + 1);
    const known = shape.rows.has(number) || tag.name !== "row";
    shape.gaps += known ? xml.slice(at, last.end) : gap;
    if (!known) shape.rows.set(number, rowOf(xml, { open: tag, last, number }));
    at = last.end;
  }
  shape.gaps += xml.slice(at, end.start);
  return shape;
}

function dataTag(xml: string): XmlTag {
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.end)) if (tag.name === "sheetData") return tag;
  throw new Error("A sheet has no rows element.");
}

function rowOf(xml: string, { open, last, number }: { open: XmlTag; last: XmlTag; number: number }): Row {
  const row: Row = { opening: openingOf(xml, open), between: "", cells: new Map() };
  if (open.kind === "empty") return row;
  let at = open.end;
  let column = 0;
  for (let tag = nextTag(xml, at); tag && tag.start < last.start; tag = nextTag(xml, at)) {
    const end = closingTag(xml, tag);
    row.between += xml.slice(at, tag.start);
    const named = attributeValue(rawAttributes(xml, tag), "r");
    column = named === undefined ? column + 1 : (parseCell(named)?.column ?? column + 1);
    const cell = named ?? cellName({ row: number, column });
    if (tag.name !== "c" || row.cells.has(cell)) row.between += xml.slice(tag.start, end.end);
    else row.cells.set(cell, xml.slice(tag.start, end.end));
    at = end.end;
  }
  row.between += xml.slice(at, last.start);
  return row;
}

/** What an opening tag says after its name; the same whether or not it closes itself. */
function openingOf(xml: string, tag: XmlTag): string {
  return xml.slice(tag.start + 1 + tag.prefix.length + tag.name.length, tag.end).replace(/\s*\/?>$/, "");
}
