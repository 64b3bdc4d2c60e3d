import { spawn } from "node:child_process";
import { once } from "node:events";
import { confinedCommand, type Rights } from "./confined-command.server.ts";

export type Confinement = Rights & { wallMilliseconds: number; resultBytes: number };

/** Why a process gave no result. */
export class ConfinedProcessFailed extends Error {
  constructor(
    readonly reason: "too-slow" | "too-heavy" | "too-much" | "failed",
    complaint: string,
  ) {
    super(`The process ended without a result (${reason}). ${complaint}`);
  }
}

/** Runs a script confined: bytes go in and come out. */
export async function runConfined(script: string, input: Uint8Array, limits: Confinement): Promise<Buffer> {
  const { command, args, env } = await confinedCommand(script, limits);
  const child = spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
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
