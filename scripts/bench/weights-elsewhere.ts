import { type Candidate, rankingWeights } from "#app/domain/matching/ranking.ts";
import type { LabelledQuestion } from "#scripts/bench/labelled-sets.ts";
import { type RankingQuality, rankingQuality } from "#scripts/bench/measures.ts";

/** A question with its candidates and their ids, as the engine ranks them. */
export type Ranked = { set: string; question: LabelledQuestion; candidates: Candidate[]; ids: string[] };

type Weights = typeof rankingWeights;

/** Around the weights that ship: half and double of each, and none of the section. */
function grid(): Weights[] {
  const { terms, meaning, section, wording } = rankingWeights;
  return [0.5, 1, 2].flatMap((m) =>
    [0, 1, 2].flatMap((s) =>
      [0.5, 1, 2].map((w) => ({ terms, meaning: m * meaning, section: s * section, wording: w * wording })),
    ),
  );
}

function qualityWith(rows: Ranked[], { terms, meaning, section, wording }: Weights): RankingQuality {
  return rankingQuality(
    rows.map(({ question, candidates, ids }) => {
      const scored = candidates.map((item, i) => ({
        id: ids[i]!,
        score: terms * item.terms + meaning * item.meaning + section * item.section + wording * item.wording,
      }));
      return { question, ranked: scored.sort((a, b) => b.score - a.score).map(({ id }) => id) };
    }),
  );
}

export type ChosenElsewhere = { quality: RankingQuality; lowest: number; highest: number };

/** The quality on a set with the weights that are best on the other sets, and the span of hit@1 over the whole grid. */
export function chosenElsewhere(target: Ranked[], others: Ranked[][]): ChosenElsewhere {
  const rated = grid().map((weights) => ({
    weights,
    elsewhere: others.reduce((sum, rows) => sum + qualityWith(rows, weights).mrr, 0),
  }));
  const best = rated.reduce((a, b) => (b.elsewhere > a.elsewhere ? b : a));
  const hits = rated.map(({ weights }) => qualityWith(target, weights).hit1);
  return { quality: qualityWith(target, best.weights), lowest: Math.min(...hits), highest: Math.max(...hits) };
}
