import type { AnswerPlace } from "#app/domain/questionnaires/formats/docx-places.ts";
import { asksForAll, isAsking } from "#app/domain/questionnaires/formats/docx-wording.ts";
import { readsLikeQuestion } from "#app/domain/questionnaires/formats/question-wording.ts";

/** Something in a document that may be a question, with what speaks for it. */
export type Candidate = {
  /** Where it is asked. */
  address: string;
  id: string | null;
  text: string;
  section: string | null;
  place: AnswerPlace;
  /** Its table's headings name a question and an answer. */
  headed: boolean;
  /** It is part of a question that was put before it. */
  part: boolean;
  /** Its place is a box, a field, a rule or a label and not just something empty. */
  strong: boolean;
};

export type Verdict = { is: "question" } | { is: "ignored"; reason: string } | { is: "nothing" };

const nothing: Verdict = { is: "nothing" };

/** What a candidate is, seen alone. */
export function verdictOn({ id, text, headed, part, place }: Candidate): Verdict {
  const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  if (words === 0) return nothing;
  const asking = isAsking(text);
  const numbered = id !== null;
  if (part) return { is: "question" };
  if (isReference(text)) {
    return headed ? { is: "ignored", reason: "It names what is asked elsewhere and asks nothing itself." } : nothing;
  }
  if (readsLikeQuestion(text) && !asking)
    return { is: "ignored", reason: "It reads like an instruction about the form." };
  const several = place.marks !== null && asksForAll(text);
  if (several && !numbered && !/\?/.test(text)) {
    return { is: "ignored", reason: "Several of its boxes may be checked, so a person answers it." };
  }
  const asks = headed || asking || (numbered && words > 2 && place.answerCell !== null);
  return asks ? { is: "question" } : nothing;
}

/** "Requirement 2:", "Section A" */
function isReference(text: string): boolean {
  return /^(?:requirement|control|section|part|item|question|category|domain|chapter|appendix|annex)s?\s+\S{1,12}$/i.test(
    text.trim(),
  );
}

/**
 * Takes out what does not belong to the questionnaire itself, where that is plain to see: a document with a long list of
 * numbered questions under headings has data sheets and summaries around it.
 */
export function strangersIn(candidates: readonly Candidate[]): Map<Candidate, string> {
  const strangers = new Map<Candidate, string>();
  const listed = candidates.filter(({ headed, id }) => headed && id !== null);
  if (listed.length < 10 || listed.length < candidates.length * 0.5) return strangers;
  const stems = new Map(listed.flatMap((one) => stemsOf(one.id!).map((stem) => [stem, tableOf(one)] as const)));
  for (const candidate of candidates) {
    const { id } = candidate;
    if (id === null) strangers.set(candidate, "It has no number, unlike the other questions of this document.");
    else if ((stems.get(id.replace(/[.):]$/, "")) ?? tableOf(candidate)) !== tableOf(candidate)) {
      strangers.set(candidate, "Its number heads questions that are asked elsewhere.");
    }
  }
  return strangers;
}

const tableOf = ({ address }: Candidate) => address.replace(/R.*$/, "");

/** "9.4.1" → "9": the chapter that it is in. What is right above a number may well be a question itself. */
function stemsOf(id: string): string[] {
  const levels = id.replace(/[.):]$/, "").split(".");
  return levels.length < 3 ? [] : levels.slice(0, -2).map((_, i) => levels.slice(0, i + 1).join("."));
}
