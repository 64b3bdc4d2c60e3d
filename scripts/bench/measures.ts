import type { LabelledQuestion } from "#scripts/bench/labelled-sets.ts";

export type Ranking = { question: LabelledQuestion; ranked: string[] };
export type Estimate = { confidence: number; right: boolean };

export type RankingQuality = { answerable: number; hit1: number; hit5: number; mrr: number };

/** Hit rates and mean reciprocal rank (of the first ten) over the questions that have an answer. */
export function rankingQuality(rankings: Ranking[]): RankingQuality {
  const places = rankings
    .filter(({ question }) => question.gold.length > 0)
    .map(({ question, ranked }) => ranked.slice(0, 10).findIndex((id) => question.gold.includes(id)));
  const share = (wanted: (place: number) => boolean) => places.filter(wanted).length / Math.max(1, places.length);
  return {
    answerable: places.length,
    hit1: share((place) => place === 0),
    hit5: share((place) => place >= 0 && place < 5),
    mrr: mean(places.map((place) => (place >= 0 ? 1 / (place + 1) : 0))),
  };
}

export type Bin = { from: number; count: number; confidence: number; right: number };

/** Ten bins of equal width over confidence, with the mean confidence and the share of right matches in each. */
export function reliability(estimates: Estimate[]): Bin[] {
  return Array.from({ length: 10 }, (_, i) => {
    const inside = estimates.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === i);
    return {
      from: i / 10,
      count: inside.length,
      confidence: mean(inside.map(({ confidence }) => confidence)),
      right: mean(inside.map(({ right }) => (right ? 1 : 0))),
    };
  });
}

/** Expected calibration error: the gap between confidence and outcome, weighed by the size of the bins. */
export function calibrationError(estimates: Estimate[]): number {
  const bins = reliability(estimates);
  return bins.reduce(
    (sum, bin) => sum + (bin.count / Math.max(1, estimates.length)) * Math.abs(bin.confidence - bin.right),
    0,
  );
}

/** The chance that a right match has more confidence than a wrong one. */
export function separation(estimates: Estimate[]): number {
  const right = estimates.filter((estimate) => estimate.right);
  const wrong = estimates.filter((estimate) => !estimate.right);
  let won = 0;
  for (const a of right)
    for (const b of wrong) won += a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0;
  return won / Math.max(1, right.length * wrong.length);
}

export function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
