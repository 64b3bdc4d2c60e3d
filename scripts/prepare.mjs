// Plain JavaScript on Node's own modules: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

const oldestNode = [20, 19];
const built = [
  "app",
  "db",
  "emails",
  "public",
  "scripts/demo",
  "package-lock.json",
  "remix.config.js",
  "vite.config.ts",
  "tsconfig.json",
];

export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  fail(`Candor needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}.`);
}

/** Installs what the lock file names, unless that is what is installed. */
export function install() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".candor-installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing dependencies (once, a minute or two) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]);
  writeFileSync(stamp, wanted);
}

/** Builds when a source is newer than what was built from it. */
export function build() {
  const stamp = join(root, "build", ".candor-built");
  const sources = built.flatMap((place) => filesUnder(join(root, place)));
  const state = createHash("sha256");
  for (const file of sources.sort()) {
    const { mtimeMs, size } = statSync(file);
    state.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  const wanted = state.digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Building …");
  run(process.execPath, [
    join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js"),
    "vite:build",
    "--logLevel",
    "warn",
  ]);
  run(process.execPath, ["--import", "tsx", join(root, "scripts", "build-reader.ts")]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function run(command, args) {
  const windows = process.platform === "win32";
  const env = { ...process.env, NODE_ENV: command === "npm" ? "development" : "production" };
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    env,
    encoding: "utf8",
    shell: windows,
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  fail(`${command} ${args.join(" ")} failed${error ? `: ${error.message}` : "."}`);
}

function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
