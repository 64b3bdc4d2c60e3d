import { unpackedInspection } from "./formats/packed-inspection.server.ts";
import type { Inspection } from "./formats/questionnaire-file.ts";

export type KeptInspection = { inspection: unknown; packedInspection: Buffer | null };

/** What was found in a questionnaire's file; null before it was read. Early versions kept it as JSON. */
export async function inspectionOf({ inspection, packedInspection }: KeptInspection): Promise<Inspection | null> {
  return packedInspection ? unpackedInspection(packedInspection) : (inspection as Inspection | null);
}
