import { vendorName } from "#app/domain/access/vendor.server.ts";
import { Conflict } from "#app/domain/errors.ts";
import type { Db } from "#db/client.server.ts";
import { answersAs } from "./answer-document/answer-files.server.ts";
import type { Fidelity } from "./formats/fidelity/fidelity.ts";
import type { CellWrite, LayoutChoices } from "./formats/questionnaire-file.ts";
import { verifyCopy } from "./formats/verify-copy.server.ts";
import { writeAnswers } from "./formats/write-answers.server.ts";
import { readQuestionnaireFile } from "./questionnaire-file.server.ts";
import type { ReleasePlan } from "./release-plan.server.ts";

/** `fidelity` is null for a document of our own: there is nothing to compare it with. */
export type FilledCopy = { bytes: Buffer; fidelity: Fidelity | null };

/** What a release hands over: the customer's file with the answers in it or, where it has no place for them, a PDF. */
export async function makeFilledCopy(db: Db, plan: ReleasePlan, { releasedAt = null as Date | null } = {}) {
  if (plan.questionnaire.answersApart) {
    return { bytes: await answersAs("pdf", await documentOf(db, plan, releasedAt)), fidelity: null };
  }
  const original = await db
    .selectFrom("questionnaire")
    .select(["fileName", "layout"])
    .where("id", "=", plan.questionnaire.id)
    .executeTakeFirstOrThrow();
  const file = await readQuestionnaireFile(db, plan.questionnaire.id);
  return patchedCopy({ ...original, file }, plan.writes);
}

async function documentOf(db: Db, { questionnaire, leaving, blank }: ReleasePlan, releasedAt: Date | null) {
  const account = await db
    .selectFrom("companyAccount")
    .select("name")
    .where("id", "=", questionnaire.companyAccountId)
    .executeTakeFirst();
  const left = blank.map((one) => ({ ...one, short: null, text: null }));
  const questions = [...leaving, ...left].sort((a, b) => a.position - b.position);
  const about = { vendor: await vendorName(db), title: questionnaire.title, account: account?.name ?? null };
  return { ...about, releasedAt, questions };
}

/**
 * The customer's file with the answers in it, compared with the original by code that did not write it. A copy in
 * which anything but answer cells differs never leaves.
 */
async function patchedCopy(
  original: { file: Buffer; fileName: string; layout: unknown },
  writes: readonly CellWrite[],
): Promise<FilledCopy> {
  const { file, fileName } = original;
  const bytes = Buffer.from(await writeAnswers(file, fileName, writes));
  const fidelity = await verifyCopy(file, bytes, { fileName, choices: (original.layout ?? {}) as LayoutChoices });
  const [problem] = fidelity.problems;
  if (problem !== undefined) {
    throw new Conflict(
      "questionnaires.copy-not-whole",
      `Not written: more than the answers would differ from the customer's file. ${problem} Save the file again in the program that made it, and take it in anew.`,
    );
  }
  return { bytes, fidelity };
}
