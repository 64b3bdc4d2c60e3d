import type { ReactNode } from "react";
import { stemOf } from "#app/domain/matching/words.ts";

/** Marks the words that both have, in whatever form they stand here. */
export function MarkedWords({ text, words }: { text: string; words: string[] }): ReactNode {
  const known = new Set(words.map((word) => stemOf(word.toLowerCase())));
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((part, at) => (known.has(stemOf(part.toLowerCase())) ? <mark key={at}>{part}</mark> : part));
}

/** Marks a sentence where it stands in the text. */
export function MarkedSentence({ text, sentence }: { text: string; sentence: string | undefined }): ReactNode {
  const at = sentence ? text.indexOf(sentence) : -1;
  if (!sentence || at < 0 || sentence.length === text.trim().length) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{sentence}</mark>
      {text.slice(at + sentence.length)}
    </>
  );
}
