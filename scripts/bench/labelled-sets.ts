import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { KnowledgeEntry } from "#app/domain/matching/match-index.ts";
import { readKnowledgeFile } from "#scripts/kb-file.ts";

/** A question with the ids that answer it (`gold`); none means that a fill would be wrong. */
export type LabelledQuestion = {
  id: string;
  text: string;
  section: string | null;
  gold: string[];
  kind: "asked" | "polarity" | "scope";
};

export type LabelledSet = { name: string; entries: KnowledgeEntry[]; questions: LabelledQuestion[] };

type QueryLine = { qid: string; query: string; section?: string | null; gold: string[] };
type TrapLine = { id: string; question: string; gold: string[]; type: "ans" | "unans" | "polarity" | "scope" };

/** The labelled questionnaires of a data folder; they are not part of this repository. */
export async function readLabelledSets(
  folder: string,
): Promise<Record<"caiq" | "hecvat" | "verbatim" | "traps", LabelledSet>> {
  const entries = await readKnowledgeFile(join(folder, "kb.jsonl"));
  const set = async (name: string, file: string) => ({
    name,
    entries,
    questions: await readQuestions(join(folder, file)),
  });
  return {
    caiq: await set("CAIQ 3.0.1", "queries-dev-caiq301.jsonl"),
    hecvat: await set("HECVAT 4.1.4", "queries-dev-hecvat414.jsonl"),
    verbatim: await set("HECVAT 4.1.4, near-verbatim", "queries-easy-hecvat414-verbatim.jsonl"),
    traps: {
      name: "hand-written",
      entries: await readKnowledgeFile(join(folder, "traps", "kb.jsonl")),
      questions: await readTraps(join(folder, "traps", "queries.jsonl")),
    },
  };
}

/** Answers of other vendors, to make a library larger. */
export async function readOtherVendors(folder: string): Promise<KnowledgeEntry[]> {
  const files = ["kb-aws-caiq.jsonl", "kb-whitepact-caiq.jsonl", "kb-open-whitepact.jsonl"];
  const vendors = await Promise.all(files.map((file) => readKnowledgeFile(join(folder, file))));
  return vendors.flatMap((entries, i) =>
    entries.map((entry) => ({ ...entry, id: `vendor${i}:${entry.id}`, tags: ["other"] })),
  );
}

async function readQuestions(path: string): Promise<LabelledQuestion[]> {
  return (await readLines<QueryLine>(path)).map(({ qid, query, section, gold }) => {
    return { id: qid, text: query, section: section ?? null, gold, kind: "asked" };
  });
}

async function readTraps(path: string): Promise<LabelledQuestion[]> {
  return (await readLines<TrapLine>(path)).map(({ id, question, gold, type }) => {
    return { id, text: question, section: null, gold, kind: type === "polarity" || type === "scope" ? type : "asked" };
  });
}

async function readLines<T>(path: string): Promise<T[]> {
  const text = await readFile(path, "utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);
}
