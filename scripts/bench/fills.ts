import { type Calibration, confidenceOf } from "#app/domain/matching/confidence.ts";
import { fitCalibration, type Labelled } from "#scripts/bench/calibration-fit.ts";
import type { LabelledQuestion } from "#scripts/bench/labelled-sets.ts";
import { type Estimate, mean } from "#scripts/bench/measures.ts";

export type LabelledMatch = Labelled & { set: string; question: LabelledQuestion };

export type FillQuality = { fills: number; right: number; precision: number; coverage: number };

const exactConfidence = 0.99;
const repeats = 20;

export function confidenceIn(match: Labelled, calibration: Calibration): number {
  const confidence = confidenceOf(match.evidence, calibration);
  return match.exact && !match.evidence.vetoed ? Math.max(exactConfidence, confidence) : confidence;
}

/** What is filled of some questions; coverage is the share of the answerable ones that are filled rightly. */
export function fillQuality(matches: LabelledMatch[], calibration: Calibration): FillQuality {
  const filled = matches.filter(
    (match) => !match.evidence.vetoed && confidenceIn(match, calibration) >= calibration.fillFrom,
  );
  const right = filled.filter((match) => match.right).length;
  const answerable = matches.filter(({ question }) => question.gold.length > 0).length;
  return {
    fills: filled.length,
    right,
    precision: filled.length > 0 ? right / filled.length : 1,
    coverage: right / Math.max(1, answerable),
  };
}

export type RepeatedHalves = { precision: number; worst: number; coverage: number; polarity: number; scope: number };

/**
 * Twenty times: halve the questions of `target` at random, fit on the one half with all of `taught`, and fill the
 * other half, and `traps`, with what was fitted.
 */
export function repeatedHalves(
  { target, taught, traps }: { target: LabelledMatch[]; taught: LabelledMatch[]; traps: LabelledMatch[] },
  precision: number,
): RepeatedHalves {
  const rounds = Array.from({ length: repeats }, (_, round) => {
    const random = randomNumbers(round + 1);
    const side = target.map(() => random() < 0.5);
    const calibration = fitCalibration([...taught, ...target.filter((_, i) => side[i])], precision);
    const trapped = (kind: string) =>
      fillQuality(
        traps.filter(({ question }) => question.kind === kind),
        calibration,
      ).fills;
    return {
      ...fillQuality(
        target.filter((_, i) => !side[i]),
        calibration,
      ),
      polarity: trapped("polarity"),
      scope: trapped("scope"),
    };
  });
  return {
    precision: mean(rounds.map((round) => round.precision)),
    worst: Math.min(...rounds.map((round) => round.precision)),
    coverage: mean(rounds.map((round) => round.coverage)),
    polarity: Math.max(...rounds.map((round) => round.polarity)),
    scope: Math.max(...rounds.map((round) => round.scope)),
  };
}

/**
 * Each match's confidence from calibrations that were fitted without it: the mean over twenty ten-fold partitions, so
 * that the result does not hang on one of them.
 */
export function crossValidated(matches: LabelledMatch[], precision: number): (Estimate & { match: LabelledMatch })[] {
  const sums = matches.map(() => 0);
  for (let repeat = 1; repeat <= repeats; repeat++) {
    const random = randomNumbers(repeat);
    const fold = matches.map(() => Math.floor(random() * 10));
    for (let held = 0; held < 10; held++) {
      const calibration = fitCalibration(
        matches.filter((_, i) => fold[i] !== held),
        precision,
      );
      matches.forEach((match, i) => {
        if (fold[i] === held) sums[i]! += confidenceIn(match, calibration);
      });
    }
  }
  return matches.map((match, i) => ({ match, confidence: sums[i]! / repeats, right: match.right }));
}

/** A linear congruential generator (Numerical Recipes), so that runs repeat. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The lowest confidence from which on fills of questionnaires that the calibration never saw are right often enough. */
export function safeFloor(unseen: { target: LabelledMatch[]; taught: LabelledMatch[] }[], precision: number): number {
  const rated = unseen
    .flatMap(({ target, taught }) => {
      const calibration = fitCalibration(taught, precision);
      return target
        .filter(({ evidence }) => !evidence.vetoed)
        .map((match) => ({ confidence: confidenceIn(match, calibration), right: match.right }));
    })
    .sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let floor = 1;
  rated.forEach((row, i) => {
    if (row.right) right++;
    if (right / (i + 1) >= precision) floor = row.confidence;
  });
  return floor;
}
