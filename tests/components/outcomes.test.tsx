import { describe, expect, it } from "vitest";
import { renderToStaticMarkup as render } from "react-dom/server";
import { summariseOutcomes } from "#app/domain/questionnaires/outcomes.ts";
import { DeskRate } from "#app/domain/questionnaires/ui/desk-rate.tsx";
import { MarkedSentence, MarkedWords } from "#app/domain/questionnaires/ui/marked-text.tsx";
import {
  BuiltInFigures,
  OutcomesByConfidence,
  OutcomesByMethod,
} from "#app/domain/questionnaires/ui/outcome-sections.tsx";

const of = (method: "near-exact" | "semantic", tenth: number, kept: number, edited: number) => [
  ...[{ method, tenth, outcome: "kept" as const, count: kept, together: 2, confidence: kept * (tenth / 10 + 0.05) }],
  ...[
    { method, tenth, outcome: "edited" as const, count: edited, together: 0, confidence: edited * (tenth / 10 + 0.05) },
  ],
];
const blanks = { method: "none" as const, tenth: 0, together: 0, confidence: 1 };
const counts = [
  ...of("near-exact", 9, 38, 1),
  ...of("semantic", 6, 11, 8),
  { ...blanks, outcome: "by-hand" as const, count: 3 },
  { ...blanks, outcome: "abstained" as const, count: 9 },
];

describe("the outcomes", () => {
  it("are counted by method, each rate with its count and the least that it may be", () => {
    const html = render(<OutcomesByMethod summary={summariseOutcomes(counts)} />);
    expect(html).toContain("Kept 38 of 39, at least 86 of 100");
    expect(html).toContain("19 matches: 11 kept word for word, 8 edited, 0 another answer taken, 0 left blank");
    expect(html).toContain("4 of the kept ones were accepted in one go");
    expect(html).toContain("12 questions: a person answered 3, 9 stayed blank");
  });

  it("are set against what was said, in words too, once there are enough", () => {
    const html = render(<OutcomesByConfidence summary={summariseOutcomes(counts)} />);
    expect(html).toContain("Said 95\u00a0%: kept 38 of 39 matches");
    expect(html).toMatch(/60 to 70/);
    const few = render(<OutcomesByConfidence summary={summariseOutcomes(of("semantic", 6, 11, 8))} />);
    expect(few).toContain("The diagram is drawn from 50 decisions on; there are 19");
    expect(few).not.toContain("<circle cx=");
  });

  it("that were measured before name their source", () => {
    expect(render(<BuiltInFigures />)).toContain("docs/matching-quality.md");
  });
});

describe("a match", () => {
  it("is never a bare score: how it was found, how often such matches were right, and on what basis", () => {
    const html = render(
      <DeskRate method="semantic" rate={{ basis: "here", kept: 46, of: 65, lower: 58, decisions: 412 }} />,
    );
    expect(html).toContain("<b>Kept by reviewers 46 of 65 times</b>");
    expect(html).toContain("measured here on 412 decisions, at least 58 of 100");
    expect(html).not.toContain("%</b>");
  });

  it("marks the words in whatever form they stand, and the nearest sentence where it stands", () => {
    expect(render(<MarkedWords text="Backups are encrypted." words={["encrypt", "backup"]} />)).toBe(
      "<mark>Backups</mark> are <mark>encrypted</mark>.",
    );
    expect(render(<MarkedSentence text={"First one here.\nThe second one."} sentence="The second one." />)).toBe(
      "First one here.\n<mark>The second one.</mark>",
    );
    expect(render(<MarkedSentence text="Only one sentence." sentence="Not of this text." />)).toBe(
      "Only one sentence.",
    );
  });
});
