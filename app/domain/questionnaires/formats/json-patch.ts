import { readJsonQuestionnaire } from "#app/domain/questionnaires/formats/json-questionnaire.ts";
import { type JsonNode, jsonTree, memberOf } from "#app/domain/questionnaires/formats/json-tree.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import type { CellWrite } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

type Edit = { start: number; end: number; text: string };

/**
 * A file in our own JSON with texts as answers and comments. Only these members differ: what is around them, unknown
 * members, numbers as they are written, and the indentation stay byte for byte.
 */
export function patchJson(bytes: Buffer, writes: readonly CellWrite[]): Buffer {
  if (writes.length === 0) return bytes;
  const { text } = readJsonQuestionnaire(bytes);
  const questions = memberOf(jsonTree(text), "questions")!.items!;
  const byQuestion = new Map<number, Map<string, string>>();
  for (const { cell, text: written } of writes) {
    const [, at, member] = /^\/questions\/(\d+)\/(answer|comment)$/.exec(cell) ?? [];
    if (at === undefined || !questions[Number(at)])
      throw new UnreadableFile("answers.no_such_place", "The file has no such question.");
    if (written.length > limits.cellLength) throw overLimit("cellLength", written.length);
    const members = byQuestion.get(Number(at)) ?? new Map<string, string>();
    byQuestion.set(Number(at), members.set(member!, written));
  }
  const edits = [...byQuestion].flatMap(([at, members]) => editsIn(text, questions[at]!, members));
  return Buffer.from(applied(text, edits), "utf8");
}

/** A member that is there gets another value; one that is not follows the last, spaced as that one is. */
function editsIn(text: string, question: JsonNode, members: ReadonlyMap<string, string>): Edit[] {
  const added: string[] = [];
  const edits: Edit[] = [];
  for (const [name, written] of members) {
    const value = JSON.stringify(written);
    const there = memberOf(question, name);
    if (there) edits.push({ start: there.start, end: there.end, text: value });
    else added.push(`"${name}":${spaceBehindColon(text, question)}${value}`);
  }
  if (added.length === 0) return edits;
  const last = question.members!.at(-1)!.value;
  const gap = spaceBeforeMember(text, question);
  return [...edits, { start: last.end, end: last.end, text: added.map((member) => `,${gap}${member}`).join("") }];
}

function spaceBehindColon(text: string, { members }: JsonNode): string {
  return /:(\s*)$/.exec(text.slice(0, members![0]!.value.start))?.[1] ?? "";
}

/** What stands in front of the last member, without the comma. */
function spaceBeforeMember(text: string, { start, members }: JsonNode): string {
  const before = members!.at(-2)?.value.end ?? start + 1;
  return /^\s*,?(\s*)/.exec(text.slice(before, before + 200))?.[1] ?? "";
}

function applied(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return pieces.join("") + text.slice(at);
}
