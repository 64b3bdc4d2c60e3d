import type { Fidelity } from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import type { LayoutChoices } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { askReader } from "#app/domain/questionnaires/formats/read-in-child.server.ts";

/**
 * What differs between a customer's file and a filled copy of it, found out in a child process. Throws UnreadableFile
 * when either cannot be read.
 */
export async function verifyCopy(
  original: Uint8Array,
  copy: Uint8Array,
  { fileName, choices }: { fileName: string; choices: LayoutChoices },
): Promise<Fidelity> {
  const request = { operation: "verify" as const, fileName, choices, originalLength: original.length };
  const { head } = await askReader(request, Buffer.concat([original, copy]));
  return head.fidelity as Fidelity;
}
