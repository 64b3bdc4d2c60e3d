import { acceptedLanguage, chosenLanguage, isStaffPath, languages, type Language } from "#app/messages/languages.ts";
import { usualLanguage } from "#app/messages/languages.ts";
import type { Speech } from "#app/messages/speech.ts";
import { wordsIn } from "#app/messages/words.ts";

/** What a page needs to know to speak; the words themselves are not sent. */
export type SpokenLanguage = Pick<Speech, "language" | "chosen">;

/** The address's own wish, else the browser's, else English. No cookie: the public page sets none. */
export function spokenLanguage(request: Request): SpokenLanguage {
  const { pathname, searchParams } = new URL(request.url);
  if (isStaffPath(pathname)) return { language: usualLanguage, chosen: null };
  const chosen = chosenLanguage(searchParams);
  return { chosen, language: chosen ?? acceptedLanguage(request.headers.get("accept-language")) };
}

/** For the page at `path`. Whoever goes on to the staff pages is among colleagues, in English. */
export function speechAt(path: string, spoken: SpokenLanguage | undefined): Speech {
  if (!spoken || isStaffPath(path)) {
    return { language: usualLanguage, words: wordsIn(usualLanguage), chosen: null, others: [] };
  }
  return { ...spoken, words: wordsIn(spoken.language), others: othersThan(spoken.language) };
}

const othersThan = (language: Language) => languages.filter((other) => other !== language);
