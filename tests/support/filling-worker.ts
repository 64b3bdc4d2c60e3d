import { setTimeout as wait } from "node:timers/promises";
import { addAnswers } from "#app/domain/knowledge-base/add-answers.server.ts";
import { openAnswerIndex } from "#app/domain/questionnaires/answer-index.server.ts";
import { fillQuestionnaire } from "#app/domain/questionnaires/autofill.job.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { enqueueJob, runOneJob, startWorker } from "#app/platform/jobs.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import { db } from "#db/client.server.ts";
import { migrateToLatest } from "#db/migrator.server.ts";
import { inTransaction } from "#db/transaction.server.ts";

/** What killed-autofill.test.ts has done in a process of its own, on the database that the environment names. */
const commands: Record<string, () => Promise<unknown>> = { prepare, work, accept, finish };

const subjects = "backups,laptops,servers,databases,logs,keys,networks,vendors,badges,visitors,releases,images".split(
  ",",
);
const points = "encrypted,reviewed every quarter,kept for a year,named in a policy,tested".split(",");
const things = subjects.flatMap((subject) => points.map((point) => ({ subject, point })));
const own = ({ subject, point }: (typeof things)[number]) => `Are all of your ${subject} ${point}?`;
const alike = ({ subject, point }: (typeof things)[number], at: number) =>
  [
    own({ subject, point }),
    `Can you show us that ${subject} are ${point}?`,
    `Who sees to it that ${subject} are ${point}?`,
  ][at % 3]!;

const questionsEach = 300;

async function prepare() {
  await migrateToLatest(db);
  const person = {
    kind: "staff",
    name: "Ada",
    email: "ada@vendor.example",
    emailAsTyped: "",
    role: "security",
  } as const;
  await db
    .insertInto("person")
    .values({ ...person, passwordHash: "unusable" })
    .execute();
  const approval = { by: null, at: null, reviewBy: null };
  const answers = things.map((thing) => ({
    ...{ question: own(thing), text: `Yes. Our ${thing.subject} are ${thing.point}, and we check it.`, short: "Yes" },
    ...{ section: "", tags: [], audience: "public" as const, products: [], notes: "", citations: [], reason: "" },
    ...{ authorId: null, ownerId: null, state: "approved" as const, approval },
  }));
  await inTransaction(db, (trx) => addAnswers(trx, answers));
}

async function addQuestionnaire() {
  const { id: staff } = await db.selectFrom("person").select("id").executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto("questionnaire")
    .values({
      ...{ title: "Form", fileName: "form.csv", fileFormat: "csv", fileSha256: sha256("none"), fileSize: 4 },
      ...{ receivedFrom: staff, confirmedBy: staff, state: "filling" },
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const place = JSON.stringify({ answered: null, blocked: null });
  const questions = Array.from({ length: questionsEach }, (_, position) => ({
    ...{ questionnaireId: id, position, sheet: "form.csv", row: position + 2, ref: null, section: null, place },
    text: alike(things[position % things.length]!, Math.floor(position / things.length)),
  }));
  await db.insertInto("question").values(questions).execute();
  await enqueueJob(db, "questionnaires.fill", { questionnaireId: id });
}

const fewestWaiting = 4;

/**
 * Fills until it is killed; there is always enough to fill. Tells the parent when a run begins and when it ends, so
 * that it knows what it kills.
 */
async function work() {
  for (let waiting = (await waitingJobs()).length; waiting < fewestWaiting; waiting++) await addQuestionnaire();
  await openAnswerIndex(db, async () => null);
  const fill: typeof fillQuestionnaire = async (...job) => {
    process.stdout.write("filling\n");
    await fillQuestionnaire(...job);
    process.stdout.write("filled\n");
  };
  startWorker(db, { "questionnaires.fill": fill }, { pollMs: 50, leaseSeconds: 1 });
  await new Promise(() => setInterval(() => {}, 1_000));
}

const waitingJobs = () =>
  db
    .selectFrom("job")
    .select("id")
    .where("name", "=", "questionnaires.fill")
    .where("state", "in", ["queued", "running"])
    .execute();

/** Runs jobs to their end, also those whose killed worker still has a lease, and reports. */
async function finish(most = Infinity) {
  for (let done = 0; done < most && (await waitingJobs()).length > 0;) {
    if (await runOneJob(db, { "questionnaires.fill": fillQuestionnaire })) done++;
    else await wait(100);
  }
  return report();
}

const acceptedEach = 20;

/**
 * Accepts some responses of every questionnaire in review, of at least two, and has each filled once more: as a job
 * that is delivered twice, and, of every other one, as if it had died before its end.
 */
async function accept() {
  await finish(2);
  const [person] = await db.selectFrom("person").select(["id", "name", "email"]).execute();
  const inReview = await db.selectFrom("questionnaire").select("id").where("state", "=", "in-review").execute();
  for (const [at, { id: questionnaireId }] of inReview.entries()) {
    const some = await db
      .selectFrom("response")
      .select(["questionId", "version"])
      .where("questionnaireId", "=", questionnaireId)
      .where("method", "=", "exact")
      .where("state", "=", "proposed")
      .limit(acceptedEach)
      .execute();
    for (const shown of some) {
      await acceptResponse(db, { kind: "staff", role: "security", ...person! }, { questionnaireId, ...shown });
    }
    if (at % 2 === 1) {
      await db
        .deleteFrom("response")
        .where("questionnaireId", "=", questionnaireId)
        .where("decidedBy", "is", null)
        .execute();
      await db.updateTable("questionnaire").set({ state: "filling" }).where("id", "=", questionnaireId).execute();
    }
    await enqueueJob(db, "questionnaires.fill", { questionnaireId });
  }
  return report();
}

async function report() {
  const questionnaires = await db.selectFrom("questionnaire").select(["id", "state"]).orderBy("id").execute();
  return Promise.all(
    questionnaires.map(async ({ id, state }) => {
      const responses = await db
        .selectFrom("question")
        .leftJoin("response", "response.questionId", "question.id")
        .select(["question.id", "position", "response.state", "response.text", "answerId", "method", "confidence"])
        .select(["evidence", "alternatives", "version", "decidedAt"])
        .where("question.questionnaireId", "=", id)
        .orderBy("position")
        .execute();
      const decided = responses.filter(({ decidedAt }) => decidedAt !== null);
      const made = responses.map(({ id: _, state: __, version: ___, decidedAt: ____, ...matched }) => matched);
      const answered = responses.filter(({ method }) => method !== null);
      return { id, state, answered: answered.length, decided, made: sha256(JSON.stringify(made)) };
    }),
  );
}

const result = await commands[process.argv[2]!]!();
await new Promise((written) => process.stdout.write(`${JSON.stringify(result ?? null)}\n`, written));
await db.destroy();
process.exit(0);
