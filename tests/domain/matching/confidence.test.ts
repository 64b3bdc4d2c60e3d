import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  builtInCalibration,
  calibratedOn,
  confidenceOf,
  type Evidence,
  wilsonLowerBound,
} from "#app/domain/matching/confidence.ts";

const part = fc.double({ min: 0, max: 1, noNaN: true });
const evidence: fc.Arbitrary<Evidence> = fc.record({
  score: fc.double({ min: 0, max: 4, noNaN: true }),
  margin: part,
  wording: part,
  vetoed: fc.boolean(),
});

/** Reviewers keep a match with the probability that the built-in calibration says, halved. */
const decisions = Array.from({ length: 400 }, (_, i) => {
  const given = { score: (i % 40) / 10, margin: (i % 7) / 7, wording: (i % 11) / 11, vetoed: false };
  return { evidence: given, kept: (i * 0.6180339887) % 1 < confidenceOf(given) / 2 };
});

describe("confidence", () => {
  test("is a probability, and more evidence or the absence of a veto never lowers it", () => {
    for (const calibration of [builtInCalibration, calibratedOn(decisions, builtInCalibration)]) {
      fc.assert(
        fc.property(evidence, part, part, part, (given, score, margin, wording) => {
          const more = {
            score: given.score + score,
            margin: Math.min(1, given.margin + margin),
            wording: Math.min(1, given.wording + wording),
            vetoed: false,
          };
          const [less, greater] = [confidenceOf(given, calibration), confidenceOf(more, calibration)];
          expect(less).toBeGreaterThanOrEqual(0);
          expect(greater).toBeLessThanOrEqual(1);
          expect(greater).toBeGreaterThanOrEqual(less);
        }),
      );
    }
  });

  test("stays with the built-in calibration until there are 300 decisions", () => {
    expect(calibratedOn(decisions.slice(0, 299), builtInCalibration)).toBe(builtInCalibration);
    expect(calibratedOn(decisions.slice(0, 300), builtInCalibration).steps.length).toBeGreaterThan(0);
  });

  test("then follows what reviewers kept, in rising steps that hold every decision", () => {
    const { steps } = calibratedOn(decisions, builtInCalibration);
    const rates = steps.map(({ kept, of }) => kept / of);
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
    expect(steps.reduce((sum, { of }) => sum + of, 0)).toBe(decisions.length);
    expect(steps.at(-1)?.upTo).toBe(1);
    const strong = { score: 4, margin: 1, wording: 1, vetoed: false };
    expect(confidenceOf(strong, calibratedOn(decisions, builtInCalibration))).toBeLessThan(0.8);
  });

  test("lets nothing be filled when reviewers keep too little to be sure of 97 in 100", () => {
    expect(calibratedOn(decisions, builtInCalibration).fillFrom).toBeGreaterThan(1);
    const kept = decisions.map((decision) => ({ ...decision, kept: true }));
    expect(calibratedOn(kept, builtInCalibration).fillFrom).toBe(1);
  });

  test("has a lower bound that nears the rate as decisions grow", () => {
    expect(wilsonLowerBound(0, 0)).toBe(0);
    expect(wilsonLowerBound(97, 100)).toBeCloseTo(0.9155, 3);
    expect(wilsonLowerBound(9700, 10000)).toBeCloseTo(0.9665, 3);
  });
});
