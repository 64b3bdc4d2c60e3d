import { asChosen, chosenDocumentColumns, noColumns } from "#app/domain/questionnaires/formats/document-columns.ts";
import {
  type Candidate,
  strangersIn,
  type Verdict,
  verdictOn,
} from "#app/domain/questionnaires/formats/docx-candidate.ts";
import type { Paragraph, WordDocument } from "#app/domain/questionnaires/formats/docx-model.ts";
import { candidateAt } from "#app/domain/questionnaires/formats/docx-paragraph-questions.ts";
import { candidatesIn, type TableContext } from "#app/domain/questionnaires/formats/docx-table-questions.ts";
import { asksForAll, plainText } from "#app/domain/questionnaires/formats/docx-wording.ts";
import {
  type FoundQuestion,
  type IgnoredRow,
  type Inspection,
  type LayoutChoices,
  leftOutByPerson,
  type RowChoice,
  rowChoice,
  type SheetInspection,
} from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

/** A document is one sheet, whatever it is made of. */
export const documentSheet = "Document";

const preview = { rows: 100, characters: 200 };
const longestHeading = 120;

/** Finds the questions of a document and where their answers go. Rows count what was found, in its order. */
export function inspectDocument(document: WordDocument, choices: LayoutChoices = {}): Inspection {
  const choice = Object.hasOwn(choices, documentSheet) ? choices[documentSheet]! : {};
  const judged = judgedCandidates(candidatesOf(document));
  const questions: FoundQuestion[] = [];
  const ignored: IgnoredRow[] = [];
  const shown: string[][] = [];
  for (const { candidate, verdict: detected } of judged) {
    const verdict = chosenVerdict(detected, rowChoice(choice, candidate.text));
    const row = shown.length + 1;
    const { id, text, place } = candidate;
    if (verdict.is === "question") questions.push(asChosen(asQuestion(candidate, row), choice));
    if (verdict.is === "ignored") ignored.push({ row, text: cut(text), reason: verdict.reason });
    if (verdict.is === "nothing") continue;
    const cells = [id ?? "", text, place.answered ?? "", place.commented ?? "", candidate.section ?? ""];
    shown.push(cells.map(cut));
  }
  const role = choice.role ?? (questions.length > 0 ? "questions" : "instructions");
  const asks = role === "questions";
  const sheet: SheetInspection = {
    ...{ name: documentSheet, hidden: false, role, headerRow: null, headerRows: [], headingRows: [] },
    why: choice.role ? "A person said so." : whyOf(questions),
    columns: asks ? chosenDocumentColumns(choice) : noColumns,
    questions: asks ? questions : [],
    rowCount: shown.length,
    ignored: asks ? ignored : [],
    confidence: asks ? confidenceIn(judged, questions) : 0.8,
    preview: shown.slice(0, preview.rows),
  };
  return { format: "docx", encoding: null, sheets: [sheet] };
}

function chosenVerdict(detected: Verdict, choice: RowChoice | null): Verdict {
  if (choice === null || detected.is === "nothing") return detected;
  return choice === "question" ? { is: "question" } : { is: "ignored", reason: leftOutByPerson };
}

function candidatesOf({ blocks }: WordDocument): Candidate[] {
  const found: Candidate[] = [];
  let section: string | null = null;
  let under: Paragraph[] = [];
  let before: TableContext["before"] = null;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind === "table") {
      const finding = candidatesIn(block, { section, requirement: under, before });
      found.push(...finding.candidates);
      before = finding.headings ?? before;
      continue;
    }
    const finding = candidateAt(blocks, at, section);
    if (finding) {
      found.push(finding.candidate);
      at = finding.next - 1;
    } else if (isHeading(block)) {
      section = plainText(block.text).replaceAll(/\s+/g, " ");
      under = [];
    } else under.push(block);
  }
  return found;
}

/** A heading by its style, or a short line that ends like none that says something. */
function isHeading({ heading, text, listed, contents, boxes, blanks }: Paragraph): boolean {
  const plain = text.trim();
  if (plain === "" || contents || boxes.length > 0 || blanks.length > 0) return false;
  return heading || (listed === null && plain.length <= longestHeading && !/[.;:,?!_]$|^[*(]/.test(plain));
}

type Judged = { candidate: Candidate; verdict: Verdict };

function judgedCandidates(candidates: readonly Candidate[]): Judged[] {
  const judged = candidates.map((candidate) => ({ candidate, verdict: verdictOn(candidate) }));
  const asked = judged.filter(({ verdict }) => verdict.is === "question").map(({ candidate }) => candidate);
  const strangers = strangersIn(asked);
  return judged.map(({ candidate, verdict }) => {
    const reason = strangers.get(candidate);
    return { candidate, verdict: reason === undefined ? verdict : { is: "ignored", reason } };
  });
}

function asQuestion({ address, id, text, section, place }: Candidate, row: number): FoundQuestion {
  const several = place.marks !== null && asksForAll(text);
  const blocked = several ? "Several of its boxes may be checked, so a person answers it." : place.blocked;
  return { key: `${documentSheet}!${address}`, row, id, text, section, ...place, blocked };
}

function whyOf(questions: readonly FoundQuestion[]): string {
  return questions.length > 0
    ? "It has questions and a place for answers."
    : "No questions with a place for answers were found.";
}

/** 0..1: numbers, headings and places that cannot be for anything else each add to it, as in `layout-confidence`. */
function confidenceIn(judged: readonly Judged[], questions: readonly FoundQuestion[]): number {
  const asked = judged.filter(({ verdict }) => verdict.is === "question").map(({ candidate }) => candidate);
  if (asked.length === 0) return 0;
  const share = (part: readonly unknown[]) => part.length / asked.length;
  const sum =
    0.3 +
    0.3 * share(asked.filter(({ strong, headed, part }) => strong || headed || part)) +
    0.2 * share(asked.filter(({ id }) => id !== null)) +
    0.2 * share(asked.filter(({ text }) => readsLikeQuestion(text)));
  const placed = questions.some(({ answerCell }) => answerCell !== null);
  return Math.round(Math.min(placed ? 0.99 : 0.45, sum) * 100) / 100;
}

function cut(text: string): string {
  return text.length > preview.characters ? `${text.slice(0, preview.characters - 1)}…` : text;
}
