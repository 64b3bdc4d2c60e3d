import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "#app/domain/errors.ts";
import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import { inspectFile } from "#app/domain/questionnaires/formats/read-in-child.server.ts";
import { confinedCommand } from "#app/domain/questionnaires/formats/reader-sandbox.server.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { writeAnswers } from "#app/domain/questionnaires/formats/write-answers.server.ts";
import { dropdown, spreadsheet, workbookOf, zipOf } from "#tests/domain/questionnaires/formats/workbook-maker.ts";

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
const worksheet = (inside: string) => `<?xml version="1.0"?><worksheet ${spreadsheet}>${inside}</worksheet>`;
const bomb = (inside: string) => workbookOf({ sheets: [{ name: "S", xml: worksheet(inside) }] });

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
  const entities = Array.from({ length: 9 }, (_, i) => {
    const before = String.fromCharCode(97 + i);
    return `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${before};`.repeat(10)}">`;
  });
  const laugh = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${entities.join("")}]>`;
  const manyRows = () => {
    const rows: string[] = [];
    for (let i = 1; i <= 250_000; i++)
      rows.push(`<row r="${i}"><c r="A${i}" t="inlineStr"><is><t>q</t></is></c></row>`);
    return rows.join("");
  };
  const bombs: [string, () => Buffer, string | null][] = [
    [
      "one merge over 20,000 rows of every column",
      () =>
        bomb(
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD20000"/></mergeCells>',
        ),
      null,
    ],
    [
      "one dropdown on as many cells",
      () => bomb(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>${dropdown("A1:XFD20000", '"a,b"')}`),
      null,
    ],
    [
      "two cells in opposite corners",
      () =>
        bomb(
          '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
      null,
    ],
    ["250,000 rows", () => bomb(`<sheetData>${manyRows()}</sheetData>`), "file.over_limit.rows"],
    [
      "60 MiB of spaces",
      () => zipOf([{ name: "_rels/.rels", content: Buffer.alloc(60 * 1024 * 1024, 32) }]),
      "file.over_limit.inflate_ratio",
    ],
    [
      "the same, saying that they are three",
      () => zipOf([{ name: "_rels/.rels", content: Buffer.alloc(60 * 1024 * 1024, 32), declaredSize: 3 }]),
      "file.over_limit.inflate_ratio",
    ],
    [
      "a billion laughs",
      () =>
        workbookOf({
          sheets: [
            {
              name: "S",
              xml: `<?xml version="1.0"?>${laugh}<worksheet ${spreadsheet}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>`,
            },
          ],
        }),
      "file.doctype",
    ],
    ["20,000 nested elements", () => bomb("<a>".repeat(20_000) + "</a>".repeat(20_000)), "file.over_limit.xml_depth"],
    [
      "dropdowns that point at a whole sheet",
      () =>
        bomb(
          `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Do you?</t></is></c></row></sheetData>${dropdown("B1:B20000", "A1:XFD1048576")}`,
        ),
      null,
    ],
    [
      "a document in a workbook's clothes",
      () => zipOf([{ name: "word/document.xml", content: `<w>${"<p/>".repeat(1_000_000)}</w>` }]),
      "file.not_a_workbook",
    ],
    [
      "cells that are nothing but question marks",
      () =>
        bomb(
          `<sheetData>${Array.from({ length: 30 }, () => `<row><c t="inlineStr"><is><t>${"?".repeat(32_000)}x</t></is></c></row>`).join("")}</sheetData>`,
        ),
      null,
    ],
  ];
  test.each(bombs)("%s", async (_, make, code) => {
    const bytes = make();
    expect(bytes.length).toBeLessThan(10 * 1024 * 1024);
    const started = performance.now();
    const outcome = await inspectFile(bytes, "bomb.xlsx").then(
      () => null,
      (error: UnreadableFile) => error.code,
    );
    expect(outcome).toBe(code);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("and the server's own memory hardly grows", async () => {
    const bytes = bomb(`<sheetData>${manyRows()}</sheetData>`);
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 3; i++) await inspectFile(bytes, "bomb.xlsx").catch(() => null);
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
    const { command, args, env } = await confinedCommand(script);
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
    const { command } = await confinedCommand("x.mjs");
    if (!command.endsWith("unshare")) return context.skip();
    const { stdout } = await confined(
      `import { connect } from "node:net"; const socket = connect(${port}, "127.0.0.1"); socket.on("connect", () => { console.log("connected"); process.exit() }); socket.on("error", (error) => { console.log(error.code); process.exit() });`,
    );
    expect(stdout.trim()).not.toBe("connected");
    expect(connections).toBe(0);
  });
});
