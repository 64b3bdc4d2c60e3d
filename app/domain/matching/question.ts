import type { KnowledgeEntry } from "#app/domain/matching/analysed-entry.ts";

/**
 * `accepts` leaves out the entries that may not answer this question, such as those of another product or audience.
 * `layout` names the make of questionnaire that asks: an alias that was learned in the same one leads.
 */
export type Question = {
  text: string;
  section?: string | null;
  layout?: string | null;
  accepts?: (entry: KnowledgeEntry) => boolean;
};
