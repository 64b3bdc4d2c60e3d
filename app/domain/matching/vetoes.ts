import type { AnalysedEntry } from "#app/domain/matching/analysed-entry.ts";
import { conceptsIn } from "#app/domain/matching/concepts.ts";
import type { MatchIndex } from "#app/domain/matching/match-index.ts";
import type { Question } from "#app/domain/matching/question.ts";
import { mentions, particularsOf, standardsIn } from "#app/domain/matching/names.ts";
import { isOpposite, withoutParentheses } from "#app/domain/matching/polarity.ts";
import type { Candidate } from "#app/domain/matching/ranking.ts";
import { conceptsBeyond, lackingScope, lackingWords, subjectsOf, wordsBeyond } from "#app/domain/matching/subjects.ts";
import { isSameSpan, timeSpansIn, withoutTimeSpans } from "#app/domain/matching/time-spans.ts";
import { isContentWord, normalisedText, stemOf, wordsOf } from "#app/domain/matching/words.ts";

/** Why a match must not be filled without a person, whatever its score. The sentence is for the reviewer. */
export type Veto = { code: VetoCode; sentence: string };

export type VetoCode =
  | "polarity-differs"
  | "number-missing"
  | "time-differs"
  | "name-missing"
  | "subject-differs"
  | "words-swapped"
  | "answer-narrower"
  | "part-missing"
  | "evidence-asked"
  | "answers-differ"
  | "answer-is-a-pointer"
  | "too-short"
  | "held-back";

const fewestContentWords = 3;
const closeCall = 0.15;
const alike = 0.45;
const almostSame = 0.8;
const pointer =
  /\b(?:see|refer to|described in|stated in|same as|answer(?:ed)? (?:to|in|at))\b[^.\n]{0,30}(?:\b[A-Z][A-Z&]{1,4}-\d{2}|\b(?:above|below|previous)\b)/i;
/** "Does A include B?" asks about B. */
const askedPart =
  /\b(?:includes?|covers?|address(?:es)?|contains?|involves?|specif(?:y|ies))\s+(?!or\b|and\b)([^?.]*)/i;
const wantsEvidence =
  /\b(?:provide|share|attach|supply|upload|send|include) (?:us |the institution )?(?:with )?(?:a |the |your )?(?:copy|copies|latest|link|documentation|reference|report|evidence|sample|list)|^web link|\bcopy of\b/i;
const givesEvidence =
  /https?:|\bavailable (?:on|upon|under|at|to|from)\b|\battached\b|\bupon request\b|\bcan be (?:shared|provided|downloaded)\b/i;

/** Every reason to hold back the best candidate as the answer to the question. */
export function vetoesFor(index: MatchIndex, question: Question, [best, ...others]: Candidate[]): Veto[] {
  if (!best) return [];
  const analysed = index.entries[best.at]!;
  const wording = analysed.wordings[best.nearest]!;
  const rival = others.find(({ at }) => answerOf(index, at) !== answerOf(index, best.at));
  const vetoes: Veto[] = (analysed.entry.holdBack ?? []).map((sentence) => ({ code: "held-back", sentence }));

  if (pointer.test(analysed.entry.answer) && analysed.sentences.length < 2) {
    vetoes.push({ code: "answer-is-a-pointer", sentence: "The answer only points to another answer." });
  }
  const scope = lackingScope(
    index.lexicon,
    `${question.section ?? ""}\n${withoutParentheses(question.text)}`,
    analysed,
  );
  const found: (Veto | null)[] = [
    scope ? { code: "subject-differs", sentence: `The question is about ${scope}; the answer is not.` } : null,
    normalisedText(question.text) === normalisedText(wording)
      ? null
      : wordingVeto(index, question.text, { analysed, wording, best }),
    rival ? rivalVeto(index, best, rival) : null,
    weightOfWords(index, question.text) < fewestContentWords && !question.section
      ? { code: "too-short", sentence: "The question is too short to be sure what it asks." }
      : null,
  ];
  return [...vetoes, ...found.filter((veto) => veto !== null)];
}

type Compared = { analysed: AnalysedEntry; wording: string; best: Candidate };

/** The first thing that the question asks otherwise than the wording of the entry. */
function wordingVeto(index: MatchIndex, question: string, { analysed, wording, best }: Compared): Veto | null {
  const whole = `${wording}\n${analysed.entry.section ?? ""}\n${analysed.entry.answer}`;
  if (isOpposite(question, wording)) {
    return { code: "polarity-differs", sentence: "The question asks the opposite: a yes to one is a no to the other." };
  }
  const spans = timeSpansIn(whole);
  if (timeSpansIn(question).some((asked) => !spans.some((known) => isSameSpan(asked, known)))) {
    return { code: "time-differs", sentence: "The question names a time that the answer does not." };
  }
  for (const particular of particularsOf(index.lexicon, withoutTimeSpans(question))) {
    if (mentions(whole, particular)) continue;
    const code = particular.kind === "number" ? "number-missing" : "name-missing";
    return { code, sentence: `The answer does not mention ${particular.text}.` };
  }
  const narrower = standardsIn(wording).find((name) => !wordsOf(question).includes(name));
  if (narrower) {
    return {
      code: "answer-narrower",
      sentence: `The answer is about ${narrower.toUpperCase()}, which the question does not mention.`,
    };
  }
  const known = subjectsOf(`${wording} ${analysed.entry.answer}`);
  const subject = subjectsOf(question).find((asked) => !known.includes(asked));
  if (subject) return { code: "subject-differs", sentence: `The question is about ${subject}; the answer is not.` };
  const swapped = swappedWords(index, question, { analysed, wording, best });
  if (swapped.length > 0) {
    return {
      code: "words-swapped",
      sentence: `The wording is alike, but the answer does not speak of ${swapped.join(", ")}.`,
    };
  }
  const part = askedPart.exec(question)?.[1] ?? "";
  const unspoken = lackingWords(index, part, analysed);
  if (unspoken.length > 0) {
    return {
      code: "part-missing",
      sentence: `The question asks for a part that the answer does not speak of: ${unspoken.join(", ")}.`,
    };
  }
  if (wantsEvidence.test(question) && !wantsEvidence.test(wording) && !givesEvidence.test(analysed.entry.answer)) {
    return { code: "evidence-asked", sentence: "The question asks for a document; the answer offers none." };
  }
  return null;
}

/** The words that a question has in place of others when it is worded much like the entry's. */
function swappedWords(index: MatchIndex, question: string, { analysed, wording, best }: Compared): string[] {
  if (best.wording < alike) return [];
  const words = wordsBeyond(index, wording, question).length > 0 ? wordsBeyond(index, question, wording) : [];
  const concepts =
    conceptsBeyond(index.lexicon, wording, question).length > 0 ? conceptsBeyond(index.lexicon, question, wording) : [];
  if (best.wording < almostSame && words.length + concepts.length === 0) return lackingWords(index, question, analysed);
  return [...words.filter((word) => !analysed.answerTerms.includes(stemOf(word))), ...concepts];
}

/** How many content words a question has, an abbreviation of our field counting as the words that it stands for. */
function weightOfWords(index: MatchIndex, text: string): number {
  const words = wordsOf(text).filter(isContentWord);
  const short = words.filter(
    (word) => word.length <= 5 && conceptsIn(index.lexicon, [word]).some(({ concept }) => concept.includes(" ")),
  );
  return words.length + short.length;
}

function rivalVeto(index: MatchIndex, best: Candidate, rival: Candidate): Veto | null {
  const ours = verdict(index.entries[best.at]!);
  const theirs = verdict(index.entries[rival.at]!);
  const undecided = best.score - rival.score < closeCall && ours !== null && theirs !== null && ours !== theirs;
  return undecided ? { code: "answers-differ", sentence: "The two best answers disagree." } : null;
}

/** What an answer says in a word: yes, no, or null when it does not say. */
function verdict({ entry }: AnalysedEntry): string | null {
  return /^\s*(yes|no)\b/i.exec(entry.answerShort || entry.answer)?.[1]?.toLowerCase() ?? null;
}

function answerOf(index: MatchIndex, at: number): string {
  return normalisedText(index.entries[at]!.entry.answer);
}
