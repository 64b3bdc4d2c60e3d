import { NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";
import { type Fidelity, fidelitySentence } from "./formats/fidelity/fidelity.ts";
import { listReviewedQuestions } from "./reviewed-questions.server.ts";

/** The report in a sentence; null before the release. */
export async function findFidelitySummary(db: Db, id: string): Promise<string | null> {
  const found = await db.selectFrom("questionnaire").select("fidelity").where("id", "=", id).executeTakeFirst();
  return found?.fidelity ? fidelitySentence(found.fidelity as Fidelity) : null;
}

/**
 * What differs between the file that came and the one that was released, and what was left blank; null before then.
 * `layout` is what a person said about the file, so that whoever has both files can compare them anew.
 */
async function findFidelityReport(db: Db, id: string) {
  const found = await db
    .selectFrom("questionnaire")
    .select(["fileName", "fileSha256", "releasedFile", "fidelity", "layout"])
    .where("id", "=", id)
    .where("state", "=", "released")
    .executeTakeFirst();
  if (!found?.releasedFile || !found.fidelity) return null;
  const fidelity = found.fidelity as Fidelity;
  const blank = (await listReviewedQuestions(db, id)).filter(({ text, short }) => text === "" && !short);
  return {
    summary: fidelitySentence(fidelity),
    original: { fileName: found.fileName, sha256: found.fileSha256 },
    released: { sha256: sha256(found.releasedFile) },
    layout: found.layout,
    ...fidelity,
    blank: blank.map(({ ref, position, question, reason }) => ({
      question: ref ?? String(position + 1),
      text: question,
      reason,
    })),
  };
}

export async function getFidelityFile(db: Db, id: string) {
  const report = await findFidelityReport(db, id);
  if (!report) throw new NotFound("questionnaires.not-released", "This questionnaire has not been released.");
  return {
    bytes: Buffer.from(`${JSON.stringify(report, null, 2)}\n`),
    fileName: `${report.original.fileName.replace(/\.[^.]+$/, "")}-fidelity.json`,
    mediaType: "application/json",
  };
}
