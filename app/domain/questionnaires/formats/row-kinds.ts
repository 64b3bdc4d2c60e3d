import { type TableColumns } from "#app/domain/questionnaires/formats/columns.ts";
import { numberAt, type Table } from "#app/domain/questionnaires/formats/table.ts";
import { mergeAt, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import { filledColumns, repeatsHeader } from "#app/domain/questionnaires/formats/header-rows.ts";
import { isContactField } from "#app/domain/questionnaires/formats/contact-fields.ts";
import {
  identifierShape,
  isAboutForm,
  isAside,
  isFollowUp,
  isFurniture,
  isIdentifier,
  isRequest,
  readsLikeQuestion,
  readsLikeRequirement,
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
/** Of a title in a header; what is shorter is an abbreviation. */
const shortestTitle = 5;

/** What each row of a table is, in order. Only rows that read like questions and are left out count as ignored. */
export function rowKinds(table: Table, columns: TableColumns): Map<number, RowKind> {
  const facts = factsOf(table, columns);
  const kinds = new Map<number, RowKind>();
  for (const [i, row] of facts.rows.entries()) {
    const answersTheOneAbove = columns.below !== null && kinds.get(row - 1)?.is === "question";
    kinds.set(row, answersTheOneAbove ? nothing : kindOfRow(facts, row, facts.rows[i + 1]));
  }
  return kinds;
}

type Facts = {
  table: Table;
  columns: TableColumns & { question: number };
  rows: number[];
  firstBody: number;
  header: ReadonlySet<number>;
  shapes: ReadonlySet<string>;
  ids: ReadonlySet<string>;
  /** Patterns of numbers that only titles have. */
  titleShapes: ReadonlySet<string>;
  /** Shares, 0..1, of the rows with text in the question column. */
  numbered: number;
  withDropdown: number;
  /** The share of the rows that read like questions which have a dropdown. */
  askingFromList: number;
  asking: number;
  /** Short texts with nothing beside them: where most rows are so, that does not make a title. */
  lone: number;
};

function factsOf(table: Table, columns: TableColumns): Facts {
  const asking = { ...columns, question: columns.question! };
  const rows = [...table.sheet.rows.keys()].sort((a, b) => a - b);
  const firstBody = (table.header?.rows.at(-1) ?? 0) + 1;
  const body = rows.filter((row) => row >= firstBody && textAt(table.sheet, row, asking.question) !== "");
  const idOf = (row: number) => (columns.id === null ? "" : numberAt(table.sheet, row, columns.id));
  const ids = body.map(idOf).filter(isIdentifier);
  const share = (count: number) => count / Math.max(1, body.length);
  const facts = { table, columns: asking, rows, firstBody, header: new Set(table.header?.rows) };
  const askingRows = body.filter((row) => readsLikeQuestion(textAt(table.sheet, row, asking.question)));
  const titles = body.filter((row) => isIdentifier(idOf(row)) && couldBeTitle(facts, row));
  const others = body.filter((row) => !titles.includes(row)).map((row) => identifierShape(idOf(row)));
  const titleShapes = new Set(titles.map((row) => identifierShape(idOf(row))));
  for (const shape of others) titleShapes.delete(shape);
  return {
    ...facts,
    shapes: new Set(ids.map(identifierShape)),
    ids: new Set(ids),
    titleShapes: titles.length < others.length ? titleShapes : new Set(),
    numbered: share(ids.length),
    asking: share(askingRows.length),
    askingFromList: askingRows.filter((row) => hasDropdown(facts, row)).length / Math.max(1, askingRows.length),
    lone: share(body.filter((row) => couldBeTitle(facts, row)).length),
    withDropdown: share(body.filter((row) => hasDropdown(facts, row)).length),
  };
}

type Asking = Pick<Facts, "table" | "columns">;

function hasDropdown({ table, columns: { answer, below } }: Asking, row: number): boolean {
  if (below) return table.dropdowns.at(table.sheet, { row: row + 1, column: below.column }) !== null;
  return answer.some((column) => table.dropdowns.at(table.sheet, { row, column }) !== null);
}

/** A short text with nothing beside it but its number, which asks nothing. */
function couldBeTitle(facts: Asking, row: number): boolean {
  const { table, columns } = facts;
  const text = textAt(table.sheet, row, columns.question);
  const beside = filledColumns(table.sheet, row).filter(
    (column) => column !== columns.id && column !== columns.question,
  );
  return beside.length === 0 && isTitle(text) && text.split(/\s+/).length <= 6 && !hasDropdown(facts, row);
}

function isTitle(text: string): boolean {
  return (
    text.length <= longestTitle && !/[.!?;]$/.test(text) && !readsLikeQuestion(text) && !readsLikeRequirement(text)
  );
}

function kindOfRow(facts: Facts, row: number, next: number | undefined): RowKind {
  const { table, columns } = facts;
  const text = textAt(table.sheet, row, columns.question);
  const id = columns.id === null ? "" : numberAt(table.sheet, row, columns.id);
  if (facts.header.has(row)) return { is: "header", title: titleOf(facts, row) };
  if (table.header && repeatsHeader(table.sheet, row, table.header.headings)) {
    return { is: "header", title: titleOf(facts, row) };
  }
  if (text === "") return titleRow(facts, row);
  if (row < facts.firstBody) return beforeHeader(facts, row, { id, text });
  if (isFurniture(text) || isFurniture(id) || isAside(text)) return nothing;
  if (isSpanning(facts, row)) return withoutPlace(id, text);
  if (isIdentifier(id)) return headsGroup(facts, { id, text, next }) ? { is: "title", text } : question;
  return unnumbered(facts, row, text);
}

/**
 * A form may start asking above its first header, under a title alone; numbers of the same pattern give it away, unless
 * the numbers below start again.
 */
function beforeHeader(facts: Facts, row: number, { id, text }: { id: string; text: string }): RowKind {
  const same = isIdentifier(id) && /\d/.test(id) && facts.shapes.has(identifierShape(id)) && !facts.ids.has(id);
  if (same && facts.numbered > 0.5) return question;
  const headsHeader = row + 1 === facts.table.header?.rows[0] && filledColumns(facts.table.sheet, row).length === 1;
  return headsHeader && isTitle(text) && !isContactField(text) ? { is: "title", text } : nothing;
}

function titleRow(facts: Facts, row: number): RowKind {
  const title = titleOf(facts, row);
  const detail = row < facts.firstBody && title !== null && isContactField(title);
  return title === null || detail ? nothing : { is: "title", text: title };
}

/** The text of a row's first cell, left of the answers, where it can be a section's title. */
function titleOf(facts: Facts, row: number): string | null {
  const { table, columns } = facts;
  const [first] = filledColumns(table.sheet, row);
  if (first === undefined || columns.answer.includes(first) || columns.comment.includes(first)) return null;
  const text = textAt(table.sheet, row, first);
  const heading = table.header?.headings.get(first)?.heading ?? null;
  if (table.header?.rows.includes(row) && (heading !== null || !mayCarryTitles(facts, first))) return null;
  if (text.length > longestTitle || isFurniture(text) || (isIdentifier(text) && !/[a-z]{4}/.test(text))) return null;
  if (table.header?.rows.includes(row) && text.length < shortestTitle) return null;
  return heading !== null && table.header?.headings.get(first)?.text === text ? null : text.replaceAll(/\s+/g, " ");
}

/** In a header that tells what its columns are, a title stands above the numbers or the questions, or before both. */
function mayCarryTitles({ table, columns: { id, question } }: Facts, column: number): boolean {
  const telling = [...(table.header?.headings.values() ?? [])].some(({ heading }) => heading !== null);
  return telling && (column === question || column === id || (id === null && column < question));
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
  if (facts.columns.id === null || readsLikeQuestion(text) || text.length > longestTitle) return false;
  if (facts.titleShapes.has(identifierShape(id))) return true;
  if (next === undefined) return false;
  const following = textAt(facts.table.sheet, next, facts.columns.id);
  const stem = id.replace(/[.):]$/, "").replace(/(?<=\d)\.0$/, "");
  const deeper = following.startsWith(stem) ? following.slice(stem.length) : "";
  return /^[.\-_)]\S/.test(deeper) || (/\d$/.test(stem) && /^[a-z]\W*$/.test(deeper));
}

function unnumbered(facts: Facts, row: number, text: string): RowKind {
  const asks = readsLikeQuestion(text);
  if (facts.withDropdown > 0 && hasDropdown(facts, row)) return question;
  if (asks && isAboutForm(text)) return { is: "ignored", reason: "It reads like an instruction about the form." };
  if (asks && (facts.numbered < 0.7 || /\?\s*$/.test(text) || isFollowUp(text) || isRequest(text))) return question;
  if (asks) return { is: "ignored", reason: "It has no number, unlike the other questions of this sheet." };
  if (isComputed(facts, row)) return nothing;
  const short = text.length <= longestTitle;
  if (facts.numbered >= 0.7) return short && !/\.$/.test(text) ? { is: "title", text } : nothing;
  const alone = filledColumns(facts.table.sheet, row).length === 1;
  const title = facts.asking >= 0.4 ? short : text.split(/\s+/).length <= 5 && (facts.lone < 0.6 || isLoud(text));
  if (alone && title && !/[.?]$/.test(text)) return { is: "title", text };
  const unlisted = facts.withDropdown >= 0.6 || (facts.asking > 0.2 && facts.askingFromList >= 0.8);
  return unlisted || isAboutForm(text) ? nothing : question;
}

/** In capitals, and more than an abbreviation. */
function isLoud(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
}

/** Sums and shares that the workbook makes of the answers above. */
function isComputed({ table, columns }: Facts, row: number): boolean {
  return columns.answer.some((column) => table.sheet.rows.get(row)?.get(column)?.formula === true);
}
