import { parseArgs } from "node:util";
import { decodeWordVectors } from "#app/domain/matching/word-vectors.ts";
import { readWordVectors } from "#app/platform/word-vectors.server.ts";
import { buildIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import { readKnowledgeFile, readQueriesFile, UsageError } from "#scripts/kb-file.ts";

const usage = "Usage: npm run -s match -- --kb KB.jsonl --queries Q.jsonl";

async function main(): Promise<void> {
  const { kb, queries } = givenPaths();
  const entries = await readKnowledgeFile(kb);
  const index = buildIndex(entries, { vectors: decodeWordVectors(await readWordVectors()) });
  const lines = (await readQueriesFile(queries)).map(({ qid, query, section }) => {
    const { ranked, fill, confidence, method } = matchQuestion(index, { text: query, section: section ?? null });
    return JSON.stringify({ qid, ranked: ranked.map(({ id }) => id), fill, confidence, method });
  });
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

function givenPaths(): { kb: string; queries: string } {
  try {
    const { values } = parseArgs({ options: { kb: { type: "string" }, queries: { type: "string" } } });
    if (values.kb && values.queries) return { kb: values.kb, queries: values.queries };
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split("\n")[0]} ${usage}`);
  }
  throw new UsageError(usage);
}

process.stdout.on("error", () => process.exit(0));
main().catch((error: unknown) => {
  const text = error instanceof UsageError ? error.message : `The questions could not be matched: ${String(error)}`;
  process.stderr.write(`${text.replaceAll(/\s*\n\s*/g, " ")}\n`);
  process.exitCode = 2;
});
