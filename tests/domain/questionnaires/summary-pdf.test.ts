import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { makeSummaryPdf } from "#app/domain/questionnaires/summary-pdf.server.tsx";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, kim, pat } from "#tests/support/given.ts";
import { aQuestionnaireInReview } from "#tests/support/questionnaires.ts";

test("a released questionnaire has a printable summary, for its own account and staff", async () => {
  await anApprovedAnswer({ text: "Tak, szyfrujemy dane. Ναι. Да. AES-256." });
  const { id, questions } = await aQuestionnaireInReview(await pat());
  await acceptResponse(db, await ada(), questions[0]!.shown);
  await expect(makeSummaryPdf(db, id, await pat())).rejects.toMatchObject({ code: "questionnaires.not-found" });
  await releaseQuestionnaire(db, await ada(), { id, shown: (await planRelease(db, id)).digest });

  const { bytes, fileName } = await makeSummaryPdf(db, id, await pat());

  expect(fileName).toBe("acme_review-summary.pdf");
  const pdf = await PDFDocument.load(bytes);
  expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([1, "Vendor review 2026: answers by Trust center"]);
  expect((await makeSummaryPdf(db, id, null)).bytes.length).toBeGreaterThan(1_000);
  await expect(makeSummaryPdf(db, id, await kim())).rejects.toMatchObject({ code: "questionnaires.not-found" });
});
