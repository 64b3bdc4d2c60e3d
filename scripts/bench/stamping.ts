import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { stampPdf } from "#app/domain/documents/stamp-pdf.server.ts";
import { pagesOfText } from "#scripts/trace/made-up-pages.ts";

/**
 * How long a stamped and marked copy takes and how much memory, beside `qpdf --overlay`, which lays one page over all and
 * marks nothing, on the same files in the same run: node --import tsx scripts/bench/stamping.ts [--out docs/performance.md]
 */
const { values, positionals } = parseArgs({ options: { out: { type: "string" } }, allowPositionals: true });
const rounds = 7;

type Measured = { first: number; later: number; bytes: number; memory: number; pause: number };

const stamping = (copyId: string) => ({
  key: { id: "bench", secret: Buffer.alloc(32, 3) },
  stamp: {
    ...{ name: "Łukasz Żółć", email: "lukasz@acme.example", company: "Acme GmbH" },
    ...{ at: new Date("2026-03-12T09:30:00Z"), copyId, receipts: "trust.vendor.example/copies" },
  },
});

const middle = (times: number[]) => [...times].sort((a, b) => a - b)[times.length >> 1]!;

/** In a process of its own: the first copy of a file is also the first of the process. */
async function measure(file: string): Promise<Measured> {
  const source = readFileSync(file);
  const times: number[] = [];
  let bytes = 0;
  const pauses = monitorEventLoopDelay({ resolution: 1 });
  for (let round = 0; round <= rounds; round++) {
    const started = performance.now();
    bytes = (await stampPdf(source, stamping(`CP-2222-222${round}`))).length;
    times.push(performance.now() - started);
    if (round === 0) pauses.enable();
  }
  const memory = process.resourceUsage().maxRSS / 1024;
  return { first: times[0]!, later: middle(times.slice(1)), bytes, memory, pause: pauses.max / 1e6 };
}

function overlaid(folder: string, file: string): number {
  const [over, out] = [join(folder, "over.pdf"), join(folder, "out.pdf")];
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    execFileSync("qpdf", [file, "--overlay", over, "--repeat=1", "--", out]);
    return performance.now() - started;
  });
  return middle(times);
}

async function inOwnProcess(file: string): Promise<Measured> {
  const child = spawn(process.execPath, ["--import", "tsx", fileURLToPath(import.meta.url), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  for await (const chunk of child.stdout) said += String(chunk);
  return JSON.parse(said) as Measured;
}

async function compareAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "candor-stamping-"));
  const rows: string[] = [];
  try {
    writeFileSync(join(folder, "over.pdf"), await pagesOfText(1, { pages: 1, size: [595, 842], letter: 40 }));
    for (const pages of [10, 80, 1_000]) {
      const file = join(folder, `${pages}.pdf`);
      const source = await pagesOfText(2, { pages, size: [595, 842], letter: 11 });
      writeFileSync(file, source);
      const ours = await inOwnProcess(file);
      const theirs = overlaid(folder, file);
      const grown = Math.round((ours.bytes - source.length) / 1024);
      const cells = [pages.toLocaleString("en-GB"), ms(ours.first), ms(ours.later), ms(ours.pause), ms(theirs)];
      rows.push(
        `| ${[...cells, (ours.later / theirs).toFixed(2), `${Math.round(ours.memory)} MiB`, `${grown} KiB`].join(" | ")} |`,
      );
      process.stdout.write(`${rows.at(-1)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (values.out) writeTable(values.out, rows);
}

const ms = (time: number) => `${Math.round(time)} ms`;

function writeTable(file: string, rows: string[]): void {
  const table = [
    "<!-- stamping -->",
    "| pages | first copy | later copies | longest pause | `qpdf --overlay` | ratio | most memory | growth |",
    "| --: | --: | --: | --: | --: | --: | --: | --: |",
    ...rows,
    "<!-- /stamping -->",
  ].join("\n");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/<!-- stamping -->[^]*<!-- \/stamping -->/, () => table),
  );
}

const [file] = positionals;
if (file) process.stdout.write(JSON.stringify(await measure(file)));
else await compareAll();
