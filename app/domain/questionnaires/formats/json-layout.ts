import { documentColumns, noColumns } from "#app/domain/questionnaires/formats/document-columns.ts";
import { readJsonQuestionnaire } from "#app/domain/questionnaires/formats/json-questionnaire.ts";
import type {
  FoundQuestion,
  Inspection,
  LayoutChoices,
  SheetInspection,
} from "#app/domain/questionnaires/formats/questionnaire-file.ts";

export const jsonSheet = "Questions";

const preview = { rows: 100, characters: 200 };

/** The place of a question's answer or comment in the file, as a JSON pointer (RFC 6901). */
export const jsonCell = (at: number, member: "answer" | "comment"): string => `/questions/${at}/${member}`;

/** The questions of a file in our own JSON, which says itself where everything is. */
export function inspectJson(bytes: Uint8Array, choices: LayoutChoices = {}): Inspection {
  const { questionnaire } = readJsonQuestionnaire(bytes);
  const choice = Object.hasOwn(choices, jsonSheet) ? choices[jsonSheet]! : {};
  const questions = questionnaire.questions.map((asked, at): FoundQuestion => {
    const { id, section, text, options, answer, comment } = asked;
    return {
      ...{ key: `${jsonSheet}!${at + 1}`, row: at + 1, id: filled(id), text, section: filled(section) },
      ...{ answerCell: jsonCell(at, "answer"), commentCell: jsonCell(at, "comment"), options: options ?? null },
      ...{ marks: null, answered: filled(answer), commented: filled(comment), blocked: null },
    };
  });
  const role = choice.role ?? "questions";
  const asks = role === "questions";
  const shown = questions
    .slice(0, preview.rows)
    .map(({ id, text, answered, commented, section }) => [
      ...[id ?? "", text, answered ?? "", commented ?? "", section ?? ""].map(cut),
    ]);
  const sheet: SheetInspection = {
    ...{ name: jsonSheet, hidden: false, role, headerRow: null, headerRows: [] },
    why: choice.role ? "A person said so." : "The file says which its questions are.",
    columns: asks ? documentColumns : noColumns,
    questions: asks ? questions : [],
    ...{ rowCount: questions.length, ignored: [], confidence: 1, preview: shown },
  };
  return { format: "json", encoding: null, sheets: [sheet] };
}

function filled(text: string | null | undefined): string | null {
  return text == null || text.trim() === "" ? null : text;
}

function cut(text: string): string {
  return text.length > preview.characters ? `${text.slice(0, preview.characters - 1)}…` : text;
}
