import { z } from "zod";
import { readLexicon } from "#app/domain/matching/concepts.ts";
import { isContentWord, stemOf, wordsOf } from "#app/domain/matching/words.ts";

export const most = { words: 500, phrases: 40, letters: 80 } as const;

/** In nearly every question or answer of our field: alone they would tie all of those to one meaning. */
const everywhere = new Set(
  (
    "access account application asset business change company compliance control customer data document employee " +
    "environment firm framework identity information infrastructure management network organization password person " +
    "plan platform policy practice procedure process product program protection provider record report requirement " +
    "review risk security service software solution standard system team test training user vendor"
  )
    .split(" ")
    .map(stemOf),
);

const builtIn = new Map([...readLexicon().concepts.keys()].map((name) => [name.toLowerCase(), name]));

export const builtInNames = [...builtIn.values()].sort();

/** How the built-in meaning of this name is spelled, or null where there is none. */
export const builtInName = (name: string): string | null => builtIn.get(name.toLowerCase()) ?? null;

/** What makes two phrases the same: matching goes by the stems of their words, whatever their case. */
export const phraseKey = (phrase: string): string => wordsOf(phrase).map(stemOf).join(" ");

/** What to enter instead, or null where the phrase will do. */
function complaintAbout(phrase: string): string | null {
  if (phrase.length > most.letters) return `Enter at most ${most.letters} characters: “${phrase.slice(0, 30)}…”`;
  if (/[|\r\n]/.test(phrase)) return "Enter phrases without the sign |, one a line";
  if (phrase.startsWith("#")) return `Enter “${phrase}” without the sign #`;
  const words = wordsOf(phrase);
  if (words.length === 0) return `Enter a phrase with a letter or a digit in place of “${phrase}”`;
  if (!words.some(isContentWord) || (words.length === 1 && everywhere.has(stemOf(words[0]!)))) {
    return `“${phrase}” stands in so many questions that it would tie most of them to this. Enter it with a second word`;
  }
  return null;
}

const nameField = z
  .string()
  .trim()
  .min(1, "Enter the word, for example the name of a product of yours")
  .superRefine((name, context) => {
    const complaint = name === "" || builtInName(name) ? null : complaintAbout(name);
    if (complaint) context.addIssue({ code: "custom", message: complaint });
  });

const phrasesField = z
  .string()
  .max(most.phrases * (most.letters + 2) * 2, `Enter at most ${most.phrases} phrases`)
  .default("")
  .transform((typed) => [...new Map(linesOf(typed).map((phrase) => [phraseKey(phrase) || phrase, phrase])).values()])
  .superRefine((phrases, context) => {
    const say = (message: string) => context.addIssue({ code: "custom", message });
    if (phrases.length > most.phrases) say(`Enter at most ${most.phrases} phrases`);
    for (const complaint of new Set(phrases.map(complaintAbout))) if (complaint) say(complaint);
  });

const linesOf = (typed: string) =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The operator's own word and the phrases that mean the same. The name is a phrase too, so it is not listed twice. */
export const ownConceptForm = z
  .strictObject({ name: nameField, phrases: phrasesField })
  .transform(({ name, phrases }) => ({
    name,
    phrases: phrases.filter((phrase) => phraseKey(phrase) !== phraseKey(name)),
  }))
  .refine(({ phrases }) => phrases.length > 0, {
    path: ["phrases"],
    message: "Enter at least one other way to say it",
  });

export type OwnConceptForm = z.output<typeof ownConceptForm>;
