import { describe, expect, test } from "vitest";
import { confirmImport, getImport, startImport } from "#app/domain/knowledge-base/import-answers.server.ts";
import { type ImportedRow, rowsOfJsonLines, rowsOfTable } from "#app/domain/knowledge-base/imported-rows.ts";
import { getAnswer } from "#app/domain/knowledge-base/versions.server.ts";
import { db } from "#db/client.server.ts";
import { anApprovedAnswer, dayFromNow } from "#tests/support/answers.ts";
import { ada, ruth, sam } from "#tests/support/given.ts";

const aRow = (given: Partial<ImportedRow> = {}): ImportedRow => ({
  place: "row 2",
  question: "Do you test backups?",
  text: "Yes. Every quarter.",
  short: "Yes",
  section: "Continuity",
  tags: ["backup"],
  audience: "",
  ...given,
});

const asDrafts = { reviewBy: null, audience: "internal" } as const;

describe("an import", () => {
  const rows = [
    aRow(),
    aRow({ place: "row 3", question: "do you   test BACKUPS" }),
    aRow({ place: "row 4", question: "Is customer data encrypted at rest" }),
    aRow({ place: "row 5", question: "", text: "" }),
    aRow({ place: "row 6", question: "What about this?", text: "" }),
    aRow({ place: "row 7", question: "How long?", text: "x".repeat(12_001) }),
    aRow({ place: "row 8", question: "Who may read this?", audience: "friends" }),
    aRow({ place: "row 9", question: "Who else?", audience: "Public" }),
  ];
  const reasons = [
    ["row 3", "Duplicate of row 2 in this file."],
    ["row 4", "Duplicate of KB-0001."],
    ["row 5", "Empty."],
    ["row 6", "It has no answer."],
    ["row 7", "Its answer is longer than 12,000 characters."],
    ["row 8", "Its audience “friends” is none that we know."],
  ];

  test("is first a preview that names each row that will be skipped, and why", async () => {
    await anApprovedAnswer();
    const { id } = await startImport(db, await ada(), { name: "old.csv", rows });
    const { verdicts } = await getImport(db, await ada(), id);
    expect(verdicts!.filter(({ take }) => take).map(({ row }) => row.place)).toEqual(["row 2", "row 9"]);
    expect(verdicts!.flatMap((one) => (one.take ? [] : [[one.row.place, one.reason]]))).toEqual(reasons);
    expect(await db.selectFrom("answer").select("id").execute()).toHaveLength(1);
  });

  test("once confirmed adds drafts and keeps a report of every row", async () => {
    await anApprovedAnswer();
    const staff = await ada();
    const { id } = await startImport(db, staff, { name: "old.csv", rows });
    await confirmImport(db, staff, { id, ...asDrafts });

    const { report } = await getImport(db, staff, id);
    expect(report!.taken).toMatchObject([
      { place: "row 2", key: "KB-0002" },
      { place: "row 9", key: "KB-0003" },
    ]);
    expect(report!.skipped.map(({ place, reason }) => [place, reason])).toEqual(reasons);
    expect(report!.taken.length + report!.skipped.length).toBe(rows.length);
    const first = await db.selectFrom("answer").select("id").where("key", "=", "KB-0002").executeTakeFirstOrThrow();
    expect(await getAnswer(db, staff, first.id)).toMatchObject({
      state: "draft",
      approvedVersion: null,
      current: { question: "Do you test backups?", short: "Yes", tags: ["backup"], audience: "internal" },
    });
    expect(await db.selectFrom("auditEvent").select(["action", "details"]).execute()).toMatchObject([
      { action: "knowledge-base.answers.imported", details: { taken: 2, skipped: 6, approved: false } },
    ]);
  });

  test("is approved at once when a person says so, for the audience that they chose for rows without one", async () => {
    const staff = await ada();
    const { id } = await startImport(db, staff, { name: "old.csv", rows });
    await confirmImport(db, staff, { id, reviewBy: dayFromNow(180), audience: "on-request" });
    const answers = await db
      .selectFrom("answer")
      .innerJoin("answerVersion", "answerVersion.answerId", "answer.id")
      .select(["state", "reviewBy", "approvedBy", "audience"])
      .orderBy("key")
      .execute();
    const approved = { state: "approved", reviewBy: dayFromNow(180), approvedBy: staff.id };
    expect(answers).toMatchObject([
      { ...approved, audience: "on-request" },
      { ...approved, audience: "on-request" },
      { ...approved, audience: "public" },
    ]);
  });

  test("is confirmed once", async () => {
    const staff = await ada();
    const { id } = await startImport(db, staff, { name: "old.csv", rows: [aRow()] });
    await confirmImport(db, staff, { id, ...asDrafts });
    await expect(confirmImport(db, staff, { id, ...asDrafts })).rejects.toMatchObject({
      code: "knowledge-base.import-confirmed",
    });
    expect(await db.selectFrom("answer").select("id").execute()).toHaveLength(1);
  });

  test("is judged anew when it is confirmed: what a colleague added meanwhile is a duplicate", async () => {
    const staff = await ada();
    const { id } = await startImport(db, staff, { name: "old.csv", rows: [aRow()] });
    await anApprovedAnswer({ question: "Do you test backups?" });
    const report = await confirmImport(db, staff, { id, ...asDrafts });
    expect(report).toMatchObject({ taken: [], skipped: [{ reason: "Duplicate of KB-0001." }] });
  });

  test("is its starter's own, and not for sales", async () => {
    const { id } = await startImport(db, await ada(), { name: "old.csv", rows: [aRow()] });
    await expect(getImport(db, await ruth(), id)).rejects.toMatchObject({ code: "knowledge-base.import-not-found" });
    await expect(startImport(db, await sam(), { name: "old.csv", rows: [aRow()] })).rejects.toMatchObject({
      code: "knowledge-base.not-yours-to-change",
    });
  });
});

describe("a file of answers", () => {
  test("in JSON lines may name short form, section, tags and audience; a broken line is reported by its number", () => {
    const rows = rowsOfJsonLines(
      [
        '\uFEFF{"id":"1","question":" Do you? ","answer":"Yes.","answer_short":"Yes","section":"A","tags":["x"],"audience":"nda"}',
        "",
        "{broken",
        '{"question":"No answer"}',
        '{"question":"Plain?","answer":"Plain."}',
      ].join("\r\n"),
    );
    expect(rows).toMatchObject([
      { place: "line 1", question: "Do you?", text: "Yes.", short: "Yes", section: "A", tags: ["x"], audience: "nda" },
      { place: "line 3", question: "", text: "{broken" },
      { place: "line 4", question: "" },
      { place: "line 5", question: "Plain?", short: "", section: "", tags: [], audience: "" },
    ]);
  });

  test("in a table says in its first filled row what its columns are, in any order", () => {
    const read = rowsOfTable([
      { row: 1, cells: ["", "", ""] },
      { row: 2, cells: ["Category", "Answer", "Tags", "Question"] },
      { row: 3, cells: ["Keys", "Yes.", "kms; hsm", "Do you rotate keys?"] },
      { row: 5, cells: ["", "", "", "Why?"] },
    ]);
    expect(read).toMatchObject({
      ok: true,
      rows: [
        { place: "row 3", question: "Do you rotate keys?", text: "Yes.", section: "Keys", tags: ["kms", "hsm"] },
        { place: "row 5", question: "Why?", text: "", tags: [] },
      ],
    });
  });

  test("without a question and an answer column is refused with what to do", () => {
    expect(rowsOfTable([{ row: 1, cells: ["Name", "Value"] }])).toMatchObject({ ok: false });
    expect(rowsOfTable([])).toMatchObject({ ok: false });
  });
});
