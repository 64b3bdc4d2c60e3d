import type { CellWrite } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { askReader } from "#app/domain/questionnaires/formats/read-in-child.server.ts";

/**
 * The customer's file with texts in the given cells and everything else as it was, made in a child process. Throws
 * UnreadableFile for a cell that cannot hold an answer; `planWrites` never plans one.
 */
export async function writeAnswers(
  bytes: Uint8Array,
  fileName: string,
  writes: readonly CellWrite[],
): Promise<Uint8Array> {
  if (writes.length === 0) return bytes;
  const { body } = await askReader({ operation: "write", fileName, writes }, bytes);
  return body;
}
