import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import type { CellWrite, Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectFile } from "#app/domain/questionnaires/formats/read-in-child.server.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { writeAnswers } from "#app/domain/questionnaires/formats/write-answers.server.ts";
import { watchChildren } from "#scripts/bench/child-memory.ts";
import { type Bomb, isExpected } from "#scripts/bombs/bomb.ts";
import { bombs } from "#scripts/bombs/corpus.ts";

/**
 * Lets the real reading process read every bomb, and fill in those that it can read, and prints what came of each:
 * node --import tsx scripts/bombs/read-all.ts [part of a name]
 */
const MiB = 1024 * 1024;
const graceMs = 1_500;

type Result = { bomb: Bomb; size: number; found: string; message: string; ms: number; peak: number | null };

const wanted = bombs.filter(({ fileName }) => fileName.includes(process.argv[2] ?? ""));
const before = process.memoryUsage().rss;
const row = (...cells: string[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
row("file", "size", "outcome", "time", "memory", "what its sender reads");
row("---", "--:", "---", "--:", "--:", "---");
const results: Result[] = [];
for (const bomb of wanted) {
  const result = await readOne(bomb);
  results.push(result);
  const { size, found, ms, peak, message } = result;
  const outcome = isExpected(bomb, found) ? found : `**${found}**, not ${String(bomb.outcome)}`;
  row(bomb.fileName, inMiB(size), outcome, `${Math.round(ms)} ms`, peak === null ? "" : inMiB(peak), message);
}
summarise();

async function readOne(bomb: Bomb): Promise<Result> {
  const bytes = bomb.make();
  const peak = watchChildren();
  const began = performance.now();
  const { found, message } = await outcomeOf(bytes, bomb.fileName);
  return { bomb, size: bytes.length, found, message, ms: performance.now() - began, peak: peak() };
}

async function outcomeOf(bytes: Buffer, fileName: string): Promise<{ found: string; message: string }> {
  let inspection: Inspection;
  try {
    inspection = await inspectFile(bytes, fileName);
  } catch (error) {
    if (error instanceof UnreadableFile) return { found: error.code, message: error.message };
    return { found: "a crash", message: String(error) };
  }
  const questions = inspection.sheets.flatMap((sheet) => sheet.questions);
  const message = `(${questions.length} questions)`;
  try {
    await writeAnswers(bytes, fileName, answersFor(inspection));
    return { found: "read", message };
  } catch (error) {
    if (error instanceof UnreadableFile) return { found: "read", message: `${message} ${error.message}` };
    return { found: "a crash when filled", message: String(error) };
  }
}

function answersFor(inspection: Inspection): CellWrite[] {
  return inspection.sheets.flatMap(({ name, questions }) =>
    questions.slice(0, 100).flatMap(({ answerCell, blocked, options, marks }) => {
      if (answerCell === null || blocked !== null || marks !== null) return [];
      return [{ sheet: name, cell: answerCell, text: options?.[0] ?? "Yes" }];
    }),
  );
}

function summarise(): void {
  const unexpected = results.filter(({ bomb, found }) => !isExpected(bomb, found));
  const late = results.filter(({ ms }) => ms > 2 * (processLimits.wallMilliseconds + graceMs));
  const read = results.filter(({ found }) => found === "read").length;
  const most = Math.max(...results.map(({ peak }) => peak ?? 0));
  const grown = (process.memoryUsage().rss - before) / MiB;
  process.stdout.write(
    `\n${results.length} files: ${read} read, ${results.length - read} refused; ${unexpected.length} otherwise than expected, ` +
      `${late.length} late. Slowest ${Math.round(Math.max(...results.map(({ ms }) => ms)))} ms, most memory ${inMiB(most)}; ` +
      `this process grew by ${Math.round(grown)} MiB, the files that it made included.\n`,
  );
  if (unexpected.length + late.length > 0) process.exitCode = 1;
}

function inMiB(bytes: number): string {
  return `${(bytes / MiB).toFixed(bytes < 10 * MiB ? 2 : 0)} MiB`;
}
