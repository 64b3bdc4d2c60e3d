import { type LyingPart, lyingZip } from "#scripts/bombs/lying-zip.ts";
import { damagedBytes, damagedText } from "#scripts/fuzz/mutations.ts";
import { Random } from "#scripts/fuzz/random.ts";
import { documentSeed, workbookSeed } from "#scripts/fuzz/seed-office.ts";
import { delimitedSeeds, jsonSeed, pdfSeeds } from "#scripts/fuzz/seed-texts.ts";
import * as words from "#scripts/fuzz/words.ts";

export type FuzzedFile = { fileName: string; bytes: Buffer };

/** What is damaged: its share of all runs in percent, and how one damaged file is made. */
export type FuzzTarget = { name: string; share: number; make: (random: Random) => FuzzedFile };

export const fuzzTargets: readonly FuzzTarget[] = [
  { name: "zip", share: 15, make: damagedArchive },
  { name: "workbook", share: 24, make: (random) => damagedPart(workbookSeed, "form.xlsx", random) },
  { name: "document", share: 24, make: (random) => damagedPart(documentSeed, "form.docx", random) },
  { name: "delimited", share: 16, make: damagedDelimited },
  { name: "json", share: 16, make: damagedJson },
  { name: "pdf", share: 5, make: damagedPdf },
];

/** The same file for the same seed, target and number. */
export function fuzzedFile({ name, make }: FuzzTarget, seed: string, number: number): FuzzedFile {
  return make(new Random(`${seed} ${name} ${number}`));
}

const stored = (parts: readonly LyingPart[]) => parts.map((part) => ({ ...part, stored: true }));
const archives = [
  { fileName: "form.xlsx", bytes: lyingZip(workbookSeed) },
  { fileName: "form.docx", bytes: lyingZip(documentSeed) },
  { fileName: "form.xlsx", bytes: lyingZip(stored(workbookSeed)) },
];

function damagedArchive(random: Random): FuzzedFile {
  const { fileName, bytes } = random.pick(archives);
  return { fileName, bytes: damagedBytes(bytes, random) };
}

/** One part with damaged XML, in an archive that is as it should be. */
function damagedPart(parts: readonly LyingPart[], fileName: string, random: Random): FuzzedFile {
  const most = parts.reduce((sum, { content }) => sum + content.length, 0);
  let at = random.below(most);
  const which = parts.findIndex(({ content }) => (at -= content.length) < 0);
  const dictionary = fileName.endsWith(".docx") ? words.document : words.workbook;
  const damaged = parts.map((part, i) =>
    i === which ? { ...part, content: damagedText(String(part.content), random, dictionary) } : part,
  );
  return { fileName, bytes: lyingZip(stored(damaged)) };
}

function damagedDelimited(random: Random): FuzzedFile {
  const seed = random.pick(delimitedSeeds);
  const fileName = random.pick(["form.csv", "form.csv", "form.tsv"]);
  if (random.chance(0.4)) return { fileName, bytes: damagedBytes(seed, random) };
  return { fileName, bytes: Buffer.from(damagedText(seed.toString("latin1"), random, words.delimited), "latin1") };
}

function damagedJson(random: Random): FuzzedFile {
  const fileName = "form.json";
  if (random.chance(0.1)) return { fileName, bytes: damagedBytes(Buffer.from(jsonSeed), random) };
  return { fileName, bytes: Buffer.from(damagedText(jsonSeed, random, words.json)) };
}

function damagedPdf(random: Random): FuzzedFile {
  const seed = random.pick(pdfSeeds);
  const fileName = "form.pdf";
  if (random.chance(0.3)) return { fileName, bytes: damagedBytes(seed, random) };
  return { fileName, bytes: Buffer.from(damagedText(seed.toString("latin1"), random, words.pdf), "latin1") };
}
