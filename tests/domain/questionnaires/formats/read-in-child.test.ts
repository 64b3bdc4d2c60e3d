import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "#app/domain/errors.ts";
import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import { inspectFile } from "#app/domain/questionnaires/formats/read-in-child.server.ts";
import { readerCommand } from "#app/domain/questionnaires/formats/reader-sandbox.server.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { writeAnswers } from "#app/domain/questionnaires/formats/write-answers.server.ts";
import { bombs } from "#scripts/bombs/corpus.ts";
import { isExpected } from "#scripts/bombs/bomb.ts";
import { dropdown, workbookOf, zipOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

const form = workbookOf({
  sheets: [
    {
      name: "Form",
      rows: [
        ["ID", "Question", "Answer"],
        ["A1", "Do you?"],
      ],
      tail: dropdown("C2", '"Yes,No"'),
    },
  ],
});

describe("a file is read in a process of its own", () => {
  test("and its questions come back", async () => {
    const inspection = await inspectFile(form, "form.xlsx");
    expect(inspection.sheets[0]!.questions).toMatchObject([{ id: "A1", text: "Do you?", options: ["Yes", "No"] }]);
  });

  test("with a person's choices", async () => {
    const inspection = await inspectFile(form, "form.xlsx", { Form: { role: "other" } });
    expect(inspection.sheets[0]).toMatchObject({ role: "other", questions: [] });
  });

  test("and answers are written in one too", async () => {
    const filled = await writeAnswers(form, "form.xlsx", [{ sheet: "Form", cell: "C2", text: "Yes" }]);
    expect((await inspectFile(filled, "form.xlsx")).sheets[0]!.questions[0]!.answered).toBe("Yes");
  });

  test("and what no database keeps in a text comes back as a replacement character", async () => {
    const zero = Buffer.from("ID,Question,Answer\n1,Do you\0 encrypt data?,\n");
    expect((await inspectFile(zero, "form.csv")).sheets[0]!.questions[0]!.text).toBe("Do you\ufffd encrypt data?");
    const half =
      '{"format":"candor-questionnaire","version":1,"questions":[{"text":"Do you \\ud83d?","id":"\\ud83d\\ude00"}]}';
    const [asked] = (await inspectFile(Buffer.from(half), "form.json")).sheets[0]!.questions;
    expect(asked).toMatchObject({ text: "Do you \ufffd?", id: "\u{1f600}" });
  });

  test("one after the other, however many ask at once", async () => {
    const inspections = await Promise.all([1, 2, 3].map(() => inspectFile(form, "form.xlsx")));
    expect(inspections.map(({ sheets }) => sheets.length)).toEqual([1, 1, 1]);
  });

  test("and a queue that grows too long turns the next away", async () => {
    const asking = Array.from({ length: processLimits.waiting + 1 }, () => inspectFile(Buffer.from("a,b\n"), "f.csv"));
    const results = await Promise.allSettled(asking);
    expect(results.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(results.at(-1)).toMatchObject({ reason: { code: "file.reader_busy" } });
  });

  test("and what is wrong with it comes back as a sentence and a code", async () => {
    const error = await inspectFile(zipOf([{ name: "a", content: "b" }]), "form.xlsx").catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      code: "file.not_a_workbook",
      message: "This file is an archive, but not an Excel workbook.",
    });
  });
});

describe("a bomb is refused or read within ten seconds, and costs the server nothing", () => {
  const patience = processLimits.wallMilliseconds + 1_000;
  const quick = bombs.filter(
    ({ outcome }) => !outcome.includes("file.too_slow") && !outcome.includes("file.too_heavy"),
  );
  const slow = bombs.find(({ fileName }) => fileName === "pdf-a-billion-drawings.pdf")!;
  const some = [...quick.filter((_, i) => i % 8 === 0), slow];

  test.each(some)("$fileName", async (bomb) => {
    const bytes = bomb.make();
    const started = performance.now();
    const found = await inspectFile(bytes, bomb.fileName).then(
      () => "read",
      (error: UnreadableFile) => error.code,
    );
    expect(isExpected(bomb, found), found).toBe(true);
    expect(performance.now() - started).toBeLessThan(patience);
  });

  test("and the server's own memory hardly grows", async () => {
    const { make, fileName } = bombs.find((one) => one.fileName === "sheet-a-million-rows.xlsx")!;
    const bytes = make();
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 3; i++) await inspectFile(bytes, fileName).catch(() => null);
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(100);
    expect((await inspectFile(form, "form.xlsx")).sheets).toHaveLength(1);
  });
});

describe("the reading process", () => {
  let folder: string;
  let listener: Server;
  let connections = 0;
  let port = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "candor-confined-"));
    await writeFile(join(folder, "secret.txt"), "secret");
    listener = createServer((socket) => {
      connections++;
      socket.end();
    });
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    port = (listener.address() as { port: number }).port;
  });

  afterAll(async () => {
    listener.close();
    await rm(folder, { recursive: true });
  });

  async function confined(code: string): Promise<{ stdout: string; status: number | string }> {
    const script = join(folder, `${Math.random()}.mjs`);
    await writeFile(script, code);
    const { command, args, env } = await readerCommand(script);
    return new Promise((resolve) => {
      execFile(command, args, { env, timeout: 20_000 }, (error, stdout) => {
        resolve({ stdout, status: error ? (error.signal ?? error.code ?? 1) : 0 });
      });
    });
  }

  const attempt = (code: string) =>
    `try { ${code}; console.log("did it") } catch (error) { console.log(error.code ?? error.name) }`;

  test.each([
    ["read a file", 'await (await import("node:fs/promises")).readFile(new URL("./secret.txt", import.meta.url))'],
    ["write a file", 'await (await import("node:fs/promises")).writeFile(new URL("./new.txt", import.meta.url), "x")'],
    ["start a program", '(await import("node:child_process")).execFileSync("/bin/true")'],
    ["start a thread", 'new (await import("node:worker_threads")).Worker("1", { eval: true })'],
  ])("cannot %s", async (_, code) => {
    expect((await confined(attempt(code))).stdout.trim()).toBe("ERR_ACCESS_DENIED");
  });

  test("has none of the server's environment", async () => {
    const { stdout } = await confined("console.log(Object.keys(process.env).join())");
    expect(stdout.trim()).toBe("NODE_ENV");
  });

  test("dies when it takes more memory than it may", async () => {
    const { status, stdout } = await confined(
      'const all = []; for (;;) all.push(new Array(1e7).fill({})); console.log("x")',
    );
    expect(stdout).toBe("");
    expect(status).not.toBe(0);
  });

  test("cannot use the network where the system can take it away", async (context) => {
    const { command } = await readerCommand("x.mjs");
    if (!command.endsWith("unshare")) return context.skip();
    const { stdout } = await confined(
      `import { connect } from "node:net"; const socket = connect(${port}, "127.0.0.1"); socket.on("connect", () => { console.log("connected"); process.exit() }); socket.on("error", (error) => { console.log(error.code); process.exit() });`,
    );
    expect(stdout.trim()).not.toBe("connected");
    expect(connections).toBe(0);
  });
});
