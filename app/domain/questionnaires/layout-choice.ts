import { z } from "zod";
import { columnNumber } from "./formats/cell-reference.ts";
import {
  askedBy,
  type Columns,
  type Inspection,
  type LayoutChoice,
  type RowChoice,
  type SheetInspection,
  sheetRoles,
} from "./formats/questionnaire-file.ts";

/** A table has columns of its own; a document is shown as rows of ours; `apart`: it has no place for answers either. */
export type MapKind = "table" | "document" | "apart";

export function mapKindOf({ format, returns }: Inspection): MapKind {
  if (returns === "answer-document") return "apart";
  return ["xlsx", "xlsm", "csv", "tsv"].includes(format) ? "table" : "document";
}

export const columnUses = ["", "id", "question", "answer", "comment", "section"] as const;
export type ColumnUse = (typeof columnUses)[number];

/** What a person says about one sheet; `column.A` and so on say what each column is for. */
export const layoutForm = z
  .object({
    sheet: z.coerce.number().int().min(0).max(200),
    role: z.enum(sheetRoles, "Choose what the sheet is"),
    headerRow: z.union([
      z.literal("").transform(() => null),
      z.coerce.number("Enter a row number").int("Enter a row number").min(1, "Enter a row number").max(20_000),
    ]),
  })
  .catchall(z.string())
  .transform(({ sheet, role, headerRow, row, ...rest }) => ({
    ...{ sheet, role, headerRow, columns: columnsOf(rest) },
    ...rowOf(row),
  }))
  .refine(({ role, columns }) => role !== "questions" || columns.question !== null, {
    path: ["columns"],
    message: "Say which column holds the questions",
  });

export type LayoutForm = z.output<typeof layoutForm>;

/** The one row that was clicked: "12 question" or "12 ignored". */
function rowOf(clicked: string | undefined): { row?: { number: number; choice: RowChoice } } {
  const [, row, choice] = /^(\d{1,5}) (question|ignored)$/.exec(clicked ?? "") ?? [];
  return row && choice ? { row: { number: Number(row), choice: choice as RowChoice } } : {};
}

function columnsOf(fields: Record<string, string>): Columns {
  const uses = Object.entries(fields)
    .map(([name, use]) => ({ letter: /^column\.([A-Z]{1,3})$/.exec(name)?.[1], use }))
    .filter((one): one is { letter: string; use: string } => one.letter !== undefined);
  const all = (use: ColumnUse) => uses.filter((one) => one.use === use).map(({ letter }) => letter);
  return {
    id: all("id")[0] ?? null,
    question: all("question")[0] ?? null,
    answer: all("answer"),
    comment: all("comment"),
    section: all("section")[0] ?? null,
  };
}

export function useOf(columns: Columns, letter: string): ColumnUse {
  if (columns.id === letter) return "id";
  if (columns.question === letter) return "question";
  if (columns.answer.includes(letter)) return "answer";
  if (columns.comment.includes(letter)) return "comment";
  return columns.section === letter ? "section" : "";
}

/** The choice that the form makes beyond what is so already; null when it changes nothing. */
export function changedChoice(sheet: SheetInspection, form: LayoutForm): LayoutChoice | null {
  const choice: LayoutChoice = {};
  if (form.role !== sheet.role) choice.role = form.role;
  if (form.role === "questions") {
    if (form.headerRow !== sheet.headerRow) choice.headerRow = form.headerRow;
    if (JSON.stringify(form.columns) !== JSON.stringify(orderedAs(sheet.columns))) choice.columns = form.columns;
    const text = form.row && rowText(sheet, form.row.number);
    if (form.row && text) choice.rows = { [askedBy(text)]: form.row.choice };
  }
  return Object.keys(choice).length > 0 ? choice : null;
}

/** What a row asks, or what was ignored of it; null for a row that says nothing. */
function rowText(sheet: SheetInspection, row: number): string | null {
  const at = sheet.columns.question && columnNumber(sheet.columns.question);
  const shown = at ? sheet.preview[row - 1]?.[at - 1] : undefined;
  const ignored = sheet.ignored.find((one) => one.row === row)?.text;
  const asked = sheet.questions.find((one) => one.row === row)?.text;
  return shown || ignored || asked || null;
}

const orderedAs = ({ id, question, answer, comment, section }: Columns): Columns => ({
  ...{ id, question, answer, comment, section },
});
