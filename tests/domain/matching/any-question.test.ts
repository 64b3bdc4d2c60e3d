import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20_000 }),
  fc.string({ unit: "grapheme", maxLength: 2_000 }),
  fc.lorem({ maxCount: 200 }),
);

const entry = fc.record({ id: fc.uuid(), question: anyText, answer: anyText, section: fc.option(anyText) });

describe("matchQuestion over any text", () => {
  test("never throws, and fills only what it ranks first", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), anyText, fc.option(anyText), (entries, text, section) => {
        const match = matchQuestion(buildIndex(entries), { text, section });
        expect(match.confidence).toBeGreaterThanOrEqual(0);
        expect(match.confidence).toBeLessThanOrEqual(1);
        expect([null, match.ranked[0]?.id]).toContain(match.fill);
        expect(match.fill === null || match.vetoes.length === 0).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["one word over and over", "encrypted ".repeat(2_000)],
    ["one long word", "a".repeat(20_000)],
    ["brackets that never close", "(".repeat(20_000)],
    ["conditions without end", "if not, for ".repeat(1_666)],
    ["capitals and digits", "ISO 27001 ".repeat(2_000)],
    ["another script", "暗号化されていますか。".repeat(1_800)],
    ["lone surrogates", "\ud800 \udfff ".repeat(5_000)],
    ["marks alone", "?!.,;:'’-/()[]{}".repeat(1_250)],
  ])("takes 20,000 characters of %s in its stride", (_, text) => {
    const index = buildIndex([
      { id: "a", question: text, answer: text },
      { id: "b", question: "Is data encrypted?", answer: "Yes." },
    ]);
    const started = performance.now();
    matchQuestion(index, { text, section: text });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test("does not depend on the order of the knowledge base", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), anyText, (entries, text) => {
        expect(matchQuestion(buildIndex([...entries].reverse()), { text })).toEqual(
          matchQuestion(buildIndex(entries), { text }),
        );
      }),
      { numRuns: 30 },
    );
  });
});
