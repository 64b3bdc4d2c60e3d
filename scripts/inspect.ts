import { basename } from "node:path";
import { countsSentence, type Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectFile } from "#app/domain/questionnaires/formats/read-in-child.server.ts";
import { givenOptions, readFormFile, runCommand } from "#scripts/form-file.ts";

const usage = "Usage: npm run -s inspect -- --in FORM";

await runCommand(async () => {
  const { in: path } = givenOptions(usage, { required: ["in"] });
  const inspection = await inspectFile(await readFormFile(path!), basename(path!));
  process.stdout.write(`${JSON.stringify(printed(inspection), null, 2)}\n`);
});

/** As an inspection, but a list of one column is that column, and the preview is left out. */
function printed({ format, sheets, ...rest }: Inspection) {
  return {
    format,
    summary: countsSentence({ format, sheets, ...rest }),
    sheets: sheets.map(({ preview: _preview, columns, ...sheet }) => ({
      ...sheet,
      columns: { ...columns, answer: oneOrMany(columns.answer), comment: oneOrMany(columns.comment) },
    })),
  };
}

function oneOrMany(columns: string[]): string | string[] | null {
  return columns.length > 1 ? columns : (columns[0] ?? null);
}
