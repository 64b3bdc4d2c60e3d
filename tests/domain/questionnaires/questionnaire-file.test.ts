import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inspectQuestionnaire } from "#app/domain/questionnaires/inspect.job.server.ts";
import { changeLayout, confirmLayout, getFileMap } from "#app/domain/questionnaires/layout.server.ts";
import { readQuestionnaireFile } from "#app/domain/questionnaires/questionnaire-file.server.ts";
import { getQuestionnaire } from "#app/domain/questionnaires/questionnaires.server.ts";
import { sendQuestionnaire } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import { receiveFile } from "#app/platform/arriving-files.server.ts";
import { env } from "#app/platform/env.server.ts";
import { db } from "#db/client.server.ts";
import { aClient, ada, pat } from "#tests/support/given.ts";
import {
  aJob,
  aMappedQuestionnaire,
  aSentQuestionnaire,
  csvOf,
  shownLayout,
  threeQuestions,
} from "#tests/support/questionnaires.ts";

const inChunks = async function* (bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 50) yield await Promise.resolve(bytes.subarray(at, at + 50));
};

const arrival = { title: "Form", dueOn: null, client: aClient };

describe("a customer's file", () => {
  test("that lies on disk already is taken over and read like any other", async () => {
    const content = (await receiveFile(inChunks(threeQuestions)))!;
    const { id } = await sendQuestionnaire(db, await pat(), { ...arrival, fileName: "form.csv", content });
    await inspectQuestionnaire(db, { questionnaireId: id }, aJob);
    const { inspection, size } = await getFileMap(db, id);
    expect(inspection.sheets[0]!.questions).toHaveLength(3);
    expect(size).toBe(threeQuestions.length);
    expect(await readQuestionnaireFile(db, id)).toEqual(threeQuestions);
  });

  test("that lies on disk is refused by its name, its beginning and its size", async () => {
    const workbook = (await receiveFile(inChunks(Buffer.from("no workbook"))))!;
    const sent = { ...arrival, fileName: "form.xlsx", content: workbook };
    await expect(sendQuestionnaire(db, await pat(), sent)).rejects.toMatchObject({ code: "file.not_a_workbook" });
    const large = { ...workbook, sizeBytes: 10 * 1024 * 1024 + 1 };
    const tooLarge = { ...arrival, fileName: "form.csv", content: large };
    await expect(sendQuestionnaire(db, await pat(), tooLarge)).rejects.toMatchObject({
      code: "file.over_limit.file_bytes",
    });
  });

  test("that has changed on our disk is not read", async () => {
    const changed = csvOf([
      ["ID", "Question", "Answer", "Comment"],
      ["9", "Who changed this file?"],
    ]);
    const original = csvOf([
      ["ID", "Question", "Answer", "Comment"],
      ["8", "Is this file still the same?"],
    ]);
    const { id } = await aSentQuestionnaire(await pat(), original);
    const sha256 = createHash("sha256").update(original).digest("hex");
    await writeFile(join(env.dataDir, "files", sha256.slice(0, 2), sha256), changed);
    await inspectQuestionnaire(db, { questionnaireId: id }, aJob);
    expect(await getQuestionnaire(db, id)).toMatchObject({
      state: "failed",
      failure: "The stored file has changed since it came. Upload it anew.",
    });
    await writeFile(join(env.dataDir, "files", sha256.slice(0, 2), sha256), original);
  });

  test("of an early version, in its row with what was found as JSON, is shown, changed and confirmed", async () => {
    const staff = await ada();
    const { id } = await aMappedQuestionnaire(await pat());
    const { inspection } = await getFileMap(db, id);
    const early = { file: threeQuestions, inspection: JSON.stringify(inspection), packedInspection: null };
    const asEarly = () => db.updateTable("questionnaire").set(early).where("id", "=", id).execute();
    await asEarly();
    expect((await getFileMap(db, id)).inspection).toEqual(inspection);

    const form = await shownLayout(id);
    await changeLayout(db, staff, { id, form: { ...form, columns: { ...form.columns, comment: [] } } });
    const read = await getFileMap(db, id);
    expect(read.inspection.sheets[0]!.columns.comment).toEqual([]);
    const kept = db.selectFrom("questionnaire").select(["inspection", "packedInspection"]).where("id", "=", id);
    expect(await kept.executeTakeFirstOrThrow()).toMatchObject({ inspection: null });

    await confirmLayout(db, staff, { id, form: await shownLayout(id) });
    const questions = db.selectFrom("question").select("ref").where("questionnaireId", "=", id).orderBy("position");
    expect((await questions.execute()).map(({ ref }) => ref)).toEqual(["1.1", "1.2", "1.3"]);
  });
});
