import { type TableColumns } from "#app/domain/questionnaires/formats/columns.ts";
import { kindOf, type Table } from "#app/domain/questionnaires/formats/table.ts";
import type { FoundRows } from "#app/domain/questionnaires/formats/question-rows.ts";
import type { SheetRole } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

type Finding = { table: Table; columns: TableColumns; found: FoundRows; role: SheetRole };

/**
 * 0..1: how sure the columns are. Headings that name the question and the answer, dropdowns or marks on the answers,
 * numbers on the questions and texts that read like questions each add to it; without a place for answers it stays
 * below one half. The weights are set so that any two strong signs are not enough and any three are.
 */
export function confidenceIn({ table, columns, found, role }: Finding): number {
  const count = found.questions.length;
  if (role !== "questions") return count === 0 ? 1 : 0.8;
  if (count === 0) return 0;
  const share = (part: number) => part / count;
  const asking = share(found.questions.filter(({ text }) => readsLikeQuestion(text)).length);
  const numbered = share(found.questions.filter(({ id }) => id !== null).length);
  const listed = share(found.questions.filter(({ options }) => options !== null).length);
  const headedQuestion = columns.question !== null && kindOf(table, columns.question) === "question";
  const headedAnswer =
    columns.below?.labelled ??
    columns.answer.some((column) => ["answer", "mark"].includes(kindOf(table, column) ?? ""));
  const sum =
    (headedQuestion ? 0.3 : 0.15) + (headedAnswer ? 0.25 : 0) + 0.2 * listed + 0.15 * numbered + 0.15 * asking;
  const ceiling = columns.answer.length === 0 && !columns.below ? 0.45 : 0.99;
  return Math.round(Math.min(ceiling, sum) * 100) / 100;
}
