import { type Sheet, textAt } from "#app/domain/questionnaires/formats/grid.ts";
import type { FoundQuestion, SheetRole } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { isContactField } from "#app/domain/questionnaires/formats/contact-fields.ts";
import { headingOf } from "#app/domain/questionnaires/formats/header-words.ts";
import { filledColumns } from "#app/domain/questionnaires/formats/header-rows.ts";
import { isAboutForm, readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

export type RoleEvidence = {
  sheet: Sheet;
  questions: readonly FoundQuestion[];
  hasAnswerColumn: boolean;
  /** Nothing in the file says that answers go there: it is the empty column beside texts without a header. */
  answerColumnIsGuess: boolean;
  headedQuestion: boolean;
  headedAnswer: boolean;
  feedsDropdowns: boolean;
};

export type RoleFinding = { role: SheetRole; why: string };

const names: readonly (readonly [SheetRole, RegExp])[] = [
  [
    "change-log",
    /\b(change ?log|changes|revisions?|version (history|control)|history|release notes|document control)\b/i,
  ],
  ["lists", /\b(lists?|look ?ups?|drop ?downs?|values|options|ref(erence)? data|data validation|picklists?)\b/i],
  [
    "other",
    /\b(evaluations?|scor(e|es|ing|ecard)|results?|dashboard|summary|report|analyst|reviewer|internal|copyright|legal|licen[cs]e|charts?|pivot|mappings?|crosswalk)\b/i,
  ],
  [
    "instructions",
    /\b(instructions?|read ?me|introduction|intro|guid(e|ance|elines?)|overview|how to|cover( page)?|about|principles|definitions?|glossary|terms|help|start here|welcome|acknowledge?ments?)\b/i,
  ],
];

/** Decides whether a sheet asks something, and if not, what it is for; with a sentence for the person who confirms it. */
export function roleOf(evidence: RoleEvidence): RoleFinding {
  const { sheet, questions } = evidence;
  const named = names.find(([, words]) => words.test(sheet.name))?.[0] ?? null;
  if (sheet.hidden) {
    if (evidence.feedsDropdowns || named === "lists")
      return { role: "lists", why: "It is hidden and holds the values of dropdowns." };
    return { role: "other", why: "It is hidden." };
  }
  const computed = questions.filter(({ blocked }) => blocked?.includes("formula")).length;
  if (questions.length > 0 && computed > questions.length * 0.6) {
    return { role: "other", why: "Its answers are computed from other sheets." };
  }
  if (isAboutVendor(evidence)) return { role: "other", why: "It asks who you are, not how you work." };
  if (asksSomething(evidence, named)) return { role: "questions", why: "It has questions and a place for answers." };
  if (evidence.feedsDropdowns && questions.length === 0)
    return { role: "lists", why: "It holds the values of dropdowns." };
  if (named) return { role: named, why: "Its name says so, and it asks nothing." };
  if (isProse(sheet)) return { role: "instructions", why: "It is text to read, without a place for answers." };
  return { role: "other", why: "No questions with a place for answers were found." };
}

function asksSomething(evidence: RoleEvidence, named: SheetRole | null): boolean {
  const { questions, hasAnswerColumn, headedQuestion, headedAnswer } = evidence;
  if (!headedQuestion && tellsHistory(evidence.sheet)) return false;
  const asked = questions.map(({ text }) => text).filter((text) => readsLikeQuestion(text) && !isAboutForm(text));
  const asking = asked.length;
  if (!hasAnswerColumn) return headedQuestion && asking >= 3 && asking >= questions.length / 2;
  const plain = named === null || (headedQuestion && headedAnswer && asking === questions.length);
  if (questions.length < (plain ? 1 : 3)) return false;
  if (named === "change-log") return headedQuestion && asking >= questions.length * 0.5;
  if (evidence.answerColumnIsGuess) {
    const sure = named === null ? asking : asked.filter((text) => text.includes("?")).length;
    return questions.length >= 3 && sure >= questions.length / 2;
  }
  return headedQuestion || questions.length >= 3;
}

const searched = 20;

/** Names, dates and contacts, and nothing else: as the questions that were found, or as labels without a header. */
function isAboutVendor({ sheet, questions, headedQuestion, headedAnswer }: RoleEvidence): boolean {
  if (questions.length > 0 && questions.every(({ text }) => isContactField(text))) return true;
  if (headedQuestion || headedAnswer || sheet.rows.size === 0) return false;
  const firsts = [...sheet.rows.keys()].map((row) => textAt(sheet, row, filledColumns(sheet, row)[0] ?? 1));
  const details = firsts.filter(isContactField).length;
  return details >= 3 && details >= firsts.length * 0.6;
}

/** A table of versions, dates and authors. */
function tellsHistory(sheet: Sheet): boolean {
  const rows = [...sheet.rows.keys()].sort((a, b) => a - b).slice(0, searched);
  return rows.some((row) => {
    const kinds = filledColumns(sheet, row).map((column) => headingOf(textAt(sheet, row, column))?.kind);
    return kinds.filter((kind) => kind === "history").length >= 2 && !kinds.includes("answer");
  });
}

/** Mostly long texts, one to a row. */
function isProse(sheet: Sheet): boolean {
  const rows = [...sheet.rows.values()];
  const single = rows.filter((cells) => cells.size <= 2).length;
  const long = rows.filter((cells) => [...cells.values()].some(({ text }) => text.length > 60)).length;
  return rows.length > 0 && single > rows.length * 0.6 && long > 0;
}
