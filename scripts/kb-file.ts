import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { KnowledgeEntry } from "#app/domain/matching/match-index.ts";

/** A fault in what the person at the command line gave us: shown as one line, exit status 2. */
export class UsageError extends Error {}

const knowledgeLine = z.object({
  id: z.string().min(1),
  question: z.string(),
  answer: z.string(),
  answer_short: z.string().nullish(),
  section: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  aliases: z.array(z.string()).nullish(),
});

const queryLine = z.object({ qid: z.string().min(1), query: z.string(), section: z.string().nullish() });

export type Query = z.output<typeof queryLine>;

/** Approved answers from a JSONL file, a line each: `{"id","question","answer","answer_short"?,"section"?,"tags"?,"aliases"?}`. */
export async function readKnowledgeFile(path: string): Promise<KnowledgeEntry[]> {
  const lines = await readJsonLines(path, knowledgeLine);
  const seen = new Set<string>();
  return lines.map(({ answer_short, tags, aliases, ...entry }) => {
    if (seen.has(entry.id)) throw new UsageError(`${path}: the id "${entry.id}" occurs twice.`);
    seen.add(entry.id);
    return {
      ...entry,
      answerShort: answer_short ?? null,
      tags: tags ?? [],
      aliases: (aliases ?? []).map((text) => ({ text })),
    };
  });
}

/** Questions from a JSONL file, a line each: `{"qid","query","section"?}`. */
export function readQueriesFile(path: string): Promise<Query[]> {
  return readJsonLines(path, queryLine);
}

async function readJsonLines<T>(path: string, line: z.ZodType<T>): Promise<T[]> {
  const text = await readText(path);
  return text
    .split(/\r?\n/)
    .map((source, i) => ({ source, number: i + 1 }))
    .filter(({ source }) => source.trim() !== "")
    .map(({ source, number }) => {
      const parsed = line.safeParse(parsedJson(source, `${path}, line ${number}`));
      if (parsed.success) return parsed.data;
      const [issue] = parsed.error.issues;
      throw new UsageError(`${path}, line ${number}: ${issue?.path.join(".") || "the line"}: ${issue?.message}.`);
    });
}

async function readText(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new UsageError(`${path}: there is no such file.`);
    if (code === "EISDIR") throw new UsageError(`${path} is a directory, not a file.`);
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") throw new UsageError(`${path} is not UTF-8 text.`);
    throw new UsageError(`${path} cannot be read${code ? ` (${code})` : ""}.`);
  }
}

function parsedJson(source: string, where: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new UsageError(`${where}: this is not JSON.`);
  }
}
