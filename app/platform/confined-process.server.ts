import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";

export type Confinement = {
  heapMiB: number;
  dataBytes: number;
  cpuSeconds: number;
  wallMilliseconds: number;
  openFiles: number;
  resultBytes: number;
  /** What it may read beside its own file. */
  readable: string[];
  /** Whether it may load packages with native parts. */
  addons: boolean;
};

/** Why a process gave no result. */
export class ConfinedProcessFailed extends Error {
  constructor(
    readonly reason: "too-slow" | "too-heavy" | "too-much" | "failed",
    complaint: string,
  ) {
    super(`The process ended without a result (${reason}). ${complaint}`);
  }
}

/**
 * Runs a script with no rights but to read itself and what it is given, and none of our settings or secrets. Bytes go in
 * and come out. Node's permission model bars files, child processes and workers; on Linux prlimit adds limits on memory,
 * CPU time, files written and files open, unshare takes the network away where the kernel lets an ordinary user do so,
 * and nice lets the server go first.
 */
export async function runConfined(script: string, input: Uint8Array, limits: Confinement): Promise<Buffer> {
  networkless ??= withoutNetwork();
  const line = [...(await networkless), ...behindTheServer(), ...withResourceLimits(limits), process.execPath];
  const [command, ...args] = [...line, ...nodeFlags(script, limits), script];
  const child = spawn(command!, args, { env, stdio: ["pipe", "pipe", "pipe"] });
  let ended: "too-slow" | "too-much" | null = null;
  const stop = (why: "too-slow" | "too-much") => {
    ended = why;
    child.kill("SIGKILL");
  };
  const timer = setTimeout(() => stop("too-slow"), limits.wallMilliseconds);
  const output: Buffer[] = [];
  let [size, complaint] = [0, ""];
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= limits.resultBytes) output.push(chunk);
    else stop("too-much");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString("utf8")).slice(-2_000);
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  try {
    const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    if (code === 0 && !ended) return Buffer.concat(output);
    throw new ConfinedProcessFailed(ended ?? reasonOf({ code, signal, complaint }), complaint);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(end: { code: number | null; signal: NodeJS.Signals | null; complaint: string }) {
  if (end.signal === "SIGXCPU" || (end.signal === "SIGKILL" && !end.complaint.includes("heap"))) return "too-slow";
  const heavy = end.signal === "SIGABRT" || end.code === 134 || /heap out of memory|memory|alloc/i.test(end.complaint);
  return heavy ? "too-heavy" : "failed";
}

/** Nothing of ours: no settings, no secrets, no path. */
const env: NodeJS.ProcessEnv = { NODE_ENV: "production" };

const folders = ["/usr/bin", "/bin", "/usr/local/bin"];
let networkless: Promise<string[]> | null = null;

function nodeFlags(script: string, { heapMiB, readable, addons }: Confinement): string[] {
  const major = Number(process.versions.node.split(".")[0]);
  return [
    `--max-old-space-size=${heapMiB}`,
    major >= 22 ? "--permission" : "--experimental-permission",
    ...[script, ...readable].map((path) => `--allow-fs-read=${path}`),
    ...(addons ? ["--allow-addons"] : []),
    "--no-warnings",
  ];
}

function behindTheServer(): string[] {
  const nice = found("nice");
  return nice === null ? [] : [nice, "-n", "10"];
}

function withResourceLimits(limits: Confinement): string[] {
  const prlimit = found("prlimit");
  if (prlimit === null) return [];
  return [
    prlimit,
    `--data=${limits.dataBytes}`,
    `--cpu=${limits.cpuSeconds}`,
    "--fsize=0",
    `--nofile=${limits.openFiles}`,
    "--core=0",
    "--",
  ];
}

async function withoutNetwork(): Promise<string[]> {
  const [unshare, test] = [found("unshare"), found("true")];
  if (unshare === null || test === null) return [];
  const wrap = [unshare, "--map-root-user", "--net", "--"];
  return new Promise((resolve) => {
    execFile(unshare, [...wrap.slice(1), test], { env, timeout: 2_000 }, (error) => resolve(error ? [] : wrap));
  });
}

function found(program: string): string | null {
  return folders.map((folder) => `${folder}/${program}`).find((path) => existsSync(path)) ?? null;
}
