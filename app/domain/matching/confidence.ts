/**
 * What speaks for a match, and whether a veto speaks against it. `score` and `wording` are those of `Candidate`;
 * `margin` is the lead over the best candidate with another answer.
 */
export type Evidence = { score: number; margin: number; wording: number; vetoed: boolean };

/** How often reviewers kept matches of a raw confidence up to `upTo`. */
export type RateStep = { upTo: number; kept: number; of: number };

/**
 * How confidence is made: a logistic function of the evidence, and, once a knowledge base has enough decisions of its
 * own, the rates at which its reviewers kept matches. `fillFrom` is the confidence from which a match may be filled.
 */
export type Calibration = {
  intercept: number;
  score: number;
  margin: number;
  wording: number;
  vetoed: number;
  fillFrom: number;
  steps: RateStep[];
};

/** Fitted by scripts/bench/matching.ts on labelled questionnaires; docs/matching-quality.md says how, and how well. */
export const builtInCalibration: Calibration = {
  intercept: -3.32,
  score: 1.815,
  margin: 2.112,
  wording: 1.809,
  vetoed: -1.408,
  fillFrom: 0.635,
  steps: [],
};

export const decisionsForOwnRates = 300;
/** How many of a hundred fills a reviewer should keep. */
export const statedPrecision = 0.97;

/** The probability (0..1) that a reviewer keeps the match. It rises with each piece of evidence and falls with a veto. */
export function confidenceOf(evidence: Evidence, calibration: Calibration = builtInCalibration): number {
  const raw = rawConfidence(evidence, calibration);
  const step = calibration.steps.find(({ upTo }) => raw <= upTo);
  return step ? step.kept / step.of : raw;
}

function rawConfidence(evidence: Evidence, calibration: Calibration): number {
  const inputs = evidenceInputs(evidence);
  const weights = [
    calibration.intercept,
    calibration.score,
    calibration.margin,
    calibration.wording,
    calibration.vetoed,
  ];
  const sum = inputs.reduce((total, input, i) => total + input * weights[i]!, 0);
  return 1 / (1 + Math.exp(-sum));
}

/** The evidence as numbers: a constant, score, margin (at most 1), sameness of wording, and 1 when there is a veto. */
export function evidenceInputs({ score, margin, wording, vetoed }: Evidence): number[] {
  return [1, score, Math.min(1, margin), sameness(wording), vetoed ? 1 : 0];
}

/**
 * Any two questions of our field share a third of their letters, which says nothing; from about a half on they are
 * seldom two questions. A logistic curve through that half (0..1).
 */
function sameness(wording: number): number {
  return 1 / (1 + Math.exp(-12 * (wording - 0.5)));
}

/**
 * A calibration that follows the decisions of reviewers: isotonic regression of kept on raw confidence (pool adjacent
 * violators). It fills from the lowest rate whose lower bound is the stated precision, if there is one. Gives the
 * calibration back as it was while there are fewer than 300 decisions.
 */
export function calibratedOn(
  decisions: { evidence: Evidence; kept: boolean }[],
  calibration: Calibration,
  precision = statedPrecision,
): Calibration {
  if (decisions.length < decisionsForOwnRates) return calibration;
  const steps: RateStep[] = [];
  const rising = decisions
    .map(({ evidence, kept }) => ({ upTo: rawConfidence(evidence, calibration), kept: kept ? 1 : 0, of: 1 }))
    .sort((a, b) => a.upTo - b.upTo);
  for (const next of rising) {
    let step = next;
    for (let last = steps.at(-1); last && last.kept / last.of >= step.kept / step.of; last = steps.at(-1)) {
      step = { upTo: step.upTo, kept: last.kept + step.kept, of: last.of + step.of };
      steps.pop();
    }
    steps.push(step);
  }
  steps.at(-1)!.upTo = 1;
  return { ...calibration, steps, fillFrom: fillFromFor(steps, precision) };
}

/** The lowest rate whose lower bound is no worse than the stated precision; above every rate where none is. */
export function fillFromFor(steps: RateStep[], precision: number): number {
  const safe = steps.find(({ kept, of }) => wilsonLowerBound(kept, of) >= precision);
  return safe ? safe.kept / safe.of : 1.01;
}

/** The lower end of the 95 % interval of a rate (Wilson, 1927). */
export function wilsonLowerBound(kept: number, of: number): number {
  if (of === 0) return 0;
  const z = 1.96;
  const rate = kept / of;
  const centre = rate + (z * z) / (2 * of);
  const spread = z * Math.sqrt((rate * (1 - rate) + (z * z) / (4 * of)) / of);
  return Math.max(0, (centre - spread) / (1 + (z * z) / of));
}
