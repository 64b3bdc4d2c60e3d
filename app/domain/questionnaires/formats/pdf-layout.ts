import { asChosen, chosenDocumentColumns, noColumns } from "#app/domain/questionnaires/formats/document-columns.ts";
import { asksForAll } from "#app/domain/questionnaires/formats/docx-wording.ts";
import { documentOf } from "#app/domain/questionnaires/formats/pdf-blocks.ts";
import { type Judged, judgedCandidates, type PdfFinding } from "#app/domain/questionnaires/formats/pdf-candidates.ts";
import { questionsOfForm, pdfSheet } from "#app/domain/questionnaires/formats/pdf-form-questions.ts";
import type { PdfFile } from "#app/domain/questionnaires/formats/pdf-page.ts";
import {
  type FoundQuestion,
  type Inspection,
  type LayoutChoice,
  type LayoutChoices,
  leftOutByPerson,
  rowChoice,
  type SheetInspection,
} from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

const preview = { rows: 100, characters: 200 };

/**
 * Finds the questions of a PDF. Where it has form fields each of them is the place for an answer, and every field
 * belongs to a question; where it has none the answers go into a document of their own.
 */
export function inspectPdf(file: PdfFile, choices: LayoutChoices = {}): Inspection {
  const choice = Object.hasOwn(choices, pdfSheet) ? choices[pdfSheet]! : {};
  const document = documentOf(file);
  const judged = judgedCandidates(document.blocks);
  const found = file.fillable ? questionsOfForm(file, document, judged) : questionsOfText(judged);
  const sheet = sheetFrom(numbered(found), choice, file);
  return {
    ...{ format: "pdf", encoding: null, sheets: [sheet] },
    ...(file.fillable ? {} : { returns: "answer-document" as const }),
  };
}

/** Row by row, as they are shown to the person who checks them; keys become unique. */
function numbered(found: readonly PdfFinding[]): PdfFinding[] {
  const seen = new Map<string, number>();
  return found.map((finding, i) => {
    const { key } = finding.question;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    const unique = before === 0 ? key : `${key}#${before + 1}`;
    return { ...finding, question: { ...finding.question, key: unique, row: i + 1 } };
  });
}

/** The answers to these go into another document, so nothing in this one is in their way. */
function questionsOfText(judged: readonly Judged[]): PdfFinding[] {
  return judged
    .filter(({ verdict }) => verdict.is !== "nothing")
    .map(({ candidate: { address, id, text, section, place }, verdict }) => ({
      question: {
        ...{ key: `${pdfSheet}!${address}`, row: 0, id, text, section },
        options: place.options && !asksForAll(text) ? place.options : null,
        ...{ answerCell: null, commentCell: null, marks: null, answered: null, commented: null, blocked: null },
      },
      reason: verdict.is === "ignored" ? verdict.reason : null,
    }));
}

function sheetFrom(detected: readonly PdfFinding[], choice: LayoutChoice, { fillable }: PdfFile): SheetInspection {
  const found = detected.map((finding) => chosenFinding(finding, choice));
  const questions = found.filter(({ reason }) => reason === null).map(({ question }) => asChosen(question, choice));
  const role = choice.role ?? (questions.length > 0 ? "questions" : "instructions");
  const asks = role === "questions";
  const ignored = found.flatMap(({ question: { row, text }, reason }) =>
    reason === null ? [] : [{ row, text: cut(text), reason }],
  );
  const shown = found.slice(0, preview.rows).map(({ question }) => {
    const { id, text, answered, commented, section } = question;
    return [id ?? "", text, answered ?? "", commented ?? "", section ?? ""].map(cut);
  });
  return {
    ...{ name: pdfSheet, hidden: false, role, headerRow: null, headerRows: [] },
    why: choice.role ? "A person said so." : whyOf(questions, fillable),
    columns: asks ? chosenDocumentColumns(choice) : noColumns,
    questions: asks ? questions : [],
    rowCount: found.length,
    ignored: asks ? ignored : [],
    confidence: asks ? confidenceIn(questions, fillable) : 0.8,
    preview: shown,
  };
}

function chosenFinding(finding: PdfFinding, choice: LayoutChoice): PdfFinding {
  const said = rowChoice(choice, finding.question.text);
  return said === null ? finding : { ...finding, reason: said === "question" ? null : leftOutByPerson };
}

function whyOf(questions: readonly FoundQuestion[], fillable: boolean): string {
  if (questions.length === 0) return "No questions were found.";
  return fillable ? "It has questions and form fields for answers." : "It has questions, and no form fields.";
}

/** 0..1: numbers, the wording of questions, and fields each add to it. Text alone is never read without a doubt. */
function confidenceIn(questions: readonly FoundQuestion[], fillable: boolean): number {
  if (questions.length === 0) return 0;
  const share = (part: readonly unknown[]) => part.length / questions.length;
  const sum =
    0.3 +
    (fillable ? 0.3 : 0.1) +
    0.2 * share(questions.filter(({ id }) => id !== null)) +
    0.2 * share(questions.filter(({ text }) => readsLikeQuestion(text)));
  return Math.round(Math.min(0.99, sum) * 100) / 100;
}

function cut(text: string): string {
  return text.length > preview.characters ? `${text.slice(0, preview.characters - 1)}…` : text;
}
