import { createHash } from "node:crypto";
import { delimitedDifference } from "#app/domain/questionnaires/formats/fidelity/delimited-difference.ts";
import { documentDifference } from "#app/domain/questionnaires/formats/fidelity/document-difference.server.ts";
import { type AnswerPlaces, type Fidelity, placeName } from "#app/domain/questionnaires/formats/fidelity/fidelity.ts";
import { workbookDifference } from "#app/domain/questionnaires/formats/fidelity/workbook-difference.server.ts";
import { fileKindOf } from "#app/domain/questionnaires/formats/file-kind.ts";
import type { Inspection, LayoutChoices } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";
import { inspectHere } from "#app/domain/questionnaires/formats/read-file.server.ts";

/**
 * Compares a filled copy with the file that it was made from. Only the cells in which the original takes answers may
 * differ; `choices` are what a person said about its layout. Runs in the reading process, like everything that opens
 * a customer's file.
 */
export async function verifyCopyHere(
  original: Buffer,
  copy: Buffer,
  { fileName, choices }: { fileName: string; choices: LayoutChoices },
): Promise<Fidelity> {
  const inspection = await inspectHere(original, fileName, choices);
  if (inspection.returns === "answer-document") {
    throw new UnreadableFile(
      "answers.document_of_its_own",
      "This file has no place for answers. They come back in a document of their own, so there is nothing to compare.",
    );
  }
  const allowed = answerPlaces(inspection);
  const kind = fileKindOf(original, fileName);
  if (kind === "workbook") return workbookDifference(original, copy, allowed);
  if (kind === "document") return documentDifference(original, copy, allowed);
  const sheet = inspection.sheets[0]!.name;
  const same = original.equals(copy);
  const unchangedSha256 = createHash("sha256")
    .update(same ? original : "")
    .digest("hex");
  const parts = { all: 1, unchanged: same ? 1 : 0, changed: same ? [] : [fileName], unchangedSha256 };
  if (kind === "pdf") {
    const { pdfDifference } = await import("#app/domain/questionnaires/formats/fidelity/pdf-difference.server.ts");
    return { parts, ...(await pdfDifference(original, copy, allowed)) };
  }
  if (kind === "json") {
    const { jsonDifference } = await import("#app/domain/questionnaires/formats/fidelity/json-difference.ts");
    return { parts, ...jsonDifference(original, copy, allowed) };
  }
  return { parts, ...delimitedDifference(original, copy, { sheet, allowed }) };
}

function answerPlaces(inspection: Inspection): AnswerPlaces {
  return new Set(
    inspection.sheets.flatMap((sheet) =>
      sheet.questions.flatMap(({ answerCell, commentCell, marks }) =>
        [answerCell, commentCell, ...(marks ?? []).map(({ cell }) => cell)]
          .filter((cell) => cell !== null)
          .map((cell) => placeName(sheet.name, cell)),
      ),
    ),
  );
}
