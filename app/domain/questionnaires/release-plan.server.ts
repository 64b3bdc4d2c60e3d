import { complaints } from "#app/messages/en/complaints.ts";
import { NotFound } from "#app/domain/errors.ts";
import { listReuseProblems } from "#app/domain/knowledge-base/reusable-answers.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { readersOf } from "./audience.server.ts";
import { planWrites, type PlannedQuestion } from "./formats/plan-writes.ts";
import type { FoundQuestion } from "./formats/questionnaire-file.ts";
import { inspectionOf } from "./kept-inspection.server.ts";
import { listReviewedQuestions, type ReviewedQuestion } from "./reviewed-questions.server.ts";

export type Leaving = ReviewedQuestion & { planned: PlannedQuestion };

/**
 * What a release would do now, to the letter: each question is written, or blank for a reason, or in the way of the
 * release. `digest` stands for all of it.
 */
export async function planRelease(db: Db, id: string) {
  const questionnaire = await db
    .selectFrom("questionnaire")
    .select(["id", "state", "title", "fileName", "companyAccountId", "products", "answersApart"])
    .select(["inspection", "packedInspection"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!questionnaire) throw new NotFound("questionnaires.not-found", complaints.noSuchQuestionnaire);
  const questions = await listReviewedQuestions(db, id);
  const taken = questions.filter(({ state }) => state === "accepted" || state === "edited");

  const accepted = taken.filter((one) => one.state === "accepted");
  const cited = accepted.map(({ answerId, answerVersion }) => ({ answerId: answerId!, version: answerVersion! }));
  const problems = await listReuseProblems(db, await readersOf(db, questionnaire), cited);
  const blocking = accepted.flatMap((question) => {
    const problem = problems.get(question.answerId!);
    return problem ? [{ ...question, problem }] : [];
  });

  const keyed = new Map(questions.map((question) => [keyOf(question), question]));
  const answers = new Map(taken.map((question) => [keyOf(question), { short: question.short, text: question.text }]));
  const inspection = await inspectionOf(questionnaire);
  const plan = planWrites(inspection!, answers, { replace: new Set(answers.keys()) });
  const leaving: Leaving[] = [];
  const blank: (ReviewedQuestion & { why: string })[] = [];
  for (const planned of plan.questions) {
    const question = keyed.get(planned.key);
    if (!question) continue;
    if (answers.has(planned.key) && planned.reason === null) leaving.push({ ...question, planned });
    else blank.push({ ...question, why: whyBlank(question, planned) });
  }
  blank.sort((a, b) => Number(answers.has(keyOf(b))) - Number(answers.has(keyOf(a))));
  const told = leaving.map(({ id, version, short, text, planned }) => [
    id,
    version,
    short,
    text,
    planned.answer,
    planned.comment,
  ]);
  const digest = sha256(JSON.stringify([plan.writes, told, blank.map(({ id, version }) => [id, version]), blocking]));
  return { questionnaire, leaving, blank, blocking, writes: plan.writes, digest };
}

export type ReleasePlan = Awaited<ReturnType<typeof planRelease>>;

const keyOf = (question: ReviewedQuestion) => (question.place as unknown as FoundQuestion).key;

function whyBlank(question: ReviewedQuestion, planned: PlannedQuestion): string {
  if (question.state === "accepted" || question.state === "edited") return planned.reason ?? "It could not be written.";
  if (question.state === "proposed") return "Not decided.";
  if (question.state === "rejected") return "Left blank by a reviewer.";
  return question.reason || "No approved answer fits.";
}
