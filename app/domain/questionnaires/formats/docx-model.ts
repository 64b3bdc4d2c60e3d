/** Where something stands in the XML of a document's main part, in characters. */
export type Span = { start: number; end: number };

/** A replacement in that XML; an insertion where `start` is `end`. */
export type Edit = Span & { text: string };

/** `properties` is the run's own `rPr` element as it is written, or "". */
export type Run = Span & { properties: string };

/** A stretch of a paragraph's text: `at` is where it begins in it, `source` is its XML, `run` an index into its runs. */
export type TextPiece = { at: number; text: string; source: Span; run: number };

/** A box to check, whatever draws it. In the text of its paragraph it is one "\u2610" or, when checked, "\u2612". */
export type Box = { address: string; at: number; checked: boolean; check: Edit[]; clear: Edit[] };

/** A form field or content control that takes a text or one of several values. */
export type Blank = {
  address: string;
  /** What it holds, without what only marks the place. */
  value: string | null;
  options: string[] | null;
  locked: boolean;
  write: BlankWrite;
};

/** What to do to fill a blank: a text goes into a run of its own, at a place; or an edit for each option. */
export type BlankWrite =
  | { how: "text"; remove: Span[]; at: Span; before: string; after: string; properties: string; edits: Edit[] }
  | { how: "choice"; choices: Edit[][] };

export type Paragraph = {
  kind: "paragraph";
  /** "P12" outside tables; "" in them, where cells have addresses. */
  address: string;
  open: Span;
  close: Span;
  heading: boolean;
  contents: boolean;
  /** The number or letter that its list gives it, as shown; null for bullets and for what is no list. */
  label: string | null;
  listed: { list: string; level: number } | null;
  text: string;
  runs: Run[];
  pieces: TextPiece[];
  boxes: Box[];
  blanks: Blank[];
  /** Properties for new text where there is no run to take them from, as an `rPr` element, or "". */
  properties: string;
  /** Whether it holds nothing but text, boxes and blanks: no pictures, no fields of other kinds. */
  plain: boolean;
};

export type Cell = {
  address: string;
  /** Grid column, counted from 1, and how many of them it spans. */
  column: number;
  span: number;
  /** Whether it continues the cell above. */
  merged: boolean;
  paragraphs: Paragraph[];
  nested: boolean;
};

export type Row = { cells: Cell[]; header: boolean };
export type Table = { kind: "table"; number: number; rows: Row[] };
export type Block = Paragraph | Table;

/** A Word document as what stands in its body. Nested tables follow the table that they are in. */
export type WordDocument = {
  xml: string;
  /** The prefix of its elements, with the colon. */
  prefix: string;
  blocks: Block[];
};

export function cellText(cell: Cell): string {
  return cell.paragraphs
    .map(({ text }) => text)
    .join("\n")
    .trim();
}
