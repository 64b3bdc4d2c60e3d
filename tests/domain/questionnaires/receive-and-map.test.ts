import { describe, expect, test } from "vitest";
import { fillQuestionnaire } from "#app/domain/questionnaires/autofill.job.server.ts";
import { inspectQuestionnaire } from "#app/domain/questionnaires/inspect.job.server.ts";
import { findLayoutSource } from "#app/domain/questionnaires/learned-layouts.server.ts";
import { changeLayout, confirmLayout, getFileMap } from "#app/domain/questionnaires/layout.server.ts";
import {
  countQuestionnaires,
  getQuestionnaire,
  listOwnQuestionnaires,
  listQuestionnaires,
  retryQuestionnaire,
  withdrawQuestionnaire,
} from "#app/domain/questionnaires/questionnaires.server.ts";
import { readQuestionnaireFile } from "#app/domain/questionnaires/questionnaire-file.server.ts";
import { sendQuestionnaire } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import { db } from "#db/client.server.ts";
import { aClient, ada, kim, pat, quinn, ruth, sam } from "#tests/support/given.ts";
import {
  aConfirmedQuestionnaire,
  aJob,
  aMappedQuestionnaire,
  aSentQuestionnaire,
  aTakenInQuestionnaire,
  csvOf,
  shownLayout,
  threeQuestions,
} from "#tests/support/questionnaires.ts";

describe("a file that a prospect sends", () => {
  test("is kept, queued for reading, acknowledged by mail and put on the trail", async () => {
    const { id } = await aSentQuestionnaire(await pat());
    expect(await getQuestionnaire(db, id)).toMatchObject({
      ...{ title: "Vendor review 2026", state: "received", fileName: "acme_review.csv" },
      ...{ accountName: "Acme GmbH", senderName: "Pat Moreau" },
    });
    expect(await queuedJobs()).toEqual(["questionnaires.inspect", "notifications.deliver"]);
    expect(await mails()).toEqual(["pat@acme.example questionnaire-received"]);
    expect(await trail()).toContain("questionnaires.questionnaire.received");
  });

  test("is named after itself when it has no title, and loses the folders of its name", async () => {
    const sent = {
      title: "",
      dueOn: null,
      fileName: "C:\\tmp\\Our_form.csv",
      content: threeQuestions,
      client: aClient,
    };
    const { id } = await sendQuestionnaire(db, await pat(), sent);
    expect(await getQuestionnaire(db, id)).toMatchObject({ title: "Our form", fileName: "Our_form.csv" });
  });

  test.each([
    ["form.rtf", Buffer.from("{\\rtf1}"), "file.unknown_type"],
    ["form.pdf", Buffer.from("no PDF"), "file.not_a_pdf"],
    ["form.xlsx", Buffer.from("no workbook"), "file.not_a_workbook"],
    ["form.csv", Buffer.alloc(0), "file.empty"],
    ["form.csv", Buffer.alloc(10 * 1024 * 1024 + 1, "a"), "file.over_limit.file_bytes"],
  ])("as %s is refused when it is none that we read (%#)", async (fileName, bytes, code) => {
    await expect(aSentQuestionnaire(await pat(), bytes, fileName)).rejects.toMatchObject({ code });
    expect(await db.selectFrom("questionnaire").select("id").execute()).toEqual([]);
  });

  test("is seen by the sender's colleagues and by no other company", async () => {
    await aSentQuestionnaire(await pat());
    expect(await listOwnQuestionnaires(db, await quinn())).toMatchObject([{ title: "Vendor review 2026" }]);
    expect(await listOwnQuestionnaires(db, await kim())).toEqual([]);
  });

  test("is one of at most 20 a day from the same person", async () => {
    const prospect = await pat();
    for (let sent = 0; sent < 20; sent++) {
      await sendQuestionnaire(db, prospect, { ...anArrival, client: { ...aClient, ipAddress: "127.0.0.1" } });
    }
    const onceMore = { ...anArrival, client: { ...aClient, ipAddress: "127.0.0.1" } };
    await expect(sendQuestionnaire(db, prospect, onceMore)).rejects.toMatchObject({ code: "accounts.too-many-tries" });
  });
});

const anArrival = { title: "", dueOn: null, fileName: "form.csv", content: threeQuestions };

test("sales take in no files", async () => {
  await expect(aTakenInQuestionnaire(await sam(), null)).rejects.toMatchObject({ code: "access.not-a-decider" });
});

describe("reading the file", () => {
  test("finds the questions and asks security to check the columns", async () => {
    await ada();
    await ruth();
    await sam();
    const { id } = await aMappedQuestionnaire(await pat());
    const { state, inspection } = await getFileMap(db, id);
    expect(state).toBe("mapping");
    expect(inspection.sheets[0]).toMatchObject({
      columns: { id: "A", question: "B", answer: ["C"], comment: ["D"] },
      questions: [{ id: "1.1" }, { id: "1.2" }, { id: "1.3" }],
    });
    expect(await mails()).toEqual([
      "pat@acme.example questionnaire-received",
      "ada@vendor.example questionnaire-waiting",
      "ruth@vendor.example questionnaire-waiting",
    ]);
  });

  test("again changes nothing", async () => {
    const { id } = await aMappedQuestionnaire(await pat());
    const before = await mails();
    await inspectQuestionnaire(db, { questionnaireId: id }, aJob);
    expect(await mails()).toEqual(before);
  });

  test("that fails keeps the file and says why in plain words; it can be tried again", async () => {
    const broken = Buffer.concat([Buffer.from([0x50, 0x4b, 0x03, 0x04]), Buffer.from("cut short")]);
    const { id } = await aSentQuestionnaire(await pat(), broken, "form.xlsx");
    await inspectQuestionnaire(db, { questionnaireId: id }, aJob);

    const failed = await getQuestionnaire(db, id);
    expect(failed.state).toBe("failed");
    expect(failed.failure).toMatch(/^[A-Z][^\n]+\.$/);
    expect((await readQuestionnaireFile(db, id)).equals(broken)).toBe(true);
    expect(await trail()).toContain("questionnaires.questionnaire.failed");

    await retryQuestionnaire(db, await ada(), id);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "received", failure: null });
  });
});

describe("the columns", () => {
  const oddForm = csvOf([
    ["Ref", "Point", "What we ask", "Remarks"],
    ["a", "Alpha", "Do you encrypt data at rest?", ""],
    ["b", "Beta", "Do you test your backups?", ""],
  ]);

  test("may be changed by a person before filling; their word is taken as it is", async () => {
    const { id } = await aMappedQuestionnaire(await pat(), oddForm);
    const columns = { id: "B", question: "C", answer: ["D"], comment: [], section: null };
    await changeLayout(db, await ada(), { id, form: { sheet: 0, role: "questions", headerRow: 1, columns } });
    const { inspection } = await getFileMap(db, id);
    expect(inspection.sheets[0]).toMatchObject({
      columns,
      questions: [
        { id: "Alpha", answerCell: "D2" },
        { id: "Beta", answerCell: "D3" },
      ],
    });
  });

  test("that a person changes and confirms in one go are those that are filled", async () => {
    const { id } = await aMappedQuestionnaire(await pat(), oddForm);
    const columns = { id: "B", question: "C", answer: ["D"], comment: [], section: null };
    await confirmLayout(db, await ada(), { id, form: { sheet: 0, role: "questions", headerRow: 1, columns } });
    const questions = await db.selectFrom("question").select(["ref", "text"]).orderBy("position").execute();
    expect(questions).toEqual([
      { ref: "Alpha", text: "Do you encrypt data at rest?" },
      { ref: "Beta", text: "Do you test your backups?" },
    ]);
  });

  test("are confirmed once, by security", async () => {
    const { id } = await aMappedQuestionnaire(await pat());
    const form = await shownLayout(id);
    await expect(confirmLayout(db, await sam(), { id, form })).rejects.toMatchObject({ code: "access.not-a-decider" });
    await confirmLayout(db, await ada(), { id, form });
    await expect(confirmLayout(db, await ruth(), { id, form })).rejects.toMatchObject({
      code: "questionnaires.not-being-mapped",
    });
    expect(await db.selectFrom("question").select("id").execute()).toHaveLength(3);
    expect(await getQuestionnaire(db, id)).toMatchObject({ state: "filling", questions: 3 });
  });

  test("of a file without a question cannot be confirmed", async () => {
    const { id } = await aMappedQuestionnaire(await pat(), csvOf([["Name", "Colour"]]));
    const form = await shownLayout(id);
    await expect(confirmLayout(db, await ada(), { id, form })).rejects.toMatchObject({
      code: "questionnaires.no-question-found",
    });
  });
});

describe("a row", () => {
  const mixed = csvOf([
    ["No", "Question", "Answer"],
    ["1", "Do you encrypt data at rest?", ""],
    ["2", "Do you test your backups?", ""],
    ["3", "Do you keep a log of access?", ""],
    ["4", "Who is your auditor?", ""],
    ["", "Who in your company should we call about invoices?", ""],
  ]);
  const click = async (id: string, number: number, choice: "question" | "ignored") =>
    changeLayout(db, await ada(), { id, form: { ...(await shownLayout(id)), row: { number, choice } } });
  const mapOf = async (id: string) => {
    const [sheet] = (await getFileMap(db, id)).inspection.sheets;
    return {
      asked: sheet!.questions.map(({ row }) => row),
      left: sheet!.ignored.map(({ row, reason }) => `${row} ${reason}`),
    };
  };

  test("is left out, and asked again, at one click each", async () => {
    const { id } = await aMappedQuestionnaire(await pat(), mixed);
    const before = await mapOf(id);
    expect(before.asked).toContain(3);
    await click(id, 3, "ignored");
    expect((await mapOf(id)).asked).not.toContain(3);
    expect((await mapOf(id)).left).toContain("3 A person left it out.");
    await click(id, 5, "ignored");
    await click(id, 3, "question");
    expect((await mapOf(id)).asked).toEqual(before.asked.filter((row) => row !== 5));
  });

  test("and columns are remembered for the next file of the same make, whatever it is called, wherever the row is", async () => {
    const first = await aMappedQuestionnaire(await pat(), mixed);
    await click(first.id, 3, "ignored");
    await confirmLayout(db, await ada(), { id: first.id, form: await shownLayout(first.id) });

    const rows = mixed.toString("utf8").split("\r\n");
    const next = Buffer.from([rows[0], '"0","Do you have a policy?",""', ...rows.slice(1)].join("\r\n"));
    const { id } = await aSentQuestionnaire(await kim(), next, "another-name.csv");
    await inspectQuestionnaire(db, { questionnaireId: id }, aJob);
    expect((await mapOf(id)).asked).not.toContain(4);
    expect((await mapOf(id)).left).toContain("4 A person left it out.");
    expect(await findLayoutSource(db, id)).toMatchObject({ title: "Vendor review 2026" });

    const other = await aMappedQuestionnaire(await pat());
    expect(await findLayoutSource(db, other.id)).toBeNull();
  });
});

describe("the queue", () => {
  test("holds what is open, the next due first", async () => {
    const prospect = await pat();
    const send = (title: string, dueOn: string | null) =>
      sendQuestionnaire(db, prospect, { title, dueOn, fileName: "form.csv", content: threeQuestions, client: aClient });
    await send("no day", null);
    await send("later", "2031-03-01");
    await send("sooner", "2031-02-01");
    expect((await listQuestionnaires(db)).map(({ title }) => title)).toEqual(["sooner", "later", "no day"]);
  });

  test("loses what is withdrawn, whose jobs then do nothing", async () => {
    const { id } = await aConfirmedQuestionnaire(await pat());
    await withdrawQuestionnaire(db, await ada(), id);
    await fillQuestionnaire(db, { questionnaireId: id }, aJob);
    expect(await countQuestionnaires(db)).toEqual({ open: 0, released: 0, withdrawn: 1, all: 1 });
    expect(await db.selectFrom("response").select("questionId").execute()).toEqual([]);
    await expect(withdrawQuestionnaire(db, await ada(), id)).rejects.toMatchObject({ code: "questionnaires.not-open" });
  });
});

async function mails() {
  const rows = await db
    .selectFrom("mail")
    .select(["recipient", "template"])
    .orderBy("queuedAt")
    .orderBy("recipient")
    .execute();
  return rows.map(({ recipient, template }) => `${recipient} ${template}`);
}

async function queuedJobs() {
  return (await db.selectFrom("job").select("name").orderBy("createdAt").execute()).map(({ name }) => name);
}

async function trail() {
  return (await db.selectFrom("auditEvent").select("action").orderBy("seq").execute()).map(({ action }) => action);
}
