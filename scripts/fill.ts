import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { buildIndex, type KnowledgeEntry, type MatchIndex } from "#app/domain/matching/match-index.ts";
import { type Match, matchQuestion } from "#app/domain/matching/match.ts";
import { decodeWordVectors } from "#app/domain/matching/word-vectors.ts";
import { answersAsWorkbook } from "#app/domain/questionnaires/answer-document/answers-workbook.server.ts";
import { type Answer, planWrites, type PlannedQuestion } from "#app/domain/questionnaires/formats/plan-writes.ts";
import { countsSentence, type Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectFile } from "#app/domain/questionnaires/formats/read-in-child.server.ts";
import { writeAnswers } from "#app/domain/questionnaires/formats/write-answers.server.ts";
import { readWordVectors } from "#app/platform/word-vectors.server.ts";
import { givenOptions, readFormFile, runCommand } from "#scripts/form-file.ts";
import { readKnowledgeFile, UsageError } from "#scripts/kb-file.ts";

const usage = "Usage: npm run -s fill -- --kb KB.jsonl --in FORM --out FILE [--report R.json]";

await runCommand(async () => {
  const { kb, in: form, out, report } = givenOptions(usage, { required: ["kb", "in", "out"], optional: ["report"] });
  refuseSamePaths([kb, form, out, report]);
  const [entries, bytes] = await Promise.all([readKnowledgeFile(kb!), readFormFile(form!)]);
  const inspection = await inspectFile(bytes, basename(form!));
  const vectors = decodeWordVectors(await readWordVectors());
  const matches = matchAll(inspection, buildIndex(entries, { vectors }));
  const plan = planWrites(inspection, answersFrom(matches, entries));
  const filled =
    inspection.returns === "answer-document"
      ? await answersApart(form!, out!, plan.questions)
      : await writeAnswers(bytes, basename(form!), plan.writes);
  await writeWhole(out!, filled);
  if (report) await writeWhole(report, `${JSON.stringify(reportOf(inspection, plan.questions, matches), null, 2)}\n`);
});

function refuseSamePaths(paths: (string | undefined)[]): void {
  const given = paths.filter((path) => path !== undefined).map((path) => resolve(path));
  if (new Set(given).size < given.length) throw new UsageError(`Each file needs a path of its own. ${usage}`);
}

function matchAll(inspection: Inspection, index: MatchIndex): Map<string, Match> {
  const questions = inspection.sheets.flatMap((sheet) => sheet.questions);
  return new Map(questions.map(({ key, text, section }) => [key, matchQuestion(index, { text, section })]));
}

function answersFrom(matches: ReadonlyMap<string, Match>, entries: KnowledgeEntry[]): Map<string, Answer> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const answers = new Map<string, Answer>();
  for (const [key, { fill }] of matches) {
    const entry = fill === null ? undefined : byId.get(fill);
    if (entry) answers.set(key, { short: entry.answerShort ?? null, text: entry.answer });
  }
  return answers;
}

/** A form without a place for answers comes back as a document: as a workbook where the name asks for one, else a PDF. */
async function answersApart(form: string, out: string, planned: PlannedQuestion[]): Promise<Buffer> {
  const title = basename(form).replace(/\.[^.]+$/, "");
  const questions = planned.map(({ question, answer }, position) => ({
    ...{ position, ref: question.id, section: question.section, question: question.text },
    ...{ short: null, text: answer?.text ?? null },
  }));
  const document = { vendor: null, account: null, releasedAt: null, title, questions };
  if (/\.xlsx$/i.test(out)) return answersAsWorkbook(document);
  const { answersAsPdf } = await import("#app/domain/questionnaires/answer-document/answers-pdf.server.tsx");
  return answersAsPdf(document);
}

function reportOf(inspection: Inspection, planned: PlannedQuestion[], matches: ReadonlyMap<string, Match>) {
  const questions = planned.map(({ key, sheet, question, answer, comment, reason, commentReason }) => {
    const { fill, confidence, method, ranked } = matches.get(key)!;
    return {
      ...{ sheet, row: question.row, id: question.id, text: question.text },
      cell: answer?.cell ?? question.answerCell ?? question.marks?.map(({ cell }) => cell) ?? null,
      match: { id: ranked[0]?.id ?? null, fill, method, confidence },
      written: { answer: answer?.text ?? null, comment: comment?.text ?? null, commentCell: comment?.cell ?? null },
      reason,
      commentReason,
    };
  });
  const written = planned.filter(({ reason }) => reason === null).length;
  return {
    summary: countsSentence(inspection),
    counts: { questions: planned.length, written, blank: planned.length - written },
    questions,
  };
}

/** Into place in one step: an interrupted run leaves no half-written file. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new UsageError(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`);
  }
}
