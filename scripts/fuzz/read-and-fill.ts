import { verifyCopyHere } from "#app/domain/questionnaires/formats/fidelity/verify-copy.server.ts";
import type { CellWrite, Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { inspectHere, writeHere } from "#app/domain/questionnaires/formats/read-file.server.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import type { FuzzedFile } from "#scripts/fuzz/targets.ts";

export const filled = "read and filled";
/** The comparison that stands before a release has found more changed than answers: nothing leaves. */
export const notReleased = "copy not released";

/**
 * Reads a file, fills in what it asks, and compares the copy with the file. Gives what came of it, or the code of the
 * sentence with which it was refused. Throws whatever else is thrown.
 */
export async function readAndFill({ bytes, fileName }: FuzzedFile): Promise<string> {
  try {
    const inspection = await inspectHere(bytes, fileName, {});
    const writes = answersFor(inspection);
    if (writes.length === 0 || inspection.returns === "answer-document") return "read";
    const copy = await writeHere(bytes, fileName, writes);
    const { problems } = await verifyCopyHere(bytes, copy, { fileName, choices: {} });
    return problems.length > 0 ? notReleased : filled;
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

function answersFor(inspection: Inspection): CellWrite[] {
  const found = new Map<string, CellWrite>();
  for (const { name: sheet, questions } of inspection.sheets) {
    for (const { answerCell: cell, blocked, options, marks } of questions) {
      if (cell === null || blocked !== null || marks !== null) continue;
      found.set(`${sheet}!${cell}`, { sheet, cell, text: options?.[0] ?? "Yes & <no>" });
    }
  }
  return [...found.values()];
}
