import { describe, expect, test } from "vitest";
import { buildIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";

type Known = { question: string; answer: string; section?: string; holdBack?: string[] };

/** The codes of the vetoes on a question when the knowledge base has this entry, among others about other things. */
function codes(text: string, known: Known, section: string | null = null): string[] {
  const others = Array.from({ length: 12 }, (_, i) => ({
    id: `other-${i}`,
    question: `Is the ${["lift", "kitchen", "garden", "roof", "garage", "cellar"][i % 6]} of building ${i} inspected?`,
    answer: "Yes, by the caretaker.",
  }));
  const index = buildIndex([{ id: "known", ...known }, ...others]);
  const match = matchQuestion(index, { text, section });
  expect(match.ranked[0]?.id).toBe("known");
  expect(match.vetoes.length === 0 || match.fill === null).toBe(true);
  for (const { sentence } of match.vetoes) expect(sentence).toMatch(/^[A-Z].*\.$/);
  return match.vetoes.map(({ code }) => code);
}

describe("a veto on polarity", () => {
  const logs = { question: "Are logs ever shared with advertisers?", answer: "No, we share no logs with advertisers." };

  test.each([
    "Are logs never shared with advertisers?",
    "Do you refuse to share logs with advertisers?",
    "Is it forbidden that logs are shared with advertisers?",
    "Aren't logs ever shared with advertisers?",
  ])("fires on %j", (text) => {
    expect(codes(text, logs)).toContain("polarity-differs");
  });

  test.each([
    "Are logs shared with advertisers, including but not limited to partners?",
    "For customers not on the free plan, are logs shared with advertisers?",
    "How do you share logs with advertisers?",
  ])("does not fire on %j", (text) => {
    expect(codes(text, logs)).not.toContain("polarity-differs");
  });

  test("knows opposites that need no negation", () => {
    const kept = { question: "Are recordings kept after the interview?", answer: "No, recordings go at once." };
    expect(codes("Are recordings deleted after the interview?", kept)).toContain("polarity-differs");
    expect(codes("Are recordings discarded after the interview?", kept)).toContain("polarity-differs");
  });
});

describe("a veto on what the answer lacks", () => {
  const rotation = {
    question: "Are signing keys rotated?",
    answer: "Yes, signing keys are rotated each year, following ISO 27001.",
  };

  test("fires on a time that the answer does not name", () => {
    expect(codes("Are signing keys rotated every 30 days?", rotation)).toContain("time-differs");
    expect(codes("Are signing keys rotated annually?", rotation)).not.toContain("time-differs");
    expect(codes("Are signing keys rotated every 12 months?", rotation)).not.toContain("time-differs");
    expect(codes("Are signing keys rotated at least every 365 days?", rotation)).not.toContain("time-differs");
  });

  test("fires on a standard, place or product that the answer does not name", () => {
    expect(codes("Are signing keys rotated according to ISO 9001?", rotation)).toContain("name-missing");
    expect(codes("Are signing keys rotated in Australia?", rotation)).toContain("name-missing");
    expect(codes("Are signing keys rotated with Keymaster?", rotation)).toContain("name-missing");
    expect(codes("Are signing keys rotated according to ISO 27001?", rotation)).not.toContain("name-missing");
  });

  test("is content with one of a list in brackets", () => {
    expect(codes("Are signing keys rotated (e.g., per NIST 800-57, ISO 27001)?", rotation)).toEqual([]);
  });

  test("fires on a bare number", () => {
    expect(codes("Are signing keys of 4096 bits rotated?", rotation)).toContain("number-missing");
  });

  test("does not take references to other questions for numbers", () => {
    expect(codes("Are signing keys from DATA-15 rotated?", rotation)).toEqual([]);
  });
});

describe("a veto on the subject", () => {
  const plan = {
    question: "Do you have a crisis handbook?",
    answer: "Yes, we have a crisis handbook and read it each spring.",
  };

  test("fires when the question is about others than the answer", () => {
    expect(codes("Do your subprocessors have a crisis handbook?", plan)).toContain("subject-differs");
    expect(codes("Do your customers have a crisis handbook?", plan)).toContain("subject-differs");
    expect(codes("Do you have a crisis handbook for artificial intelligence?", plan)).toContain("subject-differs");
  });

  test("fires when the section is about a part of the product that the answer leaves out", () => {
    expect(codes("Do you have a crisis handbook?", plan, "Artificial intelligence")).toContain("subject-differs");
  });

  test("fires when a word of the wording was swapped for another", () => {
    const handbook = { question: "Do new colleagues receive a crisis handbook?", answer: "Yes, on their first day." };
    expect(codes("Do new colleagues receive a sailing handbook?", handbook)).toContain("words-swapped");
  });

  test("fires when the answer is about a standard that the question does not mention", () => {
    const narrow = {
      question: "Is HIPAA covered by the yearly lecture?",
      answer: "Yes, the yearly lecture covers it.",
    };
    expect(codes("Is everything covered by the yearly lecture?", narrow)).toContain("answer-narrower");
  });

  test("fires when the question asks for a part that the answer does not speak of", () => {
    expect(codes("Does the crisis handbook that you have include evacuation drawings?", plan)).toContain(
      "part-missing",
    );
  });
});

describe("other vetoes", () => {
  test("fire on a request for a document when the answer offers none", () => {
    const report = { question: "Was the bridge inspection passed?", answer: "Yes, the bridge inspection was passed." };
    expect(codes("Can you provide a copy of the bridge inspection?", report)).toContain("evidence-asked");
  });

  test("fire on an answer that only points to another", () => {
    const pointer = { question: "Will you send the inspection results?", answer: "Yes. See VULN-02" };
    expect(codes("Will you send the inspection results?", pointer)).toEqual(["answer-is-a-pointer"]);
  });

  test("fire on a question of less than three words that tell something, without a section", () => {
    const menu = { question: "Is there a lunch menu?", answer: "Yes, the lunch menu hangs at the door." };
    expect(codes("Lunch menu?", menu)).toContain("too-short");
    expect(codes("Lunch menu?", menu, "Canteen")).not.toContain("too-short");
  });

  test("say what holds an entry back, also from an exact match", () => {
    const stale = { question: "Is the roof garden open?", answer: "Yes.", holdBack: ["It is past its review date."] };
    expect(codes("Is the roof garden open?", stale)).toEqual(["held-back"]);
  });
});
