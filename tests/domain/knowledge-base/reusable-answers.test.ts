import { describe, expect, test } from "vitest";
import { changeAnswer, retireAnswer, submitAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import { listPublicAnswers } from "#app/domain/knowledge-base/public-answers.server.ts";
import {
  listReusableVersions,
  listReuseProblems,
  type Readers,
} from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { db } from "#db/client.server.ts";
import { anAnswerForm, anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada } from "#tests/support/given.ts";

const everyone: Readers = { audiences: ["public"], products: [] };
const verified: Readers = { audiences: ["public", "on-request"], products: [] };
const underNda: Readers = { audiences: ["public", "on-request", "nda"], products: [] };

const keys = async (readers: Readers) => [...(await listReusableVersions(db, readers)).keys()].sort();

describe("an answer is reused", () => {
  test("only by those whom its audience lets read it, and an internal one by nobody", async () => {
    for (const audience of ["public", "on-request", "nda", "internal"] as const) await anApprovedAnswer({ audience });
    expect(await keys(everyone)).toEqual(["KB-0001"]);
    expect(await keys(verified)).toEqual(["KB-0001", "KB-0002"]);
    expect(await keys(underNda)).toEqual(["KB-0001", "KB-0002", "KB-0003"]);
    expect(await keys({ audiences: ["internal" as never], products: [] })).toEqual([]);
    expect(await keys({ audiences: [], products: [] })).toEqual([]);
  });

  test("until its review date, that day included", async () => {
    await anApprovedAnswer({ reviewBy: dayFromNow(0) });
    await anApprovedAnswer({ reviewBy: dayFromNow(-1) });
    await anApprovedAnswer({ reviewBy: null });
    expect(await keys(everyone)).toEqual(["KB-0001", "KB-0003"]);
  });

  test("in the version that was approved, whatever is drafted or in review since", async () => {
    const staff = await ada();
    const answer = { ...(await anApprovedAnswer()), version: 1 };
    await changeAnswer(db, staff, { ...answer, ...anAnswerForm({ text: "Not approved" }), reason: "" });
    await submitAnswer(db, staff, { id: answer.id, version: 2 });
    expect([...(await listReusableVersions(db, everyone))]).toEqual([[answer.key, 1]]);
  });

  test("not before it was approved and not after it was retired", async () => {
    const staff = await ada();
    await anApprovedAnswer({ state: "draft", approval: null });
    const answer = { ...(await anApprovedAnswer()), version: 1 };
    await retireAnswer(db, staff, { ...answer, reason: "" });
    expect(await keys(everyone)).toEqual([]);
  });

  test("where the products fit: those of one product not for a questionnaire about another", async () => {
    await anApprovedAnswer({ products: [] });
    await anApprovedAnswer({ products: ["Relay"] });
    await anApprovedAnswer({ products: ["Almanac"] });
    expect(await keys({ audiences: ["public"], products: ["Relay"] })).toEqual(["KB-0001", "KB-0002"]);
    expect(await keys(everyone)).toHaveLength(3);
  });
});

test("what was cited and may no longer leave is named with the reason", async () => {
  const staff = await ada();
  const good = await anApprovedAnswer();
  const retired = await anApprovedAnswer();
  await retireAnswer(db, staff, { ...retired, version: 1, reason: "" });
  const overdue = await anApprovedAnswer({ reviewBy: dayFromNow(-3) });
  const nda = await anApprovedAnswer({ audience: "nda" });
  const older = await anApprovedAnswer();
  const cited = [good, retired, overdue, nda].map(({ id }) => ({ answerId: id, version: 1 }));

  const problems = await listReuseProblems(db, everyone, [...cited, { answerId: older.id, version: 2 }]);

  expect([...problems.values()]).toEqual([
    "KB-0002 was retired.",
    "KB-0003 is past its review date.",
    "KB-0004 is not for this account or product.",
    "KB-0005 has a newer approved version (1, not 2).",
  ]);
});

test("the trust page gets public answers that are approved and in date, without notes", async () => {
  await anApprovedAnswer({ notes: "For us alone" });
  await anApprovedAnswer({ audience: "on-request" });
  await anApprovedAnswer({ reviewBy: dayFromNow(-1) });
  const answers = await listPublicAnswers(db);
  expect(answers).toMatchObject([
    { question: anAnswerForm().question, short: "Yes", section: "Cryptography", reviewedOn: dayFromNow(0) },
  ]);
  expect(JSON.stringify(answers)).not.toContain("For us alone");
});
