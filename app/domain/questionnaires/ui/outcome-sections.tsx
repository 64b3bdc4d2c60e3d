import { Cell, DataTable, RowHead } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Meter } from "#app/components/meter.tsx";
import { countOf, formatCount } from "#app/components/numbers.ts";
import { ProgressSegments } from "#app/components/progress-segments.tsx";
import { StaffSection } from "#app/components/section.tsx";
import { MatchMethod } from "#app/components/status.tsx";
import { measuredBands } from "#app/domain/questionnaires/observed-rate.ts";
import {
  enoughForDiagram,
  outcomeWords,
  type OutcomeSummary,
  type Tally,
} from "#app/domain/questionnaires/outcomes.ts";
import { ReliabilityDiagram } from "#app/domain/questionnaires/ui/reliability-diagram.tsx";

const hundredths = (share: number) => Math.floor(share * 100 + 1e-9);

const keptInWords = ({ kept, decided, lower }: Tally) =>
  `${formatCount(kept)} of ${formatCount(decided)}, at least ${hundredths(lower)} of 100`;

const segmentsOf = (tally: Tally) => [
  { label: outcomeWords.kept, count: tally.kept, fill: "solid" as const },
  { label: outcomeWords.edited, count: tally.edited, fill: "striped" as const },
  { label: outcomeWords.replaced, count: tally.replaced, fill: "dotted" as const },
  { label: outcomeWords.rejected, count: tally.rejected, fill: "old" as const },
];

export function OutcomesByMethod({ summary }: { summary: OutcomeSummary }) {
  const { methods, together, byHand, abstained } = summary;
  return (
    <StaffSection
      id="methods"
      title="By how it was found"
      intro="What reviewers made of the best match, once its questionnaire was released. “At least” is the lower end of the 95 % interval."
    >
      <ul className="grid gap-5">
        {methods.map(({ method, ...tally }) => (
          <li key={method} className="grid max-w-3xl gap-1.5">
            <p>
              {method !== "none" && <MatchMethod method={method} />}. Kept {keptInWords(tally)}
            </p>
            <ProgressSegments label={countOf(tally.decided, "match", "matches")} segments={segmentsOf(tally)} />
          </li>
        ))}
      </ul>
      <p className="mt-4 max-w-2xl text-ink2">
        {together > 0 && `${formatCount(together)} of the kept ones were accepted in one go with others. `}
        Nothing was proposed for {countOf(byHand + abstained, "question")}: a person answered {formatCount(byHand)},{" "}
        {formatCount(abstained)} stayed blank.
      </p>
    </StaffSection>
  );
}

export function OutcomesByConfidence({ summary: { bands, decided } }: { summary: OutcomeSummary }) {
  return (
    <StaffSection
      id="confidence"
      title="By confidence"
      intro="Whether a match that was said to be kept 80 of 100 times was kept as often."
    >
      {decided >= enoughForDiagram ? (
        <figure className="mb-4">
          <ReliabilityDiagram bands={bands} />
          <figcaption className="mt-1 max-w-2xl text-13 text-ink2">
            On the dashed line, matches were kept as often as was said; above it, more often. A larger dot stands for
            more matches, its line reaches down to the lower end of the interval.
          </figcaption>
        </figure>
      ) : (
        <p className="mb-4 text-ink2">
          The diagram is drawn from {enoughForDiagram} decisions on; there are {decided}.
        </p>
      )}
      <DataTable
        caption="By confidence"
        columns={[
          { key: "said", label: "Confidence, of 100" },
          { key: "kept", label: "Kept" },
          { key: "bar", label: "Share kept", hidden: true },
          { key: "rest", label: "Else" },
        ]}
      >
        {bands.map((band) => (
          <tr key={band.from}>
            <RowHead>
              {Math.round(band.from * 100)} to {Math.round(band.to * 100)}
            </RowHead>
            <Cell label="Kept">{keptInWords(band)}</Cell>
            <Cell label="Share kept">
              <Meter className="mt-1.5 w-32" label={`Kept ${keptInWords(band)}`} value={band.kept} max={band.decided} />
            </Cell>
            <Cell label="Else" quiet>
              {elseInWords(band)}
            </Cell>
          </tr>
        ))}
      </DataTable>
    </StaffSection>
  );
}

const elseInWords = (tally: Tally) =>
  (["edited", "replaced", "rejected"] as const)
    .filter((outcome) => tally[outcome] > 0)
    .map((outcome) => `${formatCount(tally[outcome])} ${outcomeWords[outcome]}`)
    .join(", ") || "–";

export function NoOutcomes() {
  return (
    <EmptyState title="Nothing was released yet">
      Once questionnaires are released, this page counts what reviewers made of each match: kept word for word, edited,
      replaced by another answer, or left blank. From 300 decisions on, confidence follows your own reviewers.
    </EmptyState>
  );
}

/** What confidence rests on until enough was decided here. */
export function BuiltInFigures() {
  return (
    <StaffSection
      id="built-in"
      title="Measured before, on labelled questionnaires"
      intro="Confidence rests on these until your reviewers have decided enough. The source is docs/matching-quality.md of the product, table “Confidence”."
    >
      <DataTable
        caption="Measured on labelled questionnaires"
        columns={[
          { key: "said", label: "Confidence, of 100" },
          { key: "right", label: "Right" },
          { key: "bar", label: "Share right", hidden: true },
        ]}
      >
        {measuredBands.map(({ from, of, right }) => (
          <tr key={from}>
            <RowHead>
              {Math.round(from * 100)} to {Math.round(from * 100) + 10}
            </RowHead>
            <Cell label="Right">
              {right} of {of}
            </Cell>
            <Cell label="Share right">
              <Meter className="mt-1.5 w-32" label={`${right} of ${of}`} value={right} max={of} />
            </Cell>
          </tr>
        ))}
      </DataTable>
    </StaffSection>
  );
}
