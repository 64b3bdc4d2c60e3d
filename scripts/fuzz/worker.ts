import { readAndFill } from "#scripts/fuzz/read-and-fill.ts";
import { fuzzedFile, fuzzTargets } from "#scripts/fuzz/targets.ts";

/** What a worker tells of each run: it begins, and what came of it. */
export type Told =
  | { kind: "begins"; number: number }
  | { kind: "ended"; number: number; outcome: string }
  | { kind: "failed"; number: number; error: string };

const [name, seed, from, to] = process.argv.slice(2);
const target = fuzzTargets.find((one) => one.name === name)!;
let now = Number(from);

const tell = (told: Told) => process.send!(told);
const fail = (error: unknown) =>
  tell({ kind: "failed", number: now, error: String(error instanceof Error ? error.stack : error) });
process.on("unhandledRejection", fail);
process.on("disconnect", () => process.exit(0));

for (; now < Number(to); now++) {
  tell({ kind: "begins", number: now });
  try {
    tell({ kind: "ended", number: now, outcome: await readAndFill(fuzzedFile(target, seed!, now)) });
  } catch (error) {
    fail(error);
  }
}
process.exit(0);
