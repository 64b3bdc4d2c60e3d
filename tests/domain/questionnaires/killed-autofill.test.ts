import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { db } from "#db/client.server.ts";

const seed = 20261124;
const kills = Number(process.env.CANDOR_TEST_KILLS ?? (inject("postgres") ? 10 : 4));
const longestRunMs = 1_200;

const worker = join("node_modules", ".cache", "candor", `filling-worker-${process.pid}.mjs`);
const directory = mkdtempSync(join(tmpdir(), "candor-killed-"));
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  await build({
    ...{ entryPoints: ["tests/support/filling-worker.ts"], outfile: worker, bundle: true, logLevel: "silent" },
    ...{
      platform: "node",
      format: "esm",
      target: "node20",
      external: ["@*", "esbuild", "kysely", "pg", "pino", "zod"],
    },
  });
  environment = {
    ...process.env,
    NODE_ENV: "test",
    LOG_LEVEL: "silent",
    DATA_DIR: directory,
    DATABASE_URL: await url(),
  };
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
  rmSync(worker, { force: true });
});

/** The worker's database is ours on PostgreSQL; the embedded one is for one process, so there it has one of its own. */
async function url(): Promise<string> {
  const postgres = inject("postgres");
  if (!postgres) return "";
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  return Object.assign(new URL(postgres.url), { pathname: `/${rows[0]!.name}` }).href;
}

const sentence =
  "a worker that is killed again and again leaves one response a question, and what was approved as it was";

test(sentence, { timeout: 600_000 }, async () => {
  const random = randomFrom(seed);
  await run("prepare");
  await killWorkers(kills / 2, random);
  const approved = decidedOf(await run("accept"));
  await killWorkers(kills / 2, random);

  const after = await run("finish");
  expect(after.map(({ state, answered }) => [state, answered])).toEqual(after.map(() => ["in-review", 300]));
  expect(new Set(after.map(({ made }) => made)).size).toBe(1);
  expect(approved.length).toBeGreaterThanOrEqual(40);
  expect(decidedOf(after)).toEqual(approved);
});

const decidedOf = (report: Report) => report.flatMap(({ decided }) => decided);

type Report = { state: string; answered: number; decided: object[]; made: string }[];

const randomFrom = (state: number) => () => {
  state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
  return state / 2 ** 32;
};

/** Starts a worker, kills it in the middle of a run, and again. */
async function killWorkers(times: number, random: () => number) {
  for (let killed = 0; killed < times;) {
    const child = start("work");
    const ended = once(child, "exit");
    let filling = false;
    const begun = new Promise<void>((begin) => {
      createInterface(child.stdout!).on("line", (line) => {
        filling = line === "filling";
        if (filling) begin();
      });
    });
    await Promise.race([begun, ended.then(() => Promise.reject(new Error("The worker ended by itself.")))]);
    await wait(random() * longestRunMs);
    if (filling) killed++;
    child.kill("SIGKILL");
    await ended;
  }
}

async function run(command: string): Promise<Report> {
  const child = start(command);
  let said = "";
  child.stdout!.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  expect(code, command).toBe(0);
  return JSON.parse(said.trim().split("\n").at(-1)!) as Report;
}

const start = (command: string): ChildProcess =>
  spawn(process.execPath, [worker, command], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
