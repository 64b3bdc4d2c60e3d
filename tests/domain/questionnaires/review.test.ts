import { describe, expect, inject, test } from "vitest";
import { retireAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import {
  acceptAllNearExact,
  acceptResponse,
  countNearExact,
  editResponse,
  rejectResponse,
  undoResponse,
  useAlternative,
} from "#app/domain/questionnaires/review.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, kim, pat, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { aQuestionnaireInReview, shownQuestions } from "#tests/support/questionnaires.ts";

async function aReview() {
  const encryption = await anApprovedAnswer({ text: "Yes. AES-256." });
  const backups = await anApprovedAnswer({
    question: "How do you test that backups can be restored?",
    text: "Every quarter.",
    short: null,
  });
  const staff = await ada();
  const { id, questions } = await aQuestionnaireInReview(await pat());
  return { id, staff, encryption, backups, first: questions[0]!, second: questions[1]!, third: questions[2]! };
}

const after = async (id: string, at = 0) => (await shownQuestions(id))[at]!;

describe("a reviewer", () => {
  test("accepts what is proposed, in the words that were approved", async () => {
    const { id, staff, first } = await aReview();
    await acceptResponse(db, staff, first.shown);
    expect(await after(id)).toMatchObject({
      ...{ state: "accepted", short: "Yes", text: "Yes. AES-256.", answerKey: "KB-0001", answerVersion: 1 },
      ...{ deciderName: "Ada Lindqvist", version: 2 },
    });
    expect(await trail()).toEqual(["questionnaires.response.accepted"]);
  });

  test("edits it, and the answer that it came from stays named", async () => {
    const { id, staff, first } = await aReview();
    await editResponse(db, staff, { ...first.shown, short: "No", text: "Not on laptops." });
    expect(await after(id)).toMatchObject({
      state: "edited",
      short: "No",
      text: "Not on laptops.",
      answerKey: "KB-0001",
    });
  });

  test("leaves it blank, and nothing of the proposal stays", async () => {
    const { id, staff, first } = await aReview();
    await rejectResponse(db, staff, first.shown);
    expect(await after(id)).toMatchObject({ state: "rejected", short: null, text: "", answerKey: null });
  });

  test("takes the next best instead", async () => {
    const { id, staff, first } = await aReview();
    await useAlternative(db, staff, { ...first.shown, place: 1 });
    expect(await after(id)).toMatchObject({ state: "accepted", text: "Every quarter.", answerKey: "KB-0002" });
    const again = (await after(id)).shown;
    await expect(useAlternative(db, staff, { ...again, place: 9 })).rejects.toMatchObject({
      code: "questionnaires.no-such-match",
    });
  });

  test("takes a decision back, and the response stands as it was proposed", async () => {
    const { id, staff, first, second } = await aReview();
    await editResponse(db, staff, { ...first.shown, short: null, text: "Something else" });
    await undoResponse(db, staff, (await after(id)).shown);
    expect(await after(id)).toMatchObject({
      ...{ state: "proposed", short: "Yes", text: "Yes. AES-256.", answerKey: "KB-0001", deciderName: null },
    });

    await editResponse(db, staff, { ...second.shown, short: null, text: "We keep no fish" });
    await undoResponse(db, staff, (await after(id, 1)).shown);
    expect(await after(id, 1)).toMatchObject({ state: "blank", text: "", answerKey: null });
  });

  test("cannot take back what nobody decided", async () => {
    const { staff, first } = await aReview();
    await expect(undoResponse(db, staff, first.shown)).rejects.toMatchObject({
      code: "questionnaires.nothing-to-undo",
    });
  });

  test("cannot accept an answer that was retired since it was proposed", async () => {
    const { staff, first, encryption } = await aReview();
    await retireAnswer(db, staff, { id: encryption.id, version: 1, reason: "" });
    await expect(acceptResponse(db, staff, first.shown)).rejects.toMatchObject({
      code: "questionnaires.answer-not-reusable",
      message: expect.stringContaining("KB-0001 was retired."),
    });
  });

  test("is security or admin, not sales", async () => {
    const { first } = await aReview();
    const seller = await sam();
    const refused = { code: "access.not-a-decider" };
    await expect(acceptResponse(db, seller, first.shown)).rejects.toMatchObject(refused);
    await expect(editResponse(db, seller, { ...first.shown, short: null, text: "x" })).rejects.toMatchObject(refused);
    await expect(rejectResponse(db, seller, first.shown)).rejects.toMatchObject(refused);
    await expect(acceptAllNearExact(db, seller, first.shown.questionnaireId)).rejects.toMatchObject(refused);
  });

  test("decides about a question of the questionnaire that is named, and no other", async () => {
    const { staff, first } = await aReview();
    const { id } = await aQuestionnaireInReview(await kim());
    await expect(acceptResponse(db, staff, { ...first.shown, questionnaireId: id })).rejects.toMatchObject({
      code: "questionnaires.question-not-found",
    });
  });
});

describe("two reviewers", () => {
  test("never overwrite each other: the second is told who was first", async () => {
    const { id, staff, first } = await aReview();
    const colleague = await ruth();
    await editResponse(db, colleague, { ...first.shown, short: null, text: "In Ruth's words" });
    await expect(acceptResponse(db, staff, first.shown)).rejects.toMatchObject({
      code: "questionnaires.response-has-changed",
      message: expect.stringContaining("Ruth Okafor"),
    });
    expect(await after(id)).toMatchObject({ text: "In Ruth's words" });
  });

  test.runIf(inject("postgres"))("at the very same moment are put in order", async () => {
    const { id, staff, first } = await aReview();
    const colleague = await ruth();
    const edit = await db.startTransaction().execute();
    await editResponse(edit, colleague, { ...first.shown, short: null, text: "In Ruth's words" });
    const late = expect(rejectResponse(db, staff, first.shown)).rejects.toMatchObject({
      code: "questionnaires.response-has-changed",
    });
    await untilSomeoneWaitsForALock();
    await edit.commit().execute();
    await late;
    expect(await after(id)).toMatchObject({ state: "edited", text: "In Ruth's words" });
  });
});

describe("accepting all near-exact ones", () => {
  test("takes those that need no reading, and leaves the rest and what is decided", async () => {
    const { id, staff, third } = await aReview();
    await editResponse(db, staff, { ...third.shown, short: null, text: "Monthly" });
    expect(await countNearExact(db, id)).toBe(1);
    expect(await acceptAllNearExact(db, staff, id)).toBe(1);
    expect((await shownQuestions(id)).map(({ state }) => state)).toEqual(["accepted", "blank", "edited"]);
    expect(await acceptAllNearExact(db, staff, id)).toBe(0);
    expect(await trail()).toEqual(["questionnaires.response.edited", "questionnaires.responses.accepted"]);
  });

  test("skips an answer that was retired since", async () => {
    const { id, staff, encryption } = await aReview();
    await retireAnswer(db, staff, { id: encryption.id, version: 1, reason: "" });
    expect(await acceptAllNearExact(db, staff, id)).toBe(1);
    expect((await shownQuestions(id)).map(({ state }) => state)).toEqual(["proposed", "blank", "accepted"]);
  });
});

async function trail() {
  const events = await db.selectFrom("auditEvent").select("action").orderBy("seq").execute();
  return events.map(({ action }) => action).filter((action) => action.startsWith("questionnaires.response"));
}
