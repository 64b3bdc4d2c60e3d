import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const entry = "reader-child.server.ts";
let building: Promise<string> | null = null;

/**
 * The path of the reading process's one file, `build/reader/child.mjs`, bundled anew when a source is newer. A deployed
 * build without sources uses the file that it was built with.
 */
export async function ensureReaderBundle(): Promise<string> {
  building ??= bundle().finally(() => {
    building = null;
  });
  return building;
}

async function bundle(): Promise<string> {
  const root = projectRoot();
  const target = join(root, "build", "reader", "child.mjs");
  const sources = join(root, "app", "domain", "questionnaires", "formats");
  if (!existsSync(join(sources, entry)) || (await isNewer(target, sources))) return target;
  const bundler = await import("esbuild").catch(() => null);
  if (!bundler && existsSync(target)) return target;
  if (!bundler) throw new Error("The reading process is not built, and esbuild is not installed to build it.");
  const unfinished = `${target}.${randomUUID()}.tmp`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await bundler.build({
      entryPoints: [join(sources, entry)],
      outfile: unfinished,
      absWorkingDir: root,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      logLevel: "silent",
    });
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
  return target;
}

async function isNewer(target: string, sources: string): Promise<boolean> {
  if (!existsSync(target)) return false;
  const built = (await stat(target)).mtimeMs;
  const names = (await readdir(sources)).filter((name) => name.endsWith(".ts"));
  const changed = await Promise.all(names.map(async (name) => (await stat(join(sources, name))).mtimeMs));
  return changed.every((time) => time < built);
}

/** The folder with our package.json: this file is a source in one place and part of the server's build in another. */
function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    const parent = dirname(folder);
    if (parent === folder) return process.cwd();
    folder = parent;
  }
  return folder;
}
