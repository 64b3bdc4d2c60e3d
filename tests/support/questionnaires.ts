import type { Prospect, Staff } from "#app/domain/accounts/people.ts";
import { fillQuestionnaire } from "#app/domain/questionnaires/autofill.job.server.ts";
import { inspectQuestionnaire } from "#app/domain/questionnaires/inspect.job.server.ts";
import { confirmLayout, getFileMap } from "#app/domain/questionnaires/layout.server.ts";
import { sendQuestionnaire, takeInQuestionnaire } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import type { LayoutForm } from "#app/domain/questionnaires/layout-choice.ts";
import { listReviewedQuestions } from "#app/domain/questionnaires/reviewed-questions.server.ts";
import { db } from "#db/client.server.ts";
import { ada, aClient } from "#tests/support/given.ts";

export const aJob = { jobId: "1", attempt: 1, lastAttempt: false };

export const csvOf = (rows: string[][]) =>
  Buffer.from(rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",") + "\r\n").join(""));

export const threeQuestions = csvOf([
  ["No", "Question", "Answer", "Comment"],
  ["1.1", "Is customer data encrypted at rest?", "", ""],
  ["1.2", "Do you keep a list of all goldfish in the office?", "", ""],
  ["1.3", "How do you test that backups can be restored?", "", ""],
]);

const arrival = { title: "Vendor review 2026", dueOn: null, fileName: "acme_review.csv" };

export async function aSentQuestionnaire(from: Prospect, bytes: Buffer = threeQuestions, fileName = arrival.fileName) {
  return sendQuestionnaire(db, from, { ...arrival, fileName, content: bytes, client: aClient });
}

export async function aTakenInQuestionnaire(staff: Staff, companyAccountId: string | null, bytes = threeQuestions) {
  return takeInQuestionnaire(db, staff, { ...arrival, content: bytes, companyAccountId, products: [] });
}

/** What the page of the first sheet sends when nobody changes anything. */
export async function shownLayout(id: string): Promise<LayoutForm> {
  const { inspection } = await getFileMap(db, id);
  const { role, headerRow, columns } = inspection.sheets[0]!;
  return { sheet: 0, role, headerRow, columns };
}

export async function aMappedQuestionnaire(from: Prospect, bytes?: Buffer, fileName?: string) {
  const { id } = await aSentQuestionnaire(from, bytes, fileName);
  await inspectQuestionnaire(db, { questionnaireId: id }, aJob);
  return { id };
}

export async function aConfirmedQuestionnaire(from: Prospect, bytes?: Buffer, fileName?: string) {
  const { id } = await aMappedQuestionnaire(from, bytes, fileName);
  await confirmLayout(db, await ada(), { id, form: await shownLayout(id) });
  return { id };
}

export async function aQuestionnaireInReview(from: Prospect, bytes?: Buffer, fileName?: string) {
  const { id } = await aConfirmedQuestionnaire(from, bytes, fileName);
  await fillQuestionnaire(db, { questionnaireId: id }, aJob);
  return { id, questions: await shownQuestions(id) };
}

/** As a reviewer sees them: each with what a decision about it has to name. */
export async function shownQuestions(questionnaireId: string) {
  const questions = await listReviewedQuestions(db, questionnaireId);
  return questions.map((question) => ({
    ...question,
    shown: { questionnaireId, questionId: question.id, version: question.version },
  }));
}
