import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords, type DiffPart, wordDiff } from "#app/domain/knowledge-base/word-diff.ts";

const textOf = (parts: DiffPart[], without: DiffPart["kind"]) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

test("a difference is told in words", () => {
  const parts = wordDiff("Tested once a year; the last test met them.", "Tested twice a year; the last test met them.");
  expect(parts.filter(({ kind }) => kind !== "same")).toEqual([
    { kind: "removed", text: "once" },
    { kind: "added", text: "twice" },
  ]);
  expect([countWords(parts, "removed"), countWords(parts, "added")]).toEqual([1, 1]);
});

test("leaving out what was added gives the text before, leaving out what was removed the text after", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "the ", "4 hours "), { maxLength: 40 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(""), other.join("")];
      const parts = wordDiff(before, after);
      expect(textOf(parts, "added")).toBe(before);
      expect(textOf(parts, "removed")).toBe(after);
    }),
  );
});

test("two long texts with nothing in common are compared in no time", () => {
  const before = "alpha ".repeat(3_000);
  const after = "omega ".repeat(3_000);
  expect(wordDiff(before, after).length).toBeLessThan(5);
});
