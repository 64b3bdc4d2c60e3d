import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { inspectHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { dropdown, workbookOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";
import { runScript, temporaryFolder } from "#tests/scripts/run-script.ts";

const folder = temporaryFolder("candor-fill-");
const at = (name: string) => join(folder.path, name);
const questions = ["Is customer data encrypted at rest?", "Is multi-factor authentication required for staff?"];

beforeAll(async () => {
  const entries = [
    { id: "rest", question: questions[0], answer: "Yes. Disks and backups use AES-256.", answer_short: "Yes" },
    { id: "mfa", question: questions[1], answer: "Partially: administrators only.", answer_short: "Partial" },
  ];
  await writeFile(at("kb.jsonl"), entries.map((entry) => JSON.stringify(entry)).join("\n"));
  const rows = [
    ["ID", "Question", "Answer", "Comments"],
    ["1", questions[0]!],
    ["2", questions[1]!],
    ["3", "Do you keep zebras?"],
    ["4", questions[0]!, "No"],
  ];
  const tail = dropdown("C2:C5", '"Yes,No,N/A"');
  await writeFile(at("form.xlsx"), workbookOf({ sheets: [{ name: "Form", rows, tail }] }));
});

describe("npm run fill", () => {
  test("fills the form, and reports every question with what was written and why not", async () => {
    const { status, stderr } = await runScript(
      ...(["fill", "--kb", at("kb.jsonl"), "--in", at("form.xlsx")] as const),
      ...["--out", at("filled.xlsx"), "--report", at("report.json")],
    );
    expect([status, stderr]).toEqual([0, ""]);
    const [sheet] = (await inspectHere(await readFile(at("filled.xlsx")), "filled.xlsx", {})).sheets;
    expect(sheet!.questions.map(({ answered, commented }) => [answered, commented])).toEqual([
      ["Yes", "Yes. Disks and backups use AES-256."],
      [null, null],
      [null, null],
      ["No", null],
    ]);
    const report = JSON.parse(await readFile(at("report.json"), "utf8")) as { questions: unknown[] };
    expect(report).toMatchObject({
      summary: "4 questions found.",
      counts: { questions: 4, written: 1, blank: 3 },
      questions: [
        { cell: "C2", match: { id: "rest", fill: "rest", method: "exact" }, written: { answer: "Yes" }, reason: null },
        { cell: "C3", match: { fill: "mfa" }, reason: '"Partial" is none of the allowed values "Yes", "No", "N/A".' },
        { cell: "C4", match: { fill: null }, reason: "No approved answer was found for it." },
        { cell: "C5", reason: "It was already answered in the file." },
      ],
    });
  });

  test.each<[string, () => string[], string]>([
    ["a missing argument", () => ["--kb", at("kb.jsonl"), "--in", at("form.xlsx")], "Usage: npm run -s fill"],
    [
      "a missing knowledge base",
      () => ["--kb", at("no.jsonl"), "--in", at("form.xlsx"), "--out", at("out.xlsx")],
      "no.jsonl: there is no such file.",
    ],
    [
      "a missing form",
      () => ["--kb", at("kb.jsonl"), "--in", at("no.xlsx"), "--out", at("out.xlsx")],
      "no.xlsx: there is no such file.",
    ],
    ["a broken form", () => ["--kb", at("kb.jsonl"), "--in", at("broken.xlsx"), "--out", at("out.xlsx")], "damaged"],
    [
      "a folder that is not there",
      () => ["--kb", at("kb.jsonl"), "--in", at("form.xlsx"), "--out", at("no/out.xlsx")],
      "cannot be written",
    ],
    [
      "the form as its own output",
      () => ["--kb", at("kb.jsonl"), "--in", at("form.xlsx"), "--out", at("form.xlsx")],
      "path of its own",
    ],
  ])("says in one line what is wrong with %s, exits with 2 and writes nothing", async (_, args, message) => {
    await writeFile(at("broken.xlsx"), (await readFile(at("form.xlsx"))).subarray(0, 500));
    const before = await readdir(folder.path);
    const { status, stdout, stderr } = await runScript("fill", ...args());
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(message);
    expect(await readdir(folder.path)).toEqual(before);
  });
});
