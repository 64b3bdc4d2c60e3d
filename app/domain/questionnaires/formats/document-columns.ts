import type { Columns, FoundQuestion, LayoutChoice } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

/** A document has no columns: its questions are shown to a person in these. */
export const documentColumns: Columns = { id: "A", question: "B", answer: ["C"], comment: ["D"], section: "E" };
export const noColumns: Columns = { id: null, question: null, answer: [], comment: [], section: null };

/** A person may leave the numbers, the comments or the sections out; where questions are is not a matter of columns. */
export function chosenDocumentColumns({ columns: said }: LayoutChoice): Columns {
  return {
    ...documentColumns,
    id: said?.id === null ? null : documentColumns.id,
    comment: said?.comment?.length === 0 ? [] : documentColumns.comment,
    section: said?.section === null ? null : documentColumns.section,
  };
}

/** A question without what a person left out. */
export function asChosen(question: FoundQuestion, choice: LayoutChoice): FoundQuestion {
  const { id, comment, section } = chosenDocumentColumns(choice);
  return {
    ...question,
    id: id === null ? null : question.id,
    section: section === null ? null : question.section,
    commentCell: comment.length === 0 ? null : question.commentCell,
  };
}
