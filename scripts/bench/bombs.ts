import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { quantile } from "#scripts/bench/measures.ts";
import { askSteadily, type Latencies } from "#scripts/bench/steady-asker.ts";
import { bombs } from "#scripts/bombs/corpus.ts";

/**
 * How long the trust page takes while bombs are uploaded and read, one upon the other, beside how long it takes in
 * quiet. On the embedded database, or with DATABASE_URL on an empty PostgreSQL database. Starts what was built: node --import tsx scripts/bench/bombs.ts [--every 1] [--quiet 40] [--path /]
 */
const { values } = parseArgs({
  options: {
    every: { type: "string", default: "1" },
    quiet: { type: "string", default: "40" },
    path: { type: "string", default: "/" },
    only: { type: "string", default: "" },
  },
});
const wanted = bombs.filter(({ fileName }, i) => i % Number(values.every) === 0 && fileName.includes(values.only));
type Upload = { fileName: string; bytes: Buffer };

const MiB = 2 ** 20;
const patienceMs = 60_000;
const folder = mkdtempSync(join(tmpdir(), "candor-bombs-"));
const uploads = wanted.map(({ fileName, make }) => ({ fileName, bytes: make() }));
const candor = await startBuilt();
try {
  const cookie = await signIn();
  const page = `${candor.origin}${values.path}`;
  await during(page, () => pause(5_000));
  const before = await during(page, () => pause(Number(values.quiet) * 1_000));
  const small = await during(page, () =>
    uploadAll(
      cookie,
      uploads.filter(({ bytes }) => bytes.length < MiB),
    ),
  );
  const large = await during(page, () =>
    uploadAll(
      cookie,
      uploads.filter(({ bytes }) => bytes.length >= MiB),
    ),
  );
  const after = await during(page, () => pause(Number(values.quiet) * 1_000));
  report(before.concat(after), small, large);
} finally {
  candor.child.kill("SIGTERM");
  await new Promise((ended) => candor.child.once("exit", ended));
  rmSync(folder, { recursive: true, force: true });
}

async function startBuilt(): Promise<{ child: ChildProcess; origin: string }> {
  const port = await freePort();
  const settings = { NODE_ENV: "production", LOG_LEVEL: "error", DATA_DIR: folder, PORT: String(port) };
  if (process.env.DATABASE_URL) await loadDemo();
  const env = { ...process.env, ...settings } as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((ready, fail) => {
    let said = "";
    child.once("exit", (code) => fail(new Error(`Candor ended with ${code}. It said:\n${said}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (/^Candor is ready at /m.test(said)) ready();
    });
  });
  return { child, origin: `http://localhost:${port}` };
}

/** Into an empty PostgreSQL database, which Candor itself never does. */
async function loadDemo(): Promise<void> {
  process.env.DATA_DIR = folder;
  const [{ db }, { migrateToLatest }, { loadDemoOnce }] = await Promise.all([
    import("#db/client.server.ts"),
    import("#db/migrator.server.ts"),
    import("#scripts/demo/first-run.ts"),
  ]);
  await migrateToLatest(db);
  await loadDemoOnce(db);
  await db.destroy();
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}

async function signIn(): Promise<string> {
  type SignIn = { role: string; email: string; password: string };
  const all = JSON.parse(readFileSync(join(folder, "demo-sign-ins.json"), "utf8")) as SignIn[];
  const { email, password } = all.find(({ role }) => role === "security")!;
  const answer = await fetch(`${candor.origin}/staff/sign-in`, {
    method: "POST",
    headers: { origin: candor.origin },
    body: new URLSearchParams({ email, password, next: "/staff" }),
    redirect: "manual",
  });
  if (answer.status !== 302) throw new Error(`The sign-in answered ${answer.status}.`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

async function during(page: string, work: () => Promise<unknown>): Promise<Latencies> {
  const end = askSteadily(page);
  await work();
  return end();
}

/** The next goes up when the one before has been read or refused. */
async function uploadAll(cookie: string, files: readonly Upload[]): Promise<void> {
  for (const { fileName, bytes } of files) {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(bytes)], fileName));
    for (const empty of ["title", "companyAccountId", "dueOn"]) form.set(empty, "");
    const headers = { cookie, origin: candor.origin };
    const target = `${candor.origin}/staff/questionnaires/new`;
    const answer = await fetch(target, { method: "POST", body: form, headers, redirect: "manual" });
    const location = answer.headers.get("location");
    if (location !== null) await untilSettled(`${candor.origin}${location}`, headers);
    else if (answer.status !== 422) throw new Error(`${fileName} was answered with ${answer.status}.`);
  }
}

async function untilSettled(page: string, headers: Record<string, string>): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; await pause(250)) {
    const answer = await fetch(page, { headers, redirect: "manual" });
    if (answer.status === 302 || (await answer.text()).includes("The file is kept.")) return;
  }
  throw new Error(`${page} is still being read after a minute.`);
}

function report(quiet: Latencies, small: Latencies, large: Latencies): void {
  const row = (...cells: string[]) => process.stdout.write(`| ${cells.join(" | ")} |\n`);
  row("", "requests", "median", "p95", "p99", "longest", "p99 to that in quiet");
  row("---", "--:", "--:", "--:", "--:", "--:", "--:");
  const figures = (name: string, all: Latencies) =>
    row(
      ...[name, String(all.length), ...[0.5, 0.95, 0.99, 1].map((at) => `${quantile(all, at).toFixed(1)} ms`)],
      (quantile(all, 0.99) / quantile(quiet, 0.99)).toFixed(2),
    );
  figures("in quiet", quiet);
  figures("while bombs of less than a mebibyte come in", small);
  figures("while larger ones come in", large);
  figures(`all ${wanted.length}`, small.concat(large));
}
