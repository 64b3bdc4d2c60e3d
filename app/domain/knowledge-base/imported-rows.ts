import { z } from "zod";
import { type Audience, answerAudiences, longest } from "#app/domain/knowledge-base/answers.ts";
import type { ImportedRow } from "#db/schema/knowledge-base.ts";

export type { ImportedRow, ImportReport } from "#db/schema/knowledge-base.ts";

export const importLimits = { bytes: 10 * 1024 * 1024, rows: 10_000 } as const;

/** What a row comes to: an answer to add (`audience` null where the row says none), or why it is left out. */
export type RowVerdict = { row: ImportedRow } & (
  { take: true; audience: Audience | null } | { take: false; reason: string }
);

/** Texts that are the same question for a person: case, spaces and closing marks aside. */
export const questionKey = (question: string): string =>
  question
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\p{P}\p{S}]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();

/** Judges rows in order; `known` maps the `questionKey` of what is held already to its key, such as KB-0187. */
export function judgeRows(rows: ImportedRow[], known: ReadonlyMap<string, string>): RowVerdict[] {
  const seen = new Map<string, string>();
  return rows.map((row): RowVerdict => {
    const key = questionKey(row.question);
    const reason = faultIn(row) ?? duplicateOf(key, known, seen);
    if (reason !== null) return { row, take: false, reason };
    seen.set(key, row.place);
    return { row, take: true, audience: row.audience === "" ? null : audienceIn(row.audience) };
  });
}

function faultIn(row: ImportedRow): string | null {
  if (row.question === "" && row.text === "") return "Empty.";
  if (questionKey(row.question) === "") return "It has no question.";
  if (row.text === "") return "It has no answer.";
  for (const field of ["question", "text", "short", "section"] as const) {
    const most = longest[field];
    if (row[field].length > most)
      return `Its ${fieldWords[field]} is longer than ${most.toLocaleString("en-GB")} characters.`;
  }
  if (row.tags.some((tag) => tag.length > 60)) return "A tag is longer than 60 characters.";
  if (row.audience !== "" && audienceIn(row.audience) === null)
    return `Its audience “${row.audience.slice(0, 40)}” is none that we know.`;
  return null;
}

const fieldWords = { question: "question", text: "answer", short: "short form", section: "section" } as const;

function duplicateOf(key: string, known: ReadonlyMap<string, string>, seen: ReadonlyMap<string, string>) {
  const held = known.get(key);
  if (held) return `Duplicate of ${held}.`;
  const before = seen.get(key);
  return before ? `Duplicate of ${before} in this file.` : null;
}

const audienceSpellings: Record<string, Audience> = {
  everyone: "public",
  "on request": "on-request",
  request: "on-request",
  "under nda": "nda",
};

function audienceIn(typed: string): Audience | null {
  const plain = typed.trim().toLowerCase();
  return answerAudiences.find((one) => one === plain) ?? audienceSpellings[plain] ?? null;
}

const line = z.object({
  question: z.string(),
  answer: z.string(),
  answer_short: z.string().nullish(),
  section: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  audience: z.string().nullish(),
});

/** Rows of a JSONL file; a line that is no answer is a row without a question, so that the report names it. */
export function rowsOfJsonLines(text: string): ImportedRow[] {
  return text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((source, at) => ({ source: source.trim(), place: `line ${at + 1}` }))
    .filter(({ source }) => source !== "")
    .map(({ source, place }) => {
      const parsed = line.safeParse(parsedJson(source));
      if (!parsed.success) return { ...nothing, place, text: source.slice(0, 200) };
      const { question, answer, answer_short, section, tags, audience } = parsed.data;
      const read = {
        question,
        text: answer,
        short: answer_short ?? "",
        section: section ?? "",
        audience: audience ?? "",
      };
      return { ...trimmed(read), place, tags: (tags ?? []).map((tag) => tag.trim()).filter(Boolean) };
    });
}

const nothing = { question: "", text: "", short: "", section: "", tags: [], audience: "" };

const headings: Record<Exclude<keyof ImportedRow, "place">, RegExp> = {
  question: /^(questions?|question text|query|requirement)$/,
  text: /^(answers?|answer text|responses?|long answer|text|reply)$/,
  short: /^(short|short (answer|form|response)|answer short|yes no|y n)$/,
  section: /^(section|category|domain|area|topic)$/,
  tags: /^(tags?|labels?|keywords?)$/,
  audience: /^(audience|visibility|access|shared with)$/,
};

export type ReadTable = { ok: true; rows: ImportedRow[] } | { ok: false; reason: string };

/** Rows of a table whose first filled row names its columns: question and answer at least. */
export function rowsOfTable(table: { row: number; cells: string[] }[]): ReadTable {
  const [header, ...body] = table.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const named = (header?.cells ?? []).map((cell) =>
    cell
      .toLowerCase()
      .replaceAll(/[^\p{L}]+/gu, " ")
      .trim(),
  );
  const column = (field: keyof typeof headings) => named.findIndex((name) => headings[field].test(name));
  if (column("question") < 0 || column("text") < 0) {
    const reason =
      "The first row has to name the columns: question and answer, and if you have them short, section, tags, audience.";
    return { ok: false, reason };
  }
  const rows = body.map(({ row, cells }) => {
    const cell = (field: keyof typeof headings) => cells[column(field)] ?? "";
    const read = { question: cell("question"), text: cell("text"), short: cell("short"), section: cell("section") };
    const tags = cell("tags").split(/[,;\n]+/);
    const named = {
      ...trimmed({ ...read, audience: cell("audience") }),
      tags: tags.map((tag) => tag.trim()).filter(Boolean),
    };
    return { ...named, place: `row ${row}` };
  });
  return { ok: true, rows };
}

function trimmed<Fields extends Record<string, string>>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, text.trim()])) as Fields;
}

function parsedJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

export const importFileForm = z.strictObject({
  file: z.custom<File>((sent) => sent instanceof File && sent.size > 0, "Choose a file"),
});
