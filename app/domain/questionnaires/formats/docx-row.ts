import type { Candidate } from "#app/domain/questionnaires/formats/docx-candidate.ts";
import { type Cell, cellText } from "#app/domain/questionnaires/formats/docx-model.ts";
import {
  type AnswerPlace,
  besideBlank,
  boxesPlace,
  type LabelledBox,
  labelledBoxes,
  noPlace,
  placeOf,
  type TextPlace,
  textPlaceIn,
} from "#app/domain/questionnaires/formats/docx-places.ts";
import { headingOver, type Headings, kindOver, type TableRow } from "#app/domain/questionnaires/formats/docx-table.ts";
import {
  isAsking,
  isToFill,
  numberAndText,
  plainText,
  readsLikeAnswer,
} from "#app/domain/questionnaires/formats/docx-wording.ts";
import type { HeaderKind } from "#app/domain/questionnaires/formats/heading.ts";
import { impliedOptions } from "#app/domain/questionnaires/formats/cell-choices.ts";
import { isIdentifier } from "#app/domain/questionnaires/formats/question-wording.ts";

export type RowCandidate = Omit<Candidate, "section" | "part"> & { cells: Cell[] };

/** Text cells beside the question that are for somebody or something else. */
const otherwise: (HeaderKind | null)[] = ["guidance", "reviewer", "history", "section"];

/** What a row of several cells asks, and where its answer goes; null when nothing in it reads like that. */
export function candidateIn(row: TableRow, headings: Headings): RowCandidate | null {
  const cells = row.cells.filter(({ merged, nested }) => !merged && !nested);
  const boxed = boxedCells(cells, headings);
  const question = questionCell(cells, headings, boxed?.cells ?? []);
  const idCell = row.cells.find((cell) => {
    const before = !question || cell.column < question.column || kindOver(headings, cell) === "id";
    return cell !== question && before && holdsNumber(row, cell, headings);
  });
  const comment = commentCell(cells, headings, [question, ...(boxed?.cells ?? [])]);
  if (boxed?.lead && !question)
    return asked(row, { cell: boxed.cells[0]!, text: boxed.lead, idCell, ...boxed, strong: true }, headings);
  if (!question) return null;
  const text = plainText(labelledBoxes(question.paragraphs).lead);
  if (boxed) {
    const place = { ...boxed.place, ...(comment ? beside(comment) : {}) };
    return asked(
      row,
      { cell: question, text, idCell, place, cells: [...boxed.cells, ...(comment ? [comment] : [])], strong: true },
      headings,
    );
  }
  const answer = answerCell(cells, headings, question);
  if (!answer) return asked(row, { cell: question, text, idCell, place: noPlace, cells: [], strong: false }, headings);
  const found = textPlaceIn(answer.paragraphs, answer.address);
  const second = besideBlank(answer.paragraphs, found);
  const other = comment && comment !== answer ? textPlaceIn(comment.paragraphs, comment.address) : second;
  const implied = impliedOptions(headingOver(headings, answer)?.text ?? "");
  const place = placeOf(found, other);
  const strong = found.blank !== null || kindOver(headings, answer) === "answer" || isRule(found, answer);
  return asked(
    row,
    { cell: question, text, idCell, place: { ...place, options: place.options ?? implied }, cells: [answer], strong },
    headings,
  );
}

type Asked = {
  cell: Cell;
  text: string;
  idCell: Cell | undefined;
  place: AnswerPlace;
  cells: Cell[];
  strong: boolean;
};

function asked(row: TableRow, { cell, text, idCell, ...found }: Asked, headings: Headings): RowCandidate {
  const own = numberAndText(text);
  const number = idCell ? cellText(row.origins.get(idCell) ?? idCell) || listedNumber(idCell) : null;
  const label = cell.paragraphs.find((paragraph) => paragraph.text.trim() !== "")?.label ?? null;
  const kinds = [...headings.values()].map(({ heading }) => heading?.kind ?? null);
  const answers = kinds.includes("answer") || kinds.includes("mark") || kinds.includes("comment");
  return {
    address: cell.address,
    id: number ?? own.id ?? label?.replace(/[.)]$/, "") ?? null,
    text: number === null ? own.text : text,
    headed: kinds.includes("question") && answers,
    ...found,
  };
}

function listedNumber(cell: Cell): string | null {
  return cell.paragraphs[0]?.label?.replace(/[.)]$/, "") ?? null;
}

function holdsNumber(row: TableRow, cell: Cell, headings: Headings): boolean {
  const text = cellText(row.origins.get(cell) ?? cell);
  if (text === "") return listedNumber(cell) !== null && cell.column === 1;
  const kind = kindOver(headings, cell);
  if (kind === "answer" || kind === "comment" || kind === "mark") return false;
  return isIdentifier(text) || (kind === "id" && text.length <= 24) || /^[A-Z]{1,6}-\d+(\s?\(\d+\))*$/.test(text);
}

function questionCell(cells: readonly Cell[], headings: Headings, taken: readonly Cell[]): Cell | null {
  const texts = cells.filter((cell) => {
    const text = labelledBoxes(cell.paragraphs).lead;
    return !taken.includes(cell) && !isToFill(text) && !isIdentifier(text) && /\p{L}/u.test(text);
  });
  const headed = texts.filter((cell) => kindOver(headings, cell) === "question");
  const length = (cell: Cell) => cellText(cell).length;
  const longest = (some: readonly Cell[]) =>
    [...some].sort((a, b) => strength(headings, b) - strength(headings, a) || length(b) - length(a))[0] ?? null;
  const named = [...headings.values()].some(({ heading }) => heading?.kind === "question");
  if (named) return longest(headed);
  const open = texts.filter((cell) => {
    const kind = kindOver(headings, cell);
    return kind === null || kind === "id" || kind === "section";
  });
  const asking = open.find((cell) => isAsking(cellText(cell)));
  return asking ?? open[0] ?? null;
}

const strength = (headings: Headings, cell: Cell) => headingOver(headings, cell)?.heading?.strength ?? 0;

function answerCell(cells: readonly Cell[], headings: Headings, question: Cell): Cell | null {
  const others = cells.filter((cell) => cell !== question);
  const headed = others.filter((cell) => kindOver(headings, cell) === "answer");
  if (headed.length > 0) return [...headed].sort((a, b) => strength(headings, b) - strength(headings, a))[0]!;
  const right = others.filter((cell) => cell.column > question.column && !otherwise.includes(kindOver(headings, cell)));
  const blank = right.find(({ paragraphs }) => paragraphs.some(({ blanks }) => blanks.length > 0));
  const empty = right.find((cell) => isToFill(cellText(cell)));
  const own = question.paragraphs.some(({ blanks }) => blanks.length > 0) ? question : null;
  const given = right[0] && readsLikeAnswer(cellText(right[0])) ? right[0] : undefined;
  return blank ?? given ?? empty ?? own ?? right[0] ?? null;
}

function commentCell(cells: readonly Cell[], headings: Headings, taken: readonly (Cell | null)[]): Cell | null {
  return cells.find((cell) => kindOver(headings, cell) === "comment" && !taken.includes(cell)) ?? null;
}

function beside(comment: Cell) {
  const place = textPlaceIn(comment.paragraphs, comment.address);
  return { commentCell: place.blocked ? null : place.address, commented: place.held };
}

const isRule = (place: TextPlace, cell: Cell) => place.after !== null || /_{3,}/.test(cellText(cell));

type Boxed = { place: AnswerPlace; cells: Cell[]; lead: string };

/** Boxes of which one is checked: one to a cell, under headings or with a word beside each, or all in one cell. */
function boxedCells(cells: readonly Cell[], headings: Headings): Boxed | null {
  const groups = cells.map((cell) => ({ cell, ...labelledBoxes(cell.paragraphs) }));
  const single = groups.filter(({ boxes, lead }) => boxes.length === 1 && lead === "");
  if (single.length >= 2) {
    const labelled: LabelledBox[] = single.map(({ cell, boxes: [only] }) => ({
      box: only!.box,
      label: only!.label || (headingOver(headings, cell)?.text ?? ""),
    }));
    const place = boxesPlace(labelled, null);
    return place && { place, cells: single.map(({ cell }) => cell), lead: "" };
  }
  const several = groups.filter(({ boxes }) => boxes.length >= 2);
  const group = several.find(({ cell }) => kindOver(headings, cell) === "answer") ?? several.at(-1);
  if (!group) return markColumns(cells, headings);
  const beside = textPlaceIn(group.cell.paragraphs, group.cell.address);
  const ruled = beside.after !== null && beside.held === null ? beside : null;
  const place = boxesPlace(group.boxes, beside.blank ? { ...beside, address: beside.blank.address } : ruled);
  return place && { place, cells: [group.cell], lead: plainText(group.lead) };
}

/** Empty cells under "Yes" and "No": one of them gets an "x". */
function markColumns(cells: readonly Cell[], headings: Headings): Boxed | null {
  const marked = cells.filter((cell) => kindOver(headings, cell) === "mark" && cellText(cell).length <= 3);
  if (marked.length < 2) return null;
  const labels = marked.map((cell) => headingOver(headings, cell)!.text);
  if (new Set(labels).size < labels.length) return null;
  const held = marked.filter((cell) => !isToFill(cellText(cell)));
  const place: AnswerPlace = {
    answerCell: marked[0]!.address,
    options: labels,
    marks: marked.map((cell, i) => ({ cell: cell.address, label: labels[i]!, mark: "x" })),
    answered: held.map((cell) => headingOver(headings, cell)!.text).join(", ") || null,
    ...{ blocked: null, commentCell: null, commented: null },
  };
  return { place, cells: marked, lead: "" };
}
