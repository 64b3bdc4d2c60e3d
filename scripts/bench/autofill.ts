import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { createStaff } from "#app/domain/accounts/staff.server.ts";
import { addAnswers, type NewAnswer } from "#app/domain/knowledge-base/add-answers.server.ts";
import { openAnswerIndex } from "#app/domain/questionnaires/answer-index.server.ts";
import { fillQuestionnaire } from "#app/domain/questionnaires/autofill.job.server.ts";
import { inspectQuestionnaire } from "#app/domain/questionnaires/inspect.job.server.ts";
import { confirmLayout, getFileMap } from "#app/domain/questionnaires/layout.server.ts";
import { takeInQuestionnaire } from "#app/domain/questionnaires/receive-questionnaire.server.ts";
import { getDeskQuestion, listDeskQuestions } from "#app/domain/questionnaires/review-desk.server.ts";
import { acceptResponse } from "#app/domain/questionnaires/review.server.ts";
import { db } from "#db/client.server.ts";
import { migrateToLatest } from "#db/migrator.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { answers } from "#scripts/demo/content/answers.ts";
import { workbook } from "#scripts/demo/files/workbook.ts";

/**
 * How long a questionnaire takes from the file to the review desk, against a large knowledge base, on the embedded
 * database and, with DATABASE_URL naming an empty one, on PostgreSQL: node --import tsx scripts/bench/autofill.ts
 */
const answersMade = 10_000;
const questionsAsked = 300;

type Step = { name: string; ms: number; longestPauseMs: number | null };

async function compare() {
  const embedded = await inOwnProcess({ DATABASE_URL: "" });
  const postgres = process.env.DATABASE_URL ? await inOwnProcess({}) : null;
  const row = (...cells: string[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  row("step", "embedded", "longest pause", ...(postgres ? ["PostgreSQL", "longest pause", "ratio"] : []));
  row("---", "--:", "--:", ...(postgres ? ["--:", "--:", "--:"] : []));
  embedded.forEach(({ name, ms, longestPauseMs }, at) => {
    const other = postgres?.[at];
    const beside = other ? [inMs(other.ms), inMs(other.longestPauseMs), (other.ms / ms).toFixed(2)] : [];
    row(name, inMs(ms), inMs(longestPauseMs), ...beside);
  });
}

const inMs = (ms: number | null) => (ms === null ? "" : `${Math.round(ms)} ms`);

async function inOwnProcess(settings: Record<string, string>): Promise<Step[]> {
  const directory = mkdtempSync(join(tmpdir(), "candor-bench-"));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    DATA_DIR: directory,
    ...settings,
  };
  const args = ["--import", "tsx", fileURLToPath(import.meta.url), "measure"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  for await (const chunk of child.stdout) said += String(chunk);
  rmSync(directory, { recursive: true, force: true });
  return JSON.parse(said) as Step[];
}

async function measure(): Promise<Step[]> {
  await migrateToLatest(db);
  const staff = await inTransaction(db, (trx) =>
    createStaff(trx, {
      name: "Bench",
      email: "bench@vendor.example",
      role: "security",
      password: "correct horse battery",
    }),
  );
  await inTransaction(db, (trx) => addAnswers(trx, madeAnswers()));

  const steps: Step[] = [];
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const began = performance.now();
    const result = await work();
    const ms = performance.now() - began;
    await new Promise((resume) => setTimeout(resume, 20));
    delay.disable();
    steps.push({ name, ms, longestPauseMs: delay.max / 1e6 });
    return result;
  };
  const walk = async (index: string) => {
    const began = performance.now();
    const { id } = await step(`receive, ${index}`, () => receive(staff));
    await step(`read in a child process, ${index}`, () => inspectQuestionnaire(db, { questionnaireId: id }, job));
    await step(`confirm the columns, ${index}`, () => confirm(staff, id));
    await step(`fill, ${index}`, () => fillQuestionnaire(db, { questionnaireId: id }, job));
    const desk = await step(`review desk, ${index}`, () => openDesk(id));
    steps.push({ name: `**file to desk, ${index}**`, ms: performance.now() - began, longestPauseMs: null });
    return { id, ...desk };
  };

  const { id: questionnaireId, detail } = await walk("index cold");
  await walk("index warm");
  await acceptResponse(db, staff, { questionnaireId, questionId: detail.id, version: detail.version });
  await step("index after one more alias", () => openAnswerIndex(db, async () => null));
  await step("index, nothing changed", () => openAnswerIndex(db, async () => null));
  await db.destroy();
  return steps;
}

type BenchStaff = Parameters<typeof takeInQuestionnaire>[1];
const job = { jobId: "bench", attempt: 1, lastAttempt: true };

function receive(staff: BenchStaff) {
  const arrival = { title: "Bench", dueOn: null, fileName: "bench.xlsx", content: madeWorkbook() };
  return takeInQuestionnaire(db, staff, { ...arrival, companyAccountId: null, products: [] });
}

async function confirm(staff: BenchStaff, id: string) {
  const { inspection } = await getFileMap(db, id);
  const sheet = inspection.sheets.findIndex(({ questions }) => questions.length > 0);
  const { role, headerRow, columns, questions } = inspection.sheets[sheet]!;
  if (questions.length !== questionsAsked) throw new Error(`Found ${questions.length} of ${questionsAsked} questions.`);
  await confirmLayout(db, staff, { id, form: { sheet, role, headerRow, columns } });
}

async function openDesk(id: string) {
  const { questions } = await listDeskQuestions(db, id, "all");
  if (questions.length !== questionsAsked)
    throw new Error(`${questions.length} responses to ${questionsAsked} questions.`);
  const open = questions.find(({ state, method }) => state === "proposed" && method === "near-exact") ?? questions[0]!;
  return { detail: await getDeskQuestion(db, id, open.id) };
}

const area = (number: number) => `unit ${String.fromCharCode(65 + (number % 26))}${number}`;

/** The demo company's answers over and over, each round about another part of the company. */
function madeAnswers(): NewAnswer[] {
  const pool = answers(new Date());
  return Array.from({ length: answersMade }, (_, at) => {
    const { question, answer, short, section, tags } = pool[at % pool.length]!;
    const where = area(Math.floor(at / pool.length));
    return {
      ...{ question: `For ${where}: ${question}`, text: `${answer} This holds for ${where}.`, short, section, tags },
      ...{ audience: "public", products: [], notes: "", citations: [], authorId: null, ownerId: null, reason: "" },
      ...{ state: "approved", approval: { by: null, at: null, reviewBy: null } },
    };
  });
}

/** A third asked word for word, a third in other words, a third about a unit that no answer speaks of. */
function madeWorkbook(): Uint8Array {
  const pool = answers(new Date());
  const asked = Array.from({ length: questionsAsked }, (_, at) => {
    const { question } = pool[(at * 7) % pool.length]!;
    if (at % 3 === 0) return `For ${area(at % 60)}: ${question}`;
    return at % 3 === 1 ? `In ${area(at % 60)}, please say: ${question}` : `For ${area(5_000 + at)}: ${question}`;
  });
  const cells = (...texts: string[]) => texts.map((text, i) => ({ column: "ABCD"[i]!, text, style: "plain" as const }));
  const rows = asked.map((question, at) => ({ cells: cells(String(at + 1), question, "", "") }));
  const head = { cells: cells("No", "Question", "Answer", "Comments") };
  return workbook([{ name: "Questions", widths: [6, 80, 20, 40], frozenRows: 1, merges: [], rows: [head, ...rows] }]);
}

if (process.argv[2] === "measure") process.stdout.write(`${JSON.stringify(await measure())}\n`);
else await compare();
process.exit(0);
