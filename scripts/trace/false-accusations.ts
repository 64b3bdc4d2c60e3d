import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createCanvas } from "@napi-rs/canvas";
import { stampPdf } from "#app/domain/documents/stamp-pdf.server.ts";
import { seeFile } from "#app/domain/documents/trace/render-pages.server.ts";
import { compare, Ledger } from "./look.ts";
import { pagesOfText, randomFrom } from "./made-up-pages.ts";

/**
 * How often a file that is no copy of the ledger's is taken for one. Every file is another one-page document (A6), held
 * against 10,000 copies by both marks:
 * node --import tsx scripts/trace/false-accusations.ts [--files 10000] [--out docs/traceable-copies.md]
 */
const { values } = parseArgs({ options: { files: { type: "string", default: "10000" }, out: { type: "string" } } });

const shape = { pages: 1, size: [298, 420] as [number, number], letter: 8 };
const ours = { id: "ours", secret: Buffer.alloc(32, 17) };
const theirs = { id: "theirs", secret: Buffer.alloc(32, 99) };
const ledger = new Ledger(ours, 10_000);

const stampOf = (copyId: string) => ({
  ...{ name: "Pat Moreau", email: "pat@acme.example", company: "Acme GmbH" },
  ...{ at: new Date("2026-03-12T09:30:00Z"), copyId, receipts: "trust.vendor.example/copies" },
});

type Kind = { name: string; make: (original: Uint8Array, seed: number) => Promise<Uint8Array> };

const kinds: Kind[] = [
  { name: "The original without marks, as a JPEG picture", make: asPicture },
  {
    name: "A copy by another installation, under a copy id of ours",
    make: (original, seed) => stampPdf(original, { key: theirs, stamp: stampOf(ledger.ids[seed % 10_000]!) }),
  },
  {
    name: "A copy of ours that is not in the ledger",
    make: (original, seed) => stampPdf(original, { key: ours, stamp: stampOf(`CP-FOREIGN-${seed}`) }),
  },
  { name: "Another document of the same layout, marked for somebody in the ledger", make: anotherDocument },
];

async function asPicture(original: Uint8Array, seed: number): Promise<Uint8Array> {
  const random = randomFrom(seed);
  const { width, height, light } = await (
    await seeFile(Buffer.from(original))
  ).render(0, 500 + Math.floor(random() * 300));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const picture = context.createImageData(width, height);
  light.forEach((value, at) => picture.data.set([value, value, value, 255], 4 * at));
  context.putImageData(picture, 0, 0);
  return canvas.toBuffer("image/jpeg", 40 + Math.floor(random() * 55));
}

async function anotherDocument(_original: Uint8Array, seed: number): Promise<Uint8Array> {
  const other = await pagesOfText(seed + 1_000_000, shape);
  return stampPdf(other, { key: ours, stamp: stampOf(ledger.ids[seed % 10_000]!) });
}

const tally = kinds.map(({ name }) => ({ name, files: 0, matched: 0, wrong: 0, lines: 0, dots: 0 }));
const started = Date.now();
for (let seed = 1; seed <= Number(values.files); seed++) {
  const at = seed % kinds.length;
  const original = await pagesOfText(seed, shape);
  const { pages, evidence } = await compare(await kinds[at]!.make(original, seed), original);
  const score = ledger.score(evidence);
  const line = tally[at]!;
  line.files++;
  if (pages.some((page) => page.original !== null)) line.matched++;
  if (score.lines.length + score.dots.length > 0) line.wrong++;
  line.lines = Math.max(line.lines, score.best.lines);
  line.dots = Math.max(line.dots, score.best.dots);
  if (seed % 100 === 0) {
    const seconds = Math.round((Date.now() - started) / 1_000);
    process.stderr.write(`${seed} files, ${seconds} s, wrong: ${tally.reduce((sum, { wrong }) => sum + wrong, 0)}\n`);
    if (values.out) writeTable(values.out);
  }
}

function writeTable(file: string): void {
  const rows = tally.map(
    ({ name, files, matched, wrong, lines, dots }) =>
      `| ${name} | ${files} | ${matched} | ${wrong} | ${lines.toFixed(2)} | ${dots.toFixed(2)} |`,
  );
  const [files, wrong] = [
    tally.reduce((sum, one) => sum + one.files, 0),
    tally.reduce((sum, one) => sum + one.wrong, 0),
  ];
  const section = [
    "<!-- false-accusations -->",
    `Of ${files.toLocaleString("en-GB")} files, each another page and each held against 10,000 copies by two marks (${(files * 20_000).toLocaleString("en-GB")} comparisons), ${wrong} were taken for a copy that they are not. A copy is named from ${ledger.least.toFixed(2)} on.`,
    "",
    "| file | files | page recognised | wrong names | highest by lines | highest by dots |",
    "| --- | --: | --: | --: | --: | --: |",
    ...rows,
    "<!-- /false-accusations -->",
  ].join("\n");
  const pattern = /<!-- false-accusations -->[^]*<!-- \/false-accusations -->/;
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(pattern, () => section),
  );
}
