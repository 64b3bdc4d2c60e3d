import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder: string;
let kb: string;
let queries: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "candor-match-"));
  kb = await written("kb.jsonl", [
    {
      id: "tls",
      question: "Is data encrypted in transit?",
      answer: "Yes, with TLS 1.3.",
      answer_short: "Yes",
      tags: ["x"],
    },
    { id: "mfa", question: "Is multi-factor authentication required?", answer: "Yes, for all staff.", source: "ours" },
  ]);
  queries = await written("queries.jsonl", [
    { qid: "1", query: "Is data encrypted in transit ?", section: "Cryptography" },
    { qid: "2", query: "Zebras" },
  ]);
});

afterAll(() => rm(folder, { recursive: true }));

describe("npm run match", () => {
  test("prints a line for each question", async () => {
    const { status, stdout } = await run("--kb", kb, "--queries", queries);
    expect(status).toBe(0);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ qid: "1", fill: "tls", method: "exact" });
    expect((lines[0]!["ranked"] as string[])[0]).toBe("tls");
    expect(lines[1]).toMatchObject({ qid: "2", fill: null, method: "none", confidence: 0 });
    expect(Object.keys(lines[0]!)).toEqual(["qid", "ranked", "fill", "confidence", "method"]);
  });

  test.each([
    ["no arguments", () => [], /^Usage: /],
    ["an unknown argument", () => ["--kbs", kb], /Usage: /],
    ["a file that is not there", () => ["--kb", join(folder, "none.jsonl"), "--queries", queries], /no such file/],
    ["a directory", () => ["--kb", folder, "--queries", queries], /is a directory/],
  ])("refuses %s with one line and status 2", async (_, args, complaint) => {
    const { status, stdout, stderr } = await run(...args());
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(complaint);
  });

  test.each([
    ["that is not JSON", '{"id":"a","question":"Q?","answer":"A."}\n{nope', /line 2: this is not JSON/],
    ["without an answer", '\n{"id":"a","question":"Q?"}', /line 2: answer:/],
    ["that is no object", "[]", /line 1: the line:/],
    ["with an id that occurred before", '{"id":"a","question":"Q?","answer":"A."}\n'.repeat(2), /"a" occurs twice/],
    ["that is not UTF-8", Buffer.from([0xff, 0xfe, 0x00]), /not UTF-8/],
  ])("names the place of a line %s", async (_, content, complaint) => {
    const broken = join(folder, "broken.jsonl");
    await writeFile(broken, content);
    const { status, stdout, stderr } = await run("--kb", broken, "--queries", queries);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).toMatch(complaint);
  });
});

async function written(name: string, rows: unknown[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join("\n"));
  return path;
}

function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile("node", ["--import", "tsx", "scripts/match.ts", ...args], (_, stdout, stderr) => {
      resolve({ status: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
