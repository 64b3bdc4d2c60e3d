import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { stampPdf } from "#app/domain/documents/stamp-pdf.server.ts";
import { type Attack, attacks } from "./attack-list.ts";
import { makeCorpus, type Source } from "./corpus-pdf.server.tsx";
import { compare, Ledger, saysIn } from "./look.ts";

/**
 * What is left of the marks of copies after what people do to them:
 * node --import tsx scripts/trace/attacks.ts [--copies 3] [--only WORDS] [--out docs/traceable-copies.md]
 */
const { values } = parseArgs({
  options: {
    copies: { type: "string", default: "3" },
    only: { type: "string", default: "" },
    out: { type: "string" },
  },
});

const key = { id: "attacks", secret: Buffer.alloc(32, 41) };
const ledger = new Ledger(key, 10_000);

type Result = { copyId: boolean; tag: boolean; lines: number; dots: number; named: boolean; wrong: string[] };

const stampedFor = (source: Source, copyId: string) =>
  stampPdf(source.bytes, {
    key,
    stamp: {
      ...{ name: "Łukasz Żółć", email: "lukasz@acme.example", company: "Acme GmbH" },
      ...{ at: new Date("2026-03-12T09:30:00Z"), copyId, receipts: "trust.vendor.example/copies" },
    },
  });

async function tryOn(source: Source, attack: Attack, at: number): Promise<Result | null> {
  const [id, otherId] = [ledger.ids[at]!, ledger.ids[at + 5_000]!];
  const copy = await stampedFor(source, id);
  const found = await attack.on(copy, attack.together ? await stampedFor(source, otherId) : copy);
  if (!found) return null;
  const score = ledger.score((await compare(found, source.bytes)).evidence);
  const holders = attack.together ? [id, otherId] : [id];
  const own = score.scores.filter((one) => holders.includes(one.id));
  const named = [...score.lines, ...score.dots];
  return {
    ...(await saysIn(found, id, key)),
    lines: Math.min(...own.map(({ lines }) => lines)),
    dots: Math.min(...own.map(({ dots }) => dots)),
    named: holders.every((holder) => named.includes(holder)),
    wrong: named.filter((one) => !holders.includes(one)),
  };
}

const { sources, absent } = await makeCorpus();
const tried = attacks.filter(({ name }) => name.includes(values.only));
const results = new Map<Attack, Result[]>(tried.map((attack) => [attack, []]));
for (const [number, source] of sources.entries()) {
  for (const attack of tried) {
    for (let copy = 0; copy < Number(values.copies); copy++) {
      const result = await tryOn(source, attack, number * 100 + copy);
      if (result) results.get(attack)!.push(result);
      if (result && !result.named) process.stderr.write(`${attack.name}: not named in ${source.producer}\n`);
    }
  }
  process.stderr.write(`${source.producer}: done\n`);
}
const rows = tried.map((attack) => rowOf(attack, results.get(attack)!));
const wrongNames = [...results.values()].flat().reduce((sum, { wrong }) => sum + wrong.length, 0);
process.stdout.write(`${rows.join("\n")}\n`);
if (values.out) writeTable(values.out);

function rowOf(attack: Attack, results: Result[]): string {
  if (results.length === 0) return `| ${attack.name} | not tried | | | | | | |`;
  const of = (holds: (result: Result) => boolean) => `${results.filter(holds).length} of ${results.length}`;
  const mark = (name: "lines" | "dots") =>
    `${of((result) => result[name] >= ledger.least)} | ${Math.min(...results.map((result) => result[name])).toFixed(1)}`;
  const byWords = [of(({ copyId }) => copyId), of(({ tag }) => tag)];
  return `| ${attack.name} | **${of(({ named }) => named)}** | ${mark("lines")} | ${mark("dots")} | ${byWords.join(" | ")} |`;
}

function writeTable(file: string): void {
  const head = [
    "| what was done | named | by lines | lowest | by dots | lowest | copy id | tag |",
    "| --- | --- | --- | --: | --- | --: | --- | --- |",
  ];
  const about = [
    `${values.copies} copies of each of ${sources.length} files: ${sources.map(({ producer }) => producer).join("; ")}.`,
    absent.length > 0 ? ` Not installed here: ${absent.join(", ")}.` : "",
    ` Each is held against a ledger of 10,000 copies, so a copy is named from an agreement of ${ledger.least.toFixed(2)} on.`,
    ` Wrong names: ${wrongNames}.`,
  ].join("");
  const section = ["<!-- attacks -->", about, "", ...head, ...rows, "<!-- /attacks -->"].join("\n");
  writeFileSync(
    file,
    readFileSync(file, "utf8").replace(/<!-- attacks -->[^]*<!-- \/attacks -->/, () => section),
  );
}
