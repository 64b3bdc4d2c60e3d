import { basename } from "node:path";
import { fidelitySentence } from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import { verifyCopy } from "#app/domain/questionnaires/formats/verify-copy.server.ts";
import type { LayoutChoices } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { givenOptions, readFormFile, runCommand } from "#scripts/form-file.ts";
import { UsageError } from "#scripts/kb-file.ts";

const usage = "Usage: npm run -s verify-export -- --original FILE --filled FILE [--layout REPORT.json]";

await runCommand(async () => {
  const { original, filled, layout } = givenOptions(usage, { required: ["original", "filled"], optional: ["layout"] });
  const [before, after] = await Promise.all([readFormFile(original!), readFormFile(filled!)]);
  const choices = layout ? choicesIn(layout, await readFormFile(layout)) : {};
  const fidelity = await verifyCopy(before, after, { fileName: basename(original!), choices });
  process.stdout.write(`${JSON.stringify({ summary: fidelitySentence(fidelity), ...fidelity }, null, 2)}\n`);
  if (fidelity.problems.length > 0) process.exitCode = 1;
});

/** What a person said about the layout, as the fidelity report of a release has it or on its own. */
function choicesIn(path: string, bytes: Buffer): LayoutChoices {
  try {
    const given = JSON.parse(bytes.toString("utf8")) as { released?: object; layout?: LayoutChoices | null };
    return (given.released ? given.layout : (given as LayoutChoices)) ?? {};
  } catch {
    throw new UsageError(`${path} is not JSON. ${usage}`);
  }
}
