import { type KnowledgeEntry, sentencesOf } from "#app/domain/matching/analysed-entry.ts";
import type { Question } from "#app/domain/matching/question.ts";

/** Every text whose vector matching asks for, once: wordings and sentences of entries, and questions with their sections. */
export function textsToEmbed(entries: KnowledgeEntry[], questions: Question[]): string[] {
  const ofEntries = entries.flatMap(({ question, answer, aliases = [] }) => [
    question,
    ...aliases.map(({ text }) => text),
    ...sentencesOf(answer),
  ]);
  const ofQuestions = questions.flatMap(({ text, section }) => [text, section ?? ""]);
  return [...new Set([...ofEntries, ...ofQuestions])].filter((text) => text.trim() !== "");
}
