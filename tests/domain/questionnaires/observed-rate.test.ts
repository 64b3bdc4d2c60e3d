import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { builtInCalibration, type Calibration, confidenceOf } from "#app/domain/matching/confidence.ts";
import { measuredBands, observedRate, rateInBrief, rateInWords } from "#app/domain/questionnaires/observed-rate.ts";

const own: Calibration = {
  ...builtInCalibration,
  steps: [
    { upTo: 0.4, kept: 10, of: 100 },
    { upTo: 0.8, kept: 130, of: 200 },
    { upTo: 1, kept: 110, of: 112 },
  ],
};
const strong = { score: 3, margin: 1, wording: 1, vetoed: false };
const weak = { score: 0, margin: 0, wording: 0, vetoed: true };

describe("the rate behind a confidence", () => {
  test("is that of the step on which the evidence falls, with the lower end of its interval", () => {
    expect(observedRate(0.5, own, strong)).toEqual({ basis: "here", kept: 110, of: 112, lower: 93, decisions: 412 });
    expect(observedRate(0.5, own, weak)).toMatchObject({ kept: 10, of: 100, lower: 5 });
  });

  test("without evidence is that of the highest step which promises no more", () => {
    expect(observedRate(0.65, own, null)).toMatchObject({ kept: 130, of: 200 });
    expect(observedRate(0.9, own, null)).toMatchObject({ kept: 130, of: 200 });
    expect(observedRate(0.01, own, null)).toMatchObject({ kept: 10, of: 100 });
  });

  test("while nothing was decided here is the confidence, and never less sure than what was measured", () => {
    for (let confidence = 0; confidence <= 1.0001; confidence += 0.01) {
      const { kept, lower } = observedRate(confidence, builtInCalibration, strong);
      expect(kept).toBe(Math.round(Math.min(1, confidence) * 100));
      expect(lower).toBeLessThanOrEqual(kept);
    }
    expect(observedRate(confidenceOf(strong), builtInCalibration, strong).lower).toBeGreaterThan(60);
  });

  test("rests on the figures that are published", () => {
    const report = readFileSync("docs/matching-quality.md", "utf8");
    const rows = [...report.matchAll(/^\| (0\.\d)\+ \| (\d+) \| [\d.]+ \| ([\d.]+) \|$/gm)];
    const published = rows.map(([, from, of, share]) => ({
      ...{ from: Number(from), of: Number(of), right: Math.round(Number(of) * Number(share)) },
    }));
    expect(measuredBands, "Copy the table “Confidence” of docs/matching-quality.md").toEqual(published);
  });
});

describe("a rate is said", () => {
  test("with what it rests on, and the least that it may be", () => {
    expect(rateInWords("near-exact", observedRate(0.9, own, strong))).toEqual({
      rate: "Kept by reviewers 110 of 112 times",
      basis: "measured here on 412 decisions, at least 93 of 100",
    });
    expect(rateInWords("semantic", { basis: "labelled", kept: 81, of: 100, lower: 64 })).toEqual({
      rate: "Right about 81 of 100 times",
      basis: "measured on labelled questionnaires, at least 64 of 100",
    });
    expect(rateInBrief("semantic", { basis: "labelled", kept: 81, of: 100, lower: 64 })).toBe("right about 81 of 100");
  });

  test("not at all where the very question was approved", () => {
    const rate = observedRate(0.99, builtInCalibration, strong);
    expect(rateInWords("exact", rate)).toEqual({ rate: "Same question, approved answer", basis: null });
  });
});
