import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StaffRole } from "#app/domain/accounts/people.ts";

export type RunningCandor = {
  origin: string;
  pid: number;
  signIn: (role: StaffRole) => { email: string; password: string };
  output: () => string;
  stop: () => Promise<number | null>;
};

const readyWithinMs = 120_000;

const itself = [process.execPath, "scripts/start.mjs"];
export const throughNpm = ["npm", "start"];

/** `npm start` as a newcomer runs it: its own data directory, its own port, the demo company. */
export async function startCandor(
  settings: Record<string, string> = {},
  [command, ...args]: string[] = itself,
): Promise<RunningCandor> {
  const directory = settings.DATA_DIR ?? mkdtempSync(join(tmpdir(), "candor-running-"));
  const port = await freePort();
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...inherited } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...inherited,
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    DEMO: "on",
    DATA_DIR: directory,
    PORT: String(port),
    ...settings,
  };
  const child = spawn(command!, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = await untilReady(child);
  const signIns = () =>
    JSON.parse(readFileSync(join(directory, "demo-sign-ins.json"), "utf8")) as {
      role: string;
      email: string;
      password: string;
    }[];
  return {
    origin: `http://localhost:${port}`,
    pid: child.pid!,
    signIn: (role) => signIns().find((one) => one.role === role)!,
    output,
    stop: async () => {
      const code = await stop(child);
      if (!settings.DATA_DIR) rmSync(directory, { recursive: true, force: true });
      return code;
    },
  };
}

async function untilReady(child: ChildProcess): Promise<() => string> {
  let said = "";
  return new Promise((ready, fail) => {
    const giveUp = setTimeout(() => fail(new Error(`Candor was not ready in time. It said:\n${said}`)), readyWithinMs);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (!/^Candor is ready at /m.test(said)) return;
      clearTimeout(giveUp);
      ready(() => said);
    };
    child.stdout!.on("data", listen);
    child.stderr!.on("data", listen);
    child.once("exit", (code) => {
      clearTimeout(giveUp);
      fail(new Error(`Candor ended with ${code}. It said:\n${said}`));
    });
  });
}

function stop(child: ChildProcess): Promise<number | null> {
  return new Promise((ended) => {
    if (child.exitCode !== null) return ended(child.exitCode);
    child.once("exit", (code) => ended(code));
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
