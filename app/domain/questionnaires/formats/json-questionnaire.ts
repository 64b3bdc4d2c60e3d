import { z } from "zod";
import { jsonTree } from "#app/domain/questionnaires/formats/json-tree.ts";
import { limits, overLimit } from "#app/domain/questionnaires/formats/limits.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

/** Our own format, described in docs/questionnaire-json.md. What it does not name is kept and not read. */
export const jsonFormat = "candor-questionnaire";
export const jsonVersion = 1;

const oneLine = (longest: number) => z.string().max(longest);
const written = z.union([z.string().max(limits.cellLength), z.null()]).optional();

const question = z.looseObject({
  id: z.union([oneLine(100), z.null()]).optional(),
  section: z.union([oneLine(500), z.null()]).optional(),
  text: z.string().trim().min(1, "is empty").max(limits.cellLength),
  options: z.union([z.array(oneLine(500)).min(1).max(limits.dropdownValues), z.null()]).optional(),
  answer: written,
  comment: written,
});

const questionnaire = z.looseObject({
  format: z.literal(jsonFormat),
  version: z.literal(jsonVersion),
  title: oneLine(500).optional(),
  questions: z.array(question).min(1, "holds no question"),
});

export type JsonQuestionnaire = z.output<typeof questionnaire>;

/** Reads a questionnaire in our format. Throws UnreadableFile with the path of what is wrong. */
export function readJsonQuestionnaire(bytes: Uint8Array): { text: string; questionnaire: JsonQuestionnaire } {
  const text = decoded(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new UnreadableFile("file.not_json", "This file is named .json, but is no JSON.");
  }
  jsonTree(text);
  ensureOurs(value);
  if (value.questions.length > limits.questions) throw overLimit("questions", value.questions.length);
  const read = questionnaire.safeParse(value);
  if (!read.success) throw notAsDescribed(read.error.issues[0]!);
  return { text, questionnaire: read.data };
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableFile("file.encoding", "A questionnaire as JSON is written in UTF-8; this file is not.");
  }
}

/** Before all else, so that a file of another make is not reported member by member. */
function ensureOurs(value: unknown): asserts value is { questions: unknown[] } {
  const { format, version, questions } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (format !== jsonFormat) {
    throw new UnreadableFile(
      "file.unknown_json",
      `This JSON is no questionnaire of ours: its "format" has to be "${jsonFormat}".`,
    );
  }
  if (version !== jsonVersion) {
    throw new UnreadableFile(
      "file.unknown_json",
      `Questionnaires as JSON are read in version ${jsonVersion}; this one says another in "version".`,
    );
  }
  if (!Array.isArray(questions)) {
    throw new UnreadableFile("file.json_invalid", 'In this file "questions" has to be a list.');
  }
}

function notAsDescribed({ path, message }: z.core.$ZodIssue): UnreadableFile {
  const place = path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
  const problem = message.replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  return new UnreadableFile("file.json_invalid", `In this file "${place}" is not as it has to be: ${problem}.`);
}
