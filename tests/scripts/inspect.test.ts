import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runScript, temporaryFolder } from "#tests/scripts/run-script.ts";

const folder = temporaryFolder("candor-inspect-");

describe("npm run inspect", () => {
  test("prints what was found, as JSON", async () => {
    const form = join(folder.path, "form.csv");
    await writeFile(
      form,
      "ID;Question;Answer (Yes/No);Comment\n1;Is data encrypted at rest?;;\n2;Is access reviewed?;;\n",
    );
    const { status, stdout, stderr } = await runScript("inspect", "--in", form);
    expect([status, stderr]).toEqual([0, ""]);
    const printed = JSON.parse(stdout) as { format: string; sheets: Record<string, unknown>[] };
    expect(printed.format).toBe("csv");
    expect(printed.sheets).toMatchObject([
      {
        ...{ name: "form.csv", hidden: false, role: "questions", headerRow: 1 },
        columns: { id: "A", question: "B", answer: "C", comment: "D" },
        questions: [
          { row: 2, id: "1", text: "Is data encrypted at rest?", answerCell: "C2", options: ["Yes", "No"] },
          { row: 3, id: "2", text: "Is access reviewed?", answerCell: "C3", options: ["Yes", "No"] },
        ],
      },
    ]);
  });

  test.each([
    ["no arguments", [], "Usage: npm run -s inspect -- --in FORM"],
    ["an unknown argument", ["--file", "x"], "Usage: npm run -s inspect -- --in FORM"],
    ["a file that is not there", ["--in", "missing.xlsx"], "missing.xlsx: there is no such file."],
    ["a directory", ["--in", "."], ". is a directory, not a file."],
    ["a file that cannot be read", ["--in", "LICENSE"], "This file has no extension."],
    ["JSON of another make", ["--in", "package.json"], "This JSON is no questionnaire of ours"],
  ])("says in one line what is wrong with %s, and exits with 2", async (_, args, message) => {
    const { status, stdout, stderr } = await runScript("inspect", ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toContain(message);
  });
});
