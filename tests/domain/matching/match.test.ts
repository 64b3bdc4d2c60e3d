import { describe, expect, test } from "vitest";
import { buildIndex, type KnowledgeEntry } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";

const entries: KnowledgeEntry[] = [
  {
    id: "backup-test",
    question: "Are backups restored in a test at least once a year?",
    answer: "Yes. We restore a full backup each quarter and keep the record of the exercise.",
    section: "Resilience",
  },
  {
    id: "tls",
    question: "Is customer data encrypted in transit?",
    answer: "Yes. All traffic uses TLS 1.2 or later; older versions are refused at the load balancer.",
    section: "Cryptography",
  },
  {
    id: "plaintext",
    question: "Are passwords ever stored in plain text?",
    answer: "No. Passwords are stored as salted argon2id digests.",
    section: "Identity",
    aliases: [{ text: "Could an administrator read a user's password?" }],
  },
  {
    id: "review-policies",
    question: "Are the policies reviewed once a year?",
    answer: "Yes, the access policy is reviewed each March.",
    section: "Access",
  },
  {
    id: "review-continuity",
    question: "Are the policies reviewed once a year?",
    answer: "Yes, the continuity policy is reviewed each September.",
    section: "Continuity",
  },
];
const index = buildIndex(entries);

describe("matchQuestion", () => {
  test("fills a question that differs in case and punctuation alone, as an exact match", () => {
    const match = matchQuestion(index, { text: "IS CUSTOMER DATA — encrypted in transit" });
    expect(match).toMatchObject({ fill: "tls", method: "exact", vetoes: [] });
    expect(match.confidence).toBeGreaterThan(0.95);
  });

  test("fills a wording that a reviewer approved for an answer", () => {
    expect(matchQuestion(index, { text: "Could an administrator read a user's password?" })).toMatchObject({
      fill: "plaintext",
      method: "exact",
    });
  });

  test("fills a question that was reworded slightly, as near-exact", () => {
    const match = matchQuestion(index, { text: "Are backups restored in a test, at least once per year?" });
    expect(match).toMatchObject({ fill: "backup-test", method: "near-exact" });
  });

  test("proposes an answer that only has the subject in common, and fills nothing", () => {
    const match = matchQuestion(index, { text: "Which versions of TLS does your load balancer accept?" });
    expect(match.ranked[0]?.id).toBe("tls");
    expect(match).toMatchObject({ fill: null, method: "semantic" });
  });

  test("finds an answer by words that stand in the answer alone", () => {
    expect(matchQuestion(index, { text: "Do you use argon2id?" }).ranked[0]?.id).toBe("plaintext");
  });

  test("says none when nothing is in common", () => {
    expect(matchQuestion(index, { text: "Wie viele Mitarbeiter haben Sie?" })).toMatchObject({
      ranked: [],
      fill: null,
      confidence: 0,
      method: "none",
    });
  });

  test("takes the answer of the question's own section when two have the same question", () => {
    const text = "Are the policies reviewed once a year?";
    expect(matchQuestion(index, { text, section: "Continuity" }).fill).toBe("review-continuity");
    expect(matchQuestion(index, { text, section: "Access" }).fill).toBe("review-policies");
  });

  test("holds back when two answers have the same question, the section does not decide, and they differ", () => {
    const match = matchQuestion(index, { text: "Are the policies reviewed once a year?" });
    expect(match.fill).toBeNull();
    expect(match.vetoes.map((veto) => veto.code)).toEqual(["answers-differ"]);
  });

  test("never fills the opposite of a question", () => {
    const match = matchQuestion(index, { text: "Are passwords never stored in plain text?" });
    expect(match.ranked[0]?.id).toBe("plaintext");
    expect(match.fill).toBeNull();
    expect(match.vetoes.map((veto) => veto.code)).toContain("polarity-differs");
  });

  test("shows at most ten entries, best first, each once", () => {
    const many = buildIndex([
      ...entries,
      ...Array.from({ length: 30 }, (_, i) => ({
        id: `backup-${i}`,
        question: `Is backup number ${i} encrypted?`,
        answer: "Yes, with AES-256.",
      })),
    ]);
    const { ranked } = matchQuestion(many, { text: "Are backups encrypted?" });
    expect(ranked).toHaveLength(10);
    expect(new Set(ranked.map(({ id }) => id)).size).toBe(10);
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
  });

  test("gives the same result whatever the order of the knowledge base", () => {
    const reversed = buildIndex([...entries].reverse());
    for (const { question, section } of entries) {
      for (const text of [question, `${question} Describe it.`]) {
        expect(matchQuestion(reversed, { text, section: section ?? null })).toEqual(
          matchQuestion(index, { text, section: section ?? null }),
        );
      }
    }
  });

  test("answers none from an empty knowledge base", () => {
    expect(matchQuestion(buildIndex([]), { text: "Is data encrypted?" }).method).toBe("none");
  });

  test("gives a wording that was learned in this layout to the answer that learned it there", () => {
    const text = "Policy review";
    const learned = buildIndex([
      { ...entries.find(({ id }) => id === "review-policies")!, aliases: [{ text, layout: "form-a" }] },
      { ...entries.find(({ id }) => id === "review-continuity")!, aliases: [{ text, layout: "form-b" }] },
    ]);
    expect(matchQuestion(learned, { text, layout: "form-a" })).toMatchObject({
      fill: "review-policies",
      method: "exact",
    });
    expect(matchQuestion(learned, { text, layout: "form-b" }).fill).toBe("review-continuity");
    expect(matchQuestion(learned, { text, layout: "form-c" }).fill).toBeNull();
  });
});
