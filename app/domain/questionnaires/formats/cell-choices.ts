import { shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";
import type { Mark } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

/** In characters. Longer texts are texts. */
const longest = 400;
const box = /([\u2610\u25a1\u25a2\u25fb\u2751\u2611\u2612\u2713\u2714]|\[[ xX]?\]|\([ xX]?\))/u;
const crossed = /[\u2611\u2612\u2713\u2714xX]/;
const longestLabel = 40;

/** Boxes drawn in one cell: the cell with each of them crossed, and what is crossed already. */
export type CellChoices = { marks: Mark[]; answered: string | null };

/**
 * The choices of an answer cell that shows them as boxes: "☐ Yes ☐ No", "[ ] Yes [ ] No", "Yes ☐ No ☐". Null for any
 * other text. A mark is the whole text of the cell, with that one box crossed.
 */
export function choicesIn(text: string, cell: string): CellChoices | null {
  if (text.length > longest) return null;
  const pieces = text.split(box);
  const boxes = pieces.filter((_, i) => i % 2 === 1);
  const before = pieces[0]!.trim() !== "";
  const labels = boxes.map((_, i) => pieces[2 * i + (before ? 0 : 2)]!.replaceAll(/^[\s/|,;]+|[\s/|,;]+$/g, ""));
  const whole = before ? pieces.at(-1)!.trim() === "" : true;
  if (boxes.length < 2 || !whole || labels.some((label) => label === "" || label.length > longestLabel)) return null;
  const marks = labels.map((label, chosen) => ({ cell, label, mark: withCross(pieces, chosen) }));
  const answered = labels.filter((_, i) => crossed.test(boxes[i]!)).join(", ");
  return { marks, answered: answered === "" ? null : answered };
}

function withCross(pieces: readonly string[], chosen: number): string {
  return pieces.map((piece, i) => (i % 2 === 0 ? piece : drawn(piece, (i - 1) / 2 === chosen))).join("");
}

function drawn(piece: string, isChosen: boolean): string {
  if (piece.startsWith("[")) return isChosen ? "[x]" : "[ ]";
  if (piece.startsWith("(")) return isChosen ? "(x)" : "( )";
  if (isChosen) return "\u2612";
  return crossed.test(piece) ? "\u2610" : piece;
}

/**
 * The values that a heading or an answer cell names: "Yes / No / N/A", "Response (Y/N)", "Maturity (0-5)". Null when
 * it names none.
 */
export function impliedOptions(text: string): string[] | null {
  if (text.length > longest) return null;
  const [, from, to] = /[([]\s*([01])\s*(?:-|–|to|\.\.)\s*([3-9]|10)\s*[)\]]/.exec(text) ?? [];
  if (from && to) return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => String(Number(from) + i));
  const listed = /\(([^()]*)\)\s*$/.exec(text)?.[1] ?? text;
  const values = listed
    .replaceAll(/\bn\/a\b/gi, "N\u2215A")
    .split(/\s*[/,|]\s*|\s+or\s+/i)
    .map((value) => value.trim().replaceAll("\u2215", "/"));
  return values.length >= 2 && values.every((value) => shortKindOf(value) !== null) ? values : null;
}
