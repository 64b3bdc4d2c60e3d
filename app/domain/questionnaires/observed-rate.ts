import {
  type Calibration,
  confidenceOf,
  type Evidence,
  type RateStep,
  wilsonLowerBound,
} from "#app/domain/matching/confidence.ts";
import type { MatchMethod } from "#app/domain/questionnaires/questionnaires.ts";

/**
 * How often matches like one were right: `kept` of `of`, at least `lower` of a hundred (95 % interval). `here` are the
 * decisions of our own reviewers, `decisions` of them; `labelled` are questionnaires that a person labelled.
 */
export type ObservedRate =
  | { basis: "here"; kept: number; of: number; lower: number; decisions: number }
  | { basis: "labelled"; kept: number; of: 100; lower: number };

/** Matches by tenths of confidence, and how many were right: the table under "Confidence" in docs/matching-quality.md. */
export const measuredBands: readonly { from: number; of: number; right: number }[] = [
  { from: 0, of: 112, right: 6 },
  { from: 0.1, of: 68, right: 15 },
  { from: 0.2, of: 49, right: 10 },
  { from: 0.3, of: 30, right: 7 },
  { from: 0.4, of: 24, right: 9 },
  { from: 0.5, of: 11, right: 4 },
  { from: 0.6, of: 8, right: 6 },
  { from: 0.7, of: 7, right: 6 },
  { from: 0.8, of: 5, right: 4 },
  { from: 0.9, of: 17, right: 17 },
];

const enoughToSay = 15;

/**
 * The rate behind a confidence (0..1). With rates of our own it is the step that the evidence falls on; without
 * evidence, the highest step that promises no more. Else it is the confidence in hundredths, with the lower bound of
 * its measured tenth.
 */
export function observedRate(confidence: number, calibration: Calibration, evidence: Evidence | null): ObservedRate {
  const { steps } = calibration;
  if (steps.length === 0) {
    const kept = Math.round(Math.min(1, Math.max(0, confidence)) * 100);
    return { basis: "labelled", kept, of: 100, lower: Math.min(kept, measuredLowerBound(confidence)) };
  }
  const { kept, of } = evidence ? stepFor(evidence, calibration) : stepPromising(confidence, steps);
  const decisions = steps.reduce((sum, step) => sum + step.of, 0);
  return { basis: "here", kept, of, lower: Math.floor(wilsonLowerBound(kept, of) * 100), decisions };
}

function stepFor(evidence: Evidence, calibration: Calibration): RateStep {
  const raw = confidenceOf(evidence, { ...calibration, steps: [] });
  return calibration.steps.find(({ upTo }) => raw <= upTo) ?? calibration.steps.at(-1)!;
}

function stepPromising(confidence: number, steps: RateStep[]): RateStep {
  return steps.findLast(({ kept, of }) => kept / of <= confidence + 1e-9) ?? steps[0]!;
}

/** A tenth with few matches is counted together with those below it, which promise less. */
function measuredLowerBound(confidence: number): number {
  let at = measuredBands.findLastIndex(({ from }) => from <= Math.max(0, confidence) + 1e-9);
  let { of, right } = measuredBands[at]!;
  while (of < enoughToSay && at > 0) {
    const below = measuredBands[--at]!;
    [of, right] = [of + below.of, right + below.right];
  }
  return Math.floor(wilsonLowerBound(right, of) * 100);
}

/** The rate as a sentence, and what it rests on. */
export function rateInWords(method: MatchMethod, rate: ObservedRate): { rate: string; basis: string | null } {
  if (method === "exact") return { rate: "Same question, approved answer", basis: null };
  if (method === "drafted") return { rate: "A draft, approved by nobody", basis: null };
  const atLeast = `at least ${rate.lower} of 100`;
  if (rate.basis === "labelled") {
    return { rate: `Right about ${rate.kept} of 100 times`, basis: `measured on labelled questionnaires, ${atLeast}` };
  }
  return {
    rate: `Kept by reviewers ${rate.kept} of ${rate.of} times`,
    basis: `measured here on ${rate.decisions} decisions, ${atLeast}`,
  };
}

/** The same for a list: "right about 81 of 100", "kept 46 of 65". */
export function rateInBrief(method: MatchMethod, rate: ObservedRate): string {
  if (method === "exact") return "same question";
  if (method === "drafted") return "approved by nobody";
  return rate.basis === "labelled" ? `right about ${rate.kept} of 100` : `kept ${rate.kept} of ${rate.of}`;
}
