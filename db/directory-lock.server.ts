import { mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export class DirectoryInUse extends Error {
  constructor(directory: string, pid: string) {
    super(`The data directory ${directory} is in use by another Candor (process ${pid}). Stop it first.`);
    this.name = "DirectoryInUse";
  }
}

/**
 * PGlite does not lock its files: two processes on one directory lose each other's rows. The lock file names its owner
 * by process id and, where /proc tells it, start time, so that a lock left by a killed process is taken over.
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, "lock");
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, `${process.pid} ${startTime(process.pid)}`, { flag: "wx", mode: 0o600 });
      const unlock = () => {
        try {
          unlinkSync(file);
        } catch {
          // Already gone: nothing to give back.
        }
      };
      process.once("exit", unlock);
      return unlock;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const [pid = "", started = ""] = readFileSync(file, "utf8").split(" ");
      if (isRunning(Number(pid), started)) throw new DirectoryInUse(directory, pid);
      unlinkSync(file);
    }
  }
  throw new DirectoryInUse(directory, "unknown");
}

function isRunning(pid: number, started: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const now = startTime(pid);
  return now === "?" || started === "?" || now === started;
}

function startTime(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ")[19] ?? "?";
  } catch {
    return "?";
  }
}
