import type { Candidate } from "#app/domain/questionnaires/formats/docx-candidate.ts";
import { type Cell, cellText, type Paragraph, type Table } from "#app/domain/questionnaires/formats/docx-model.ts";
import {
  besideBlank,
  boxesPlace,
  commentOf,
  labelledBoxes,
  placeOf,
  placeParagraphs,
  textPlaceIn,
} from "#app/domain/questionnaires/formats/docx-places.ts";
import { candidateIn } from "#app/domain/questionnaires/formats/docx-row.ts";
import {
  type Headings,
  headingsAt,
  isSpanning,
  pairsIn,
  repeatsHeadings,
  rowsOf,
  type TableRow,
} from "#app/domain/questionnaires/formats/docx-table.ts";
import {
  answerLabelLength,
  isAsking,
  isCommentLabel,
  isToFill,
  numberAndText,
  plainText,
  readsLikeAnswer,
} from "#app/domain/questionnaires/formats/docx-wording.ts";
import { headingOf } from "#app/domain/questionnaires/formats/header-words.ts";
import { requirementOf } from "#app/domain/questionnaires/formats/docx-requirement.ts";
import { isIdentifier } from "#app/domain/questionnaires/formats/question-wording.ts";

/** What stands before a table: the heading, the paragraphs under it, and the headings of a table that it may continue. */
export type TableContext = {
  section: string | null;
  requirement: readonly Paragraph[];
  before: { headings: Headings; width: number } | null;
};

export type TableFinding = { candidates: Candidate[]; headings: TableContext["before"] };

export function candidatesIn(table: Table, context: TableContext): TableFinding {
  return new TableReading(table, context).finding();
}

const longestTitle = 160;
const noHeadings: Headings = new Map();

class TableReading {
  private readonly rows: TableRow[];
  private readonly width: number;
  /** Whether each row is one cell, so that a question and its answer stand under each other. */
  private readonly stacks: boolean;
  private found: Candidate[] = [];
  private readonly parents = new Map<Cell, string>();
  private headings: Headings = noHeadings;
  private section: string | null;

  constructor(
    table: Table,
    private readonly context: TableContext,
  ) {
    this.rows = rowsOf(table);
    this.width = Math.max(0, ...this.rows.map(({ cells }) => cells.length));
    this.stacks = this.rows.every(isSpanning);
    this.section = context.section;
    const { before } = context;
    if (before?.width === this.width && this.width > 1) this.headings = before.headings;
  }

  finding(): TableFinding {
    for (let at = 0; at < this.rows.length; at++) {
      const row = this.rows[at]!;
      let after = 0;
      const header = this.mayHead(at) ? headingsAt(this.rows, at) : null;
      if (header) {
        this.headings = header.headings;
        at += header.height - 1;
      } else if (repeatsHeadings(row, this.headings)) continue;
      else if (isSpanning(row)) after = this.readSpanning(row, at);
      else for (const part of pairsIn(row)) after = Math.max(after, this.readCells(part, at));
      at += after;
    }
    this.sortOutTitles();
    const headings = this.headings === noHeadings ? null : { headings: this.headings, width: this.width };
    return { candidates: this.found, headings };
  }

  /** Among questions a short text that asks nothing and has no number is the title of those below it. */
  private sortOutTitles(): void {
    const telling = this.found.filter(({ id, text }) => id !== null || isAsking(text)).length;
    if (telling < 2 || telling < this.found.length * 0.6) return;
    let title: string | null = null;
    this.found = this.found.filter((candidate) => {
      if (isTitle(candidate)) title = candidate.text;
      else if (title !== null) candidate.section = title;
      return !isTitle(candidate);
    });
  }

  /** Headings stand at the top, below a title, or in a row that repeats on each page. */
  private mayHead(at: number): boolean {
    const above = this.rows[at - 1];
    return at === 0 || this.rows[at]!.header || (above !== undefined && isSpanning(above)) || at < 2;
  }

  /** Reads a row of one cell; gives how many rows after it belong to it. */
  private readSpanning({ cells: [cell] }: TableRow, at: number): number {
    const { lead, boxes } = labelledBoxes(cell!.paragraphs);
    const text = plainText(lead);
    const { id, text: asked } = numberAndText(text);
    const address = cell!.address;
    const base = { address, id, text: asked, section: this.section, headed: false, part: false };
    const below = this.rows[at + 1];
    if (boxes.length >= 2) {
      const place = boxesPlace(boxes, null);
      if (!place) return 0;
      const beside = this.labelRow(at + 1, isCommentLabel);
      this.found.push({ ...base, place: { ...place, ...commentOf(beside) }, strong: true });
      return beside ? 1 : 0;
    }
    if (asked === "") return 0;
    const own = cell!.paragraphs.some(({ blanks }) => blanks.length > 0);
    if (own && boxes.length === 0) {
      const place = textPlaceIn(cell!.paragraphs, address);
      this.found.push({ ...base, place: placeOf(place, besideBlank(cell!.paragraphs, place)), strong: true });
      return 0;
    }
    const inside = placeParagraphs(cell!.paragraphs);
    if (inside && boxes.length === 0 && this.stacks) {
      const asking = cell!.paragraphs.slice(0, -inside.length).map((paragraph) => paragraph.text);
      const { text: question } = numberAndText(plainText(asking.join("\n")));
      const place = textPlaceIn(inside, address);
      this.found.push({ ...base, text: question, place: placeOf(place), strong: place.after !== null });
      return 0;
    }
    if (below && isSpanning(below) && this.isAnswerBelow(text, below.cells[0]!)) {
      this.stacked(base, below.cells[0]!);
      return 1;
    }
    const parts = isAsking(asked) ? this.partsBelow(at + 1) : [];
    for (const [label, place] of parts) this.addPart({ title: asked, id, label, place });
    if (parts.length > 0) return parts.length;
    if (text.length <= longestTitle && !isAsking(asked)) this.section = text.replaceAll(/\s+/g, " ");
    return 0;
  }

  private isAnswerBelow(text: string, below: Cell): boolean {
    const asking = isAsking(numberAndText(text).text);
    const numbered = numberAndText(text).id !== null;
    if (!asking && !numbered) return false;
    const { held, blank } = textPlaceIn(below.paragraphs, below.address);
    const { boxes } = labelledBoxes(below.paragraphs);
    const label = cellText(below);
    const labelled = answerLabelLength(label) > 0 && !isCommentLabel(label);
    if (boxes.length >= 2 || blank || held === null || labelled) return true;
    const stacked = this.headings === noHeadings && this.stacks;
    return stacked && asking && boxes.length === 0 && !/\?\s*$/.test(held) && numberAndText(held).id === null;
  }

  private stacked(base: Omit<Candidate, "place" | "strong">, below: Cell): void {
    const { boxes } = labelledBoxes(below.paragraphs);
    const place = textPlaceIn(below.paragraphs, below.address);
    const boxed = boxesPlace(boxes, null);
    const strong = boxed !== null || place.blank !== null || place.after !== null;
    const titled = base.id !== null && requirementOf(this.context, base.id, null);
    const text = titled ? `${titled}\n${base.text}` : base.text;
    this.found.push({ ...base, text, place: boxed ?? placeOf(place), strong });
  }

  /** Rows of a label and a place, under a question that they are parts of. */
  private partsBelow(from: number): [Cell, Cell][] {
    const parts: [Cell, Cell][] = [];
    for (let at = from; at < this.rows.length; at++) {
      const [label, place, more] = this.rows[at]!.cells;
      if (more || !label || !place || place.merged) break;
      const text = cellText(label);
      if (text === "" || text.length > 60 || isAsking(text)) break;
      const listed = isIdentifier(text) || /^\W*(?:part|item|section|step|option|parameter)\b/i.test(text);
      if (!listed && !isToFill(cellText(place)) && place.paragraphs.every(({ blanks }) => blanks.length === 0)) break;
      parts.push([label, place]);
    }
    return parts;
  }

  private addPart({ title, id, label, place }: { title: string; id: string | null; label: Cell; place: Cell }): void {
    const name = cellText(label);
    const requirement = id === null ? null : requirementOf(this.context, id, name);
    this.found.push({
      address: label.address,
      id: id === null ? (isIdentifier(name) ? name : null) : `${id} ${name}`,
      text: requirement ? `${requirement}\n${name}: ${title}` : `${title}\n${name}`,
      section: this.section,
      place: placeOf(textPlaceIn(place.paragraphs, place.address)),
      ...{ headed: false, part: true, strong: true },
    });
  }

  private readCells(row: TableRow, at: number): number {
    const candidate = candidateIn(row, this.headings);
    if (!candidate || headingOf(candidate.text)?.kind === "answer") return this.readTitle(row);
    const { cells, ...found } = candidate;
    const first = row.cells[0]!;
    const origin = row.origins.get(first);
    const parent = origin && this.parents.get(origin);
    if (found.place.answerCell === null || this.isLeading(found, cells)) {
      const below = this.labelRow(at + 1, (text) => !isCommentLabel(text)) ?? this.roomBelow(at + 1, found);
      if (below) this.found.push({ ...found, part: false, section: this.section, place: placeOf(below), strong: true });
      if (!origin) this.parents.set(first, found.text);
      return below ? 1 : 0;
    }
    const text = parent && parent !== found.text ? `${parent}\n${found.text}` : found.text;
    const beside = this.labelRow(at + 1, isCommentLabel);
    const place = beside && found.place.commentCell === null ? { ...found.place, ...commentOf(beside) } : found.place;
    this.found.push({ ...found, text, place, part: false, section: this.section });
    return beside ? 1 : 0;
  }

  /** In a table of boxes a row without them leads to the rows below it: what is empty in it is no place. */
  private isLeading({ place }: { place: Candidate["place"] }, cells: readonly Cell[]): boolean {
    if (place.marks) return false;
    const marked = [...this.headings.values()].filter(({ heading }) => heading?.kind === "mark").length;
    return marked >= 2 && cells.every((cell) => (this.headings.get(cell.column)?.heading?.kind ?? null) !== "answer");
  }

  /** A row that is a label and a place: "Answer:" with room behind it or in the cell beside it. */
  private labelRow(at: number, wanted: (label: string) => boolean) {
    const cells = this.rows[at]?.cells.filter(({ merged }) => !merged) ?? [];
    const filled = cells.filter((cell) => cellText(cell) !== "");
    const [label] = filled;
    if (!label || cells.length > 3) return null;
    const text = cellText(label);
    const colon = /:\s*$/.test(text) ? text : `${text}:`;
    const whole = answerLabelLength(colon) === colon.length;
    const place = whole ? cells[cells.indexOf(label) + 1] : undefined;
    if (!wanted(whole ? colon : text)) return null;
    if (place) return textPlaceIn(place.paragraphs, place.address);
    return answerLabelLength(text) > 0 && filled.length === 1 ? textPlaceIn(label.paragraphs, label.address) : null;
  }

  /** An empty row under a question that has no cell beside it. */
  private roomBelow(at: number, { text, id, address }: Pick<Candidate, "text" | "id" | "address">) {
    const cells = this.rows[at]?.cells.filter(({ merged }) => !merged) ?? [];
    if (this.headings !== noHeadings || (id === null && !isAsking(text))) return null;
    const filled = cells.filter((cell) => !isToFill(cellText(cell)));
    if (cells.length === 0 || filled.length > 1 || filled.some((cell) => !readsLikeAnswer(cellText(cell)))) return null;
    const column = this.rows[at - 1]!.cells.find((cell) => cell.address === address)!.column;
    const place = filled[0] ?? cells.findLast((cell) => cell.column <= column) ?? cells[0]!;
    return textPlaceIn(place.paragraphs, place.address);
  }

  private readTitle({ cells }: TableRow): number {
    const filled = cells.filter((cell) => cellText(cell) !== "");
    if (filled.length === 1 && cellText(filled[0]!).length <= longestTitle)
      this.section = plainText(cellText(filled[0]!));
    return 0;
  }
}

function isTitle({ id, text, place, part, headed, strong }: Candidate): boolean {
  const short = text.split(/\s+/).length <= 5 && !/[.?:]$/.test(text);
  if (part || (strong && !headed)) return false;
  return id === null && short && !isAsking(text) && place.marks === null && place.answered === null;
}
