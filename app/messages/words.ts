import { de } from "./de.ts";
import { en, type Words } from "./en.ts";
import type { Language } from "./languages.ts";

export type { Words };

export const wordsByLanguage: Record<Language, Words> = { en, de };

export const wordsIn = (language: Language): Words => wordsByLanguage[language];
