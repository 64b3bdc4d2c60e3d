import { wilsonLowerBound } from "#app/domain/matching/confidence.ts";
import type { MatchMethod } from "#app/domain/questionnaires/questionnaires.ts";

/** What reviewers made of a match that was put before them. */
export const outcomes = ["kept", "edited", "replaced", "rejected"] as const;
export type Outcome = (typeof outcomes)[number];

export const outcomeWords: Record<Outcome, string> = {
  kept: "kept word for word",
  edited: "edited",
  replaced: "another answer taken",
  rejected: "left blank",
};

/** Counted responses of one method, tenth of confidence and outcome; `confidence` is the sum of theirs. */
export type OutcomeCount = {
  method: MatchMethod;
  tenth: number;
  outcome: Outcome | "by-hand" | "abstained";
  count: number;
  together: number;
  confidence: number;
};

export type Tally = Record<Outcome, number> & { decided: number; lower: number };

export type MethodOutcomes = Tally & { method: MatchMethod };
/** `from` and `to` bound the confidence, `predicted` is its mean: shares. `lower` is a share too. */
export type BandOutcomes = Tally & { from: number; to: number; predicted: number };

export type OutcomeSummary = {
  decided: number;
  /** Of the kept ones, those accepted in one go with others. */
  together: number;
  /** Nothing was proposed: a person answered, or it stayed blank. */
  byHand: number;
  abstained: number;
  methods: MethodOutcomes[];
  bands: BandOutcomes[];
};

const methods: MatchMethod[] = ["exact", "near-exact", "semantic", "drafted"];

export const enoughForDiagram = 50;

export function summariseOutcomes(counts: OutcomeCount[]): OutcomeSummary {
  const judged = counts.filter(({ outcome }) => isJudged(outcome));
  const sumOf = (rows: OutcomeCount[], of: "count" | "together" | "confidence") =>
    rows.reduce((sum, row) => sum + row[of], 0);
  const count = (outcome: OutcomeCount["outcome"]) =>
    sumOf(
      counts.filter((row) => row.outcome === outcome),
      "count",
    );
  const bands = Array.from({ length: 10 }, (_, tenth) => {
    const rows = judged.filter((row) => row.tenth === tenth);
    const tally = tallyOf(rows);
    return { from: tenth / 10, to: (tenth + 1) / 10, predicted: sumOf(rows, "confidence") / tally.decided, ...tally };
  });
  return {
    decided: sumOf(judged, "count"),
    together: sumOf(judged, "together"),
    byHand: count("by-hand"),
    abstained: count("abstained"),
    methods: methods
      .map((method) => ({ method, ...tallyOf(judged.filter((row) => row.method === method)) }))
      .filter(({ decided }) => decided > 0),
    bands: bands.filter(({ decided }) => decided > 0),
  };
}

const isJudged = (outcome: OutcomeCount["outcome"]): outcome is Outcome => outcomes.some((one) => one === outcome);

function tallyOf(rows: OutcomeCount[]): Tally {
  const of = (outcome: Outcome) =>
    rows.filter((row) => row.outcome === outcome).reduce((sum, { count }) => sum + count, 0);
  const counted = { kept: of("kept"), edited: of("edited"), replaced: of("replaced"), rejected: of("rejected") };
  const decided = counted.kept + counted.edited + counted.replaced + counted.rejected;
  return { ...counted, decided, lower: wilsonLowerBound(counted.kept, decided) };
}
