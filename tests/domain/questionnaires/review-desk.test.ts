import { describe, expect, test } from "vitest";
import { addOwnConcept } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { builtInCalibration } from "#app/domain/matching/confidence.ts";
import { findNextToDecide, getDeskQuestion, listDeskQuestions } from "#app/domain/questionnaires/review-desk.server.ts";
import { acceptResponse, rejectResponse, undoResponse } from "#app/domain/questionnaires/review.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, pat } from "#tests/support/given.ts";
import { aQuestionnaireInReview, csvOf, shownQuestions } from "#tests/support/questionnaires.ts";

const questions = csvOf([
  ["No", "Question", "Answer", "Comment"],
  ["1.1", "Is customer data encrypted at rest?", "", ""],
  ["1.2", "Is the data that customers store encrypted while stored on disk?", "", ""],
  ["1.3", "How do you test that backups can be restored?", "", ""],
]);

async function aDesk() {
  await anApprovedAnswer({ text: "All databases are encrypted with AES-256. Keys are kept in a vault." });
  await anApprovedAnswer({ question: "Are laptops encrypted?", text: "Yes. Every disk of a laptop is encrypted." });
  await anApprovedAnswer({ question: "Are backups encrypted?", text: "Yes. Backups are encrypted before they leave." });
  const backups = "How do you test that backups can be restored?";
  await anApprovedAnswer({ question: backups, text: "Every quarter.", short: null });
  const staff = await ada();
  const { id, questions: all } = await aQuestionnaireInReview(await pat(), questions);
  return { id, staff, all };
}

describe("the review desk", () => {
  test("says how often such matches were right, for each question of the list and for the one that is open", async () => {
    const { id, all } = await aDesk();
    const { questions: listed } = await listDeskQuestions(db, id, "all");
    const open = await getDeskQuestion(db, id, all[1]!.id);
    expect(open.rate).toEqual(listed[1]!.rate);
    expect(open.rate).toMatchObject({ basis: "labelled", of: 100, kept: Math.round(open.confidence * 100) });
  });

  test("follows the decisions that were made here, once these count", async () => {
    const { id, all } = await aDesk();
    const calibration = { ...builtInCalibration, steps: [{ upTo: 1, kept: 270, of: 300 }] };
    await db
      .insertInto("matchingCalibration")
      .values({ calibration: JSON.stringify(calibration), decisions: 300 })
      .execute();
    const { rate } = await getDeskQuestion(db, id, all[1]!.id);
    expect(rate).toEqual({ basis: "here", kept: 270, of: 300, lower: 86, decisions: 300 });
  });

  test("says of each match what speaks for it, also of those after the second", async () => {
    const { id, all } = await aDesk();
    const { candidates, explanation } = await getDeskQuestion(db, id, all[1]!.id);
    expect(candidates.length).toBeGreaterThanOrEqual(3);
    const encrypted = candidates.filter(({ key }) => key !== "KB-0004");
    for (const { grounds } of encrypted) expect(grounds.matched).toContain("encrypted");
    const laptops = candidates.find(({ key }) => key === "KB-0002")!;
    expect(laptops.grounds).toMatchObject({ missing: expect.arrayContaining(["customers"]) });
    expect(explanation.runnerUp).toEqual(expect.any(String));
  });

  test("names the meanings of the operator's own words among the grounds", async () => {
    const { id, all, staff } = await aDesk();
    await addOwnConcept(db, staff, { name: "Strongbox", phrases: ["databases", "customers store"] });
    const { candidates } = await getDeskQuestion(db, id, all[1]!.id);
    expect(candidates.find(({ key }) => key === "KB-0001")!.grounds.concepts).toContain("Strongbox");
  });

  test("says that a wording is remembered, for as long as the decision stands", async () => {
    const { id, staff, all } = await aDesk();
    await acceptResponse(db, staff, all[1]!.shown);
    const [first, second] = [all[0]!, all[1]!];
    const { key } = (await getDeskQuestion(db, id, second.id)).candidates[0]!;
    expect((await getDeskQuestion(db, id, second.id)).learned).toEqual({ answerKey: key });
    expect((await getDeskQuestion(db, id, first.id)).learned).toBeNull();
    await undoResponse(db, staff, (await shownQuestions(id))[1]!.shown);
    expect((await getDeskQuestion(db, id, second.id)).learned).toBeNull();
  });

  test("goes on to the next undecided question, and round to the first", async () => {
    const { id, staff, all } = await aDesk();
    const [first, second, third] = all.map((question) => question.id);
    expect(await findNextToDecide(db, id, first!)).toBe(second);
    expect(await findNextToDecide(db, id, third!)).toBe(first);
    await rejectResponse(db, staff, all[1]!.shown);
    expect(await findNextToDecide(db, id, first!)).toBe(third);
  });
});
