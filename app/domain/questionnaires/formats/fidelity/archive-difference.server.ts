import { createHash } from "node:crypto";
import type { Fidelity } from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import { entryBytes, openZip, type ZipEntry } from "#app/domain/questionnaires/formats/zip-reader.server.ts";

export type ArchiveDifference = {
  parts: Fidelity["parts"];
  /** The contents of the parts that differ. */
  differing: { name: string; original: Buffer; copy: Buffer }[];
  problems: string[];
};

/** Which parts of two archives differ, by what they unpack to; added, missing and reordered parts are problems. */
export async function archiveDifference(original: Buffer, copy: Buffer): Promise<ArchiveDifference> {
  const [was, is] = [openZip(original), openZip(copy)];
  const budgets = [{ inflated: 0 }, { inflated: 0 }] as const;
  const problems: string[] = [];
  const differing: ArchiveDifference["differing"] = [];
  const hash = createHash("sha256");
  let unchanged = 0;
  for (const entry of was.entries) {
    const other = is.entries.find(({ name }) => name === entry.name);
    if (!other) {
      problems.push(`The part ${entry.name} is missing.`);
      continue;
    }
    const [before, after] = [await entryBytes(was, entry, budgets[0]), await entryBytes(is, other, budgets[1])];
    if (!before.equals(after)) differing.push({ name: entry.name, original: before, copy: after });
    else {
      unchanged++;
      hash.update(`${entry.name}\0${before.length}\0`).update(before);
    }
  }
  problems.push(...addedTo(was.entries, is.entries));
  const changed = differing.map(({ name }) => name);
  return {
    parts: { all: was.entries.length, unchanged, changed, unchangedSha256: hash.digest("hex") },
    differing,
    problems,
  };
}

function addedTo(was: ZipEntry[], is: ZipEntry[]): string[] {
  const known = new Set(was.map(({ name }) => name));
  const added = is.filter(({ name }) => !known.has(name)).map(({ name }) => `The part ${name} was added.`);
  const [before, after] = [was, is].map((entries) => entries.map(({ name }) => name).join("\n"));
  return added.length === 0 && before !== after && was.length === is.length
    ? ["The parts of the file are in another order."]
    : added;
}
