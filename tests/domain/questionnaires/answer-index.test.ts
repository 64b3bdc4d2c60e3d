import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { changeAnswer, retireAnswer, submitAnswer, approveAnswer } from "#app/domain/knowledge-base/answers.server.ts";
import { getLibraryState } from "#app/domain/knowledge-base/answer-library.server.ts";
import { addOwnConcept } from "#app/domain/knowledge-base/own-concepts.server.ts";
import { buildIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import { decodeWordVectors } from "#app/domain/matching/word-vectors.ts";
import { keepAnswerIndexFresh, openAnswerIndex } from "#app/domain/questionnaires/answer-index.server.ts";
import { readWordVectors } from "#app/platform/word-vectors.server.ts";
import { db } from "#db/client.server.ts";
import { anAnswerForm, anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada } from "#tests/support/given.ts";

const opened = () => openAnswerIndex(db, async () => null);
const analysedByKey = async () => new Map((await opened()).index.entries.map((one) => [one.entry.id, one]));

const backups = { question: "How do you test that backups can be restored?", text: "Every quarter.", short: null };

describe("the index of answers", () => {
  test("holds every approved answer in its approved version, and says which state of the knowledge base it is", async () => {
    const staff = await ada();
    const changed = await anApprovedAnswer({ audience: "internal" });
    await anApprovedAnswer({ ...backups, reviewBy: dayFromNow(-1) });
    await anApprovedAnswer({ state: "draft", approval: null });
    await changeAnswer(db, staff, { ...changed, version: 1, ...anAnswerForm({ text: "A draft" }), reason: "" });
    const { version, index, answers } = await opened();
    expect(index.entries.map(({ entry }) => [entry.id, entry.answer])).toEqual([
      ["KB-0001", anAnswerForm().text],
      ["KB-0002", backups.text],
    ]);
    expect(answers.get("KB-0001")).toMatchObject({ id: changed.id, version: 1, text: anAnswerForm().text });
    expect(version).toBe((await getLibraryState(db)).version);
  });

  test("after a change analyses what changed and nothing else, and answers as one that was built anew", async () => {
    const staff = await ada();
    const changed = await anApprovedAnswer();
    await anApprovedAnswer(backups);
    const retired = await anApprovedAnswer({ question: "Do you keep fish?", text: "No." });
    const before = await analysedByKey();

    await changeAnswer(db, staff, { ...changed, version: 1, ...anAnswerForm({ text: "Yes. ChaCha20." }), reason: "" });
    await submitAnswer(db, staff, { id: changed.id, version: 2 });
    await approveAnswer(db, staff, { id: changed.id, version: 2, reviewBy: dayFromNow(300) });
    await retireAnswer(db, staff, { ...retired, version: 1, reason: "" });
    const after = await analysedByKey();

    expect([...after.keys()]).toEqual(["KB-0001", "KB-0002"]);
    expect(after.get("KB-0001")!.entry.answer).toBe("Yes. ChaCha20.");
    expect(after.get("KB-0002")).toBe(before.get("KB-0002"));
    const entries = [...after.values()].map(({ entry }) => entry);
    const anew = buildIndex(entries, { vectors: decodeWordVectors(await readWordVectors()), concepts: "" });
    for (const text of ["Is stored data encrypted?", "Are restores of backups tested?"]) {
      expect(matchQuestion((await opened()).index, { text })).toEqual(matchQuestion(anew, { text }));
    }
  });

  test("is the same one as long as nothing changes", async () => {
    await anApprovedAnswer();
    expect((await opened()).index).toBe((await opened()).index);
  });

  test("is made anew with the operator's own words", async () => {
    await anApprovedAnswer({ question: "How is the vault room guarded?", text: "By two guards." });
    const before = await analysedByKey();
    await addOwnConcept(db, await ada(), { name: "vault room", phrases: ["strongroom"] });
    const after = await analysedByKey();
    expect(after.get("KB-0001")).not.toBe(before.get("KB-0001"));
    expect(after.get("KB-0001")!.terms).toContain("§vault room");
  });

  test("lets others have a turn while it is made", async () => {
    for (let many = 0; many < 20; many++) await anApprovedAnswer({ text: `Yes. Keys are rotated, ${many}.` });
    let clock = 0;
    const slow = vi.spyOn(performance, "now").mockImplementation(() => (clock += 20));
    onTestFinished(() => slow.mockRestore());
    let turns = 0;
    let making = true;
    const count = () => {
      turns++;
      if (making) setImmediate(count);
    };
    setImmediate(count);
    await opened();
    making = false;
    expect(turns).toBeGreaterThan(5);
  });

  test("reads what else is asked for at the very moment of its version", async () => {
    await anApprovedAnswer();
    const { version, also } = await openAnswerIndex(db, getLibraryState);
    expect(also.version).toBe(version);
  });
});

describe("in the background", () => {
  const following: { stop: () => void }[] = [];
  afterEach(() => following.splice(0).forEach((one) => one.stop()));

  test("the index follows what other processes approve", async () => {
    const errors: unknown[] = [];
    const fresh = keepAnswerIndexFresh(db, (error) => errors.push(error));
    following.push(fresh);
    await anApprovedAnswer();
    const { version } = await getLibraryState(db);
    await vi.waitFor(() => expect(fresh.ready()).toBe(version), { timeout: 20_000 });
    await anApprovedAnswer(backups);
    const next = (await getLibraryState(db)).version;
    await vi.waitFor(() => expect(fresh.ready()).toBe(next), { timeout: 20_000 });
    expect(errors).toEqual([]);
  });
});
