import { describe, expect, test } from "vitest";
import { accepts, anNda } from "#tests/domain/access/scene.ts";
import { listAliases, removeAlias } from "#app/domain/knowledge-base/aliases.server.ts";
import {
  acceptAllNearExact,
  acceptResponse,
  editResponse,
  rejectResponse,
  undoResponse,
  useAlternative,
} from "#app/domain/questionnaires/review.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, kim, pat, ruth, sam } from "#tests/support/given.ts";
import { aQuestionnaireInReview, csvOf, shownQuestions } from "#tests/support/questionnaires.ts";

const encryption = { question: "Is customer data encrypted at rest?", text: "Yes. AES-256.", short: "Yes" };
const backups = {
  question: "How do you test that backups can be restored?",
  text: "Every quarter we restore a production backup into an empty account and compare the row counts.",
  short: null,
};
const reworded = "Do you encrypt stored customer data, backups included?";

const head = ["No", "Question", "Answer", "Comment"];
const aForm = (...questions: string[]) => csvOf([head, ...questions.map((text, at) => [`${at + 1}`, text, "", ""])]);

async function aReview(form = aForm(reworded, encryption.question)) {
  const answer = await anApprovedAnswer(encryption);
  const other = await anApprovedAnswer(backups);
  const staff = await ada();
  const { id, questions } = await aQuestionnaireInReview(await pat(), form);
  return { id, staff, answer, other, first: questions[0]!, second: questions[1] };
}

const wordings = async (answerId: string) => (await listAliases(db, answerId)).map(({ wording }) => wording);
const now = async (id: string) => (await shownQuestions(id))[0]!.shown;

describe("accepting a match", () => {
  test("remembers how the question was worded, in which questionnaire, and who accepted it", async () => {
    const { id, staff, answer, first } = await aReview();
    expect(first).toMatchObject({ answerKey: "KB-0001", method: "semantic" });
    await acceptResponse(db, staff, first.shown);
    expect(await listAliases(db, answer.id)).toMatchObject([
      { wording: reworded, title: "Vendor review 2026", questionnaireId: id, learnedByName: "Ada Lindqvist" },
    ]);
    expect(await trail()).toEqual([["knowledge-base.alias.learned", { key: "KB-0001", wording: reworded }]]);
  });

  test("fills the same question as exact when the questionnaire returns, also with other rows", async () => {
    const { staff, first } = await aReview();
    await acceptResponse(db, staff, first.shown);
    const next = aForm("Do you have a mascot?", reworded, "Do you keep fish?");
    const { questions } = await aQuestionnaireInReview(await kim(), next);
    expect(questions[1]).toMatchObject({ state: "proposed", answerKey: "KB-0001", method: "exact", reason: "" });
    expect(await isSure(questions[1]!.id)).toBe(true);
  });

  test("learns nothing where the question is the answer's own, or was learned in the same layout", async () => {
    const { id, staff, answer, second } = await aReview(aForm(encryption.question, encryption.question));
    await acceptResponse(db, staff, await now(id));
    await acceptResponse(db, staff, second!.shown);
    expect(await wordings(answer.id)).toEqual([]);

    const twice = aForm(reworded, reworded.toUpperCase());
    const { questions } = await aQuestionnaireInReview(await pat(), twice);
    for (const { shown } of questions) await acceptResponse(db, staff, shown);
    expect(await wordings(answer.id)).toEqual([reworded]);
  });

  test("learns which answer is meant where several have the very question", async () => {
    const { staff } = await aReview();
    const later = await anApprovedAnswer({ ...encryption, text: "Yes, with keys of the customer." });
    const { questions } = await aQuestionnaireInReview(await pat(), aForm(encryption.question));
    expect(questions[0]!.reason).toContain("Several approved answers have this very question");
    const place = (await alternativesOf(questions[0]!.id)).findIndex(({ answerId }) => answerId === later.id);
    await useAlternative(db, staff, { ...questions[0]!.shown, place });

    const again = await aQuestionnaireInReview(await pat(), aForm(encryption.question));
    expect(again.questions[0]).toMatchObject({ answerKey: "KB-0003", method: "exact", reason: "" });
    expect(await isSure(again.questions[0]!.id)).toBe(true);
  });

  test("never lets anyone have an answer that is not for them", async () => {
    const secret = await anApprovedAnswer({
      question: "Which ciphers protect our disks?",
      text: "X.",
      audience: "nda",
    });
    await anNda();
    const prospect = await pat();
    await accepts(prospect);
    const { questions } = await aQuestionnaireInReview(prospect, aForm("Which ciphers guard the disks of yours?"));
    await acceptResponse(db, await ada(), questions[0]!.shown);
    expect(await wordings(secret.id)).toHaveLength(1);

    const without = await aQuestionnaireInReview(await kim(), aForm("Which ciphers guard the disks of yours?"));
    expect(without.questions).toMatchObject([{ state: "blank", text: "", answerKey: null }]);
  });
});

describe("what was learned is forgotten", () => {
  test.each([
    ["taking the decision back", undoResponse],
    ["leaving the question blank after all", rejectResponse],
    [
      "writing another answer",
      (async (pool, staff, shown) =>
        editResponse(pool, staff, { ...shown, short: null, text: "No." })) as typeof undoResponse,
    ],
  ])("by %s", async (_, decide) => {
    const { id, staff, answer, first } = await aReview();
    await acceptResponse(db, staff, first.shown);
    await decide(db, await ruth(), await now(id));
    expect(await wordings(answer.id)).toEqual([]);
    expect((await trail()).map(([action]) => action)).toEqual([
      "knowledge-base.alias.learned",
      "knowledge-base.alias.removed",
    ]);
  });

  test("by taking another match, which learns it instead", async () => {
    const { id, staff, answer, other, first } = await aReview();
    await acceptResponse(db, staff, first.shown);
    await useAlternative(db, staff, { ...(await now(id)), place: 1 });
    expect([await wordings(answer.id), await wordings(other.id)]).toEqual([[], [reworded]]);
  });

  test("by removing it at the answer, by security alone; the response stays", async () => {
    const { id, staff, answer, other, first } = await aReview();
    await acceptResponse(db, staff, first.shown);
    const [alias] = await listAliases(db, answer.id);
    const removal = { id: alias!.id, answerId: answer.id };
    await expect(removeAlias(db, await sam(), removal)).rejects.toMatchObject({
      code: "knowledge-base.not-yours-to-change",
    });
    await expect(removeAlias(db, staff, { ...removal, answerId: other.id })).rejects.toMatchObject({
      code: "knowledge-base.alias-not-found",
    });
    await removeAlias(db, staff, removal);
    expect(await wordings(answer.id)).toEqual([]);
    expect((await shownQuestions(id))[0]).toMatchObject({ state: "accepted" });
    const { questions } = await aQuestionnaireInReview(await kim(), aForm(reworded));
    expect(questions[0]!.method).not.toBe("exact");
  });
});

test("accepting all near-exact ones learns their wordings in one go", async () => {
  const nearly = [
    "Is customer data encrypted at rest at all?",
    "Is all the customer data encrypted at rest?",
    encryption.question,
  ];
  const { id, staff, answer } = await aReview(aForm(...nearly));
  expect(await acceptAllNearExact(db, staff, id)).toBe(3);
  expect((await wordings(answer.id)).sort()).toEqual([nearly[1], nearly[0]]);
  expect(await trail()).toEqual([["knowledge-base.aliases.learned", { count: 2, keys: ["KB-0001"] }]]);

  const again = await aQuestionnaireInReview(await kim(), aForm(...nearly));
  expect(again.questions.map(({ method }) => method)).toEqual(["exact", "exact", "exact"]);
  expect(await acceptAllNearExact(db, staff, again.id)).toBe(3);
  expect(await wordings(answer.id)).toHaveLength(2);
});

async function trail() {
  const events = await db.selectFrom("auditEvent").select(["action", "details"]).orderBy("seq").execute();
  return events.flatMap(({ action, details }) =>
    action.startsWith("knowledge-base.alias") ? [[action, details]] : [],
  );
}

const alternativesOf = async (questionId: string) =>
  (
    await db
      .selectFrom("response")
      .select("alternatives")
      .where("questionId", "=", questionId)
      .executeTakeFirstOrThrow()
  ).alternatives;

async function isSure(questionId: string) {
  const response = db.selectFrom("response").select("explanation").where("questionId", "=", questionId);
  return (await response.executeTakeFirstOrThrow()).explanation.sure;
}
