import { shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";
import type { Blank, Box, Paragraph } from "#app/domain/questionnaires/formats/docx-model.ts";
import {
  answerLabelLength,
  hintedOptions,
  isAsking,
  isToFill,
  numberAndText,
  plainText,
} from "#app/domain/questionnaires/formats/docx-wording.ts";
import type { FoundQuestion } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

export type AnswerPlace = Pick<
  FoundQuestion,
  "answerCell" | "commentCell" | "options" | "marks" | "answered" | "commented" | "blocked"
>;

/** Where in some paragraphs a text goes: into a blank, behind a label, or in place of all that is there. */
export type TextPlace = {
  address: string;
  blank: Blank | null;
  after: { paragraph: Paragraph; at: number } | null;
  held: string | null;
  blocked: string | null;
  /** The values that a hint in the place names ("Yes / No"). */
  options?: string[] | null;
};

export const noPlace: AnswerPlace = {
  ...{ answerCell: null, commentCell: null, options: null, marks: null, answered: null, commented: null },
  blocked: "The document has no place for its answer.",
};

/** The place for a text in a cell or in a paragraph of its own. */
export function textPlaceIn(paragraphs: readonly Paragraph[], address: string): TextPlace {
  const blanks = paragraphs.flatMap((paragraph) => paragraph.blanks);
  const blank = blanks.find(({ options }) => options !== null) ?? blanks[0] ?? null;
  if (blank) return blankPlace(blank, address);
  const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
  const first = paragraphs.find((paragraph) => paragraph.text.trim() !== "");
  const label = first ? answerLabelLength(first.text) : 0;
  const ruled = label > 0 ? undefined : paragraphs.map(ruledPlace).find((place) => place !== null);
  if (ruled) return { ...ruled, address };
  const rest = label > 0 ? text.slice(text.indexOf(first!.text) + label) : text;
  const solid = paragraphs.length > 0 && paragraphs.every(({ plain }) => plain);
  return {
    ...{ address, blank: null, after: label > 0 ? { paragraph: first!, at: label } : null },
    held: isToFill(rest) ? null : rest.trim(),
    blocked: solid ? null : "Its place for an answer holds more than text.",
    options: hintedOptions(rest),
  };
}

export function blankPlace(blank: Blank, address: string): TextPlace {
  const blocked = blank.locked ? "Its field is locked against changes." : null;
  return { address, blank, after: null, held: blank.value, blocked };
}

/** The second place beside a choice: where a cell has a dropdown and a field for a text. */
export function besideBlank(paragraphs: readonly Paragraph[], { blank }: TextPlace): TextPlace | null {
  if (blank?.options == null) return null;
  const other = paragraphs.flatMap(({ blanks }) => blanks).find((one) => one !== blank && one.options === null);
  return other ? blankPlace(other, other.address) : null;
}

/** Where a line to write on ends a paragraph ("Name: ______"); null when none does. */
export function ruledPlace(paragraph: Paragraph): TextPlace | null {
  const rule = /\s*(?:_[_ \t]{2,}|\u2026{2,}|\.{5,})\s*$/.exec(paragraph.text);
  if (!rule || rule.index === 0 || paragraph.blanks.length > 0) return null;
  const blocked = paragraph.plain ? null : "Its place for an answer holds more than text.";
  return { ...{ address: paragraph.address, blank: null, held: null, blocked }, after: { paragraph, at: rule.index } };
}

/** Where an answer was written behind a question, in its paragraph. */
export function answeredPlace(paragraph: Paragraph): TextPlace | null {
  const at = paragraph.text.indexOf("? ") + 1;
  const rest = paragraph.text.slice(at).trim();
  if (at === 0 || rest === "" || /^\(/.test(rest) || isAsking(rest) || paragraph.blanks.length > 0) return null;
  return {
    ...{ address: paragraph.address, blank: null, held: plainText(rest) },
    blocked: null,
    after: { paragraph, at },
  };
}

/**
 * Of a cell that holds a question and the place for its answer, the paragraphs of the place: from a label on, or all
 * that follow the question.
 */
export function placeParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] | null {
  const first = paragraphs.findIndex(({ text }) => text.trim() !== "");
  if (first < 0 || !isAsking(numberAndText(paragraphs[first]!.text).text)) return null;
  const label = paragraphs.findIndex(({ text }, i) => i > first && answerLabelLength(text) > 0);
  if (label > 0) return paragraphs.slice(label);
  const rest = paragraphs.slice(first + 1);
  const answers = rest.length > 0 && rest.every(({ text, listed }) => !listed && !isAsking(text));
  return answers && /\?\s*$/.test(paragraphs[first]!.text) ? rest : null;
}

export function placeOf(place: TextPlace, comment: TextPlace | null = null): AnswerPlace {
  return {
    ...{
      answerCell: place.address,
      options: place.blank?.options ?? place.options ?? null,
      marks: null,
      answered: place.held,
    },
    ...{ blocked: place.blocked, ...commentOf(comment) },
  };
}

export function commentOf(comment: TextPlace | null): Pick<AnswerPlace, "commentCell" | "commented"> {
  return { commentCell: comment && !comment.blocked ? comment.address : null, commented: comment?.held ?? null };
}

export type LabelledBox = { box: Box; label: string };

/** The place that a group of boxes is, of which one is checked; null where labels are missing or said twice. */
export function boxesPlace(boxes: readonly LabelledBox[], comment: TextPlace | null): AnswerPlace | null {
  const labels = boxes.map(({ label }) => label);
  if (boxes.length < 2 || labels.includes("") || new Set(labels).size < labels.length) return null;
  const checked = boxes.filter(({ box }) => box.checked).map(({ label }) => label);
  const fixed = boxes.some(({ box }) => box.check.length === 0);
  return {
    answerCell: boxes[0]!.box.address,
    options: labels,
    marks: boxes.map(({ box, label }) => ({ cell: box.address, label, mark: "\u2612" })),
    answered: checked.join(", ") || null,
    blocked: fixed ? "Its boxes cannot be checked." : null,
    ...commentOf(comment),
  };
}

/** The boxes of some paragraphs with the words beside each, and the text in front of the first. */
export function labelledBoxes(paragraphs: readonly Paragraph[]): { lead: string; boxes: LabelledBox[] } {
  const boxes: LabelledBox[] = [];
  const lead: string[] = [];
  for (const paragraph of paragraphs) {
    if (boxes.length === 0) lead.push(paragraph.text.slice(0, paragraph.boxes[0]?.at));
    if (paragraph.boxes.length === 0) continue;
    const named = labelsBehind(paragraph);
    const before = named.at(-1) === "" ? labelsInFront(paragraph) : null;
    if (before && boxes.length === 0) lead[lead.length - 1] = before.lead;
    const labels = before?.labels ?? named;
    boxes.push(...paragraph.boxes.map((box, i) => ({ box, label: labels[i]! })));
  }
  return { lead: lead.join("\n").trim(), boxes };
}

function labelsBehind({ text, boxes }: Paragraph): string[] {
  return boxes.map(({ at }, i) => labelIn(text.slice(at + 1, boxes[i + 1]?.at)));
}

/** "Yes \u2610 No \u2610": the words that can be a value, right in front of each box. */
function labelsInFront({ text, boxes }: Paragraph): { lead: string; labels: string[] } | null {
  const stretches = boxes.map(({ at }, i) => text.slice(i === 0 ? 0 : boxes[i - 1]!.at + 1, at));
  const words = stretches[0]!.trim().split(/\s+/);
  for (let count = Math.min(4, words.length); count > 0; count--) {
    const value = labelIn(words.slice(-count).join(" "));
    if (shortKindOf(value) === null) continue;
    const lead = words.slice(0, -count).join(" ");
    return { lead, labels: [value, ...stretches.slice(1).map(labelIn)] };
  }
  return null;
}

function labelIn(stretch: string): string {
  const [first = ""] = stretch.trim().split(/\s{4,}|\t|\n/);
  const label = first
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s:;,/|\u2022\u2013\u2014-]+/, "")
    .replace(/[\s:;,/|\u2022\u2013\u2014_-]+$/, "")
    .replace(/\s+or$/i, "");
  const value = label.replace(/\W*\b(?:if|please|explain|describe|specify|comments?|details)\b.*$/i, "");
  return shortKindOf(value) === null ? label : value;
}
