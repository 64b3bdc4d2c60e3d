import { normalisedText } from "#app/domain/matching/words.ts";

/** What a customer's file turned out to hold. Everything here is plain data: it crosses a process and is kept as JSON. */
export type FileFormat = "xlsx" | "xlsm" | "docx" | "pdf" | "json" | "csv" | "tsv";

export type Inspection = {
  format: FileFormat;
  /** Only delimited text has one; a workbook is always Unicode. */
  encoding: TextEncoding | null;
  sheets: SheetInspection[];
  /** The file has no place for answers, so that they go back in a document of their own; left out where it has. */
  returns?: "answer-document";
};

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

export const sheetRoles = ["questions", "instructions", "change-log", "lists", "other"] as const;
export type SheetRole = (typeof sheetRoles)[number];

export type SheetInspection = {
  name: string;
  hidden: boolean;
  role: SheetRole;
  /** Why the sheet got its role, as a sentence for the person who confirms it. */
  why: string;
  /** The first row of the header, counted from 1; null when the sheet has none. */
  headerRow: number | null;
  /** Every row that is a header: the first block, then the repeats further down. */
  headerRows: number[];
  /** The rows that only head those below them. */
  headingRows?: number[];
  columns: Columns;
  questions: FoundQuestion[];
  /** Rows that hold anything. */
  rowCount: number;
  ignored: IgnoredRow[];
  /** 0..1: how sure the columns are. Below `confirmBelow` a person must look. */
  confidence: number;
  /** The first rows, cells cut short, for the page on which a person checks the columns. */
  preview: string[][];
};

export const confirmBelow = 0.7;

export type IgnoredRow = { row: number; text: string; reason: string };

/** Column letters, for delimited text as well ("A" is the first field). */
export type Columns = {
  id: string | null;
  question: string | null;
  answer: string[];
  comment: string[];
  section: string | null;
};

export type FoundQuestion = {
  /** Unique in the file and stable between readings of it: sheet, cell, and a number where one cell asks several. */
  key: string;
  row: number;
  id: string | null;
  text: string;
  section: string | null;
  /**
   * Null when the file has no place for an answer; the first of `marks` where the answer is a mark. In a document it is
   * an address of ours: "T3R5C2" for a cell of a table, "P12" for a paragraph, "F7" for a form field, "S4" for a content
   * control, "B9" for a box drawn as a character, each counted from the start. In a PDF it is "field:" and the full name
   * of a form field, in JSON a pointer.
   */
  answerCell: string | null;
  commentCell: string | null;
  /** The values that the answer cell's dropdown allows. */
  options: string[] | null;
  /** Cells of which exactly one gets a mark. */
  marks: Mark[] | null;
  /** What the answer cells held when the file came. */
  answered: string | null;
  /** What the comment cell held when the file came. */
  commented: string | null;
  /** Why the answer cell cannot be written, when it cannot. */
  blocked: string | null;
  /** How many characters the answer cell takes, where that is less than usual. */
  longest?: number;
};

export type Mark = { cell: string; label: string; mark: string };

/** A person's word on a sheet; what is left out is detected as before. */
export type LayoutChoice = {
  role?: SheetRole;
  headerRow?: number | null;
  columns?: Partial<Columns>;
  /** Rows by what they ask (`askedBy`), so that they are known again in the next file. */
  rows?: Record<string, RowChoice>;
};

export type RowChoice = "question" | "ignored";

/** How a row is named in a choice: the beginning of its text, as one compares texts. Lists show no less of it. */
export const askedBy = (text: string): string => normalisedText(text.slice(0, 190));

export function rowChoice({ rows }: LayoutChoice, text: string): RowChoice | null {
  const name = askedBy(text);
  return rows && name !== "" && Object.hasOwn(rows, name) ? rows[name]! : null;
}

export const leftOutByPerson = "A person left it out.";

/** By sheet name. */
export type LayoutChoices = Record<string, LayoutChoice>;

export type CellWrite = { sheet: string; cell: string; text: string };

/** "331 questions in 8 of 15 sheets; 4 rows looked like questions and were ignored." */
export function countsSentence(inspection: Inspection): string {
  const asking = inspection.sheets.filter((sheet) => sheet.questions.length > 0);
  const questions = asking.reduce((sum, sheet) => sum + sheet.questions.length, 0);
  const ignored = inspection.sheets.reduce((sum, sheet) => sum + sheet.ignored.length, 0);
  const among = inspection.sheets.length;
  const where = among > 1 ? ` in ${asking.length} of ${counted(among, "sheet")}` : "";
  const found = `${counted(questions, "question")} found${where}`;
  if (ignored === 0) return `${found}.`;
  return `${found}; ${counted(ignored, "row")} looked like ${ignored === 1 ? "a question and was" : "questions and were"} ignored.`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}
