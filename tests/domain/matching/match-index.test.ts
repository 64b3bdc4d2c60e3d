import { describe, expect, test } from "vitest";
import { buildIndex, type KnowledgeEntry, updateIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";

const entry = (id: string, question: string, answer: string, more: Partial<KnowledgeEntry> = {}): KnowledgeEntry => ({
  id,
  question,
  answer,
  ...more,
});

const entries = [
  entry("badge", "Are visitors given badges?", "Yes, at reception, and they hand them back.", { section: "Premises" }),
  entry("keys", "Are signing keys rotated?", "Yes, each March.", { section: "Keys", tags: ["rocket"] }),
  entry("mfa", "Is MFA required for staff?", "Yes, with a security key.", { section: "Identity" }),
  entry("restore", "Do you test restores?", "Yes, we restore a backup each quarter.", { section: "Resilience" }),
];
const questions = [
  "Who gets a badge?",
  "How often are keys rotated?",
  "Is 2FA on?",
  "When did you last restore a backup?",
];

describe("an index", () => {
  test("that was updated answers as one that was built anew", () => {
    const changed = entry("mfa", "Is MFA required for everyone?", "Yes, for staff and contractors.");
    const added = entry("doors", "Are doors locked at night?", "Yes, by the guard.");
    const updated = updateIndex(buildIndex(entries), [changed, added], ["badge"]);
    const anew = buildIndex([...entries.filter(({ id }) => !["badge", "mfa"].includes(id)), changed, added]);
    for (const text of [...questions, changed.question, added.question]) {
      expect(matchQuestion(updated, { text })).toEqual(matchQuestion(anew, { text }));
    }
  });

  test("is left as it was by an update", () => {
    const index = buildIndex(entries);
    const before = matchQuestion(index, { text: questions[0]! });
    updateIndex(index, [], ["badge"]);
    expect(matchQuestion(index, { text: questions[0]! })).toEqual(before);
  });

  test("keeps the last of two entries with one id", () => {
    const index = buildIndex([entries[0]!, entry("badge", "Are guests given stickers?", "Yes.")]);
    expect(index.entries).toHaveLength(1);
    expect(matchQuestion(index, { text: "Are guests given stickers?" }).fill).toBe("badge");
  });

  test("takes the operator's concepts", () => {
    const own = "rocket platform | skylifter";
    const skylifter = entry("rocket", "Is the rocket platform monitored?", "Yes, all night.");
    const text = "Tell us about the skylifter.";
    expect(matchQuestion(buildIndex([...entries, skylifter]), { text }).ranked[0]?.id).not.toBe("rocket");
    expect(matchQuestion(buildIndex([...entries, skylifter], { concepts: own }), { text }).ranked[0]?.id).toBe(
      "rocket",
    );
  });

  test("takes another source of vectors in place of the built-in one", () => {
    const embedder = {
      dimensions: 2,
      embed: (texts: string[]) => texts.map((text) => Float32Array.of(...(/badge|Gäste/.test(text) ? [1, 0] : [0, 1]))),
    };
    const index = buildIndex(entries, { embedder });
    expect(matchQuestion(index, { text: "Wie werden Gäste erkannt?" }).ranked[0]?.id).toBe("badge");
  });

  test("gives only entries that the question accepts, also when another has its very wording", () => {
    const index = buildIndex(entries);
    const accepts = ({ tags }: KnowledgeEntry) => !tags?.includes("rocket");
    const match = matchQuestion(index, { text: "Are signing keys rotated?", accepts });
    expect(match.ranked.map(({ id }) => id)).not.toContain("keys");
    expect(match.fill).toBeNull();
  });
});

describe("an explanation", () => {
  const index = buildIndex(entries);

  test("names the words and concepts that matched and the words that did not", () => {
    const { explanation } = matchQuestion(index, { text: "Is 2FA required for interns?" });
    expect(explanation.matched).toEqual(["required"]);
    expect(explanation.missing).toEqual(["2fa", "interns"]);
    expect(explanation.concepts).toContain("multi-factor authentication");
  });

  test("shows the sentences of the answer that are nearest to the question", () => {
    const { explanation } = matchQuestion(index, { text: "Do you restore a backup each month?" });
    expect(explanation.sentences).toEqual(["Yes, we restore a backup each quarter."]);
  });

  test("says why the second is second", () => {
    const { explanation, ranked } = matchQuestion(index, { text: "Are visitors' badges and signing badges rotated?" });
    expect(explanation.runnerUp?.id).toBe(ranked[1]?.id);
    expect(explanation.runnerUp?.reason).toMatch(/\.$/);
  });
});
