import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as Esbuild from "esbuild";
import type { FileKind } from "#app/domain/questionnaires/formats/file-kind.ts";

const entry = "reader-child.server.ts";
const formats = "#app/domain/questionnaires/formats";

/**
 * The reading process's one file, for most formats and with everything for some: the libraries for these are several
 * times as large as all the rest, and a process reads one file.
 */
const bundles = {
  most: {
    name: "child.mjs",
    without: [`${formats}/pdf-*`, `${formats}/json-*`, `${formats}/fidelity/pdf-*`, `${formats}/fidelity/json-*`],
  },
  all: { name: "child-with-pdf.mjs", without: [] },
};

let building: Promise<void> | null = null;

/**
 * The path of the reading process's file in `build/reader`, bundled anew when a source is newer. A deployed build
 * without sources uses the file that it was built with.
 */
export async function ensureReaderBundle(kind: FileKind): Promise<string> {
  building ??= bundleAll().finally(() => {
    building = null;
  });
  await building;
  return targetOf(kind === "pdf" || kind === "json" ? "all" : "most");
}

const targetOf = (which: keyof typeof bundles) => join(projectRoot(), "build", "reader", bundles[which].name);

async function bundleAll(): Promise<void> {
  const sources = join(projectRoot(), "app", "domain", "questionnaires", "formats");
  if (!existsSync(join(sources, entry))) return;
  for (const which of ["most", "all"] as const) await bundle(which, sources);
}

async function bundle(which: keyof typeof bundles, sources: string): Promise<void> {
  const target = targetOf(which);
  if (await isNewer(target, sources)) return;
  const bundler = findBundler();
  if (!bundler && existsSync(target)) return;
  if (!bundler) throw new Error("The reading process is not built, and esbuild is not installed to build it.");
  const unfinished = `${target}.${randomUUID()}.tmp`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await bundler.build({
      entryPoints: [join(sources, entry)],
      outfile: unfinished,
      absWorkingDir: projectRoot(),
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      minifyWhitespace: true,
      external: bundles[which].without,
      logLevel: "silent",
    });
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** The esbuild that Vite has: the one that Remix pins, 0.17, breaks the classes of pdf.js. */
function findBundler(): typeof Esbuild | null {
  try {
    return createRequire(createRequire(import.meta.url).resolve("vite"))("esbuild") as typeof Esbuild;
  } catch {
    return null;
  }
}

async function isNewer(target: string, sources: string): Promise<boolean> {
  if (!existsSync(target)) return false;
  const built = (await stat(target)).mtimeMs;
  const names = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith(".ts"));
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
