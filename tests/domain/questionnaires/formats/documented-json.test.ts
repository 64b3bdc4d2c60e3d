import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inspectedForm } from "#tests/domain/questionnaires/formats/inspected-form.ts";

test("the example in the documentation of our JSON is read, filled and read again", async () => {
  const page = readFileSync("docs/questionnaire-json.md", "utf8");
  const [, example] = /```json\n([\s\S]*?)```/.exec(page)!;
  const { sheets } = await inspectedForm(Buffer.from(example!), "example.json");
  expect(sheets[0]!.questions.map(({ id, section, options }) => [id, section, options])).toEqual([
    ["1.1", "Access", ["Yes", "No", "Not applicable"]],
    ["1.2", "Access", null],
  ]);
});
