import { inspectPdf } from "#app/domain/questionnaires/formats/pdf-layout.ts";
import { readPdf } from "#app/domain/questionnaires/formats/pdf-reader.server.ts";
import type { Inspection, LayoutChoices } from "#app/domain/questionnaires/formats/questionnaire-file.ts";

/** Reads a PDF and finds its questions. */
export async function inspectPdfFile(bytes: Uint8Array, choices: LayoutChoices): Promise<Inspection> {
  return inspectPdf(await readPdf(bytes), choices);
}
