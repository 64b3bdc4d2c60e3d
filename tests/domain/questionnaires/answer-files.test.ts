import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import { answersAsCsv } from "#app/domain/questionnaires/answer-document/answers-csv.ts";
import { answersAsJson } from "#app/domain/questionnaires/answer-document/answers-json.ts";
import { answersAsWorkbook } from "#app/domain/questionnaires/answer-document/answers-workbook.server.ts";
import { makeAnswerFile } from "#app/domain/questionnaires/answer-document/answer-files.server.ts";
import { inspectHere, rowsHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { planRelease } from "#app/domain/questionnaires/release-plan.server.ts";
import { releaseQuestionnaire } from "#app/domain/questionnaires/release.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { db } from "#db/client.server.ts";
import { pythonWithOpenpyxl, readByOpenpyxl } from "#tests/domain/questionnaires/formats/python-openpyxl.ts";
import { anApprovedAnswer } from "#tests/support/answers.ts";
import { ada, kim, pat } from "#tests/support/given.ts";
import { aQuestionnaireInReview } from "#tests/support/questionnaires.ts";

const asked = {
  ...{ vendor: "Northwind", account: "Acme", releasedAt: null, title: "Vendor review" },
  questions: [
    { position: 0, ref: "1.1", section: "Data", question: "Is it encrypted?", short: "Yes", text: "With AES-256." },
    { position: 1, ref: null, section: null, question: "=Who, “exactly”?", short: null, text: '=HYPERLINK("x")\nÅse' },
    { position: 2, ref: "1.3", section: null, question: "Left out?", short: "Yes", text: null },
  ],
};

describe("questions and answers", () => {
  test("as CSV are quoted, and none of them runs as a formula", () => {
    expect(answersAsCsv(asked).toString("utf8")).toBe(
      [
        "\ufeffNumber,Section,Question,Short answer,Answer",
        "1.1,Data,Is it encrypted?,Yes,With AES-256.",
        `2,,"'=Who, “exactly”?",,"'=HYPERLINK(""x"")\nÅse"`,
        "1.3,,Left out?,,",
        "",
      ].join("\r\n"),
    );
  });

  test("as JSON are a questionnaire in our own format, answered", async () => {
    const { sheets } = await inspectHere(answersAsJson(asked), "a.json", {});
    expect(sheets[0]!.questions.map(({ id, text, answered }) => [id, text, answered])).toEqual([
      ["1.1", "Is it encrypted?", "Yes. With AES-256."],
      ["2", "=Who, “exactly”?", '=HYPERLINK("x")\nÅse'],
      ["1.3", "Left out?", null],
    ]);
  });

  test("as a workbook are read back by our own reader", async () => {
    const rows = await rowsHere(answersAsWorkbook(asked), "a.xlsx");
    expect(rows.map(({ cells }) => cells)).toMatchObject([
      ["Number", "Section", "Question", "Short answer", "Answer"],
      ["1.1", "Data", "Is it encrypted?", "Yes", "With AES-256."],
      ["2", "", "=Who, “exactly”?", "", '=HYPERLINK("x")\nÅse'],
      ["1.3", "", "Left out?"],
    ]);
  });

  test.skipIf(!pythonWithOpenpyxl)("as a workbook are text in openpyxl, formulas too (skipped without it)", () => {
    const { Answers } = readByOpenpyxl(answersAsWorkbook(asked));
    expect([Answers!.E2, Answers!.E3]).toEqual([
      ["With AES-256.", "s"],
      ['=HYPERLINK("x")\nÅse', "s"],
    ]);
  });
});

test("a released questionnaire can be had in each format, by its own account and staff, and each time is on record", async () => {
  await anApprovedAnswer({ text: "Tak, szyfrujemy dane. Ναι. Да. AES-256." });
  const { id, questions } = await aQuestionnaireInReview(await pat());
  await acceptResponse(db, await ada(), questions[0]!.shown);
  const none = { code: "questionnaires.not-found" };
  await expect(makeAnswerFile(db, await pat(), { id, format: "pdf" })).rejects.toMatchObject(none);
  await releaseQuestionnaire(db, await ada(), { id, shown: (await planRelease(db, id)).digest });

  const { bytes, fileName } = await makeAnswerFile(db, await pat(), { id, format: "pdf" });

  expect(fileName).toBe("acme_review-answers.pdf");
  const pdf = await PDFDocument.load(bytes);
  expect([pdf.getPageCount(), pdf.getTitle()]).toEqual([1, "Vendor review 2026: answers by Trust center"]);
  const csv = await makeAnswerFile(db, await ada(), { id, format: "csv" });
  expect(Buffer.from(csv.bytes).toString("utf8")).toContain("Tak, szyfrujemy dane.");
  await expect(makeAnswerFile(db, await kim(), { id, format: "xlsx" })).rejects.toMatchObject(none);
  await expect(makeAnswerFile(db, await ada(), { id, format: "exe" })).rejects.toMatchObject(none);
  const exported = await db.selectFrom("auditEvent").select("details").where("action", "like", "%.exported").execute();
  expect(exported).toHaveLength(2);
});
