import { expect, it } from "vitest";
import { shortHash } from "#app/components/mono.tsx";
import { countOf, formatBytes, formatCount, formatShare } from "#app/components/numbers.ts";

it("groups digits from 10 000 on", () => {
  expect(formatCount(9999)).toBe("9999");
  expect(formatCount(10_000)).toBe("10\u202f000");
  expect(formatCount(1_234_567)).toBe("1\u202f234\u202f567");
});

it("counts one thing in the singular", () => {
  expect(countOf(1, "document")).toBe("1 document");
  expect(countOf(0, "document")).toBe("0 documents");
  expect(countOf(2, "reply", "replies")).toBe("2 replies");
});

it("says shares and sizes with a space before the unit", () => {
  expect(formatShare(0.966)).toBe("97\u00a0%");
  expect(formatBytes(812)).toBe("812\u00a0bytes");
  expect(formatBytes(2_140_000)).toBe("2.1\u00a0MB");
  expect(formatBytes(640_200)).toBe("640\u00a0kB");
});

it("shows the first and the last 8 characters of a hash, by fours", () => {
  expect(shortHash("c81e728d".padEnd(56, "0") + "5a0b9d14")).toBe("c81e 728d … 5a0b 9d14");
  expect(shortHash("c81e728d")).toBe("c81e 728d");
});
