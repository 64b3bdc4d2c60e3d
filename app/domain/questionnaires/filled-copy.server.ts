import { Conflict } from "#app/domain/errors.ts";
import type { Fidelity } from "./formats/fidelity/fidelity.ts";
import type { CellWrite, LayoutChoices } from "./formats/questionnaire-file.ts";
import { verifyCopy } from "./formats/verify-copy.server.ts";
import { writeAnswers } from "./formats/write-answers.server.ts";

export type FilledCopy = { bytes: Buffer; fidelity: Fidelity };

/**
 * The customer's file with the answers in it, compared with the original by code that did not write it. A copy in
 * which anything but answer cells differs never leaves.
 */
export async function makeFilledCopy(
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
