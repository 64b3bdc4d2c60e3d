import { describe, expect, test } from "vitest";
import { builtInCalibration, statedPrecision } from "#app/domain/matching/confidence.ts";
import { findOwnCalibration, getCalibration } from "#app/domain/questionnaires/calibration.server.ts";
import { listDecisions, listOutcomes } from "#app/domain/questionnaires/outcomes.server.ts";
import { summariseOutcomes } from "#app/domain/questionnaires/outcomes.ts";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { recalibrateMatching } from "#app/domain/questionnaires/recalibrate.job.server.ts";
import {
  acceptAllNearExact,
  acceptResponse,
  editResponse,
  rejectResponse,
  useAlternative,
} from "#app/domain/questionnaires/review.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, pat } from "#tests/support/given.ts";
import { aQuestionnaireInReview, csvOf, shownQuestions } from "#tests/support/questionnaires.ts";

const approved = [
  "Is customer data encrypted at rest?",
  "How do you test that backups can be restored?",
  "Do you require multi-factor authentication for administrators?",
  "How often are penetration tests carried out?",
  "Is there a documented incident response plan?",
];

const file = csvOf([
  ["No", "Question", "Answer", "Comment"],
  ...[...approved, "Do you keep a list of all goldfish in the office?", "Who waters the plants?"].map(
    (question, at) => [...[`1.${at + 1}`, question, "", ""]],
  ),
]);

async function aReview() {
  for (const question of approved) await anApprovedAnswer({ question, text: `${question} Yes, always.`, short: null });
  await anApprovedAnswer({ question: "Do you require multi-factor authentication for customers?", text: "No." });
  const staff = await ada();
  return { staff, ...(await aQuestionnaireInReview(await pat(), file)) };
}

async function release(id: string) {
  await releaseQuestionnaire(db, await ada(), { id, shown: (await planRelease(db, id)).digest });
}

const summary = async () => summariseOutcomes(await listOutcomes(db));

describe("an outcome", () => {
  test("is what a reviewer made of the match, once the questionnaire is released", async () => {
    const { id, staff, questions } = await aReview();
    const [first, second, third, fourth, fifth, goldfish] = questions.map(({ shown }) => shown);
    await acceptResponse(db, staff, first!);
    await editResponse(db, staff, { ...second!, short: null, text: "Every quarter" });
    await useAlternative(db, staff, { ...third!, place: 1 });
    await rejectResponse(db, staff, fourth!);
    await editResponse(db, staff, { ...goldfish!, short: null, text: "There is one" });
    expect(await listOutcomes(db)).toEqual([]);

    await release(id);
    expect(await summary()).toMatchObject({
      ...{ decided: 4, together: 0, byHand: 1, abstained: 1 },
      methods: [{ method: "exact", kept: 1, edited: 1, replaced: 1, rejected: 1, decided: 4 }],
      bands: [{ from: 0.9, to: 1, decided: 4, kept: 1 }],
    });
    expect((await summary()).bands[0]!.predicted).toBeCloseTo(0.99, 1);
    expect(fifth!.version).toBe(1);
  });

  test("says of the kept ones which were accepted in one go", async () => {
    const { id, staff } = await aReview();
    await acceptAllNearExact(db, staff, id);
    await release(id);
    expect(await summary()).toMatchObject({ decided: 5, together: 5, abstained: 2 });
  });

  test("is not counted for a cell that the file had answered already", async () => {
    await anApprovedAnswer();
    const answered = csvOf([
      ["No", "Question", "Answer", "Comment"],
      ["1.1", "Is customer data encrypted at rest?", "Yes, says the last vendor", ""],
      ["1.2", "Is customer data encrypted at rest? Say how.", "", ""],
    ]);
    const { id, questions } = await aQuestionnaireInReview(await pat(), answered);
    for (const { shown } of questions) await acceptResponse(db, await ada(), shown);
    await release(id);
    expect(await summary()).toMatchObject({ decided: 1, byHand: 0, abstained: 0 });
  });
});

/** As after many releases: decisions with evidence that gets better, kept ever more often. */
async function decided(count: number, keptFrom: (share: number) => boolean) {
  const { id, staff, questions } = await aReview();
  await acceptResponse(db, staff, questions[0]!.shown);
  await release(id);
  const { questionId, questionnaireId, ...response } = await db
    .selectFrom("response")
    .selectAll()
    .where("questionId", "=", questions[0]!.id)
    .executeTakeFirstOrThrow();
  const template = await db.selectFrom("question").selectAll().where("id", "=", questionId).executeTakeFirstOrThrow();
  const { id: _, ...question } = template;
  const added = await db
    .insertInto("question")
    .values(
      Array.from({ length: count }, (_one, at) => ({
        ...{ ...question, position: 100 + at, place: JSON.stringify({ key: `made-${at}` }) },
      })),
    )
    .returning("id")
    .execute();
  const rows = added.map((row, at) => {
    const share = at / count;
    const evidence = { score: 3 * share, margin: share, wording: share, vetoed: false };
    return {
      ...{ ...response, questionId: row.id, questionnaireId, method: "semantic" as const },
      state: keptFrom(share) ? ("accepted" as const) : ("edited" as const),
      evidence: JSON.stringify(evidence),
      alternatives: JSON.stringify(response.alternatives),
      explanation: JSON.stringify(response.explanation),
      draft: null,
    };
  });
  await db.insertInto("response").values(rows).execute();
}

describe("confidence", () => {
  test("is the built-in one while fewer than 300 decisions were made", async () => {
    await decided(299, () => true);
    await recalibrateMatching(db);
    expect(await getCalibration(db)).toEqual(builtInCalibration);
    expect(await calibrationsMade()).toBe(0);
  });

  test("follows the reviewers once they have made 300 decisions, and is made anew only when it differs", async () => {
    await decided(400, (share) => share > 0.5);
    await recalibrateMatching(db);
    const own = await getCalibration(db);
    expect(own.steps.at(-1)).toMatchObject({ kept: 199, of: 199, upTo: 1 });
    expect(own.steps[0]).toMatchObject({ kept: 0 });
    expect(own.fillFrom).toBe(1);
    await recalibrateMatching(db);
    expect(await calibrationsMade()).toBe(1);
    const events = await db
      .selectFrom("auditEvent")
      .select(["actorKind", "details"])
      .where("action", "=", "questionnaires.calibration.changed")
      .execute();
    expect(events).toMatchObject([{ actorKind: "system", details: { decisions: 400 } }]);
  });

  test("fills nothing of its own accord where no rate is as high as was stated", async () => {
    await decided(300, (share) => Math.round(share * 300) % 2 === 0);
    await recalibrateMatching(db);
    expect((await getCalibration(db)).fillFrom).toBeGreaterThan(1);
  });

  test("keeps to the stated precision: of two rates the lower one will do when less is asked for", async () => {
    await decided(600, (share) => share > 0.6 || (share > 0.3 && Math.round(share * 600) % 30 !== 0));
    await recalibrateMatching(db);
    const [strict, lax] = [await getCalibration(db, 0.98), await getCalibration(db, 0.9)];
    expect(lax.fillFrom).toBeLessThan(strict.fillFrom);
    expect(strict.fillFrom).toBe(1);
  });

  test("that is built in is not trusted beyond the precision for which it was measured", async () => {
    expect((await getCalibration(db, 0.99)).fillFrom).toBe(0.99);
    expect((await getCalibration(db, statedPrecision)).fillFrom).toBe(builtInCalibration.fillFrom);
    expect((await getCalibration(db, 0.9)).fillFrom).toBe(builtInCalibration.fillFrom);
  });

  test("is held to a precision between 0.9 and 0.999, or the server does not start", () => {
    expect(readEnv({}).fillPrecision).toBe(statedPrecision);
    expect(readEnv({ FILL_PRECISION: "0.99" }).fillPrecision).toBe(0.99);
    for (const wrong of ["0.5", "1", "97 %"])
      expect(() => readEnv({ FILL_PRECISION: wrong })).toThrow("FILL_PRECISION");
  });

  test("that was learned when evidence was weighed otherwise does not count", async () => {
    const earlier = { ...builtInCalibration, score: 0.5, steps: [{ upTo: 1, kept: 300, of: 300 }] };
    await db
      .insertInto("matchingCalibration")
      .values({ calibration: JSON.stringify(earlier), decisions: 300 })
      .execute();
    expect(await findOwnCalibration(db)).toBeNull();
    expect(await getCalibration(db)).toEqual(builtInCalibration);
  });

  test("is made anew after a release, and learns from blanks that stayed blank but not from exact matches", async () => {
    const { id, staff, questions } = await aReview();
    await acceptResponse(db, staff, questions[0]!.shown);
    await release(id);
    const queued = await db.selectFrom("job").select("name").where("name", "=", "questionnaires.recalibrate").execute();
    expect(queued).toHaveLength(1);
    expect((await shownQuestions(id)).filter(({ method }) => method === "none")).toHaveLength(2);
    expect(await listDecisions(db)).toMatchObject([
      { kept: false, decided: false },
      { kept: false, decided: false },
    ]);
  });
});

async function calibrationsMade(): Promise<number> {
  return (await db.selectFrom("matchingCalibration").select("id").execute()).length;
}
