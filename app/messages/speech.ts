import { createContext, useContext } from "react";
import { en, type Words } from "./en.ts";
import { usualLanguage, withLanguage, type Language } from "./languages.ts";

/** `chosen`: what the address asks for by itself; its links carry it on. `others`: what the page can be switched to. */
export type Speech = { language: Language; words: Words; chosen: Language | null; others: Language[] };

export const SpeechContext = createContext<Speech>({
  language: usualLanguage,
  words: en,
  chosen: null,
  others: [],
});

/** In which language the page speaks. */
export const useSpeech = (): Speech => useContext(SpeechContext);

/** Every word that the page may need, in its language. */
export const useWords = (): Words => useSpeech().words;

/** For the address of a link or form: keeps the language that the visitor chose. */
export function useAddress(): (path: string) => string {
  const { chosen } = useSpeech();
  return (path) => withLanguage(path, chosen);
}
