import type { KnowledgeEntry } from "#app/domain/matching/analysed-entry.ts";

/** `accepts` leaves out the entries that may not answer this question, such as those of another product or audience. */
export type Question = {
  text: string;
  section?: string | null;
  accepts?: (entry: KnowledgeEntry) => boolean;
};
