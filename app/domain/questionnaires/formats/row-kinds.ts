import type { Table, TableColumns } from "#app/domain/questionnaires/formats/columns.ts";
import { mergeAt, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { filledColumns, repeatsHeader } from "#app/domain/questionnaires/formats/header-rows.ts";
import {
  identifierShape,
  isAboutForm,
  isFurniture,
  isIdentifier,
  readsLikeQuestion,
} from "#app/domain/questionnaires/formats/question-wording.ts";

export type RowKind =
  | { is: "question" }
  | { is: "header"; title: string | null }
  | { is: "title"; text: string }
  | { is: "ignored"; reason: string }
  | { is: "nothing" };

const nothing: RowKind = { is: "nothing" };
const question: RowKind = { is: "question" };
const longestTitle = 120;

/** What each row of a table is, in order. Only rows that read like questions and are left out count as ignored. */
export function rowKinds(table: Table, columns: TableColumns): Map<number, RowKind> {
  const facts = factsOf(table, columns);
  return new Map(facts.rows.map((row, i) => [row, kindOfRow(facts, row, facts.rows[i + 1])]));
}

type Facts = {
  table: Table;
  columns: TableColumns & { question: number };
  rows: number[];
  firstBody: number;
  header: ReadonlySet<number>;
  shapes: ReadonlySet<string>;
  /** Shares, 0..1, of the rows with text in the question column. */
  numbered: number;
  withDropdown: number;
  asking: number;
};

function factsOf(table: Table, columns: TableColumns): Facts {
  const asking = { ...columns, question: columns.question! };
  const rows = [...table.sheet.rows.keys()].sort((a, b) => a - b);
  const firstBody = (table.header?.rows.at(-1) ?? 0) + 1;
  const body = rows.filter((row) => row >= firstBody && textAt(table.sheet, row, asking.question) !== "");
  const ids = columns.id === null ? [] : body.map((row) => textAt(table.sheet, row, columns.id!)).filter(isIdentifier);
  const share = (count: number) => count / Math.max(1, body.length);
  const facts = { table, columns: asking, rows, firstBody, header: new Set(table.header?.rows) };
  return {
    ...facts,
    shapes: new Set(ids.map(identifierShape)),
    numbered: share(ids.length),
    asking: share(body.filter((row) => readsLikeQuestion(textAt(table.sheet, row, asking.question))).length),
    withDropdown: share(body.filter((row) => hasDropdown(facts, row)).length),
  };
}

function hasDropdown({ table, columns }: Pick<Facts, "table" | "columns">, row: number): boolean {
  return columns.answer.some((column) => table.dropdowns.at(table.sheet, { row, column }) !== null);
}

function kindOfRow(facts: Facts, row: number, next: number | undefined): RowKind {
  const { table, columns } = facts;
  const text = textAt(table.sheet, row, columns.question);
  const id = columns.id === null ? "" : textAt(table.sheet, row, columns.id);
  if (facts.header.has(row)) return { is: "header", title: titleOf(facts, row) };
  if (table.header && repeatsHeader(table.sheet, row, table.header.headings)) {
    return { is: "header", title: titleOf(facts, row) };
  }
  if (text === "") return titleRow(facts, row);
  if (row < facts.firstBody) return beforeHeader(facts, { id, text });
  if (isFurniture(text) || isFurniture(id)) return nothing;
  if (isSpanning(facts, row)) return withoutPlace(id, text);
  if (isIdentifier(id)) return headsGroup(facts, { id, text, next }) ? { is: "title", text } : question;
  return unnumbered(facts, row, text);
}

/** A form may start asking above its first header, under a title alone; numbers of the same pattern give it away. */
function beforeHeader(facts: Facts, { id, text }: { id: string; text: string }): RowKind {
  const same = isIdentifier(id) && /\d/.test(id) && facts.shapes.has(identifierShape(id));
  return same && text !== "" && facts.numbered > 0.5 ? question : nothing;
}

function titleRow(facts: Facts, row: number): RowKind {
  const title = titleOf(facts, row);
  return title === null ? nothing : { is: "title", text: title };
}

/** The text of a row's first cell, left of the answers, where it can be a section's title. */
function titleOf({ table, columns }: Facts, row: number): string | null {
  const [first] = filledColumns(table.sheet, row);
  if (first === undefined || columns.answer.includes(first) || columns.comment.includes(first)) return null;
  const text = textAt(table.sheet, row, first);
  const heading = table.header?.headings.get(first)?.heading ?? null;
  if (heading !== null && table.header?.rows.includes(row)) return null;
  if (text.length > longestTitle || isFurniture(text) || isIdentifier(text)) return null;
  return heading !== null && table.header?.headings.get(first)?.text === text ? null : text.replaceAll(/\s+/g, " ");
}

/** A text laid across the answer column leaves no place for an answer. */
function isSpanning({ table, columns }: Facts, row: number): boolean {
  const [answer] = columns.answer;
  const merge = mergeAt(table.sheet, row, columns.question);
  return answer !== undefined && merge !== null && merge.left <= answer && answer <= merge.right;
}

function withoutPlace(id: string, text: string): RowKind {
  if (isIdentifier(id) && readsLikeQuestion(text)) {
    return { is: "ignored", reason: "Its text is laid across the answer column, so there is no cell for an answer." };
  }
  return text.length <= longestTitle ? { is: "title", text } : nothing;
}

/** "1 Access control" above "1.1 …" is a title, unless it asks something itself. */
function headsGroup(facts: Facts, { id, text, next }: { id: string; text: string; next: number | undefined }): boolean {
  if (next === undefined || facts.columns.id === null || readsLikeQuestion(text) || text.length > longestTitle)
    return false;
  const following = textAt(facts.table.sheet, next, facts.columns.id);
  const stem = id.replace(/[.):]$/, "");
  return following.startsWith(stem) && /^[.\-_)]\S/.test(following.slice(stem.length));
}

function unnumbered(facts: Facts, row: number, text: string): RowKind {
  const asks = readsLikeQuestion(text);
  if (facts.withDropdown > 0 && hasDropdown(facts, row)) return question;
  if (asks && isAboutForm(text)) return { is: "ignored", reason: "It reads like an instruction about the form." };
  if (asks && (facts.numbered < 0.7 || /\?\s*$/.test(text))) return question;
  if (asks) return { is: "ignored", reason: "It has no number, unlike the other questions of this sheet." };
  const short = text.length <= longestTitle;
  if (facts.numbered >= 0.7) return short ? { is: "title", text } : nothing;
  const alone = filledColumns(facts.table.sheet, row).length === 1;
  const title = facts.asking >= 0.4 ? short : text.split(/\s+/).length <= 5;
  if (alone && title && !/[.?]$/.test(text)) return { is: "title", text };
  return facts.withDropdown >= 0.6 || isAboutForm(text) ? nothing : question;
}
