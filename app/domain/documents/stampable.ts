import { Invalid } from "#app/domain/errors.ts";
import { type Audience, isGated } from "./document-words.ts";

/** A gated copy leaves stamped or not at all, so what cannot be stamped cannot be gated. */
export function ensureAudienceFits(audience: Audience, file: { mediaType: string; stampable: boolean }): void {
  if (!isGated(audience) || file.stampable) return;
  const why = file.mediaType === "application/pdf" ? "This PDF cannot be stamped" : "Only a PDF can be stamped";
  throw new Invalid(
    "documents.not-stampable",
    `${why}, so it can be public or internal only. For an audience on request or under NDA, upload it as a PDF made anew, for example by printing it to PDF.`,
  );
}
