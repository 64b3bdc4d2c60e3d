import { sql } from "kysely";
import { describe, expect, inject, test, vi } from "vitest";
import { getLibraryState } from "#app/domain/knowledge-base/answer-library.server.ts";
import { cancelFilling } from "#app/domain/questionnaires/cancel-filling.server.ts";
import { accepts, anNda } from "#tests/domain/access/scene.ts";
import { fillQuestionnaire } from "#app/domain/questionnaires/autofill.job.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { getQuestionnaire, retryQuestionnaire } from "#app/domain/questionnaires/questionnaires.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada, kim, pat, quinn, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
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

const manyQuestions = (count: number) =>
  csvOf([
    ["No", "Question", "Answer"],
    ...Array.from({ length: count }, (_, at) => [`${at + 1}`, `Is customer data number ${at} encrypted at rest?`, ""]),
  ]);

/** As a killed worker leaves it: the first responses are there. */
async function dieAt(id: string, responses: number) {
  const lost = (await shownQuestions(id)).slice(responses).map((question) => question.id);
  await db.deleteFrom("response").where("questionId", "in", lost).execute();
  await db.updateTable("questionnaire").set({ state: "filling", filledAt: null }).where("id", "=", id).execute();
}

async function libraryVersionOf(id: string) {
  const row = db.selectFrom("questionnaire").select("libraryVersion").where("id", "=", id);
  return (await row.executeTakeFirstOrThrow()).libraryVersion;
}

/** All that matching says of each question, in their order. */
const madeResponses = (id: string) =>
  db
    .selectFrom("response")
    .innerJoin("question", "question.id", "response.questionId")
    .select(["position", "state", "short", "response.text", "answerId", "answerVersion", "method", "confidence"])
    .select(["reason", "alternatives", "explanation", "evidence"])
    .where("response.questionnaireId", "=", id)
    .orderBy("position")
    .execute();

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
    const { id } = await aConfirmedQuestionnaire(await pat(), manyQuestions(60));
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    await db.updateTable("response").set({ reason: "Made before" }).execute();
    await dieAt(id, 30);

    await fillQuestionnaire(db, { questionnaireId: id }, aJob);

    const reasons = (await shownQuestions(id)).map(({ reason }) => reason);
    expect(reasons.slice(0, 30)).toEqual(Array(30).fill("Made before"));
    expect(reasons.slice(30)).not.toContain("Made before");
    expect(reasons).toHaveLength(60);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review" });
  });

  test("that died midway starts anew when the knowledge base has moved on, and leaves what a person decided", async () => {
    await anApprovedAnswer(encryption);
    const { id } = await aConfirmedQuestionnaire(await pat(), manyQuestions(60));
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    const before = await libraryVersionOf(id);
    const staff = await ada();
    const [first] = await shownQuestions(id);
    await acceptResponse(db, staff, first!.shown);
    await db.updateTable("response").set({ reason: "Made before" }).execute();
    await dieAt(id, 30);
    await anApprovedAnswer({ question: "Is customer data number 20 encrypted at rest?", text: "Number 20 is." });

    await fillQuestionnaire(db, { questionnaireId: id }, aJob);

    const questions = await shownQuestions(id);
    expect(questions).toHaveLength(60);
    expect(questions[0]).toMatchObject({ state: "accepted", version: 2, deciderName: staff.name });
    expect(questions[20]).toMatchObject({ state: "proposed", text: "Number 20 is.", method: "exact" });
    expect(questions.filter(({ reason }) => reason === "Made before")).toHaveLength(1);
    expect(Number(await libraryVersionOf(id))).toBeGreaterThan(Number(before));
  });

  test("names the version of the knowledge base, and from the same one proposes the same", async () => {
    await anApprovedAnswer(encryption);
    await anApprovedAnswer(restores);
    const [one, other] = [await aQuestionnaireInReview(await pat()), await aQuestionnaireInReview(await quinn())];
    expect(await libraryVersionOf(one.id)).toBe((await getLibraryState(db)).version);
    expect(await libraryVersionOf(other.id)).toBe(await libraryVersionOf(one.id));
    expect(await madeResponses(other.id)).toEqual(await madeResponses(one.id));
  });

  test("keeps what each confidence rests on", async () => {
    await anApprovedAnswer(encryption);
    const { id } = await aQuestionnaireInReview(await pat());
    const [first] = await madeResponses(id);
    expect(first!.evidence).toMatchObject({ wording: 1, vetoed: false, margin: 1, score: expect.any(Number) });
  });

  test.runIf(inject("postgres"))(
    "by two workers at once still gives one response a question and one review",
    async () => {
      await anApprovedAnswer(encryption);
      const { id } = await aConfirmedQuestionnaire(await pat(), manyQuestions(120));
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

describe("a run", () => {
  test.runIf(inject("postgres"))("that was overtaken by one from a newer version writes nothing more", async () => {
    await anApprovedAnswer(encryption);
    const { id } = await aConfirmedQuestionnaire(await pat(), manyQuestions(30));
    const { started, goOn } = await aRunHeldBack(id);
    await anApprovedAnswer(restores);
    const { version } = await getLibraryState(db);
    await db.updateTable("questionnaire").set({ libraryVersion: version }).where("id", "=", id).execute();
    await goOn();
    await started;
    expect(await madeResponses(id)).toEqual([]);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "filling" });

    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review" });
    expect(await madeResponses(id)).toHaveLength(30);
  });
});

describe("a newer run", () => {
  test.runIf(inject("postgres"))("waits for the batch that is being written, and never mixes with it", async () => {
    await anApprovedAnswer(encryption);
    const { id } = await aConfirmedQuestionnaire(await pat(), manyQuestions(20));
    const { version } = await getLibraryState(db);
    await db.updateTable("questionnaire").set({ libraryVersion: version }).where("id", "=", id).execute();
    const hold = await db.startTransaction().execute();
    await sql`lock table response in share mode`.execute(hold);
    const older = fillQuestionnaire(db, { questionnaireId: id }, aJob);
    await untilSomeoneWaitsForALock();
    await anApprovedAnswer({ question: "Is customer data number 7 encrypted at rest?", text: "Number 7 is." });
    const newer = fillQuestionnaire(db, { questionnaireId: id }, aJob);
    await vi.waitFor(async () => expect(await waitsForItsRow()).toBe(true), { timeout: 20_000 });
    await hold.commit().execute();
    await Promise.all([older, newer]);
    const made = await madeResponses(id);
    expect(made).toHaveLength(20);
    // PostgreSQL may give the row to the older run once more before the newer one wakes: then that one has it whole.
    const newerWon = (await libraryVersionOf(id)) !== version;
    expect(made[7]!.text === "Number 7 is.").toBe(newerWon);
    expect(made[7]!.method === "exact").toBe(newerWon);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review" });
  });
});

/** Whether someone waits to have a questionnaire's row alone. */
async function waitsForItsRow() {
  const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database()
    and wait_event_type = 'Lock' and query like '%from "questionnaire"%for update'`.execute(db);
  return rows.length > 0;
}

describe("cancelling", () => {
  test("goes back to the columns, and what was filled is gone; it can be confirmed and filled again", async () => {
    await anApprovedAnswer(encryption);
    const { id } = await aConfirmedQuestionnaire(await pat(), manyQuestions(40));
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    await dieAt(id, 25);
    const staff = await ada();

    await cancelFilling(db, staff, id);

    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "mapping", questions: 0, confirmedBy: null });
    expect(await madeResponses(id)).toEqual([]);
    const { action, details } = await lastEvent();
    expect([action, details]).toEqual(["questionnaires.filling.cancelled", { filled: 25, of: 40 }]);

    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "mapping" });
    await confirmLayout(db, staff, { id, form: await shownLayout(id) });
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review", questions: 40 });
  });

  test("is for security, and only while it is being filled", async () => {
    const { id } = await aConfirmedQuestionnaire(await pat());
    await expect(cancelFilling(db, await sam(), id)).rejects.toMatchObject({ code: "access.not-a-decider" });
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    await expect(cancelFilling(db, await ada(), id)).rejects.toMatchObject({ code: "questionnaires.not-being-filled" });
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review", questions: 3 });
  });

  test.runIf(inject("postgres"))("stops a run that is at work: not one response is written after it", async () => {
    await anApprovedAnswer(encryption);
    const { id } = await aConfirmedQuestionnaire(await pat(), manyQuestions(30));
    const { started, goOn } = await aRunHeldBack(id);
    const cancelled = cancelFilling(db, await ada(), id);
    await goOn();
    await Promise.all([cancelled, started]);
    expect(await madeResponses(id)).toEqual([]);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "mapping", questions: 0 });
  });

  test.runIf(inject("postgres"))("waits for the batch that is being written, and takes it along", async () => {
    await anApprovedAnswer(encryption);
    const { id } = await aConfirmedQuestionnaire(await pat(), manyQuestions(30));
    const batch = await db.startTransaction().execute();
    await batch.selectFrom("questionnaire").select("id").where("id", "=", id).forShare().execute();
    const cancelled = cancelFilling(db, await ada(), id);
    await untilSomeoneWaitsForALock();
    const { id: questionId } = await batch.selectFrom("question").select("id").limit(1).executeTakeFirstOrThrow();
    const explanation = JSON.stringify({ proposed: false, sure: false, vetoes: [] });
    await batch
      .insertInto("response")
      .values({ questionId, questionnaireId: id, state: "blank", text: "", method: "none", confidence: 0, explanation })
      .execute();
    await batch.commit().execute();
    await cancelled;
    expect(await madeResponses(id)).toEqual([]);
  });
});

/** A run that has named its version on the questionnaire and cannot read the questions before `goOn`. */
async function aRunHeldBack(id: string) {
  const hold = await db.startTransaction().execute();
  await sql`lock table question in access exclusive mode`.execute(hold);
  const started = fillQuestionnaire(db, { questionnaireId: id }, aJob);
  await untilSomeoneWaitsForALock();
  expect(await libraryVersionOf(id)).not.toBeNull();
  return { started, goOn: () => hold.commit().execute() };
}

const lastEvent = () =>
  db.selectFrom("auditEvent").select(["action", "details"]).orderBy("seq", "desc").limit(1).executeTakeFirstOrThrow();

async function filledEvents() {
  const action = "questionnaires.questionnaire.filled";
  return (await db.selectFrom("auditEvent").select("seq").where("action", "=", action).execute()).length;
}
