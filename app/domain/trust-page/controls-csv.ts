import type { ControlDetails } from "./controls.ts";
import type { ImportedControl } from "./imported-controls.ts";

export type TableRow = { row: number; cells: string[] };
export type ReadControls = { ok: true; rows: ImportedControl[] } | { ok: false; reason: string };

/** The columns of a file that is written here. A file that is read may call them otherwise, and leave most of them out. */
export const controlColumns = ["id", "title", "description", "status", "criteria", "owner", "public"] as const;
type ControlColumn = (typeof controlColumns)[number];

const headings: Record<ControlColumn, RegExp> = {
  id: /^(id|control|control id|reference|code|number)$/,
  title: /^(title|name|control (title|name))$/,
  description: /^(description|what we do|control description|text|details)$/,
  status: /^(status|state|implementation status)$/,
  criteria: /^(criteria|criterion|tsc|soc 2|soc 2 criteria|trust services criteria)$/,
  owner: /^(owner|control owner|responsible)$/,
  public: /^(public|published|on the trust page)$/,
};

/** Rows of a table whose first filled row names its columns. An empty cell of id, title, status or public says nothing. */
export function rowsOfControlTable(table: TableRow[]): ReadControls {
  const [header, ...body] = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const named = (header?.cells ?? []).map(asHeading);
  const at = (column: ControlColumn) => named.findIndex((name) => headings[column].test(name));
  if (at("id") < 0 || at("title") < 0) {
    const reason = `The first row has to name the columns: id and title, and if you have them ${controlColumns.slice(2).join(", ")}.`;
    return { ok: false, reason };
  }
  const rows = body.map(({ row, cells }): ImportedControl => {
    const cell = (column: ControlColumn) => (at(column) < 0 ? null : plainCell(cells[at(column)] ?? ""));
    return {
      place: `row ${row}`,
      reference: cell("id") ?? "",
      title: cell("title")?.replaceAll(/\s+/g, " ") || null,
      titleIfNew: null,
      description: cell("description"),
      status: cell("status") || null,
      criteria: cell("criteria"),
      owner: cell("owner"),
      public: cell("public") || null,
      remarks: [],
    };
  });
  return { ok: true, rows };
}

const asHeading = (cell: string) =>
  cell
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Without the apostrophe that keeps a spreadsheet from calculating the cell. */
const plainCell = (cell: string) => cell.trim().replace(/^'(?=[=+\-@])/, "");

/** All controls, owners and private ones among them, to be changed in a spreadsheet and imported again. */
export function writtenControls(controls: ControlDetails[]): string {
  const lines = controls.map(({ reference, title, description, status, criteria, owner, public: isPublic }) =>
    [reference, title, description, status, criteria.join(" "), owner, isPublic ? "yes" : "no"].map(asCell).join(","),
  );
  return `\ufeff${[controlColumns.join(","), ...lines].join("\r\n")}\r\n`;
}

function asCell(text: string): string {
  const safe = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n;|\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
