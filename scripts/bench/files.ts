import { readFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { planWrites } from "#app/domain/questionnaires/formats/plan-writes.ts";
import type { CellWrite, Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectFile } from "#app/domain/questionnaires/formats/read-in-child.server.ts";
import { verifyCopy } from "#app/domain/questionnaires/formats/verify-copy.server.ts";
import { writeAnswers } from "#app/domain/questionnaires/formats/write-answers.server.ts";
import { watchChildren } from "#scripts/bench/child-memory.ts";
import { type Cost, limitMs, type WorkbookPeer, workbookPeers } from "#scripts/bench/workbook-peers.ts";
import { type Row, workbook } from "#scripts/demo/files/workbook.ts";

const usage =
  "Usage: node --expose-gc --import tsx scripts/bench/files.ts --data FOLDER [--peers FOLDER] [--out docs/performance.md]";
const rounds = 3;
const MiB = 2 ** 20;
const marks = { from: "<!-- files: begin -->", to: "<!-- files: end -->" };

const { values } = parseArgs({
  options: { data: { type: "string" }, peers: { type: "string" }, out: { type: "string" } },
});
if (!values.data) throw new Error(usage);

const hecvat = join(values.data, "forms", "07-hecvat-4.1.4-blank.xlsx");
const folder = await mkdtemp(join(tmpdir(), "candor-files-"));
try {
  const rows = join(folder, "20000-rows.xlsx");
  await writeFile(rows, workbookOfRows(20_000));
  const { peers, absent } = await workbookPeers(values.peers);
  const tables = [await tableFor("HECVAT 4.1.4", hecvat, peers), await tableFor("20,000 rows", rows, peers)];
  await report([...tables.map(({ text }) => text), ...absent].join("\n\n"));
  if (tables.some(({ met }) => !met)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}

/** A questionnaire of as many rows as a sheet may have, with a dropdown on each. */
function workbookOfRows(count: number): Buffer {
  const cells = (texts: string[]): Row => ({
    cells: texts.map((text, i) => ({ column: "ABCDE"[i]!, text, style: "plain" })),
  });
  const asked = (i: number) =>
    cells([
      `Q-${i}`,
      `Area ${i % 40}`,
      `Do you keep a record of each change to component ${i} of the service?`,
      "",
      "",
    ]);
  const rows = [cells(["ID", "Domain", "Question", "Answer", "Comments"])];
  for (let i = 1; i < count; i++) rows.push(asked(i));
  const choices = { cells: `D2:D${count}`, options: ["Yes", "No", "Not applicable"] };
  return workbook([{ name: "Questions", widths: [10, 20, 80, 15, 40], rows, merges: [], frozenRows: 1, choices }]);
}

type Figures = { read: Cost; fill: Cost };

async function tableFor(title: string, file: string, peers: readonly WorkbookPeer[]) {
  const bytes = await readFile(file);
  const inspection = await inspectFile(bytes, basename(file));
  const writes = planned(inspection);
  const own = await ourFigures(bytes, basename(file), writes);
  const lines = [
    `**${title}** (${(bytes.length / MiB).toFixed(2)} MiB, ${writes.length.toLocaleString("en-GB")} cells written)`,
    "",
    "| | read | | memory | | read and fill | | memory | |",
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    line("Candor", own, own),
  ];
  for (const peer of peers) lines.push(line(peer.name, await peerFigures(peer, file, writes), own));
  const verified = await measured(async () => {
    const filled = await writeAnswers(bytes, basename(file), writes);
    const { problems } = await verifyCopy(bytes, filled, { fileName: basename(file), choices: {} });
    if (problems.length > 0) throw new Error(problems.join(" "));
  });
  lines.push("", `Filled and compared with the original, by Candor: ${inSeconds(verified.ms)}.`);
  const wanted = title.startsWith("HECVAT") ? { read: 2_000, fill: 3_000, bytes: 150 * MiB } : { read: 5_000 };
  return { text: lines.join("\n"), met: meets(own, wanted) };
}

function planned(inspection: Inspection): CellWrite[] {
  const keys = inspection.sheets.flatMap(({ questions }) => questions.map(({ key }) => key));
  const answer = { short: "Yes", text: "Yes. It is reviewed every year, and the record of it is kept." };
  return planWrites(inspection, new Map(keys.map((key) => [key, answer]))).writes;
}

/** As `fill` does it: the file is read in one process and written in another. */
async function ourFigures(bytes: Buffer, name: string, writes: CellWrite[]): Promise<Figures> {
  return {
    read: await measured(() => inspectFile(bytes, name)),
    fill: await measured(async () => {
      await inspectFile(bytes, name);
      await writeAnswers(bytes, name, writes);
    }),
  };
}

async function peerFigures(peer: WorkbookPeer, file: string, writes: CellWrite[]): Promise<Figures> {
  const list = join(folder, "writes.json");
  await writeFile(list, JSON.stringify(writes));
  return {
    read: median(await repeated(() => peer.run(file, null, list))),
    fill: median(await repeated(() => peer.run(file, join(folder, "filled.xlsx"), list))),
  };
}

async function measured(work: () => Promise<unknown>): Promise<Cost> {
  const once = async () => {
    globalThis.gc?.();
    const memory = watchChildren();
    const began = performance.now();
    await work();
    return { ms: performance.now() - began, bytes: memory() };
  };
  return median(await repeated(once));
}

async function repeated(once: () => Promise<Cost>): Promise<Cost[]> {
  const all: Cost[] = [];
  while (all.length < rounds && (all.at(-1)?.ms ?? 0) < limitMs) all.push(await once());
  return all;
}

/** The middle time, and the most memory of all. */
function median(costs: readonly Cost[]): Cost {
  const sorted = costs.map(({ ms }) => ms).sort((a, b) => a - b);
  const bytes = costs.flatMap((cost) => cost.bytes ?? []);
  return { ms: sorted[sorted.length >> 1]!, bytes: bytes.length > 0 ? Math.max(...bytes) : null };
}

function line(name: string, figures: Figures, own: Figures): string {
  const cells = (["read", "fill"] as const).flatMap((which) => {
    const [cost, ours] = [figures[which], own[which]];
    const memory = cost.bytes === null ? "" : `${Math.round(cost.bytes / MiB)} MiB`;
    const ratio = cost.bytes && ours.bytes ? (cost.bytes / ours.bytes).toFixed(1) : "";
    return [cost.ms < limitMs ? inSeconds(cost.ms) : "over 60 s", (cost.ms / ours.ms).toFixed(1), memory, ratio];
  });
  return `| ${[name, ...cells].join(" | ")} |`;
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function meets({ read, fill }: Figures, wanted: { read: number; fill?: number; bytes?: number }): boolean {
  const light = wanted.bytes === undefined || read.bytes === null || read.bytes < wanted.bytes;
  return read.ms < wanted.read && (wanted.fill === undefined || fill.ms < wanted.fill) && light;
}

async function report(text: string): Promise<void> {
  process.stdout.write(`${text}\n`);
  if (!values.out) return;
  const page = await readFile(values.out, "utf8");
  const [before, rest] = page.split(marks.from);
  const after = rest?.split(marks.to)[1];
  if (after === undefined) throw new Error(`${values.out} has no place between "${marks.from}" and "${marks.to}".`);
  await writeFile(values.out, `${before}${marks.from}\n\n${text}\n\n${marks.to}${after}`);
}
