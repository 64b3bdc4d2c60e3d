import { execFile } from "node:child_process";
import { existsSync } from "node:fs";

export type Rights = {
  heapMiB: number;
  dataBytes: number;
  cpuSeconds: number;
  openFiles: number;
  /** What it may read beside its own file. */
  readable: string[];
  /** Whether it may load packages with native parts. */
  addons: boolean;
};

export type Command = { command: string; args: string[]; env: NodeJS.ProcessEnv };

/** Nothing of ours: no settings, no secrets, no path. */
const env: NodeJS.ProcessEnv = { NODE_ENV: "production" };

const folders = ["/usr/bin", "/bin", "/usr/local/bin"];
let networkless: Promise<string[]> | null = null;

/**
 * The command line that runs a script with no rights but to read itself and what it is given, and none of our settings
 * or secrets. Node's permission model bars files, child processes and workers; on Linux prlimit adds limits on memory,
 * CPU time, files written and files open, unshare takes the network away where the kernel lets an ordinary user do so,
 * and nice lets the server go first.
 */
export async function confinedCommand(script: string, rights: Rights): Promise<Command> {
  networkless ??= withoutNetwork();
  const line = [...(await networkless), ...behindTheServer(), ...withResourceLimits(rights), process.execPath];
  const [command, ...args] = [...line, ...nodeFlags(script, rights), script];
  return { command: command!, args, env };
}

function nodeFlags(script: string, { heapMiB, readable, addons }: Rights): string[] {
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

function withResourceLimits(limits: Rights): string[] {
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
