import { expect, test } from "vitest";
import { readAnswerRows } from "#app/domain/questionnaires/answers-file.server.ts";
import { csvOf } from "#tests/support/questionnaires.ts";

test("a table of answers is read by the names of its columns", async () => {
  const file = csvOf([
    ["Question", "Answer", "Short answer", "Section", "Tags"],
    ["Do you rotate keys?", "Yes, every 90 days.", "Yes", "Cryptography", "kms, keys"],
    ["", "", "", "", ""],
    ["=cmd()|' /C calc'!A0", "A formula is text here.", "", "", ""],
  ]);
  expect(await readAnswerRows("answers.csv", file)).toEqual([
    {
      ...{ place: "row 2", question: "Do you rotate keys?", text: "Yes, every 90 days.", short: "Yes" },
      ...{ section: "Cryptography", tags: ["kms", "keys"], audience: "" },
    },
    expect.objectContaining({ place: "row 4", question: "=cmd()|' /C calc'!A0", text: "A formula is text here." }),
  ]);
});

test("JSON lines are read as they are, and must be UTF-8", async () => {
  const line = JSON.stringify({ question: "Où sont les données ?", answer: "In Ireland." });
  expect(await readAnswerRows("kb.jsonl", Buffer.from(line))).toMatchObject([{ question: "Où sont les données ?" }]);
  await expect(readAnswerRows("kb.jsonl", Buffer.from(line, "latin1"))).rejects.toMatchObject({
    code: "knowledge-base.import-not-utf-8",
  });
});

test("a table without question and answer columns, and a file that is no table, are refused with what to do", async () => {
  await expect(readAnswerRows("answers.csv", csvOf([["Name", "Value"]]))).rejects.toMatchObject({
    code: "knowledge-base.import-without-header",
  });
  await expect(readAnswerRows("answers.pdf", Buffer.from("%PDF-1.7"))).rejects.toMatchObject({
    code: "file.unknown_type",
  });
});
