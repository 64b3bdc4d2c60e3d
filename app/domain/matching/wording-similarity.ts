import { wordsOf } from "#app/domain/matching/words.ts";

/** The letter trigrams of a text, each word padded: "  mfa " gives "  m", " mf", "mfa", "fa ". */
export function trigramsOf(text: string): Set<string> {
  const trigrams = new Set<string>();
  for (const word of wordsOf(text)) {
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) trigrams.add(padded.slice(i, i + 3));
  }
  return trigrams;
}

/** How alike two sets are, 0..1: what they share as a part of what they hold together (Jaccard). */
export function overlap(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let both = 0;
  for (const item of a) if (b.has(item)) both++;
  return both / (a.size + b.size - both);
}
