import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type Run = { status: number; stdout: string; stderr: string };

/** Runs a script as `npm run` does, without npm. */
export function runScript(name: string, ...args: string[]): Promise<Run> {
  const command = ["--import", "tsx", join("scripts", `${name}.ts`), ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
  });
}

/** A folder that lives as long as the tests of a file; `path` is set before the first of them. */
export function temporaryFolder(prefix: string): { path: string } {
  const folder = { path: "" };
  beforeAll(async () => {
    folder.path = await mkdtemp(join(tmpdir(), prefix));
  });
  afterAll(() => rm(folder.path, { recursive: true }));
  return folder;
}
