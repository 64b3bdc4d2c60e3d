import { describe, expect, test } from "vitest";
import { stem } from "#app/domain/matching/stem.ts";

describe("stem", () => {
  test.each([
    [["encrypt", "encrypts", "encrypted", "encrypting", "encryption"], "encrypt"],
    [["policy", "policies"], "polici"],
    [["review", "reviews", "reviewed", "reviewing"], "review"],
    [["authenticate", "authenticated", "authentication"], "authent"],
    [["backup", "backups"], "backup"],
    [["manage", "managed", "management", "managing"], "manag"],
    [["vulnerability", "vulnerabilities"], "vulner"],
    [["plan", "planned", "planning", "plans"], "plan"],
  ])("brings %j together", (words, expected) => {
    expect(words.map(stem)).toEqual(words.map(() => expected));
  });

  test("keeps words apart that mean different things", () => {
    const words = ["access", "assess", "process", "protect", "privacy", "private", "secure", "secret"];
    expect(new Set(words.map(stem)).size).toBe(words.length);
  });

  test("leaves numbers, short words and other scripts as they are", () => {
    expect(["27001", "is", "1.2", "zażółć", "パスワード"].map(stem)).toEqual([
      "27001",
      "is",
      "1.2",
      "zażółć",
      "パスワード",
    ]);
  });
});
