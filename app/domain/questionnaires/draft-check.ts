import { conceptsIn, type Lexicon } from "#app/domain/matching/concepts.ts";
import { particularsOf, standardsIn } from "#app/domain/matching/names.ts";
import { isOpposite } from "#app/domain/matching/polarity.ts";
import { isSameSpan, withoutTimeSpans } from "#app/domain/matching/time-spans.ts";
import { contentStems, isContentWord, stemOf, wordsOf } from "#app/domain/matching/words.ts";
import { figuresIn, isCount, numbersIn, spansIn } from "#app/domain/questionnaires/draft-figures.ts";
import type { SourceAnswer, WrittenDraft } from "#app/domain/questionnaires/draft-prompt.ts";
import { shortFormOf, shortKindOf } from "#app/domain/questionnaires/formats/allowed-value.ts";

/** `short` is the yes, no or the like that the text opens with. */
export type CheckedDraft = { text: string; short: string | null; cites: string[]; problem: null } | { problem: string };

/**
 * Whether a draft may be put before a reviewer: it must say nothing that the approved answers which it cites do not.
 * Every number, span of time, standard, name, address and word of substance has to occur in them, a claim for all or
 * none too, and no sentence may turn theirs round. It cannot tell two true figures that changed places; that is for
 * the person who reads it. The text that comes back is the one that was checked, in Unicode's compatibility form.
 */
export function checkDraft(draft: WrittenDraft, given: SourceAnswer[], lexicon: Lexicon): CheckedDraft {
  if (!draft.enough) return { problem: "The approved answers do not say enough for a draft." };
  const cites = [...new Set(draft.cites)];
  const cited = cites.map((key) => given.find((answer) => answer.key === key));
  if (cites.length === 0) return { problem: "The draft cites no approved answer." };
  if (cited.includes(undefined)) return { problem: "The draft cites an answer that it was not given." };
  const sources = cited as SourceAnswer[];
  const text = draft.answer
    .normalize("NFKC")
    .replaceAll(/[ \t]+\n/g, "\n")
    .trim();
  const told = sources
    .map((source) => `${source.short ?? ""}\n${source.text}`)
    .join("\n")
    .normalize("NFKC");
  for (const findProblem of checks) {
    const problem = findProblem({ text, told, sources, lexicon });
    if (problem !== null) return { problem };
  }
  return { text, short: shortFormOf(text), cites, problem: null };
}

type Compared = { text: string; told: string; sources: SourceAnswer[]; lexicon: Lexicon };
type Check = (compared: Compared) => string | null;

const checks: Check[] = [
  lengthProblem,
  characterProblem,
  addressProblem,
  figureProblem,
  openingProblem,
  nameProblem,
  wordProblem,
  reachProblem,
  sentenceProblem,
];

const longestDraft = 2_000;

function lengthProblem({ text }: Compared): string | null {
  if (text === "") return "The draft is empty.";
  return text.length > longestDraft ? `The draft is longer than ${longestDraft} characters.` : null;
}

/** Letters of ASCII, digits and the punctuation of plain prose. Anything else, such as markup, has to be cited. */
const plainCharacter = /[A-Za-z0-9 \n.,;:!?'"()/&%+\-‘’“”–—•$€£]/u;
const markup = /<[a-z/!?]|\]\s*\(|!\[|&#?\w{1,10};|```/i;

function characterProblem({ text, told }: Compared): string | null {
  if (markup.test(text)) return "The draft holds markup.";
  const foreign = [...text].some((character) => !plainCharacter.test(character) && !told.includes(character));
  return foreign ? "The draft holds characters that no cited answer has." : null;
}

const address =
  /[a-z][a-z0-9+.-]*:\/{0,2}[^\s,;)]{2,}|[^\s@]+@[^\s@]+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?#][^\s,;)]*)?/gi;

/** Web and mail addresses, also bare ones such as "example.com". */
function addressProblem({ text, told }: Compared): string | null {
  const known = new Set(addressesIn(told));
  return addressesIn(text).some((found) => !known.has(found))
    ? "The draft names an address that no cited answer has."
    : null;
}

const addressesIn = (text: string) =>
  (text.toLowerCase().match(address) ?? []).map((found) => found.replace(/[.,;:!?'"’”)]+$/, ""));

function figureProblem({ text, told }: Compared): string | null {
  const spans = spansIn(told);
  if (spansIn(text).some((span) => !spans.some((known) => isSameSpan(span, known)))) {
    return "The draft names a time that no cited answer does.";
  }
  const [numbers, figures] = [new Set(numbersIn(told)), new Set(figuresIn(told))];
  const strange =
    numbersIn(text).find((number) => !numbers.has(number)) ?? figuresIn(text).find((figure) => !figures.has(figure));
  return strange ? `The draft says ${strange}, which no cited answer does.` : null;
}

/** An opening yes or no is a claim of its own: a cited answer has to make it, and none may make the opposite one. */
function openingProblem({ text, sources }: Compared): string | null {
  const claimed = kindOfOpening(text);
  if (claimed === null) return null;
  const kinds = sources.map(({ short, text: answer }) => (short ? shortKindOf(short) : null) ?? kindOfOpening(answer));
  const agreed = kinds.includes(claimed) && kinds.every((kind) => kind === null || kind === claimed);
  return agreed ? null : "The draft opens with a yes or no that its answers do not give.";
}

function kindOfOpening(text: string) {
  const opening = shortFormOf(text) ?? /^\W*(yes|no|not applicable|n\/a|partially|partly|planned)\b/i.exec(text)?.[1];
  return opening ? shortKindOf(opening) : null;
}

/** Names of several words have to occur as they stand: "ISO 9001" is not made of one ISO and another 9001. */
function nameProblem({ text, told, lexicon }: Compared): string | null {
  const flowing = ` ${wordsOf(told).join(" ")} `;
  const names = particularsOf(lexicon, withoutTimeSpans(text)).flatMap(({ choices }) => choices);
  const standards = standardsIn(text.replaceAll(/[()]/g, " ")).map((name) => [name]);
  const strange = [...names, ...standards].map((name) => name.join(" ")).find((name) => !flowing.includes(` ${name} `));
  return strange ? `The draft names “${strange.slice(0, 60)}”, which no cited answer does.` : null;
}

/** Words that join others and claim nothing. */
const joining = new Set(
  (
    "yes no not never none only every always we us our ours own they it one this same such neither nor both either and " +
    "additionally moreover further furthermore however therefore thus because since while although though whereas until " +
    "follow following include including apply provide use make made keep kept take taken have hold maintain ensure " +
    "support enable set across through throughout between among during before after against without " +
    "about once well based accordance according addition place part way form manner order regard respect relevant " +
    "specific currently question answer describe state note company organisation team"
  )
    .split(" ")
    .map(stemOf),
);

/**
 * Names are words too: with or without a capital, wherever they stand. A concept of our field counts by any of its
 * names, so "MFA" may stand for "multi-factor authentication".
 */
function wordProblem({ text, told, lexicon }: Compared): string | null {
  const toldWords = wordsOf(told);
  const known = new Set(toldWords.flatMap((word) => [word, stemOf(word)]));
  const concepts = new Set(conceptsIn(lexicon, toldWords).map(({ concept }) => concept));
  const words = wordsOf(text);
  const named = conceptsIn(lexicon, words);
  const unknown = named.find(({ concept }) => !concepts.has(concept) && lexicon.concepts.get(concept)?.weight === 1);
  if (unknown) return `The draft speaks of ${unknown.concept}, which no cited answer does.`;
  const covered = new Set(
    named.filter(({ concept }) => concepts.has(concept)).flatMap(({ start, end }) => range(start, end)),
  );
  const strange = words.find((word, place) => {
    const joins = !isContentWord(word) || joining.has(stemOf(word)) || isCount(word);
    return !joins && !covered.has(place) && !known.has(word) && !known.has(stemOf(word));
  });
  return strange ? `The draft has the word “${strange.slice(0, 40)}”, which no cited answer has.` : null;
}

const range = (start: number, end: number) => Array.from({ length: end - start }, (_, i) => start + i);

/** Claims for all or none, affirmations and denials. */
const reaching = [
  /\byes\b/i,
  /\b(?:all|every|each|always|any|anyone|everyone|whole|entire(?:ly)?|full(?:y)?|complete(?:ly)?)\b/i,
  /\bonly\b/i,
  /\b(?:more|most)\b/i,
  /\b(?:guarantee[ds]?|assure[ds]?)\b/i,
  /\b(?:no|not|never|none|neither|nor|without|cannot)\b|n[’']t\b/i,
];
const everySpan = /\b(?:every|each|any) (?:\w+ )?(?:hour|day|night|week|month|quarter|year)s?\b/gi;

function reachProblem({ text, told }: Compared): string | null {
  const [draft, known] = [text, told].map((one) => one.replaceAll(everySpan, " "));
  const wider = reaching.map((claim) => (claim.test(known!) ? null : claim.exec(draft!))).find((found) => found);
  return wider ? `The draft says “${wider[0]}”, which no cited answer does.` : null;
}

const denial = /\b(?:no|not|never|none|nobody|neither|nor|cannot)\b|n[’']t\b/i;
const condition = /\b(?:except|excluding|unless|only|other than|provided that)\b/i;

/**
 * Each sentence has to say something itself ("We do." takes its meaning from the question), and is held against the
 * cited one that has most of its words: it may not deny that one, nor drop its condition.
 */
function sentenceProblem({ text, told }: Compared): string | null {
  const known = sentencesIn(told).map((sentence) => ({ sentence, stems: tellingStems(sentence) }));
  for (const sentence of sentencesIn(text)) {
    const stems = tellingStems(sentence);
    if (stems.size === 0) return "The draft has a sentence that says nothing without the question.";
    const near = nearestTo(stems, known);
    if (near === null) continue;
    const denies = denial.test(sentence);
    if (denies === denial.test(near) && condition.test(near) && !condition.test(sentence)) {
      return "The draft leaves out a condition of a cited answer.";
    }
    if (denies !== denial.test(near) || isOpposite(sentence, near)) {
      return "The draft says the opposite of a cited answer.";
    }
  }
  return null;
}

const mostOfIt = 0.6;

type KnownSentence = { sentence: string; stems: Set<string> };

function nearestTo(stems: Set<string>, known: KnownSentence[]): string | null {
  let nearest: { sentence: string; part: number; size: number } | null = null;
  for (const { sentence, stems: others } of known) {
    const part = [...stems].filter((stem) => others.has(stem)).length / stems.size;
    const nearer = nearest === null || part > nearest.part || (part === nearest.part && others.size < nearest.size);
    if (part >= mostOfIt && nearer) nearest = { sentence, part, size: others.size };
  }
  return nearest?.sentence ?? null;
}

const tellingStems = (sentence: string) => new Set(contentStems(sentence).filter((stem) => !joining.has(stem)));

/** Without an opening yes or no, which `openingProblem` has weighed. */
const sentencesIn = (text: string) =>
  text
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((sentence) => sentence.replace(/^\W*(?:yes|no)\b[,.:;]?\s*/i, ""))
    .filter((sentence) => wordsOf(sentence).length > 0);
