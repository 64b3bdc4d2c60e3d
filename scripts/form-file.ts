import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { UsageError } from "#scripts/kb-file.ts";

export type WantedOptions = { required: string[]; optional?: string[] };

/** The command line's `--name value` options. Throws UsageError with the usage line when they are not as wanted. */
export function givenOptions(usage: string, wanted: WantedOptions): Record<string, string | undefined> {
  const names = [...wanted.required, ...(wanted.optional ?? [])];
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  let values: Record<string, string | undefined>;
  try {
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split("\n")[0]} ${usage}`);
  }
  if (wanted.required.some((name) => !values[name])) throw new UsageError(usage);
  return values;
}

export async function readFormFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new UsageError(`${path}: there is no such file.`);
    if (code === "EISDIR") throw new UsageError(`${path} is a directory, not a file.`);
    throw new UsageError(`${path} cannot be read${code ? ` (${code})` : ""}.`);
  }
}

/** Runs a command; whatever goes wrong is one line on stderr and exit status 2. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  process.stdout.on("error", () => process.exit(0));
  try {
    await command();
  } catch (error) {
    const expected = error instanceof UsageError || error instanceof UnreadableFile;
    const text = expected ? error.message : `It could not be done: ${String(error)}`;
    process.stderr.write(`${text.replaceAll(/\s*\n\s*/g, " ")}\n`);
    process.exitCode = 2;
  }
}
