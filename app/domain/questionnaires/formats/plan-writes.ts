import { chooseAllowedValue, shortFormOf } from "#app/domain/questionnaires/formats/allowed-value.ts";
import { limits } from "#app/domain/questionnaires/formats/limits.ts";
import type { CellWrite, FoundQuestion, Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { isClosedQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";
import { unencodableCharacter } from "#app/domain/questionnaires/formats/text-encoding.ts";

/** What we will answer: the short form (Yes, No, …) where there is one, and the text. */
export type Answer = { short: string | null; text: string };

export type PlannedQuestion = {
  key: string;
  sheet: string;
  question: FoundQuestion;
  /** What goes into the answer cell and into the comment cell; null for a cell that is left as it is. */
  answer: CellWrite | null;
  comment: CellWrite | null;
  /** Why the answer is left blank; null when it is written. */
  reason: string | null;
  /** Why the text is not written beside a written answer, where that is so. */
  commentReason: string | null;
};

export type WritePlan = { writes: CellWrite[]; questions: PlannedQuestion[] };

export type PlanOptions = {
  /** Keys of questions whose answer from before may be replaced, because a person said so. */
  replace?: ReadonlySet<string>;
};

/**
 * Turns answers, by question key, into cells to write, with a sentence for everything that is left blank. A dropdown
 * or a group of marks gets an allowed value, and the text goes beside it; a free cell gets the text. Where several
 * questions share a cell it gets all their answers, a line each, or none.
 */
export function planWrites(
  inspection: Inspection,
  answers: ReadonlyMap<string, Answer>,
  options: PlanOptions = {},
): WritePlan {
  const apart = inspection.returns === "answer-document";
  const questions = inspection.sheets.flatMap((sheet) =>
    sheet.questions.map((question) => {
      const answer = answers.get(question.key) ?? null;
      const replace = options.replace?.has(question.key) ?? false;
      const task = { sheet: sheet.name, question, answer, replace };
      return encodable(inspection, apart ? planApart(task) : planOne(task));
    }),
  );
  const shared = withSharedCells(questions);
  return {
    writes: shared.flatMap(({ answer, comment }) => [answer, comment].filter((write) => write !== null)),
    questions: shared,
  };
}

type Task = { sheet: string; question: FoundQuestion; answer: Answer | null; replace: boolean };

function planOne(task: Task): PlannedQuestion {
  const { sheet, question, answer, replace } = task;
  const blank = (reason: string): PlannedQuestion => ({
    ...{ key: question.key, sheet, question, answer: null, comment: null, reason, commentReason: null },
  });
  if (question.answered !== null && !replace) return blank("It was already answered in the file.");
  if (question.blocked !== null) return blank(question.blocked);
  if (answer === null) return blank("No approved answer was found for it.");
  if (answer.text.length > limits.cellLength) return blank("The answer is longer than a cell can hold.");
  const short = answer.short ?? shortFormOf(answer.text);
  if (question.marks || question.options) {
    const { value, reason } = chooseAllowedValue(short, question.options ?? []);
    if (value === null) return blank(reason);
    const mark = question.marks?.find(({ label }) => label === value);
    const cell = mark?.cell ?? question.answerCell;
    if (cell === null) return blank("The file has no answer cell for it.");
    return { ...blank(""), reason: null, answer: { sheet, cell, text: mark?.mark ?? value }, ...besides(task, value) };
  }
  if (question.answerCell === null) return blank("The file has no answer cell for it.");
  const closed = short !== null && question.commentCell !== null && isClosedQuestion(question.text);
  const text = closed ? short : answer.text;
  if (question.longest !== undefined && text.length > question.longest) {
    return blank(`The answer is longer than the ${question.longest} characters that its field takes.`);
  }
  const planned = { ...blank(""), reason: null, answer: { sheet, cell: question.answerCell, text } };
  return closed ? { ...planned, ...besides(task, short) } : planned;
}

/** An answer that goes into a document of its own has its place under its question's key there, with all of its text. */
function planApart({ sheet, question, answer }: Task): PlannedQuestion {
  const planned = { key: question.key, sheet, question, comment: null, commentReason: null };
  if (answer === null) return { ...planned, answer: null, reason: "No approved answer was found for it." };
  const allowed = question.options
    ? chooseAllowedValue(answer.short ?? shortFormOf(answer.text), question.options)
    : null;
  const text = withShortForm(allowed?.value ?? answer.short, answer.text);
  return { ...planned, answer: { sheet, cell: question.key, text }, reason: null };
}

/** The short form in front, unless the text opens with it anyway. */
export function withShortForm(short: string | null, text: string): string {
  return short === null || text.toLowerCase().startsWith(short.toLowerCase()) ? text : `${short}. ${text}`;
}

/** The text beside a short answer, when there is a free cell for it and it says more. */
function besides({ sheet, question, answer, replace }: Task, value: string) {
  const said = answer!.text.trim();
  if (said === "" || said.toLowerCase().replace(/\.$/, "") === value.toLowerCase()) return {};
  if (question.commentCell === null) return { commentReason: "The file has no comment cell for the text." };
  if (question.commented !== null && !replace) return { commentReason: "Its comment cell already holds text." };
  return { comment: { sheet, cell: question.commentCell, text: said } };
}

function encodable({ encoding }: Inspection, planned: PlannedQuestion): PlannedQuestion {
  const lost = (write: CellWrite | null) => (write ? unencodableCharacter(write.text, encoding) : null);
  const complaint = (character: string) => `The file's encoding (Windows-1252) has no "${character}".`;
  const answer = lost(planned.answer);
  if (answer !== null)
    return { ...planned, answer: null, comment: null, reason: complaint(answer), commentReason: null };
  const comment = lost(planned.comment);
  return comment === null ? planned : { ...planned, comment: null, commentReason: complaint(comment) };
}

function withSharedCells(questions: PlannedQuestion[]): PlannedQuestion[] {
  const byCell = new Map<string, PlannedQuestion[]>();
  for (const planned of questions) {
    const cell = `${planned.sheet}!${planned.question.answerCell ?? planned.key}`;
    byCell.set(cell, [...(byCell.get(cell) ?? []), planned]);
  }
  return questions.map((planned) => {
    const cell = `${planned.sheet}!${planned.question.answerCell ?? planned.key}`;
    const group = byCell.get(cell)!;
    return group.length === 1 ? planned : sharing(planned, group);
  });
}

/** The first of a group writes for all of them, when all have a text to write. */
function sharing(planned: PlannedQuestion, group: PlannedQuestion[]): PlannedQuestion {
  const texts = group.map(({ answer }) => answer?.text ?? null);
  const fixed = planned.question.options !== null;
  if (fixed || texts.includes(null)) {
    if (planned.reason !== null) return planned;
    const reason = fixed
      ? "Several questions share its answer cell, which takes one value."
      : "It shares an answer cell with a question that has no answer.";
    return { ...planned, answer: null, comment: null, reason };
  }
  if (planned !== group[0]) return { ...planned, answer: null, comment: null };
  const text = group.map(({ question }, i) => (question.id ? `${question.id}: ${texts[i]}` : texts[i])).join("\n");
  return { ...planned, answer: { ...planned.answer!, text } };
}
