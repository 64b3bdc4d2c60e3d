import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as Esbuild from "esbuild";
import { env } from "./env.server.ts";

export type ChildProgram = {
  /** Where it starts, from the project's folder: "app/domain/documents/trace/child.server.ts". */
  entry: string;
  /** The file in `build/reader` that it becomes. */
  name: string;
  /** A bundle is made anew when a file below one of these folders is newer. */
  sources: string[];
  /** Packages that stay where they are, such as those with native parts. */
  external: string[];
};

const building = new Map<string, Promise<string>>();

/**
 * The path of a program for a process of its own, in one file, bundled anew when a source is newer; in production it is
 * looked at once. A deployed build without sources uses the file that it was built with.
 */
export function ensureChildProgram(program: ChildProgram): Promise<string> {
  const under = building.get(program.name) ?? bundled(program);
  building.set(program.name, under);
  const forget = () => building.delete(program.name);
  under.then(env.nodeEnv === "production" ? () => undefined : forget, forget);
  return under;
}

async function bundled(program: ChildProgram): Promise<string> {
  const target = join(projectRoot(), "build", "reader", program.name);
  const entry = join(projectRoot(), program.entry);
  if (!existsSync(entry) || (await isNewer(target, program.sources))) return target;
  const bundler = findBundler();
  if (!bundler && existsSync(target)) return target;
  if (!bundler) throw new Error(`${program.name} is not built, and esbuild is not installed to build it.`);
  const unfinished = `${target}.${randomUUID()}.tmp`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await bundler.build({
      entryPoints: [entry],
      outfile: unfinished,
      absWorkingDir: projectRoot(),
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      minifyWhitespace: true,
      external: program.external,
      logLevel: "silent",
    });
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
  return target;
}

/** The esbuild that Vite has: the one that Remix pins, 0.17, breaks the classes of pdf.js. */
function findBundler(): typeof Esbuild | null {
  try {
    return createRequire(createRequire(import.meta.url).resolve("vite"))("esbuild") as typeof Esbuild;
  } catch {
    return null;
  }
}

async function isNewer(target: string, sources: string[]): Promise<boolean> {
  if (!existsSync(target)) return false;
  const built = (await stat(target)).mtimeMs;
  const times = await Promise.all(sources.map((folder) => newestIn(join(projectRoot(), folder))));
  return times.every((time) => time < built);
}

async function newestIn(folder: string): Promise<number> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
  return Math.max(...(await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs))));
}

/** The folder with our package.json: this file is a source in one place and part of the server's build in another. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}
