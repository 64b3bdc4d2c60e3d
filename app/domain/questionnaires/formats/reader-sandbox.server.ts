import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";

export type Command = { command: string; args: string[]; env: NodeJS.ProcessEnv };

/** Nothing of ours: no settings, no secrets, no path. */
const env: NodeJS.ProcessEnv = { NODE_ENV: "production" };

const folders = ["/usr/bin", "/bin", "/usr/local/bin"];
let networkless: Promise<string[]> | null = null;

/**
 * The command line that runs a script with no rights but to read itself. Node's permission model bars files, child
 * processes, workers and addons everywhere; on Linux prlimit adds limits on memory, CPU time, files written and files
 * open, unshare takes the network away where the kernel lets an ordinary user do so, and nice lets the server go first.
 */
export async function confinedCommand(script: string): Promise<Command> {
  networkless ??= withoutNetwork();
  const [command, ...args] = [
    ...(await networkless),
    ...behindTheServer(),
    ...withResourceLimits(),
    process.execPath,
    ...nodeFlags(script),
    script,
  ];
  return { command: command!, args, env };
}

function nodeFlags(script: string): string[] {
  const major = Number(process.versions.node.split(".")[0]);
  return [
    `--max-old-space-size=${processLimits.heapMiB}`,
    major >= 22 ? "--permission" : "--experimental-permission",
    `--allow-fs-read=${script}`,
    "--no-warnings",
  ];
}

function behindTheServer(): string[] {
  const nice = found("nice");
  return nice === null ? [] : [nice, "-n", "10"];
}

function withResourceLimits(): string[] {
  const prlimit = found("prlimit");
  if (prlimit === null) return [];
  return [
    prlimit,
    `--data=${processLimits.dataBytes}`,
    `--cpu=${processLimits.cpuSeconds}`,
    "--fsize=0",
    `--nofile=${processLimits.openFiles}`,
    "--core=0",
    "--",
  ];
}

async function withoutNetwork(): Promise<string[]> {
  const unshare = found("unshare");
  const test = found("true");
  if (unshare === null || test === null) return [];
  const wrap = [unshare, "--map-root-user", "--net", "--"];
  return new Promise((resolve) => {
    execFile(unshare, [...wrap.slice(1), test], { env, timeout: 2_000 }, (error) => resolve(error ? [] : wrap));
  });
}

function found(program: string): string | null {
  return folders.map((folder) => `${folder}/${program}`).find((path) => existsSync(path)) ?? null;
}
