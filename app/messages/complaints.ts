import { complaints as german } from "./de/complaints.ts";
import { complaints as english } from "./en/complaints.ts";
import { usualLanguage, type Language } from "./languages.ts";

export type Complaint = keyof typeof english;

export const complaintsByLanguage: Record<Language, Record<Complaint, string>> = { en: english, de: german };

/** Puts values into a sentence: "Enter at most {most} characters". */
export const filled = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const pattern = (sentence: string) =>
  new RegExp(
    `^${sentence.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>.+)`)}$`,
    "s",
  );

const keys = Object.keys(english) as Complaint[];
const whole = new Map(keys.filter((key) => !english[key].includes("{")).map((key) => [english[key], key]));
/** The longest first: one sentence may begin like another. */
const withValues = keys
  .filter((key) => english[key].includes("{"))
  .sort((one, other) => english[other].length - english[one].length)
  .map((key) => ({ key, reads: pattern(english[key]) }));

/**
 * A complaint in the reader's language. What is wrong with a form, and why a command refuses, is said where it is found
 * out, in English, also for the log and for staff; only here, at the page, it becomes the reader's. What is not known
 * stays as it is.
 */
export function saidIn(language: Language, sentence: string): string {
  if (language === usualLanguage) return sentence;
  const key = whole.get(sentence);
  if (key) return complaintsByLanguage[language][key];
  for (const { key, reads } of withValues) {
    const found = reads.exec(sentence);
    if (found) return filled(complaintsByLanguage[language][key], found.groups ?? {});
  }
  return sentence;
}
