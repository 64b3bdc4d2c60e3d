import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const vectorsFile = join("app", "domain", "matching", "vectors", "glove-6b-100d.bin");

let reading: Promise<Uint8Array> | undefined;

/** The packed word vectors of the matching engine, read once a process, when they are first asked for. */
export function readWordVectors(): Promise<Uint8Array> {
  reading ??= readFile(join(projectFolder(), vectorsFile));
  return reading;
}

/** The folder that holds `app/`: above this file, whether it runs from source or from the build. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, vectorsFile))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`${vectorsFile} is missing.`);
    folder = above;
  }
  return folder;
}
