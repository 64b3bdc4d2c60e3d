/**
 * Draws every part of the design system, and the trust page in each of its states, into plain HTML files, to look at and
 * to check for accessibility.
 *
 *   node --import tsx scripts/gallery.ts <folder> [--look] [--only=state-]
 *
 * `--only` draws the pages whose names begin so. `--look` also takes pictures (light and dark, 1280 and 390 px wide) and
 * runs axe on each page; it needs Chromium.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { buildStyles } from "#scripts/gallery/styles.ts";
import { lookAt } from "#scripts/gallery/look.ts";
import { asDocument } from "#scripts/gallery/static-page.tsx";
import { deskPage } from "#scripts/gallery/desk-page.tsx";
import { partsPage } from "#scripts/gallery/parts-page.tsx";
import { queuePage } from "#scripts/gallery/queue-page.tsx";
import { formsPage } from "#scripts/gallery/forms-page.tsx";
import { plainPage } from "#scripts/gallery/plain-page.tsx";
import { recordsPage } from "#scripts/gallery/records-page.tsx";
import { trustPageStates } from "#scripts/gallery/trust-page-states.tsx";

const pages = {
  parts: partsPage,
  forms: formsPage,
  queue: queuePage,
  desk: deskPage,
  records: recordsPage,
  plain: plainPage,
  ...trustPageStates,
};

const [folder, ...flags] = process.argv.slice(2);
const only = flags.find((flag) => flag.startsWith("--only="))?.slice("--only=".length) ?? "";
if (!folder) {
  console.error("Say into which folder: node --import tsx scripts/gallery.ts <folder> [--look]");
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const styles = await buildStyles(folder);
const files: string[] = [];
for (const [name, page] of Object.entries(pages).filter(([name]) => name.startsWith(only))) {
  const file = path.resolve(folder, `${name}.html`);
  await writeFile(file, await asDocument(page, styles));
  files.push(file);
}
console.log(`${files.length} pages in ${folder}`);

if (flags.includes("--look")) process.exitCode = await lookAt(files);
