import { describe, expect, inject, test, vi } from "vitest";
import { changeAnswer, approveAnswer, retireAnswer, submitAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import { exportFile, getReleasedFile } from "#app/domain/questionnaires/exports.server.ts";
import { getDeliveries } from "#app/domain/questionnaires/ledger.server.ts";
import { getQuestionnaire, listOwnQuestionnaires } from "#app/domain/questionnaires/questionnaires.server.ts";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { acceptResponse, editResponse, rejectResponse } from "#app/domain/questionnaires/review.server.ts";
import { db } from "#db/client.server.ts";
import { anAnswerForm, anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada, kim, pat, quinn, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";
import { aQuestionnaireInReview, threeQuestions } from "#tests/support/questionnaires.ts";

const secret = "CANARY: the customer pays late";

async function aReviewedQuestionnaire() {
  const answer = await anApprovedAnswer({ text: "AES-256 throughout.", notes: secret, audience: "on-request" });
  await anApprovedAnswer({
    question: "Where do the goldfish live?",
    text: `${secret} (internal)`,
    audience: "internal",
  });
  const backups = {
    question: "How do you test that backups can be restored?",
    text: "UNDECIDED quarterly",
    short: null,
  };
  await anApprovedAnswer(backups);
  const staff = await ada();
  const { id, questions } = await aQuestionnaireInReview(await pat());
  await acceptResponse(db, staff, questions[0]!.shown);
  return { id, staff, answer, questions, shown: (await planRelease(db, id)).digest };
}

describe("a release", () => {
  test("lists exactly what will leave and what stays blank, and why", async () => {
    const { id, staff, questions } = await aReviewedQuestionnaire();
    await rejectResponse(db, staff, questions[1]!.shown);
    const { leaving, blank, blocking } = await planRelease(db, id);
    expect(leaving).toMatchObject([
      {
        ref: "1.1",
        planned: { answer: { cell: "C2", text: "Yes" }, comment: { cell: "D2", text: "AES-256 throughout." } },
      },
    ]);
    expect(blank.map(({ ref, why }) => [ref, why])).toEqual([
      ["1.2", "Left blank by a reviewer."],
      ["1.3", "Not decided."],
    ]);
    expect(blocking).toEqual([]);
  });

  test("writes accepted and edited answers into the customer's own file and nothing else", async () => {
    const { id, staff, questions } = await aReviewedQuestionnaire();
    await editResponse(db, staff, { ...questions[1]!.shown, short: null, text: "We keep no goldfish." });
    const { digest } = await planRelease(db, id);
    expect(await releaseQuestionnaire(db, staff, { id, shown: digest })).toEqual({ answered: 2, blank: 1 });

    const { bytes, fileName, mediaType } = await getReleasedFile(db, await pat(), id);
    const text = Buffer.from(bytes).toString("utf8");
    const lines = threeQuestions.toString("utf8").split("\r\n");
    lines[1] = lines[1]!.replace('"",""', '"Yes","AES-256 throughout."');
    lines[2] = lines[2]!.replace('"",""', '"We keep no goldfish.",""');
    expect(text).toBe(lines.join("\r\n"));
    expect([fileName, mediaType]).toEqual(["acme_review-answered.csv", "text/csv"]);
  });

  test("enters each delivered answer in the ledger, tells the sender, and is on the trail", async () => {
    const { id, staff, answer, shown } = await aReviewedQuestionnaire();
    await releaseQuestionnaire(db, staff, { id, shown });
    expect(await getDeliveries(db, answer.id)).toMatchObject({
      ...{ times: 1, accounts: 1 },
      recent: [{ accountName: "Acme GmbH", answerVersion: 1, title: "Vendor review 2026" }],
    });
    expect(await db.selectFrom("deliveredAnswer").select(["questionText", "short", "text"]).execute()).toEqual([
      { questionText: "Is customer data encrypted at rest?", short: "Yes", text: "AES-256 throughout." },
    ]);
    const mail = await db
      .selectFrom("mail")
      .select(["recipient", "props"])
      .where("template", "=", "questionnaire-released")
      .execute();
    expect(mail).toMatchObject([{ recipient: "pat@acme.example", props: { answered: 1, blank: 2 } }]);
    const last = await db.selectFrom("auditEvent").select("action").orderBy("seq", "desc").executeTakeFirst();
    expect(last?.action).toBe("questionnaires.questionnaire.released");
  });

  test("happens once", async () => {
    const { id, staff, shown } = await aReviewedQuestionnaire();
    await releaseQuestionnaire(db, staff, { id, shown });
    await expect(releaseQuestionnaire(db, await ruth(), { id, shown })).rejects.toMatchObject({
      code: "questionnaires.released-already",
    });
    expect(await db.selectFrom("deliveredAnswer").select("id").execute()).toHaveLength(1);
  });

  test.runIf(inject("postgres"))("pressed by two people at once happens once", async () => {
    const { id, staff, shown } = await aReviewedQuestionnaire();
    const colleague = await ruth();
    const both = await Promise.allSettled(
      [staff, colleague].map((person) => releaseQuestionnaire(db, person, { id, shown })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db.selectFrom("deliveredAnswer").select("id").execute()).toHaveLength(1);
    const mail = db.selectFrom("mail").select("id").where("template", "=", "questionnaire-released");
    expect(await mail.execute()).toHaveLength(1);
  });

  test("is of the list that was shown: when anything changes meanwhile, nothing leaves", async () => {
    const { id, staff, questions, shown } = await aReviewedQuestionnaire();
    await rejectResponse(db, await ruth(), questions[2]!.shown);
    await expect(releaseQuestionnaire(db, staff, { id, shown })).rejects.toMatchObject({
      code: "questionnaires.list-has-changed",
    });
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review" });
  });

  test("of nothing is refused", async () => {
    const { id } = await aQuestionnaireInReview(await pat());
    const { digest } = await planRelease(db, id);
    await expect(releaseQuestionnaire(db, await ada(), { id, shown: digest })).rejects.toMatchObject({
      code: "questionnaires.nothing-to-release",
    });
  });

  test("is for security and admin", async () => {
    const { id, shown } = await aReviewedQuestionnaire();
    const refused = { code: "access.not-a-decider" };
    await expect(releaseQuestionnaire(db, await sam(), { id, shown })).rejects.toMatchObject(refused);
    await expect(exportFile(db, await sam(), id)).rejects.toMatchObject(refused);
  });
});

describe("an accepted answer that went stale stops the release, by name", () => {
  async function blocked(id: string) {
    const plan = await planRelease(db, id);
    await expect(releaseQuestionnaire(db, await ada(), { id, shown: plan.digest })).rejects.toMatchObject({
      code: "questionnaires.answers-not-reusable",
      message: expect.stringContaining("1.1: KB-0001"),
    });
    return plan.blocking.map(({ problem }) => problem);
  }

  test("when it was retired", async () => {
    const { id, staff, answer } = await aReviewedQuestionnaire();
    await retireAnswer(db, staff, { id: answer.id, version: 1, reason: "" });
    expect(await blocked(id)).toEqual(["KB-0001 was retired."]);
  });

  test("when its review date passed", async () => {
    const { id } = await aReviewedQuestionnaire();
    await db
      .updateTable("answer")
      .set({ reviewBy: dayFromNow(-1) })
      .where("key", "=", "KB-0001")
      .execute();
    expect(await blocked(id)).toEqual(["KB-0001 is past its review date."]);
  });

  test("when other words were approved, or for fewer people", async () => {
    const { id, staff, answer } = await aReviewedQuestionnaire();
    const change = { id: answer.id, version: 1, reason: "", ...anAnswerForm({ audience: "internal" }) };
    await changeAnswer(db, staff, change);
    await submitAnswer(db, staff, { id: answer.id, version: 2 });
    await approveAnswer(db, staff, { id: answer.id, version: 2, reviewBy: dayFromNow(90) });
    expect(await blocked(id)).toEqual(["KB-0001 has a newer approved version (2, not 1)."]);
  });

  test("unless a reviewer wrote the words themselves", async () => {
    const { id, staff, answer, questions } = await aReviewedQuestionnaire();
    await editResponse(db, staff, { ...questions[1]!.shown, short: null, text: "Ours" });
    const first = { ...questions[0]!.shown, version: 2 };
    await editResponse(db, staff, { ...first, short: "Yes", text: "Yes, by our own key." });
    await retireAnswer(db, staff, { id: answer.id, version: 1, reason: "" });
    const { digest, blocking } = await planRelease(db, id);
    expect(blocking).toEqual([]);
    await releaseQuestionnaire(db, staff, { id, shown: digest });
  });

  test.runIf(inject("postgres"))("also when it is retired while the release is being made", async () => {
    const { id, staff, answer, shown } = await aReviewedQuestionnaire();
    const retirement = await db.startTransaction().execute();
    await retireAnswer(retirement, await ruth(), { id: answer.id, version: 1, reason: "" });
    const late = expect(releaseQuestionnaire(db, staff, { id, shown })).rejects.toMatchObject({
      code: "questionnaires.answers-not-reusable",
    });
    await vi.waitFor(untilSomeoneWaitsForALock, { timeout: 20_000 });
    await retirement.commit().execute();
    await late;
    expect(await db.selectFrom("deliveredAnswer").select("id").execute()).toEqual([]);
  });
});

describe("a released file", () => {
  test("is for members of the account that sent it, and no other company knows of it", async () => {
    const { id, staff, shown } = await aReviewedQuestionnaire();
    const notThere = { code: "questionnaires.not-found" };
    await expect(getReleasedFile(db, await pat(), id)).rejects.toMatchObject(notThere);
    await releaseQuestionnaire(db, staff, { id, shown });
    await expect(getReleasedFile(db, await kim(), id)).rejects.toMatchObject(notThere);
    expect((await getReleasedFile(db, await quinn(), id)).fileName).toBe("acme_review-answered.csv");
    expect(await listOwnQuestionnaires(db, await quinn())).toMatchObject([
      { state: "released", answered: 1, questions: 3 },
    ]);
  });

  test("never holds a note, an internal answer or a proposal that nobody accepted; nor does the mail or the portal", async () => {
    const { id, staff, shown } = await aReviewedQuestionnaire();
    await releaseQuestionnaire(db, staff, { id, shown });
    const { bytes } = await getReleasedFile(db, await pat(), id);
    const mails = await db.selectFrom("mail").select("props").execute();
    const own = await listOwnQuestionnaires(db, await pat());
    const seen = [Buffer.from(bytes).toString("utf8"), JSON.stringify(mails), JSON.stringify(own)].join("\n");
    expect(seen).not.toMatch(/CANARY|UNDECIDED/);
  });

  test("can be looked at before as a draft, which is on the trail and releases nothing", async () => {
    const { id, staff } = await aReviewedQuestionnaire();
    const draft = await exportFile(db, staff, id);
    expect(draft.fileName).toBe("acme_review-draft.csv");
    expect(Buffer.from(draft.bytes).toString("utf8")).toContain("AES-256 throughout.");
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "in-review", answered: 0 });
    const last = await db
      .selectFrom("auditEvent")
      .select(["action", "details"])
      .orderBy("seq", "desc")
      .executeTakeFirst();
    expect(last).toMatchObject({ action: "questionnaires.questionnaire.exported", details: { draft: true } });
  });

  test("and the ledger stay as they are, for ever", async () => {
    const { id, staff, shown } = await aReviewedQuestionnaire();
    await releaseQuestionnaire(db, staff, { id, shown });
    await expect(db.updateTable("deliveredAnswer").set({ text: "Otherwise" }).execute()).rejects.toThrow();
    await expect(db.deleteFrom("deliveredAnswer").execute()).rejects.toThrow();
  });
});
