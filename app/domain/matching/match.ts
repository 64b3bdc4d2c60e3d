import { builtInCalibration, type Calibration, confidenceOf, type Evidence } from "#app/domain/matching/confidence.ts";
import { type Explanation, explain, noExplanation } from "#app/domain/matching/explanation.ts";
import type { MatchIndex } from "#app/domain/matching/match-index.ts";
import type { Question } from "#app/domain/matching/question.ts";
import { type Candidate, rankCandidates } from "#app/domain/matching/ranking.ts";
import { type Veto, vetoesFor } from "#app/domain/matching/vetoes.ts";
import { normalisedText } from "#app/domain/matching/words.ts";

export type MatchMethod = "exact" | "near-exact" | "semantic" | "none";

/**
 * What the knowledge base has for a question. `ranked` holds at most ten entries, best first; scores compare within
 * this question only. `fill` is the entry that may be written without a person, or null. `confidence` is the
 * probability (0..1) that a reviewer keeps the first of `ranked`, and `evidence` what it rests on.
 */
export type Match = {
  ranked: { id: string; score: number }[];
  fill: string | null;
  confidence: number;
  method: MatchMethod;
  vetoes: Veto[];
  evidence: Evidence;
  explanation: Explanation;
};

const nothing: Match = {
  ranked: [],
  fill: null,
  confidence: 0,
  method: "none",
  vetoes: [],
  evidence: { score: 0, margin: 0, wording: 0, vetoed: false },
  explanation: noExplanation,
};

const shown = 10;
const nearExactFrom = 0.8;
/** The least confidence in an exact match without a veto. */
export const exactConfidence = 0.99;
/** More than any score, so that exact matches lead. */
const leadOfExact = 10;

/** Finds the approved answer for a question. Never throws, whatever the text. */
export function matchQuestion(
  index: MatchIndex,
  question: Question,
  calibration: Calibration = builtInCalibration,
): Match {
  const { same, learned } = entriesWorded(index, question);
  const candidates = rankCandidates(index, question, same);
  const [best] = candidates;
  if (!best) return nothing;

  const exact = same.includes(best.at);
  const doubts = vetoesFor(index, question, candidates);
  const vetoes = [
    ...(exact ? ambiguity(index, same) : []),
    ...(exact && learned ? doubts.filter(({ code }) => code === "held-back") : doubts),
  ];
  const evidence = {
    score: best.score,
    margin: marginOf(index, candidates),
    wording: best.wording,
    vetoed: vetoes.length > 0,
  };
  const estimated = confidenceOf(evidence, calibration);
  const confidence = exact && !evidence.vetoed ? Math.max(exactConfidence, estimated) : estimated;
  return {
    ranked: candidates.slice(0, shown).map(({ at, score }) => {
      return { id: index.entries[at]!.entry.id, score: score + (same.includes(at) ? leadOfExact : 0) };
    }),
    fill: !evidence.vetoed && confidence >= calibration.fillFrom ? index.entries[best.at]!.entry.id : null,
    confidence,
    method: exact ? "exact" : best.wording >= nearExactFrom ? "near-exact" : "semantic",
    vetoes,
    evidence,
    explanation: explain(index, question.text, candidates),
  };
}

type Worded = { same: number[]; learned: boolean };

/**
 * The places of the entries with this very wording. Of those the ones that learned it in this layout, if there are
 * any: a reviewer has weighed the doubts already; else the ones in the question's section, if there are any.
 */
function entriesWorded(index: MatchIndex, { text, section, layout, accepts }: Question): Worded {
  const asked = normalisedText(text);
  const sharing = (index.byWording.get(asked) ?? []).filter((at) => accepts?.(index.entries[at]!.entry) ?? true);
  const learnedHere = sharing.filter((at) => {
    const { aliases = [] } = index.entries[at]!.entry;
    return layout && aliases.some((alias) => alias.layout === layout && normalisedText(alias.text) === asked);
  });
  if (learnedHere.length > 0) return { same: learnedHere, learned: true };
  const wanted = normalisedText(section ?? "");
  const inSection = sharing.filter((at) => normalisedText(index.entries[at]!.entry.section ?? "") === wanted);
  return { same: wanted !== "" && inSection.length > 0 ? inSection : sharing, learned: false };
}

function ambiguity(index: MatchIndex, same: number[]): Veto[] {
  if (new Set(same.map((at) => answerAt(index, at))).size < 2) return [];
  return [{ code: "answers-differ", sentence: "Several approved answers have this very question, and they differ." }];
}

/** The lead of the best candidate over the next one that has another answer; 1 when there is none. */
function marginOf(index: MatchIndex, [best, ...others]: Candidate[]): number {
  const rival = others.find(
    ({ at }) => answerAt(index, at) === "" || answerAt(index, at) !== answerAt(index, best!.at),
  );
  return rival ? Math.max(0, best!.score - rival.score) : 1;
}

function answerAt(index: MatchIndex, at: number): string {
  return normalisedText(index.entries[at]!.entry.answer);
}
