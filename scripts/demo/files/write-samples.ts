import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { makeDemoQuestionnaires } from "../make-questionnaires.ts";

/** Writes the two sample questionnaires beside this file. Run: `node --import tsx scripts/demo/files/write-samples.ts` */
for (const { fileName, bytes } of makeDemoQuestionnaires()) {
  await writeFile(fileURLToPath(new URL(`./${fileName}`, import.meta.url)), bytes);
}
