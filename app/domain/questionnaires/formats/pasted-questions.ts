import { numberAndText } from "#app/domain/questionnaires/formats/docx-wording.ts";
import {
  jsonFormat,
  type JsonQuestionnaire,
  jsonVersion,
} from "#app/domain/questionnaires/formats/json-questionnaire.ts";
import { readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

export const pastedFileName = "pasted-questions.json";

export type PastedQuestion = { id?: string; section?: string; text: string };

const longestHeading = 80;

/**
 * The questions in a pasted text, a line each. A number in front of one is its id. A line that ends in a colon, or a
 * short one that asks nothing and has an empty line before it and a question after it, is the heading of those below.
 */
export function pastedQuestions(text: string): PastedQuestion[] {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map(plainLine);
  const found: PastedQuestion[] = [];
  let section: string | undefined;
  lines.forEach((line, i) => {
    if (!/[\p{L}\p{N}]/u.test(line)) return;
    if (isHeading(lines, i)) {
      section = line.replace(/\s*:$/, "");
      return;
    }
    const { id, text: asked } = numberAndText(line);
    const own = /[\p{L}\p{N}]/u.test(asked) ? { ...(id === null ? {} : { id }), text: asked } : { text: line };
    found.push({ ...own, ...(section === undefined ? {} : { section }) });
  });
  return found;
}

/** Without what marks an item of a list, and as one line: tabs come from cells of a table. */
function plainLine(line: string): string {
  return line
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/^[\u2022\u00b7\u25aa\u25cf\u25e6\u2023*\u2013\u2014-]\s+/u, "");
}

function isHeading(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  if (line.length > longestHeading || line.includes("?")) return false;
  const next = lines.slice(at + 1).find((other) => other !== "");
  if (next === undefined) return false;
  const { text } = numberAndText(line);
  if (readsLikeQuestion(text) || /[.;!]$/.test(line)) return false;
  const apart = at === 0 || lines[at - 1] === "";
  return /:$/.test(line) || (apart && readsLikeQuestion(numberAndText(next).text));
}

/** Pasted questions as a file in our own JSON: what was typed is kept, and comes back answered. */
export function pastedFile(questions: readonly PastedQuestion[], title: string): Buffer {
  const file: JsonQuestionnaire = {
    ...{ format: jsonFormat, version: jsonVersion },
    ...(title === "" ? {} : { title }),
    questions: [...questions],
  };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`, "utf8");
}
