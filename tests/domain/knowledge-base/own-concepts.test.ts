import { describe, expect, inject, test } from "vitest";
import {
  addOwnConcept,
  changeOwnConcept,
  findRemovedConcept,
  getLexicon,
  getOperatorConcepts,
  getOwnConcept,
  listOwnConcepts,
  removeOwnConcept,
  restoreOwnConcept,
} from "#app/domain/knowledge-base/own-concepts.server.ts";
import { ownConceptForm } from "#app/domain/knowledge-base/own-concepts.ts";
import { conceptsIn } from "#app/domain/matching/concepts.ts";
import { wordsOf } from "#app/domain/matching/words.ts";
import { tryQuestion } from "#app/domain/questionnaires/try-question.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";
import { untilSomeoneWaitsForALock } from "#tests/support/locks.ts";

const harbor = { name: "Harbor", phrases: ["customer data platform", "CDP"] };

const complaints = (name: string, phrases: string) => {
  const read = ownConceptForm.safeParse({ name, phrases });
  return read.success ? [] : read.error.issues.map(({ message }) => message);
};

describe("an own word", () => {
  test("means the same as each of its phrases, both ways", async () => {
    await addOwnConcept(db, await ada(), harbor);
    expect(await getOperatorConcepts(db)).toBe("Harbor | customer data platform | CDP");
    const lexicon = await getLexicon(db);
    const named = (text: string) => conceptsIn(lexicon, wordsOf(text)).map(({ concept }) => concept);
    expect(named("Where is Harbor hosted?")).toContain("Harbor");
    expect(named("Where is your CDP hosted?")).toContain("Harbor");
    expect(named("Where do your customer data platforms run?")).toContain("Harbor");
  });

  test("is taken into the next match without a restart", async () => {
    await anApprovedAnswer({ question: "In which region does Harbor run?", text: "Frankfurt.", short: null });
    await anApprovedAnswer({ question: "Which colour has the office?", text: "Blue.", short: null });
    const grounds = async () => (await tryQuestion(db, "Where is your CDP operated?")).answers[0]?.grounds.concepts;
    expect(await grounds()).not.toContain("Harbor");
    await addOwnConcept(db, await ada(), harbor);
    expect(await grounds()).toContain("Harbor");
  });

  test("with the name of a built-in meaning adds to that", async () => {
    await addOwnConcept(db, await ada(), { name: "Encryption at Rest", phrases: ["Strongbox"] });
    expect(await listOwnConcepts(db)).toMatchObject([{ name: "encryption at rest", addsToBuiltIn: true }]);
    const named = conceptsIn(await getLexicon(db), ["strongbox"]);
    expect(named.map(({ concept }) => concept)).toEqual(["encryption at rest"]);
  });

  test("is changed and removed on the record, and put back as it was", async () => {
    const staff = await ada();
    const id = await addOwnConcept(db, staff, harbor);
    await changeOwnConcept(db, await ruth(), { id, form: { ...harbor, phrases: ["CDP"] } });
    expect(await findRemovedConcept(db, id)).toBeNull();
    await removeOwnConcept(db, staff, id);
    expect(await getOperatorConcepts(db)).toBe("");
    expect(await findRemovedConcept(db, id)).toEqual({ name: "Harbor", phrases: ["CDP"] });
    await restoreOwnConcept(db, staff, id);
    expect(await getOwnConcept(db, id)).toMatchObject({ name: "Harbor", phrases: ["CDP"] });
    await expect(restoreOwnConcept(db, staff, id)).rejects.toMatchObject({ code: "knowledge-base.no-such-word" });
    const trail = await db.selectFrom("auditEvent").select(["action", "actorName"]).orderBy("seq").execute();
    expect(trail.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
      "knowledge-base.words.added Ada Lindqvist",
      "knowledge-base.words.changed Ruth Okafor",
      "knowledge-base.words.removed Ada Lindqvist",
      "knowledge-base.words.restored Ada Lindqvist",
    ]);
  });

  test("moves the version of the knowledge base, so that nothing is filled from before", async () => {
    const version = async () => (await db.selectFrom("answerLibrary").select("version").executeTakeFirst())?.version;
    const id = await addOwnConcept(db, await ada(), harbor);
    const before = await version();
    await removeOwnConcept(db, await ada(), id);
    expect(BigInt((await version())!)).toBe(BigInt(before!) + 1n);
  });

  test("cannot have a phrase of another, in whatever form it is written", async () => {
    const staff = await ada();
    const id = await addOwnConcept(db, staff, harbor);
    const taken = addOwnConcept(db, staff, { name: "Pier", phrases: ["Customer-Data platforms"] });
    await expect(taken).rejects.toMatchObject({
      code: "knowledge-base.phrase-taken",
      message: "“Customer-Data platforms” belongs to “Harbor” already. Add to that, or take it out there first.",
    });
    await expect(addOwnConcept(db, staff, { name: "harbor", phrases: ["dock"] })).rejects.toMatchObject({
      code: "knowledge-base.phrase-taken",
    });
    await changeOwnConcept(db, staff, { id, form: { name: "Harbor", phrases: ["CDP", "data platform"] } });
    await removeOwnConcept(db, staff, id);
    await addOwnConcept(db, staff, { name: "Pier", phrases: ["CDP"] });
    await expect(restoreOwnConcept(db, staff, id)).rejects.toMatchObject({ code: "knowledge-base.phrase-taken" });
  });

  test("is one of at most 500", async () => {
    const staff = await ada();
    const rows = Array.from({ length: 500 }, (_, at) => ({ name: `word ${at}`, phrases: [`w${at}`] }));
    await db
      .insertInto("ownConcept")
      .values(rows.map((row) => ({ ...row, changedBy: staff.id })))
      .execute();
    await expect(addOwnConcept(db, staff, harbor)).rejects.toMatchObject({ code: "knowledge-base.too-many-words" });
  });

  test("is read by sales, and kept by security and admins", async () => {
    const staff = await sam();
    const id = await addOwnConcept(db, await ada(), harbor);
    const refused = { code: "knowledge-base.not-yours-to-change" };
    await expect(addOwnConcept(db, staff, { name: "Pier", phrases: ["dock"] })).rejects.toMatchObject(refused);
    await expect(changeOwnConcept(db, staff, { id, form: harbor })).rejects.toMatchObject(refused);
    await expect(removeOwnConcept(db, staff, id)).rejects.toMatchObject(refused);
    await expect(restoreOwnConcept(db, staff, id)).rejects.toMatchObject(refused);
  });

  test.runIf(inject("postgres"))("is not given the phrase that a colleague takes at the same moment", async () => {
    const [staff, colleague] = [await ada(), await ruth()];
    const first = await db.startTransaction().execute();
    await addOwnConcept(first, staff, harbor);
    const late = expect(addOwnConcept(db, colleague, { name: "Pier", phrases: ["CDP"] })).rejects.toMatchObject({
      code: "knowledge-base.phrase-taken",
    });
    await untilSomeoneWaitsForALock();
    await first.commit().execute();
    await late;
  });
});

describe("the form of an own word", () => {
  test("takes a phrase a line, each once, and not the word again", () => {
    const read = ownConceptForm.parse({
      name: " Harbor ",
      phrases: "CDP\r\n\r\nharbors\n customer data platform\ncdp",
    });
    expect(read.name).toBe("Harbor");
    expect(read.phrases.map((phrase) => phrase.toLowerCase())).toEqual(["cdp", "customer data platform"]);
  });

  test("refuses what would tie most questions to one meaning, and says why", () => {
    expect(complaints("Harbor", "data")).toEqual([
      "“data” stands in so many questions that it would tie most of them to this. Enter it with a second word",
    ]);
    expect(complaints("Security", "shield")).toHaveLength(1);
    expect(complaints("Harbor", "do you have")).toHaveLength(1);
    expect(complaints("Harbor", "data vault")).toEqual([]);
    expect(complaints("customer", "Kunde")).toEqual([]);
  });

  test("refuses what the lexicon could not tell from its own signs", () => {
    expect(complaints("Harbor", "a | b")).toEqual(["Enter phrases without the sign |, one a line"]);
    expect(complaints("Har\nbor", "CDP")).toEqual(["Enter phrases without the sign |, one a line"]);
    expect(complaints("#Harbor", "CDP")).toEqual(["Enter “#Harbor” without the sign #"]);
    expect(complaints("Harbor", "—")).toEqual(["Enter a phrase with a letter or a digit in place of “—”"]);
  });

  test("keeps to its limits, and asks for something to mean the same", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `phrase number${at}`).join("\n");
    expect(complaints("Harbor", many(40))).toEqual([]);
    expect(complaints("Harbor", many(41))).toEqual(["Enter at most 40 phrases"]);
    expect(complaints("Harbor", "x".repeat(80))).toEqual([]);
    expect(complaints("Harbor", "x".repeat(81))).toHaveLength(1);
    expect(complaints("Harbor", "harbors")).toEqual(["Enter at least one other way to say it"]);
    expect(complaints("", "CDP")).toHaveLength(1);
  });
});
