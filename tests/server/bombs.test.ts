import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import { type Bomb } from "#scripts/bombs/bomb.ts";
import { bombs } from "#scripts/bombs/corpus.ts";
import { type RunningCandor, startCandor } from "#tests/support/running-candor.ts";

const patience = 180_000;
const mebibyte = 1024 * 1024;

/** Beside the reading itself: the queue looks for work once a second, and a busy machine answers late. */
const graceMs = 10_000;

/** Some of each kind; `scripts/bombs/read-all.ts` lets all of them be read. */
const chosen = [
  ...["zip-spaces-called-small", "zip-one-part-under-2000-names", "zip-60000-parts", "zip-empty-blocks-only"],
  ...["xml-a-billion-laughs", "xml-200000-levels", "rels-a-sheet-in-a-file", "rels-100000-sheets"],
  ...["sheet-a-million-rows", "sheet-a-dropdown-on-everything", "sheet-opposite-corners", "sheet-texts-of-line-ends"],
  ...["docx-a-run-of-a-million-boxes", "docx-fields-never-ended", "csv-one-line-of-many-fields", "csv-zeros-between"],
  ...[
    "json-half-characters",
    "json-a-million-objects-deep",
    "pdf-pages-in-a-circle",
    "pdf-spaces-unpacked-to-90-megabytes",
  ],
];
const ours = chosen.map((name) => bombs.find(({ fileName }) => fileName.startsWith(`${name}.`))!);

/** What the engine has not collected yet comes on top while files arrive one upon the other; it is given back in a quiet moment. */
const mostWhileReading = 250;
const settlingMs = 40_000;

describe("a file that is made to exhaust its reader is refused or read in time, and Candor goes on", () => {
  const data = mkdtempSync(join(tmpdir(), "candor-bombed-"));
  let candor: RunningCandor;
  let cookie: string;
  let memory = { before: 0, most: 0 };

  beforeAll(async () => {
    candor = await startCandor({ DATA_DIR: data });
    cookie = await signIn(candor);
    expect(await outcomeOf(await upload("ordinary.csv", Buffer.from("Question,Answer\nDo you encrypt data?,\n")))).toBe(
      "mapping",
    );
    const now = memoryInUse();
    memory = { before: now, most: now };
  }, patience);
  afterAll(async () => {
    await candor?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test.each([...ours, ...thoseOfThePython()])("$fileName", { timeout: patience }, async ({ fileName, make }) => {
    const page = await upload(fileName, make());
    const started = Date.now();
    expect(["refused", "failed", "mapping"]).toContain(await outcomeOf(page));
    expect(Date.now() - started).toBeLessThan(processLimits.wallMilliseconds + graceMs);
  });

  test("nothing of what was refused at the door stays on its disk", () => {
    expect(readdirSync(join(data, "files", "arriving"))).toEqual([]);
  });

  test("its memory grows by less than 100 MiB", { timeout: patience }, async () => {
    if (memory.before === 0) return process.stdout.write("There is no /proc here, so memory is not measured.\n");
    expect((memory.most - memory.before) / mebibyte).toBeLessThan(mostWhileReading);
    const growth = () => (memoryInUse() - memory.before) / mebibyte;
    for (const until = Date.now() + settlingMs; growth() >= 100 && Date.now() < until; await pause(500));
    expect(growth()).toBeLessThan(100);
  });

  /** Where the questionnaire's page is; null when the file was refused at the door. */
  async function upload(fileName: string, bytes: Buffer): Promise<string | null> {
    const form = new FormData();
    form.set("file", new File([new Uint8Array(bytes)], fileName));
    for (const empty of ["title", "companyAccountId", "dueOn"]) form.set(empty, "");
    const answer = await ask("/staff/questionnaires/new", { method: "POST", body: form });
    if (answer.status === 422) return null;
    expect(answer.status).toBe(302);
    return answer.headers.get("location");
  }

  async function outcomeOf(page: string | null): Promise<"refused" | "failed" | "mapping" | "waiting"> {
    if (page === null) return "refused";
    for (const until = Date.now() + patience / 2; Date.now() < until; await pause(200)) {
      const [health, answer] = await Promise.all([fetch(`${candor.origin}/health`), ask(page)]);
      expect(health.status).toBe(200);
      memory.most = Math.max(memory.most, memoryInUse());
      if (answer.status === 302 && answer.headers.get("location") === `${page}/map`) return "mapping";
      expect(answer.status).toBe(200);
      if ((await answer.text()).includes("The file is kept.")) return "failed";
    }
    return "waiting";
  }

  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${candor.origin}${path}`, { redirect: "manual", headers: { cookie, origin: candor.origin }, ...init });

  /** Of the server alone, in bytes; 0 where the system does not tell. */
  function memoryInUse(): number {
    const status = `/proc/${candor.pid}/status`;
    const [, kibibytes] = existsSync(status) ? (/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, "utf8")) ?? []) : [];
    return Number(kibibytes ?? 0) * 1024;
  }
});

async function signIn({ origin, signIn }: RunningCandor): Promise<string> {
  const { email, password } = signIn("security");
  const answer = await fetch(`${origin}/staff/sign-in`, {
    method: "POST",
    headers: { origin },
    body: new URLSearchParams({ email, password, next: "/staff" }),
    redirect: "manual",
  });
  expect(answer.status).toBe(302);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
}

/** Those of another maker, where its script and a Python are at hand beside the project. */
function thoseOfThePython(): Pick<Bomb, "fileName" | "make">[] {
  const script = fileURLToPath(new URL("../../../shared/tools/mk-bombs.py", import.meta.url));
  if (!existsSync(script) || !existsSync("/usr/bin/python3")) return [];
  const folder = mkdtempSync(join(tmpdir(), "candor-bombs-"));
  try {
    execFileSync("/usr/bin/python3", [script], { cwd: folder });
    const made = readdirSync(folder).map((name) => ({ fileName: name, bytes: readFileSync(join(folder, name)) }));
    return made.map(({ fileName, bytes }) => ({ fileName: `python-${fileName}`, make: () => bytes }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
