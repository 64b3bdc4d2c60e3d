import { promisify } from "node:util";
import { gunzip, gzipSync } from "node:zlib";
import { fileMakeOf } from "#app/domain/questionnaires/formats/layout-fingerprint.ts";
import { processLimits } from "#app/domain/questionnaires/formats/limits.ts";
import type { Inspection } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import { jsonOf } from "#app/domain/questionnaires/formats/reader-frames.ts";
import { complaints } from "#app/messages/en/complaints.ts";
import { UnreadableFile } from "#app/domain/questionnaires/formats/unreadable-file.ts";

/** What can be said of an inspection without unpacking it. */
export type InspectionSummary = { fileMake: string; sheets: string[]; answersApart: boolean };

export type PackedInspection = InspectionSummary & { packed: Buffer };

const unzipped = promisify(gunzip);

/**
 * An inspection as the reading process hands it over and as it is kept: gzipped JSON. A workbook of 20,000 rows makes
 * 10 MB of JSON, which would keep everyone waiting if the server took it apart and put it together again.
 */
export function packedInspection(inspection: Inspection): PackedInspection {
  const json = jsonOf(inspection);
  if (json.length > processLimits.resultBytes) {
    throw new UnreadableFile("file.too_heavy", complaints.fileTooHeavy);
  }
  return {
    fileMake: fileMakeOf(inspection),
    sheets: inspection.sheets.map(({ name }) => name),
    answersApart: inspection.returns === "answer-document",
    packed: gzipSync(json, { level: 1 }),
  };
}

export async function unpackedInspection(packed: Buffer): Promise<Inspection> {
  const json = await unzipped(packed, { maxOutputLength: processLimits.resultBytes });
  return JSON.parse(json.toString("utf8")) as Inspection;
}
