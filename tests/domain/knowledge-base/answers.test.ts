import { describe, expect, inject, test } from "vitest";
import {
  approveAnswer,
  changeAnswer,
  draftAnswer,
  retireAnswer,
  returnAnswer,
  submitAnswer,
} from "#app/domain/knowledge-base/answers.server.ts";
import { countAnswers, listAnswers, listSections } from "#app/domain/knowledge-base/list-answers.server.ts";
import { findReturnReason, getAnswer } from "#app/domain/knowledge-base/versions.server.ts";
import { db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anAnswerForm, anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";

const nextYear = dayFromNow(365);

async function aDraft() {
  return { ...(await draftAnswer(db, await ada(), anAnswerForm())), version: 1 };
}

async function anAnswerInReview() {
  const draft = await aDraft();
  await submitAnswer(db, await ada(), draft);
  return draft;
}

test("an answer goes from draft to review to approved to retired, and each step is on the trail", async () => {
  const staff = await ada();
  const answer = await aDraft();
  await submitAnswer(db, staff, answer);
  await approveAnswer(db, await ruth(), { ...answer, reviewBy: nextYear });
  expect(await getAnswer(db, staff, answer.id)).toMatchObject({
    key: "KB-0001",
    state: "approved",
    approvedVersion: 1,
    approverName: "Ruth Okafor",
    reviewBy: nextYear,
  });

  await retireAnswer(db, staff, { ...answer, reason: "We no longer do this" });

  expect(await getAnswer(db, staff, answer.id)).toMatchObject({
    state: "retired",
    approvedVersion: null,
    reviewBy: null,
  });
  expect(await auditTrail()).toEqual(["drafted", "submitted", "approved", "retired"]);
});

test("a draft is not approved before it was submitted for review", async () => {
  const draft = await aDraft();
  await expect(approveAnswer(db, await ada(), { ...draft, reviewBy: nextYear })).rejects.toMatchObject({
    code: "knowledge-base.answer-in-other-state",
  });
});

test("an answer is approved until a day that is still to come", async () => {
  const answer = await anAnswerInReview();
  await expect(approveAnswer(db, await ada(), { ...answer, reviewBy: dayFromNow(0) })).rejects.toMatchObject({
    code: "knowledge-base.review-is-past",
  });
});

describe("a change", () => {
  test("is a new version with author and reason, and leaves the version before it as it was", async () => {
    const answer = await aDraft();
    await changeAnswer(db, await ruth(), {
      ...answer,
      ...anAnswerForm({ text: "Yes, with AES-256." }),
      reason: "Shorter",
    });

    const { versions, state } = await getAnswer(db, await ada(), answer.id);
    expect(state).toBe("draft");
    expect(versions).toMatchObject([
      { number: 2, text: "Yes, with AES-256.", authorName: "Ruth Okafor", reason: "Shorter" },
      { number: 1, text: anAnswerForm().text, authorName: "Ada Lindqvist" },
    ]);
  });

  test("of an approved answer is a draft, and the approved version stays in use until the draft is approved", async () => {
    const staff = await ada();
    const answer = { ...(await anApprovedAnswer()), version: 1 };
    await changeAnswer(db, staff, { ...answer, ...anAnswerForm({ text: "Yes. AES-256-GCM." }), reason: "" });
    expect(await getAnswer(db, staff, answer.id)).toMatchObject({
      state: "draft",
      version: 2,
      approvedVersion: 1,
      approved: { text: anAnswerForm().text },
    });

    await submitAnswer(db, staff, { id: answer.id, version: 2 });
    await approveAnswer(db, staff, { id: answer.id, version: 2, reviewBy: nextYear });

    expect(await getAnswer(db, staff, answer.id)).toMatchObject({ state: "approved", approvedVersion: 2 });
  });

  test("that changes nothing makes no version", async () => {
    const answer = await aDraft();
    await changeAnswer(db, await ada(), { ...answer, ...anAnswerForm(), reason: "" });
    expect(await getAnswer(db, await ada(), answer.id)).toMatchObject({ version: 1, versions: [{ number: 1 }] });
  });

  test("made upon a version that a colleague has changed is refused", async () => {
    const answer = await aDraft();
    await changeAnswer(db, await ruth(), { ...answer, ...anAnswerForm({ text: "Yes, all of it." }), reason: "" });
    const mine = { ...answer, ...anAnswerForm({ text: "Yes, most of it." }), reason: "" };
    await expect(changeAnswer(db, await ada(), mine)).rejects.toMatchObject({
      code: "knowledge-base.answer-has-changed",
    });
  });

  test("cites only controls that exist", async () => {
    const citations = [{ kind: "control" as const, ref: "AC-99" }];
    await expect(draftAnswer(db, await ada(), anAnswerForm({ citations }))).rejects.toMatchObject({
      code: "knowledge-base.no-such-control",
    });
  });

  test("brings a retired answer back as a draft that is not in use", async () => {
    const staff = await ada();
    const answer = { ...(await anApprovedAnswer()), version: 1 };
    await retireAnswer(db, staff, { ...answer, reason: "" });
    await changeAnswer(db, staff, { ...answer, ...anAnswerForm({ text: "Yes, again." }), reason: "" });
    expect(await getAnswer(db, staff, answer.id)).toMatchObject({ state: "draft", approvedVersion: null });
  });
});

test("an approval counts for the text that was shown: when it changes meanwhile, nothing is approved", async () => {
  const answer = await anAnswerInReview();
  await changeAnswer(db, await ada(), { ...answer, ...anAnswerForm({ text: "No." }), reason: "" });
  await submitAnswer(db, await ada(), { id: answer.id, version: 2 });

  await expect(approveAnswer(db, await ruth(), { ...answer, reviewBy: nextYear })).rejects.toMatchObject({
    code: "knowledge-base.answer-has-changed",
  });

  expect(await getAnswer(db, await ada(), answer.id)).toMatchObject({ state: "in-review", approvedVersion: null });
});

test.runIf(inject("postgres"))("an approval waits for a change at the same moment, and is then refused", async () => {
  const [staff, colleague] = [await ada(), await ruth()];
  const answer = await anAnswerInReview();
  const change = await db.startTransaction().execute();
  await changeAnswer(change, staff, { ...answer, ...anAnswerForm({ text: "No." }), reason: "" });
  const late = expect(approveAnswer(db, colleague, { ...answer, reviewBy: nextYear })).rejects.toMatchObject({
    code: "knowledge-base.answer-has-changed",
  });
  await untilSomeoneWaitsForALock();
  await change.commit().execute();
  await late;
});

test("an answer that is sent back is a draft again, and the author reads why", async () => {
  const answer = await anAnswerInReview();
  await returnAnswer(db, await ruth(), { ...answer, reason: "Name the algorithm" });
  const returned = await getAnswer(db, await ada(), answer.id);
  expect(returned.state).toBe("draft");
  expect(await findReturnReason(db, returned)).toMatchObject({ reason: "Name the algorithm", by: "Ruth Okafor" });
});

test("keys go on without a gap, also past KB-9999", async () => {
  await anApprovedAnswer();
  await db.updateTable("answer").set({ key: "KB-9999" }).execute();
  expect((await aDraft()).key).toBe("KB-10000");
  const { answers } = await listAnswers(db, await ada());
  expect(answers.map(({ key }) => key)).toEqual(["KB-10000", "KB-9999"]);
  expect((await listAnswers(db, await ada(), { before: "KB-10000" })).answers).toHaveLength(1);
});

describe("sales", () => {
  test("read approved versions only, without notes", async () => {
    const staff = await ada();
    const approved = await anApprovedAnswer({ notes: "Never promise a date" });
    const draft = await aDraft();
    await changeAnswer(db, staff, {
      ...approved,
      version: 1,
      ...anAnswerForm({ text: "Not yet approved" }),
      reason: "",
    });

    const { answers } = await listAnswers(db, await sam());
    expect(answers.map(({ key }) => key)).toEqual([approved.key]);
    const seen = await getAnswer(db, await sam(), approved.id);
    expect(seen.current).toMatchObject({ number: 1, text: anAnswerForm().text });
    expect(JSON.stringify(seen)).not.toMatch(/Never promise|Not yet approved/);
    await expect(getAnswer(db, await sam(), draft.id)).rejects.toMatchObject({
      code: "knowledge-base.answer-not-found",
    });
  });

  test("change nothing", async () => {
    const answer = { ...(await anApprovedAnswer()), version: 1 };
    const seller = await sam();
    const refused = { code: "knowledge-base.not-yours-to-change" };
    await expect(draftAnswer(db, seller, anAnswerForm())).rejects.toMatchObject(refused);
    await expect(changeAnswer(db, seller, { ...answer, ...anAnswerForm(), reason: "" })).rejects.toMatchObject(refused);
    await expect(retireAnswer(db, seller, { ...answer, reason: "" })).rejects.toMatchObject(refused);
  });
});

describe("the list", () => {
  test("is searched by words in any order, and a percent sign is a percent sign", async () => {
    await anApprovedAnswer();
    await anApprovedAnswer({ question: "What is your uptime?", text: "99.95 % over the last year." });
    const found = async (text: string) => (await listAnswers(db, await ada(), { text })).answers.map(({ key }) => key);
    expect(await found("aes rest")).toEqual(["KB-0001"]);
    expect(await found("%")).toEqual(["KB-0002"]);
    expect(await found("kb-0002")).toEqual(["KB-0002"]);
    expect(await found("nothing like it")).toEqual([]);
  });

  test("shows what is overdue, and by state, section and audience", async () => {
    await anApprovedAnswer({ reviewBy: dayFromNow(-1), section: "Backup", audience: "nda" });
    await anApprovedAnswer();
    const staff = await ada();
    expect((await listAnswers(db, staff, { state: "overdue" })).answers.map(({ key }) => key)).toEqual(["KB-0001"]);
    expect((await listAnswers(db, staff, { section: "Backup" })).total).toBe(1);
    expect((await listAnswers(db, staff, { audience: "public" })).total).toBe(1);
    expect((await listAnswers(db, staff, { state: "draft" })).total).toBe(0);
    expect(await listSections(db)).toEqual(["Backup", "Cryptography"]);
    expect(await countAnswers(db)).toEqual({ draft: 0, "in-review": 0, approved: 2, retired: 0, overdue: 1 });
  });
});

async function auditTrail() {
  const events = await db.selectFrom("auditEvent").select("action").orderBy("seq").execute();
  return events.map(({ action }) => action.replace("knowledge-base.answer.", ""));
}

test("a step and its audit event commit together or not at all", async () => {
  const staff = await ada();
  const answer = await aDraft();
  const undone = inTransaction(db, async (trx) => {
    await submitAnswer(trx, staff, answer);
    throw new Error("the power went out");
  });
  await expect(undone).rejects.toThrow("the power went out");
  expect(await getAnswer(db, staff, answer.id)).toMatchObject({ state: "draft" });
  expect(await auditTrail()).toEqual(["drafted"]);
});
