import type { Opinion, ReportKind } from "#db/schema/trust-page.ts";
import { en, type Words } from "#app/messages/en.ts";

/** In English, for staff and machines. */
export const kindNames: Record<ReportKind, string> = en.terms.kinds;
export const opinionNames: Record<Opinion, string> = en.terms.opinions;

/** What the opinion means for a reader of this kind of report. */
export function explainOpinion(opinion: Opinion, kind: ReportKind, words: Words = en): string {
  return opinion === "unqualified" ? words.terms.unqualifiedMeans[kind] : words.terms.opinionMeans[opinion];
}
