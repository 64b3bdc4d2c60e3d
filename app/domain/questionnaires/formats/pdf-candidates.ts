import {
  type Candidate,
  strangersIn,
  type Verdict,
  verdictOn,
} from "#app/domain/questionnaires/formats/docx-candidate.ts";
import type { Block, Paragraph } from "#app/domain/questionnaires/formats/docx-model.ts";
import { candidateAt } from "#app/domain/questionnaires/formats/docx-paragraph-questions.ts";
import { noPlace } from "#app/domain/questionnaires/formats/docx-places.ts";
import { candidatesIn, type TableContext } from "#app/domain/questionnaires/formats/docx-table-questions.ts";
import { isAsking, numberAndText, plainText } from "#app/domain/questionnaires/formats/docx-wording.ts";
import type { FoundQuestion } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

/** A question as it is found; with a reason where it looked like one and is none. */
export type PdfFinding = { question: FoundQuestion; reason: string | null };

export type Judged = { candidate: Candidate; verdict: Verdict };

/** What may be a question in the blocks of a PDF, in their order, with what each was taken for. */
export function judgedCandidates(blocks: readonly Block[]): Judged[] {
  const judged = candidatesOf(blocks).map((candidate) => ({ candidate, verdict: verdictOn(candidate) }));
  const asked = judged.filter(({ verdict }) => verdict.is === "question").map(({ candidate }) => candidate);
  const strangers = new Map([...unboxedIn(asked), ...strangersIn(asked)]);
  return judged.map(({ candidate, verdict }) => {
    const reason = strangers.get(candidate);
    return { candidate, verdict: reason === undefined ? verdict : { is: "ignored", reason } };
  });
}

/** What has no boxes to check, in a document in which most questions, and many, have them. */
function unboxedIn(asked: readonly Candidate[]): [Candidate, string][] {
  const boxed = asked.filter(({ place, headed }) => place.marks !== null && headed).length;
  if (boxed < 10 || boxed < asked.length * 0.5) return [];
  const others = asked.filter(({ place }) => place.marks === null);
  return others.map((candidate) => [
    candidate,
    "It has no boxes to check, unlike the other questions of this document.",
  ]);
}

function candidatesOf(blocks: readonly Block[]): Candidate[] {
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
    if (block.heading) {
      section = plainText(block.text).replaceAll(/\s+/g, " ");
      under = [];
      continue;
    }
    const finding = candidateAt(blocks, at, section);
    const plain = finding?.candidate ?? plainQuestion(block, section);
    if (plain) found.push(plain);
    else under.push(block);
    if (finding) at = finding.next - 1;
  }
  return found;
}

/** A paragraph that asks, in a document that leaves no room for answers. */
function plainQuestion(paragraph: Paragraph, section: string | null): Candidate | null {
  if (paragraph.contents) return null;
  const { id, text } = numberAndText(plainText(paragraph.text));
  if (!isAsking(text) || (id === null && !/\?\s*$/.test(text))) return null;
  const place = { ...noPlace };
  return { address: paragraph.address, id, text, section, place, headed: false, part: false, strong: false };
}
