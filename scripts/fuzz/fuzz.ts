import { fork } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import { filled, notReleased } from "#scripts/fuzz/read-and-fill.ts";
import { fuzzedFile, type FuzzTarget, fuzzTargets } from "#scripts/fuzz/targets.ts";
import type { Told } from "#scripts/fuzz/worker.ts";

/**
 * Reads, fills in and compares damaged files of every format, the same ones for the same seed. Every one has to be read,
 * or refused in a sentence, within ten seconds; what is not is kept with its number:
 * node --import tsx scripts/fuzz/fuzz.ts [--count 200000] [--seed 1] [--only pdf] [--workers 2] [--keep FOLDER]
 */
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "200000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    workers: { type: "string", default: "2" },
    keep: { type: "string", default: join(tmpdir(), "candor-fuzz") },
  },
});
const stretch = 2_000;

type Tally = {
  runs: number;
  read: number;
  filled: number;
  notReleased: number;
  refused: number;
  slowestMs: number;
  findings: string[];
};
type Stretch = { target: FuzzTarget; from: number; to: number };

const tallies = new Map(fuzzTargets.map(({ name }) => [name, emptyTally()]));
const codes = new Map<string, number>();
const work = stretches();
const began = performance.now();
await mkdir(values.keep, { recursive: true });
await Promise.all(Array.from({ length: Number(values.workers) }, workThrough));
report();

function emptyTally(): Tally {
  return { runs: 0, read: 0, filled: 0, notReleased: 0, refused: 0, slowestMs: 0, findings: [] };
}

function stretches(): Stretch[] {
  const wanted = fuzzTargets.filter(({ name }) => values.only === undefined || name === values.only);
  const shares = wanted.reduce((sum, { share }) => sum + share, 0);
  return wanted.flatMap((target) => {
    const count = Math.ceil((Number(values.count) * target.share) / shares);
    return Array.from({ length: Math.ceil(count / stretch) }, (_, i) => ({
      target,
      from: i * stretch,
      to: Math.min(count, (i + 1) * stretch),
    }));
  });
}

async function workThrough(): Promise<void> {
  for (let next = work.shift(); next; next = work.shift()) {
    let { from } = next;
    while (from < next.to) from = await runFrom({ ...next, from });
  }
}

/** Gives the number to go on with: behind the last, or behind the one that a worker did not survive. */
function runFrom({ target, from, to }: Stretch): Promise<number> {
  const options = {
    execArgv: ["--import", "tsx", `--max-old-space-size=${processLimits.heapMiB}`],
    stdio: ["ignore", "ignore", "ignore", "ipc"] as ["ignore", "ignore", "ignore", "ipc"],
  };
  const script = fileURLToPath(new URL("./worker.ts", import.meta.url));
  const child = fork(script, [target.name, values.seed, String(from), String(to)], options);
  let running = { number: from, since: performance.now() };
  let hung = false;
  const watch = setInterval(() => {
    hung = performance.now() - running.since > processLimits.wallMilliseconds;
    if (hung) child.kill("SIGKILL");
  }, 500);
  child.on("message", (told: Told) => {
    if (told.kind === "begins") running = { number: told.number, since: performance.now() };
    else if (told.kind === "failed") find(target, told.number, told.error);
    else count(target, told.outcome, performance.now() - running.since);
    if (told.kind === "ended" && told.number + 1 === to) running = { number: to, since: Infinity };
  });
  return new Promise((goOn) => {
    child.on("exit", (code, signal) => {
      clearInterval(watch);
      if (code === 0) return goOn(to);
      find(target, running.number, hung ? "It took more than ten seconds." : `The worker ended: ${code ?? signal}.`);
      goOn(running.number + 1);
    });
  });
}

function count({ name }: FuzzTarget, outcome: string, ms: number): void {
  const tally = tallies.get(name)!;
  tally.runs++;
  if (outcome === "read") tally.read++;
  else if (outcome === filled) tally.filled++;
  else if (outcome === notReleased) tally.notReleased++;
  else {
    tally.refused++;
    codes.set(outcome, (codes.get(outcome) ?? 0) + 1);
  }
  tally.slowestMs = Math.max(tally.slowestMs, ms);
}

function find(target: FuzzTarget, number: number, error: string): void {
  const { fileName, bytes } = fuzzedFile(target, values.seed, number);
  const path = join(values.keep, `${target.name}-${values.seed}-${number}-${fileName}`);
  const tally = tallies.get(target.name)!;
  tally.runs++;
  tally.findings.push(path);
  void writeFile(path, bytes);
  process.stderr.write(`${target.name} ${number} (seed ${values.seed}, kept as ${path}): ${error}\n`);
}

function report(): void {
  const row = (...cells: (string | number)[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  row("format", "runs", "read and filled", "read", "refused", "copy not released", "slowest", "findings");
  row("---", "--:", "--:", "--:", "--:", "--:", "--:", "--:");
  for (const [name, { runs, read, refused, slowestMs, findings, ...more }] of tallies) {
    if (runs > 0)
      row(name, runs, more.filled, read, refused, more.notReleased, `${Math.round(slowestMs)} ms`, findings.length);
  }
  const all = [...tallies.values()];
  const runs = all.reduce((sum, tally) => sum + tally.runs, 0);
  const findings = all.reduce((sum, tally) => sum + tally.findings.length, 0);
  const often = [...codes].sort(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`);
  process.stdout.write(
    `\n${runs} runs with seed ${values.seed} in ${Math.round((performance.now() - began) / 1000)} s; `,
  );
  process.stdout.write(`${findings} findings. Refused: ${often.join(", ")}.\n`);
  if (findings > 0) process.exitCode = 1;
}
