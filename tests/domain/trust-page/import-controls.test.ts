import { describe, expect, test } from "vitest";
import { readTableRows } from "#app/domain/questionnaires/table-rows.server.ts";
import { readControlFile } from "#app/domain/trust-page/control-file.server.ts";
import { addControl, getControlsFile, listControls } from "#app/domain/trust-page/controls.server.ts";
import { controlForm } from "#app/domain/trust-page/controls.ts";
import {
  carefulChoices,
  confirmControlImport,
  getControlImport,
  startControlImport,
} from "#app/domain/trust-page/import-controls.server.ts";
import { controlImportLimits } from "#app/domain/trust-page/imported-controls.ts";
import { db } from "#db/client.server.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";

const read = (text: string) => readControlFile({ name: "controls.csv", bytes: Buffer.from(text) }, readTableRows);

async function started(text: string): Promise<string> {
  return startControlImport(db, await ada(), { name: "controls.csv", rows: await read(text) });
}

const confirmed = async (text: string, choices = carefulChoices) =>
  confirmControlImport(db, await ada(), { id: await started(text), choices });

async function aControl(change: Record<string, string> = {}) {
  const typed = { reference: "AC-01", title: "Sign-in", description: "One door.", status: "planned" };
  await addControl(db, await ada(), controlForm.parse({ ...typed, criteria: "CC6.1", owner: "Ada", ...change }));
}

const table = `id,title,description,status,criteria,owner,public
AC-01,Sign-in,One door.,implemented,CC6.1,Ada,yes
AC-02,Leavers,"Closed, within a day",In Progress,cc6.2 CC6.3,,no
AC-02,Leavers again,,,,,
,No id,,,,,
AC 3,Space in the id,,,,,
AC-04,,,planned,,,
AC-05,Wrong criterion,,planned,CC99,,
AC-06,Odd status,,someday,,,
AC-07,Odd public,,planned,,,maybe
AC-08,Bare,,,,,
`;

describe("an import of controls", () => {
  test("is first a preview that says of each row what it comes to, and changes nothing", async () => {
    await aControl();
    const { report, isDone } = await getControlImport(db, await ada(), await started(table));
    expect(isDone).toBe(false);
    expect(report.changed).toMatchObject([
      {
        place: "row 2",
        reference: "AC-01",
        words: ["Status: Planned becomes Implemented.", "Public: no becomes yes."],
      },
    ]);
    expect(report.added.map(({ reference, words }) => [reference, words])).toEqual([
      ["AC-02", []],
      ["AC-08", ["The file names no status: taken as planned.", "It serves no criterion."]],
    ]);
    expect(report.skipped.map(({ place, words }) => [place, words[0]])).toEqual([
      ["row 4", "AC-02 stands in row 3 already."],
      ["row 5", expect.stringContaining("Enter the control’s id")],
      ["row 6", "Use letters, digits, dots and hyphens, for example AC-01."],
      ["row 7", expect.stringContaining("Enter what the control is called")],
      ["row 8", "CC99 is not a criterion. Enter ids such as CC6.1, A1.2 or P4.3."],
      ["row 9", "Its status “someday” is none of implemented, in-progress, planned."],
      ["row 10", "Public is “maybe”: write yes or no."],
    ]);
    expect(await listControls(db)).toMatchObject([{ code: "AC-01", status: "planned", public: false }]);
  });

  test("once confirmed adds and changes, keeps the report, and stands in the trail", async () => {
    await aControl();
    const id = await started(table);
    await confirmControlImport(db, await ada(), { id, choices: { status: "in-progress", public: true } });
    expect(await listControls(db)).toMatchObject([
      { code: "AC-01", status: "implemented", public: true, owner: "Ada" },
      { code: "AC-02", status: "in-progress", public: false, criteria: ["CC6.2", "CC6.3"] },
      { code: "AC-08", status: "in-progress", public: true },
    ]);
    const { report, isDone } = await getControlImport(db, await ada(), id);
    expect([isDone, report.added.length, report.changed.length, report.skipped.length]).toEqual([true, 2, 1, 7]);
    const event = await db
      .selectFrom("auditEvent")
      .select("details")
      .where("action", "=", "trust-page.controls.imported")
      .executeTakeFirstOrThrow();
    expect(event.details).toMatchObject({ added: ["AC-02", "AC-08"], changed: ["AC-01"], skipped: 7 });
  });

  test("leaves alone what the file has no column for", async () => {
    await aControl({ public: "yes" });
    await confirmed("id;title\nAC-01;Sign-in for all\n");
    expect(await listControls(db)).toMatchObject([
      { title: "Sign-in for all", description: "One door.", criteria: ["CC6.1"], owner: "Ada", public: true },
    ]);
  });

  test("empties what an empty cell of a column stands for", async () => {
    await aControl();
    await confirmed("id,title,description,criteria,owner\nAC-01,Sign-in,,,\n");
    expect(await listControls(db)).toMatchObject([{ description: "", criteria: [], owner: "", status: "planned" }]);
  });

  test("changes nothing when its own export comes back", async () => {
    await aControl({ description: '=A1, "quoted"\nand a line; with more', owner: "@ada" });
    await aControl({ reference: "AC-02", title: "+ plus", criteria: "" });
    const { bytes } = await getControlsFile(db);
    const rows = await readControlFile({ name: "controls.csv", bytes }, readTableRows);
    const id = await startControlImport(db, await ada(), { name: "controls.csv", rows });
    const { report } = await getControlImport(db, await ada(), id);
    expect(report).toMatchObject({ added: [], changed: [] });
    expect(report.skipped.map(({ words }) => words)).toEqual(
      [1, 2].map(() => ["Nothing differs from the control that is here."]),
    );
    expect(bytes.toString()).not.toMatch(/[,\n][=+@-]/);
  });

  test("is confirmed once", async () => {
    const id = await started("id,title\nAC-01,Sign-in\n");
    await confirmControlImport(db, await ada(), { id, choices: carefulChoices });
    await expect(confirmControlImport(db, await ada(), { id, choices: carefulChoices })).rejects.toMatchObject({
      code: "trust-page.import-confirmed",
    });
  });

  test("is for security and admins, each their own", async () => {
    const id = await started("id,title\nAC-01,Sign-in\n");
    await expect(getControlImport(db, await ruth(), id)).rejects.toMatchObject({ code: "trust-page.no-such-import" });
    await expect(getControlImport(db, await sam(), id)).rejects.toMatchObject({ code: "trust-page.not-an-editor" });
  });

  test("has to name its columns, and holds from one to 2,000 controls", async () => {
    await expect(read("AC-01,Sign-in\n")).rejects.toThrow("The first row has to name the columns: id and title");
    await expect(started("id,title\n")).rejects.toMatchObject({ code: "trust-page.import-empty" });
    const rows = Array.from({ length: controlImportLimits.controls + 1 }, (_, at) => `C-${at},Control ${at}`);
    const long = ["id,title", ...rows].join("\n");
    await expect(started(long)).rejects.toThrow("This file has more than 2,000 controls.");
    await confirmed(["id,title", ...rows.slice(1)].join("\n"));
    expect(await listControls(db)).toHaveLength(controlImportLimits.controls);
  });
});
