import { describe, expect, inject, test } from "vitest";
import { accepts, anNda } from "#tests/domain/access/scene.ts";
import { fillQuestionnaire } from "#app/domain/questionnaires/autofill.job.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { getQuestionnaire, retryQuestionnaire } from "#app/domain/questionnaires/questionnaires.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada, kim, pat, quinn } from "#tests/support/given.ts";
import {
  aConfirmedQuestionnaire,
  aJob,
  aQuestionnaireInReview,
  aTakenInQuestionnaire,
  csvOf,
  shownQuestions,
} from "#tests/support/questionnaires.ts";
import { inspectQuestionnaire } from "#app/domain/questionnaires/inspect.job.server.ts";
import { confirmLayout } from "#app/domain/questionnaires/layout.server.ts";
import { shownLayout } from "#tests/support/questionnaires.ts";

const encryption = { question: "Is customer data encrypted at rest?", text: "Yes. AES-256.", short: "Yes" };
const restores = {
  question: "How do you test that backups can be restored?",
  text: "Every quarter we restore a production backup into an empty account and compare the row counts.",
  short: null,
};

describe("filling", () => {
  test("gives each question one response: a proposal with its source and method, or a blank with its reason", async () => {
    await anApprovedAnswer(encryption);
    await anApprovedAnswer(restores);
    const { id, questions } = await aQuestionnaireInReview(await pat());
    expect(questions).toMatchObject([
      { ref: "1.1", state: "proposed", short: "Yes", text: "Yes. AES-256.", answerKey: "KB-0001", method: "exact" },
      { ref: "1.2", state: "blank", text: "", answerKey: null, reason: expect.stringMatching(/\.$/) },
      { ref: "1.3", state: "proposed", text: restores.text, answerKey: "KB-0002", answerVersion: 1, method: "exact" },
    ]);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review", toDecide: 2, blank: 1 });
  });

  test("leaves everything blank when nothing is approved", async () => {
    await anApprovedAnswer({ ...encryption, state: "draft", approval: null });
    await anApprovedAnswer({ ...restores, reviewBy: dayFromNow(-1) });
    const { questions } = await aQuestionnaireInReview(await pat());
    expect(questions.map(({ state }) => state)).toEqual(["blank", "blank", "blank"]);
  });

  test("tells security that a review waits, once, however often the job runs", async () => {
    await ada();
    const { id } = await aConfirmedQuestionnaire(await pat());
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    const waiting = await db
      .selectFrom("mail")
      .select("props")
      .where("template", "=", "questionnaire-waiting")
      .execute();
    expect(waiting.map(({ props }) => (props as { link: string }).link.split("/").at(-1))).toEqual(["map", "review"]);
    expect(await filledEvents()).toBe(1);
  });

  test("that died midway goes on where it stopped and touches nothing that has a response", async () => {
    await anApprovedAnswer(encryption);
    const rows = Array.from({ length: 60 }, (_, at) => [
      `${at + 1}`,
      `Is customer data number ${at} encrypted at rest?`,
      "",
    ]);
    const { id } = await aConfirmedQuestionnaire(await pat(), csvOf([["No", "Question", "Answer"], ...rows]));
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    const staff = await ada();
    const [first] = await shownQuestions(id);
    await acceptResponse(db, staff, first!.shown);
    await db.updateTable("questionnaire").set({ state: "filling" }).execute();
    const lost = (await shownQuestions(id)).slice(30).map((question) => question.id);
    await db.deleteFrom("response").where("questionId", "in", lost).execute();

    await fillQuestionnaire(db, { questionnaireId: id }, aJob);

    const questions = await shownQuestions(id);
    expect(questions).toHaveLength(60);
    expect(questions[0]).toMatchObject({ state: "accepted", version: 2, deciderName: staff.name });
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review", accepted: 1 });
  });

  test.runIf(inject("postgres"))(
    "by two workers at once still gives one response a question and one review",
    async () => {
      await anApprovedAnswer(encryption);
      const rows = Array.from({ length: 120 }, (_, at) => [
        `${at + 1}`,
        `Is customer data number ${at} encrypted?`,
        "",
      ]);
      const { id } = await aConfirmedQuestionnaire(await pat(), csvOf([["No", "Question", "Answer"], ...rows]));
      await Promise.all([1, 2, 3].map(() => fillQuestionnaire(db, { questionnaireId: id }, aJob)));
      expect(await shownQuestions(id)).toHaveLength(120);
      expect(await filledEvents()).toBe(1);
    },
  );

  test("does not propose over what the file says already", async () => {
    await anApprovedAnswer(encryption);
    const { questions } = await aQuestionnaireInReview(
      await pat(),
      csvOf([
        ["No", "Question", "Answer"],
        ["1", encryption.question, "We said so last year"],
        ["2", "Do you encrypt customer data at rest in databases?", ""],
      ]),
    );
    expect(questions[0]).toMatchObject({ state: "blank", reason: "It was already answered in the file." });
  });

  test("that fails to the last says so, and can be tried again from there", async () => {
    const { id } = await aConfirmedQuestionnaire(await pat());
    await db.updateTable("question").set({ text: "x" }).execute();
    await db.updateTable("questionnaire").set({ state: "failed", failure: "It broke." }).execute();
    await retryQuestionnaire(db, await ada(), id);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "filling" });
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review" });
  });
});

describe("a questionnaire is filled from", () => {
  const forEach = async () => {
    for (const audience of ["public", "on-request", "nda", "internal"] as const) {
      await anApprovedAnswer({ question: `Is this ${audience} thing encrypted?`, text: audience, audience });
    }
  };
  const form = csvOf([
    ["No", "Question", "Answer"],
    ...["public", "on-request", "nda", "internal"].map((one, at) => [
      `${at + 1}`,
      `Is this ${one} thing encrypted?`,
      "",
    ]),
  ]);
  const proposed = (questions: { text: string; method: string }[]) =>
    questions.map(({ text, method }) => (method === "exact" ? text : null));

  test("public and on-request answers for a verified account", async () => {
    await forEach();
    const { questions } = await aQuestionnaireInReview(await kim(), form);
    expect(proposed(questions)).toEqual(["public", "on-request", null, null]);
    expect(questions.map(({ text }) => text)).not.toContain("nda");
  });

  test("NDA answers too, once a member of the account has accepted the NDA in force", async () => {
    await forEach();
    await anNda();
    await accepts(await quinn());
    const { questions } = await aQuestionnaireInReview(await pat(), form);
    expect(proposed(questions)).toEqual(["public", "on-request", "nda", null]);
  });

  test("public answers alone when it belongs to no account", async () => {
    await forEach();
    const staff = await ada();
    const { id } = await aTakenInQuestionnaire(staff, null, form);
    await inspectQuestionnaire(db, { questionnaireId: id }, aJob);
    await confirmLayout(db, staff, { id, form: await shownLayout(id) });
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    expect(proposed(await shownQuestions(id))).toEqual(["public", null, null, null]);
  });
});

async function filledEvents() {
  const action = "questionnaires.questionnaire.filled";
  return (await db.selectFrom("auditEvent").select("seq").where("action", "=", action).execute()).length;
}
