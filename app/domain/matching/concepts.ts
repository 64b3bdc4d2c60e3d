import { everydayConcepts, securityConcepts } from "#app/domain/matching/concept-lexicon.ts";
import { stemOf, wordsOf } from "#app/domain/matching/words.ts";

const everydayWeight = 0.5;

type Phrase = { concept: string; words: string[]; asItStands: boolean };

export type Concept = { name: string; phrases: string[]; weight: number };

/** A compiled lexicon. Make it with `readLexicon`. */
export type Lexicon = { concepts: Map<string, Concept>; byFirstWord: Map<string, Phrase[]> };

/** The words from `start` up to, but without, `end` name the concept. */
export type NamedConcept = { concept: string; start: number; end: number };

/**
 * The built-in concepts, and the operator's own: `name | phrase | phrase`, one concept a line. The name is a phrase
 * too. Blank lines and lines that start with # are skipped. A phrase in capitals must match as it stands, in any case;
 * others match by the stems of their words. A line with the name of an earlier concept adds phrases to it.
 */
export function readLexicon(own = ""): Lexicon {
  const lexicon: Lexicon = { concepts: new Map(), byFirstWord: new Map() };
  addConcepts(lexicon, securityConcepts, 1);
  addConcepts(lexicon, everydayConcepts, everydayWeight);
  addConcepts(lexicon, own, 1);
  for (const phrases of lexicon.byFirstWord.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return lexicon;
}

function addConcepts(lexicon: Lexicon, source: string, weight: number): void {
  for (const line of source.split("\n")) {
    const phrases = line.split("|").map((phrase) => phrase.trim());
    const name = phrases[0]!;
    if (name === "" || name.startsWith("#")) continue;
    const known = lexicon.concepts.get(name);
    lexicon.concepts.set(name, {
      name,
      phrases: [...(known?.phrases ?? []), ...phrases],
      weight: known?.weight ?? weight,
    });
    for (const phrase of phrases) addPhrase(lexicon, name, phrase);
  }
}

function addPhrase(lexicon: Lexicon, concept: string, phrase: string): void {
  const asItStands = phrase === phrase.toUpperCase();
  const words = asItStands ? wordsOf(phrase) : wordsOf(phrase).map(stemOf);
  const first = words[0];
  if (first === undefined) return;
  lexicon.byFirstWord.set(first, [...(lexicon.byFirstWord.get(first) ?? []), { concept, words, asItStands }]);
}

/** The concepts that a text names, in the order of its words; at each place a concept is named by its longest phrase. */
export function conceptsIn(lexicon: Lexicon, words: string[]): NamedConcept[] {
  const stems = words.map(stemOf);
  const named: NamedConcept[] = [];
  for (let start = 0; start < words.length; start++) {
    const here = named.length;
    for (const first of firstWords(words[start]!, stems[start]!)) {
      for (const { concept, words: phrase, asItStands } of lexicon.byFirstWord.get(first) ?? []) {
        if (named.slice(here).some((other) => other.concept === concept)) continue;
        const matches = phrase.every((part, i) => {
          return asItStands ? isSame(words[start + i], part) : stems[start + i] === part;
        });
        if (matches) named.push({ concept, start, end: start + phrase.length });
      }
    }
  }
  return named;
}

/** The forms under which a phrase that starts with this word may be filed, each once. */
function firstWords(word: string, stem: string): string[] {
  const singular = word.endsWith("s") ? word.slice(0, -1) : word;
  if (singular === word) return word === stem ? [word] : [word, stem];
  return singular === stem ? [word, stem] : word === stem ? [word, singular] : [word, singular, stem];
}

function isSame(word: string | undefined, part: string): boolean {
  return word === part || word === `${part}s`;
}
