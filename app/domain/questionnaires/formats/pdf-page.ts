/**
 * A page of a PDF as what stands on it. Lengths are in points, measured from the upper left corner of the page as it is
 * shown, so a page that is stored on its side stands upright here.
 */
export type PdfPage = {
  width: number;
  height: number;
  pieces: Piece[];
  horizontal: Rule[];
  vertical: Rule[];
};

export type Area = { left: number; right: number; top: number; bottom: number };

/** A straight line: where it is across its direction, and from where to where it goes. */
export type Rule = { at: number; from: number; to: number };

/** Something that stands in a line of text: a text, a box to check (as a text of one sign), or a field to write in. */
export type Piece = Area & {
  text: string;
  /** The height of its letters. */
  size: number;
  bold: boolean;
  widget: Widget | null;
};

/** A place of a form field on a page. A field can have several: one for each button of a group. */
export type Widget = {
  /** The full name of its field. */
  field: string;
  kind: "text" | "choice" | "button";
  /** What the form says about itself for people who do not see it. */
  tooltip: string;
  readOnly: boolean;
  /** What a text or choice field holds; whether a button is on. */
  value: string | null;
  checked: boolean;
  /** Of a button: what the field's value is when it is on. */
  exportValue: string;
  options: { exported: string; shown: string }[];
  several: boolean;
  multiLine: boolean;
  longest: number | null;
};

export type PdfFile = {
  pages: PdfPage[];
  /** Whether it has fields that can be filled in. */
  fillable: boolean;
};

export const emptyBox = "\u2610";
export const checkedBox = "\u2612";

export const isBox = ({ text }: Pick<Piece, "text">): boolean => text === emptyBox || text === checkedBox;

/** The middle of an area. */
export const middleOf = ({ left, right, top, bottom }: Area) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

export function contains(area: Area, { x, y }: { x: number; y: number }): boolean {
  return x >= area.left && x <= area.right && y >= area.top && y <= area.bottom;
}
