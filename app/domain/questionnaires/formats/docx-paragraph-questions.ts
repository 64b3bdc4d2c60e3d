import type { Candidate } from "#app/domain/questionnaires/formats/docx-candidate.ts";
import { type Block, cellText, type Paragraph, type Table } from "#app/domain/questionnaires/formats/docx-model.ts";
import {
  answeredPlace,
  type AnswerPlace,
  besideBlank,
  boxesPlace,
  commentOf,
  labelledBoxes,
  noPlace,
  placeOf,
  ruledPlace,
  textPlaceIn,
} from "#app/domain/questionnaires/formats/docx-places.ts";
import {
  answerLabelLength,
  isAsking,
  isCommentLabel,
  isToFill,
  numberAndText,
  plainText,
  readsLikeAnswer,
} from "#app/domain/questionnaires/formats/docx-wording.ts";

/** A question of a run of paragraphs, and the first block after it and its place. */
export type ParagraphFinding = { candidate: Candidate; next: number };

type Asked = { paragraph: Paragraph; id: string | null; text: string; asking: boolean };
type Place = { place: AnswerPlace; next: number; strong: boolean; more: string[] };

const farthest = 4;
const mostBoxes = 30;

/** What a paragraph asks, with the place that it has in itself or in the blocks that follow; null when it asks nothing. */
export function candidateAt(blocks: readonly Block[], at: number, section: string | null): ParagraphFinding | null {
  const paragraph = blocks[at] as Paragraph;
  if (paragraph.contents) return null;
  const asked = askedBy(paragraph);
  if (!asked) return null;
  const found = ownPlace(asked, blocks, at) ?? placeBelow(asked, blocks, at);
  if (!found) return null;
  const parent = asked.asking ? null : parentOf(blocks, at);
  const own = found.place.answerCell === paragraph.address ? beforeAnswer(asked.text, found.place) : asked.text;
  const text = [parent, own, ...found.more].filter((part) => part !== null).join("\n");
  const { place, strong, next } = found;
  const part = parent !== null && isAsking(parent) && strong;
  const candidate = { address: paragraph.address, id: asked.id, text, section, place, headed: false, part, strong };
  return { candidate, next };
}

/** The question alone, where its answer was written behind it. */
function beforeAnswer(text: string, { answered }: AnswerPlace): string {
  return answered !== null && text.endsWith(answered) ? text.slice(0, -answered.length).trim() : text;
}

function askedBy(paragraph: Paragraph): Asked | null {
  const { lead } = labelledBoxes([paragraph]);
  const { id, text } = numberAndText(plainText(lead));
  const label = paragraph.label?.replace(/^\(|[.):]+$/g, "") ?? null;
  if (!/\p{L}/u.test(text) || (answerLabelLength(`${text}:`) === text.length + 1 && id === null)) return null;
  const asking = isAsking(text);
  const numbered = id !== null || label !== null;
  if (!asking && !numbered) return null;
  return { paragraph, id: id ?? label, text, asking };
}

/** Boxes, a field, a control or a line to write on in the question's own paragraph. */
function ownPlace({ paragraph, text }: Asked, blocks: readonly Block[], at: number): Place | null {
  const { boxes } = labelledBoxes([paragraph]);
  const boxed = boxesPlace(boxes, blankBeside(paragraph));
  if (boxed) return withComment({ place: boxed, next: at + 1, strong: true, more: [] }, blocks);
  if (boxes.length > 0 || text === "") return null;
  if (paragraph.blanks.length > 0) {
    const place = textPlaceIn([paragraph], paragraph.address);
    return { place: placeOf(place, besideBlank([paragraph], place)), next: at + 1, strong: true, more: [] };
  }
  const ruled = ruledPlace(paragraph);
  return ruled && { place: placeOf(ruled), next: at + 1, strong: true, more: [] };
}

function blankBeside(paragraph: Paragraph) {
  const [blank] = paragraph.blanks;
  return blank ? { ...textPlaceIn([paragraph], blank.address), address: blank.address } : ruledPlace(paragraph);
}

function placeBelow(asked: Asked, blocks: readonly Block[], at: number): Place | null {
  const between: Paragraph[] = [];
  let room: Place | null = null;
  for (let next = at + 1; next <= at + farthest; next++) {
    const block = blocks[next];
    if (block?.kind === "table") {
      const boxed = between.every(({ text }) => isAsking(text)) ? tablePlace(block) : null;
      const more = between.map(({ text }) => text.trim());
      return boxed ? { place: boxed, next: next + 1, strong: true, more } : room;
    }
    if (!block || block.heading || block.contents) break;
    const found = boxesBelow(blocks, next) ?? placeAt(block, asked, next);
    if (found && isBare(block) && between.some(({ text }) => readsLikeAnswer(text))) break;
    if (found?.strong) return withComment({ ...found, more: requests(between) }, blocks);
    if (found) room ??= { ...found, more: requests(between) };
    else if (room || isNextQuestion(block)) break;
    else if (block.text.trim() !== "") between.push(block);
  }
  return room ?? placeOfAnswered(asked, between, at);
}

const requests = (between: readonly Paragraph[]) =>
  between.filter(({ text }) => isAsking(text)).map(({ text }) => text.trim());

/** A question without room below it: answered there already, or in its own paragraph, or without a place. */
function placeOfAnswered({ paragraph, id, text, asking }: Asked, between: readonly Paragraph[], at: number) {
  const ends = /\?\s*$/.test(text);
  const [first] = between;
  const answered = first !== undefined && readsLikeAnswer(first.text);
  const apart = paragraph.heading || paragraph.listed !== null || answered;
  if (!(asking && id !== null) && !(ends && apart)) return null;
  if (first && !first.listed && (answered || !isAsking(first.text))) return answeredBelow(between, at);
  const inline = answeredPlace(paragraph);
  if (inline) return { place: placeOf(inline), next: at + 1, strong: false, more: [] };
  return ends ? { place: noPlace, next: at + 1, strong: false, more: [] } : null;
}

/** Room and nothing that says what it is for. */
function isBare({ text, boxes, blanks }: Paragraph): boolean {
  return boxes.length === 0 && blanks.length === 0 && answerLabelLength(text) === 0;
}

/** What follows a numbered question and is none is its answer. */
function answeredBelow(between: readonly Paragraph[], at: number): Place {
  const [first] = between;
  const { address, blocked } = textPlaceIn([first!], first!.address);
  const text = between
    .map((paragraph) => paragraph.text)
    .join("\n")
    .trim();
  const place = { ...noPlace, answerCell: address, answered: text, blocked };
  return { place, next: at + 1 + between.length, strong: false, more: [] };
}

function placeAt(block: Paragraph, asked: Asked, next: number): Omit<Place, "more"> | null {
  const { boxes, lead } = labelledBoxes([block]);
  const label = answerLabelLength(block.text);
  const open = isToFill(lead) || label > 0 || isToFill(plainText(lead));
  if (boxes.length >= 2) {
    const boxed = open ? boxesPlace(boxes, blankBeside(block)) : null;
    return boxed && { place: boxed, next: next + 1, strong: true };
  }
  if (boxes.length === 1) return null;
  if (block.blanks.length > 0) {
    if (!open && block.text.trim() !== "") return null;
    const place = textPlaceIn([block], block.address);
    return { place: placeOf(place, besideBlank([block], place)), next: next + 1, strong: true };
  }
  const remark = isCommentLabel(block.text) && !isToFill(block.text.slice(label));
  if (label > 0 && !remark)
    return { place: placeOf(textPlaceIn([block], block.address)), next: next + 1, strong: true };
  const rule = /_{3,}|\u2026{2,}/.test(block.text);
  if (!isToFill(block.text) || block.listed || !block.plain) return null;
  const weak = !rule && block.text.trim() === "";
  if (weak && !(asked.asking && (asked.id !== null || /\?\s*$/.test(asked.text)))) return null;
  return { place: placeOf(textPlaceIn([block], block.address)), next: next + 1, strong: !weak };
}

/** Boxes that stand under each other, one to a paragraph. */
function boxesBelow(blocks: readonly Block[], from: number): Omit<Place, "more"> | null {
  const group: Paragraph[] = [];
  for (const block of blocks.slice(from, from + mostBoxes)) {
    if (block.kind === "table" || block.boxes.length !== 1 || block.text.slice(0, block.boxes[0]!.at).trim()) break;
    group.push(block);
  }
  const place = boxesPlace(labelledBoxes(group).boxes, null);
  return place && { place, next: from + group.length, strong: true };
}

/** A box to write in: a table of one cell. */
function tablePlace({ rows }: Table): AnswerPlace | null {
  const [row, ...others] = rows;
  const [cell, ...beside] = row?.cells ?? [];
  if (!cell || others.length > 0 || beside.length > 0 || cell.nested) return null;
  const { boxes } = labelledBoxes(cell.paragraphs);
  if (boxes.length > 0) return boxesPlace(boxes, null);
  if (isAsking(cellText(cell))) return null;
  return placeOf(textPlaceIn(cell.paragraphs, cell.address));
}

function withComment(found: Place, blocks: readonly Block[]): Place {
  const block = blocks[found.next];
  if (!found.place.options || found.place.commentCell || block?.kind !== "paragraph" || !isCommentLabel(block.text)) {
    return found;
  }
  const place = { ...found.place, ...commentOf(textPlaceIn([block], block.address)) };
  return { ...found, place, next: found.next + 1 };
}

function isNextQuestion(paragraph: Paragraph): boolean {
  const { text } = paragraph;
  return paragraph.label !== null || numberAndText(text).id !== null || /\?\s*$/.test(text);
}

/** What a list says before its deeper items: "Do you have a policy for:" */
function parentOf(blocks: readonly Block[], at: number): string | null {
  const own = (blocks[at] as Paragraph).listed;
  if (!own) return null;
  for (let before = at - 1; before >= 0 && before > at - 60; before--) {
    const block = blocks[before]!;
    if (block.kind === "table" || block.heading) return null;
    if (!block.listed || block.listed.level >= own.level) continue;
    return block.listed.list === own.list || /:\s*$/.test(block.text) ? plainText(block.text) : null;
  }
  return null;
}
