import {
  byteTag,
  type Carrier,
  chipCounts,
  chipsOfLines,
  codeWord,
  type MarkingKey,
} from "../marks/code-words.server.ts";
import type { PageEvidence } from "./page-evidence.ts";
import { agreementWith, chanceOfAWrongName, threshold } from "./scores.ts";

/** A copy of the ledger that a found file may be. */
export type Candidate = { copyId: string; key: MarkingKey };

/** What a mark shows: this copy's code word, and the chance that a wrong one would fit as well. */
export type Shown = { copyId: string; carrier: Carrier; agreement: number; chance: number };

/**
 * The copies whose code words the evidence carries beyond what chance does. `comparisons` counts every copy and carrier
 * that this file is held against, also those of other documents.
 */
export function copiesShown(evidence: PageEvidence[], candidates: Candidate[], comparisons: number): Shown[] {
  const least = threshold(comparisons);
  const collected = new Map<string, ReturnType<typeof measuresFor>>();
  return candidates
    .flatMap(({ copyId, key }) => {
      const measures = collected.get(key.id) ?? measuresFor(chipsFrom(evidence, key));
      collected.set(key.id, measures);
      return (["lines", "dots"] as const).map((carrier) => ({
        copyId,
        carrier,
        agreement: measures[carrier](codeWord(key, carrier, copyId)),
      }));
    })
    .filter((shown) => shown.agreement >= least)
    .map((shown) => ({ ...shown, chance: chanceOfAWrongName(shown.agreement, comparisons) }))
    .sort((one, other) => other.agreement - one.agreement);
}

const measuresFor = ({ lines, dots }: Record<Carrier, Float64Array>) => ({
  lines: agreementWith(lines),
  dots: agreementWith(dots),
});

/** Which chip a line carries is as secret as the key, so the evidence is added up for each key anew. */
export function chipsFrom(evidence: PageEvidence[], key: MarkingKey): Record<Carrier, Float64Array> {
  const chips = { lines: new Float64Array(chipCounts.lines), dots: new Float64Array(chipCounts.dots) };
  for (const { page, lines, dots } of evidence) {
    const places = chipsOfLines(key, page, Math.max(0, ...lines.map(({ line }) => line + 1)));
    for (const { line, along, across } of lines) {
      chips.lines[places[line]!.along]! += along;
      chips.lines[places[line]!.across]! += across;
    }
    for (const { chip, light } of dots) chips.dots[chip]! += light;
  }
  return chips;
}

/** The copies whose secret tag stands among the words that a file's bytes say. */
export function copiesTagged(words: string[], candidates: Candidate[]): string[] {
  const said = new Set(words.map((word) => word.toLowerCase()));
  return candidates.filter(({ copyId, key }) => said.has(byteTag(key, copyId))).map(({ copyId }) => copyId);
}
