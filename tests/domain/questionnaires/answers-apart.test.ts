import { expect, test } from "vitest";
import { makeAnswerFile } from "#app/domain/questionnaires/answer-document/answer-files.server.ts";
import { exportFile, getReleasedFile } from "#app/domain/questionnaires/exports.server.ts";
import { findFidelitySummary } from "#app/domain/questionnaires/fidelity-report.server.ts";
import { getFileMap } from "#app/domain/questionnaires/layout.server.ts";
import { takeInPastedQuestions } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import { getQuestionnaire } from "#app/domain/questionnaires/questionnaires.server.ts";
import { inspectQuestionnaire } from "#app/domain/questionnaires/inspect.job.server.ts";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { db } from "#db/client.server.ts";
import { pdfOf } from "#tests/domain/questionnaires/formats/pdf-maker.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, pat } from "#tests/support/given.ts";
import { aJob, aQuestionnaireInReview } from "#tests/support/questionnaires.ts";
import { extractText, getDocumentProxy } from "unpdf";

const aPdfWithoutFields = () =>
  pdfOf([
    (sheet) => {
      sheet.text("Vendor review", [60, 60], { size: 16, bold: true });
      sheet.text("1.1 Is customer data encrypted at rest?", [60, 100]);
      sheet.text("1.2 Do you keep a list of all goldfish in the office?", [60, 140]);
    },
  ]);

const textOf = async (bytes: Uint8Array) =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;

test("a PDF without fields is released as a document that follows its numbering", async () => {
  await anApprovedAnswer({ text: "Customer data is encrypted at rest with AES-256." });
  const { id, questions } = await aQuestionnaireInReview(await pat(), await aPdfWithoutFields(), "review.pdf");
  expect(questions.map(({ ref }) => ref)).toEqual(["1.1", "1.2"]);
  expect(await getQuestionnaire(db, id)).toMatchObject({ answersApart: true });
  await acceptResponse(db, await ada(), questions[0]!.shown);
  expect(await textOf((await exportFile(db, await ada(), id)).bytes)).toContain("Not released");

  await releaseQuestionnaire(db, await ada(), { id, shown: (await planRelease(db, id)).digest });

  const released = await getReleasedFile(db, await pat(), id);
  expect([released.fileName, released.mediaType]).toEqual(["review-answered.pdf", "application/pdf"]);
  const text = await textOf(released.bytes);
  expect(text).toMatch(
    /1\.1\s*Is customer data encrypted at rest\?\s*Yes\. Customer data is encrypted at rest with AES-256\./,
  );
  expect(text).toContain("Page 1 of 1");
  expect(text).toMatch(/1\.2.*goldfish.*Left blank/s);
  expect(await findFidelitySummary(db, id)).toBeNull();
  expect((await makeAnswerFile(db, await pat(), { id, format: "xlsx" })).fileName).toBe("review-answers.xlsx");
});

test("pasted questions are taken in as a questionnaire of their own", async () => {
  const pasted = "Data:\n1.1 Is customer data encrypted at rest?\n\n1.2 How are backups tested?";
  const arrival = { title: "", dueOn: null, companyAccountId: null, products: [] };
  const { id } = await takeInPastedQuestions(db, await ada(), { ...arrival, pasted });
  await inspectQuestionnaire(db, { questionnaireId: id }, aJob);
  const { title, inspection } = await getFileMap(db, id);
  expect(title).toBe("Pasted questions");
  expect(inspection.sheets[0]!.questions).toMatchObject([
    { id: "1.1", text: "Is customer data encrypted at rest?", section: "Data" },
    { id: "1.2", text: "How are backups tested?", section: "Data" },
  ]);
  await expect(takeInPastedQuestions(db, await ada(), { ...arrival, pasted: " \n--" })).rejects.toMatchObject({
    code: "questionnaires.nothing-pasted",
  });
});
