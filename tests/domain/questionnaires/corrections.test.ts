import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approveAnswer, changeAnswer, retireAnswer, submitAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import {
  dismissCorrection,
  draftNotice,
  listOwnCorrections,
  sendCorrection,
} from "#app/domain/questionnaires/corrections.server.ts";
import { countToldOtherwise, listToldOtherwise } from "#app/domain/questionnaires/told-otherwise.server.ts";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import type { Audience } from "#db/schema/documents.ts";
import { type Db, db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anAnswerForm, anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada, kim, pat, sam } from "#tests/support/given.ts";
import { aQuestionnaireInReview } from "#tests/support/questionnaires.ts";

const before = "AES-256 throughout.";
const after = "AES-256 for databases, ChaCha20 for backups.";

async function aToldAccount() {
  const answer = await anApprovedAnswer({ text: before, audience: "on-request", notes: "CANARY" });
  const staff = await ada();
  const { id, questions } = await aQuestionnaireInReview(await pat());
  await acceptResponse(db, staff, questions[0]!.shown);
  await releaseQuestionnaire(db, staff, { id, shown: (await planRelease(db, id)).digest });
  return { answer, staff };
}

/** Approved anew with other words: its next version. */
async function reword(id: string, version: number, text: string, audience: Audience = "on-request") {
  const staff = await ada();
  await changeAnswer(db, staff, { ...anAnswerForm({ text, audience, notes: "CANARY" }), id, version, reason: "" });
  await submitAnswer(db, staff, { id, version: version + 1 });
  await approveAnswer(db, staff, { id, version: version + 1, reviewBy: dayFromNow(365) });
}

const mails = () =>
  db.selectFrom("mail").select(["recipient", "props"]).where("template", "=", "answer-corrected").execute();

describe("an account that was given an answer", () => {
  test("is told otherwise once the answer says something else, not when only its tags change", async () => {
    const { answer, staff } = await aToldAccount();
    expect(await listToldOtherwise(db)).toEqual([]);
    const same = anAnswerForm({ text: before, audience: "on-request", notes: "CANARY", tags: ["keys"] });
    await changeAnswer(db, staff, { ...same, id: answer.id, version: 1, reason: "" });
    await submitAnswer(db, staff, { id: answer.id, version: 2 });
    await approveAnswer(db, staff, { id: answer.id, version: 2, reviewBy: dayFromNow(365) });
    expect(await listToldOtherwise(db)).toEqual([]);
    await reword(answer.id, 2, after);
    expect(await listToldOtherwise(db)).toMatchObject([
      {
        key: answer.key,
        accountName: "Acme GmbH",
        told: { version: 1, text: before },
        now: { version: 3, text: after },
      },
    ]);
  });

  test("gets a notice that names the old words and the new, once, and reads it in the portal", async () => {
    const { answer, staff } = await aToldAccount();
    await reword(answer.id, 1, after);
    const [{ deliveredId }] = (await listToldOtherwise(db)) as { deliveredId: string }[] as [{ deliveredId: string }];
    const decided = { deliveredId, now: 2, note: "Since May." };
    expect(await sendCorrection(db, staff, decided)).toEqual({ account: "Acme GmbH", people: 1 });
    expect(await mails()).toMatchObject([
      {
        recipient: "pat@acme.example",
        props: { question: "Is customer data encrypted at rest?", told: `Yes. ${before}`, now: `Yes. ${after}` },
      },
    ]);
    expect(JSON.stringify(await mails())).not.toContain("CANARY");
    await expect(sendCorrection(db, staff, decided)).rejects.toMatchObject({
      code: "questionnaires.correction-is-past",
    });
    expect(await listOwnCorrections(db, await pat())).toMatchObject([{ nowText: `Yes. ${after}` }]);
    expect(await listOwnCorrections(db, await kim())).toEqual([]);
  });

  test("is told that an answer no longer holds when it is retired, or when its new words are not for them", async () => {
    const { answer, staff } = await aToldAccount();
    await reword(answer.id, 1, after, "internal");
    const [told] = await listToldOtherwise(db);
    expect(await draftNotice(db, told!)).toMatchObject({ now: null, mayRead: false });
    await retireAnswer(db, staff, { id: answer.id, version: 2, reason: "" });
    await sendCorrection(db, staff, { deliveredId: told!.deliveredId, now: null, note: "" });
    expect(await mails()).toMatchObject([{ props: { now: null } }]);
    expect(JSON.stringify(await mails())).not.toContain(after);
    expect(await countToldOtherwise(db)).toBe(0);
  });

  test("stays away from the list when a person dismissed it, until the answer changes again", async () => {
    const { answer, staff } = await aToldAccount();
    await reword(answer.id, 1, after);
    const [told] = await listToldOtherwise(db);
    await dismissCorrection(db, staff, { deliveredId: told!.deliveredId, now: 2, note: "Told by phone" });
    expect(await countToldOtherwise(db)).toBe(0);
    await reword(answer.id, 2, "Ask us.");
    expect(await countToldOtherwise(db)).toBe(1);
    expect(await mails()).toEqual([]);
  });

  test("is decided about on the words that were shown, and never by sales", async () => {
    const { answer, staff } = await aToldAccount();
    await reword(answer.id, 1, after);
    const [told] = await listToldOtherwise(db);
    await reword(answer.id, 2, "Ask us.");
    const shown = { deliveredId: told!.deliveredId, now: 2, note: "None needed" };
    await expect(sendCorrection(db, staff, shown)).rejects.toMatchObject({ code: "questionnaires.correction-is-past" });
    await expect(dismissCorrection(db, await sam(), { ...shown, now: 3 })).rejects.toMatchObject({
      name: "NotAllowed",
    });
  });

  test("is found through a control that the answer rests on", async () => {
    const { answer } = await aToldAccount();
    await reword(answer.id, 1, after);
    expect(await countToldOtherwise(db, { control: "AC-01" })).toBe(0);
    expect(await countToldOtherwise(db, { answerId: answer.id })).toBe(1);
  });
});

type Step = { account: number } | { text: string } | "retired";
type Held = { id: string; versions: string[]; approved: number | null };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ account: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ text: fc.constantFrom("a", "b", "c") }) },
  { weight: 1, arbitrary: fc.constant("retired" as const) },
);
const historiesAtOnce = 100;

describe("the ledger", () => {
  test("names exactly the accounts that were told otherwise, over 1,000 random histories", async () => {
    const accounts = await threeAccounts();
    const { id: questionnaireId } = await aQuestionnaireInReview(await pat());
    const histories = fc.array(fc.array(step, { maxLength: 12 }), {
      minLength: historiesAtOnce,
      maxLength: historiesAtOnce,
    });
    await fc.assert(
      fc.asyncProperty(histories, async (all) => {
        const lived = all.map((history) => live(history, accounts));
        await inTransaction(db, (trx) => write(trx, lived, questionnaireId));
        const expected = lived.flatMap(({ held, told }) =>
          [...told].filter(([, text]) => text !== nowOf(held)).map(([account]) => `${held.id} ${account}`),
        );
        const written = new Set(lived.map(({ held }) => held.id));
        const listed = (await listToldOtherwise(db)).filter(({ answerId }) => written.has(answerId));
        expect(listed.map(({ answerId, accountId }) => `${answerId} ${accountId}`).sort()).toEqual(expected.sort());
        await inTransaction(db, (trx) => agree(trx, lived));
      }),
      { numRuns: 1_000 / historiesAtOnce, endOnFailure: true },
    );
  });
});

const nowOf = ({ versions, approved }: Held) => (approved === null ? null : versions[approved - 1]!);

type Lived = {
  held: Held;
  told: Map<string, string>;
  deliveries: { account: string; version: number; text: string }[];
};

/** What a person with a notebook would have written down. */
function live(history: Step[], accounts: string[]): Lived {
  const lived: Lived = { held: { id: randomUUID(), versions: ["a"], approved: 1 }, told: new Map(), deliveries: [] };
  const { held, told, deliveries } = lived;
  for (const one of history) {
    if (one === "retired") held.approved = null;
    else if ("text" in one) held.approved = held.versions.push(one.text);
    else if (held.approved !== null) {
      const [account, text] = [accounts[one.account]!, nowOf(held)!];
      deliveries.push({ account, version: held.approved, text });
      told.set(account, text);
    }
  }
  return lived;
}

let clock = 0;

async function write(trx: Db, lived: Lived[], questionnaireId: string): Promise<void> {
  const standing = ({ id, versions, approved }: Held) => ({
    ...{ id, key: id, version: versions.length, approvedVersion: approved },
    state: approved === null ? ("retired" as const) : ("draft" as const),
  });
  await trx
    .insertInto("answer")
    .values(lived.map(({ held }) => standing(held)))
    .execute();
  const versions = lived.flatMap(({ held: { id, versions } }) =>
    versions.map((text, at) => ({ answerId: id, number: at + 1, question: "?", text, audience: "public" as const })),
  );
  await trx.insertInto("answerVersion").values(versions).execute();
  const rows = lived.flatMap(({ held, deliveries }) =>
    deliveries.map(({ account, version, text }) => ({
      ...{ questionnaireId, questionId: randomUUID(), companyAccountId: account, questionText: "?", text },
      ...{ answerId: held.id, answerVersion: version, deliveredAt: new Date(Date.UTC(2026, 0, 1) + clock++) },
    })),
  );
  if (rows.length === 0) return;
  const asked = rows.map(({ questionId }, at) => ({
    ...{
      id: questionId,
      questionnaireId,
      position: 1_000 + clock - rows.length + at,
      sheet: "s",
      row: at,
      text: "?",
      place: "{}",
    },
  }));
  await trx.insertInto("question").values(asked).execute();
  await trx.insertInto("deliveredAnswer").values(rows).execute();
}

/** Makes what was told hold again, so that the next histories are looked at by themselves. */
async function agree(trx: Db, lived: Lived[]): Promise<void> {
  const ids = lived.map(({ held }) => held.id);
  const staff = await trx.selectFrom("person").select("id").where("kind", "=", "staff").executeTakeFirstOrThrow();
  const listed = (await listToldOtherwise(trx)).filter(({ answerId }) => ids.includes(answerId));
  if (listed.length === 0) return;
  const rows = listed.map(({ deliveredId, answerId, accountId, now }) => ({
    ...{ deliveredAnswerId: deliveredId, answerId, companyAccountId: accountId, outcome: "sent" as const, told: "" },
    ...{ nowVersion: now?.version ?? null, nowText: now?.text ?? null, decidedBy: staff.id },
  }));
  await trx.insertInto("answerCorrection").values(rows).execute();
  expect((await listToldOtherwise(trx)).filter(({ answerId }) => ids.includes(answerId))).toEqual([]);
}

async function threeAccounts(): Promise<string[]> {
  await ada();
  const rows = await db
    .insertInto("companyAccount")
    .values(["One", "Two", "Three"].map((name) => ({ name })))
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}
