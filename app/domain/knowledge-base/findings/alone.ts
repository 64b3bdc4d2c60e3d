import { replacedEditionsIn } from "./editions.ts";
import type { Finding, FindingKind, LookedAt } from "./finding.ts";
import { daysNamedIn } from "./named-days.ts";
import { afterShortForm, sentencesIn, stemsIn, yesOrNo } from "./sentences.ts";

const pointer =
  /^(?:please\s+)?(?:also\s+)?(?:see|refer to|cf\.?|same as|as (?:stated|described|answered|above|noted)|answered)\b/i;
const pointsWithin = 12;
const oldAfterMonths = 18;
const promise =
  /\b(?:will|plan(?:s|ned|ning)?|intend(?:s|ed)?|aim(?:s|ed)?|goal|expect(?:s|ed)?|target(?:s|ed)?|roadmap|scheduled|by the end of|upcoming)\b/i;
const newest =
  /\b(?:last|latest|most recent(?:ly)?|recently|current(?:ly)?|completed|performed|conducted|dated|as of|effective)\b/i;
/** A choice between two that exclude each other. */
const choice =
  /\b(?:internally or\b|in-?house or\b|or (?:by )?(?:a |an )?(?:third[- ]part(?:y|ies)|external(?:ly)?|outsourced?|manual(?:ly)?)\b|manual(?:ly)? or automat|which of\b|how (?:often|many|long|frequently)\b)/i;
const asksForMore =
  /^\s*(?:please\s+)?(?:describe|explain|list|provide|outline|state|specify|what|how|which|who|where|when)\b/i;
const bareWords = 3;

/** What can be seen to be wrong with an answer by itself, on a day. */
export function findingsAlone(answer: LookedAt, today: string): Finding[] {
  return [
    ...pointing(answer),
    ...saysNothing(answer),
    ...pastPromises(answer, today),
    ...oldDates(answer, today),
    ...replacedEditionsIn(answer.text, today).map(({ named, by }) =>
      found("old-standard", answer, { sentence: `It names ${named}, which ${by} replaced.`, shown: [named] }),
    ),
    ...shortAgainstText(answer),
  ];
}

type Said = { sentence: string; shown: string[] };

const found = (kind: FindingKind, answer: LookedAt, said: Said): Finding => ({ kind, answers: [answer.id], ...said });

function pointing(answer: LookedAt): Finding[] {
  const rest = afterShortForm(answer.text);
  if (!pointer.test(rest) || rest.split(/\s+/).length > pointsWithin || /https?:/i.test(rest)) return [];
  return [found("pointer", answer, { sentence: "It only points to another answer.", shown: [rest] })];
}

function saysNothing(answer: LookedAt): Finding[] {
  if (answer.text.split(/\s+/).length > bareWords || yesOrNo(answer.text) === null) return [];
  const said = { shown: [answer.text.trim()] };
  if (choice.test(answer.question)) {
    return [found("unfit", answer, { ...said, sentence: "The question offers a choice; yes or no does not make it." })];
  }
  if (!asksForMore.test(answer.question)) return [];
  return [found("empty", answer, { ...said, sentence: "The question asks for words; the answer has none." })];
}

function pastPromises(answer: LookedAt, today: string): Finding[] {
  return sentencesIn(answer.text).flatMap((sentence) => {
    if (!promise.test(sentence)) return [];
    const past = daysNamedIn(sentence).find(({ last }) => last < today);
    if (!past || newest.test(sentence.slice(0, sentence.indexOf(past.text)))) return [];
    return [
      found("past-promise", answer, {
        sentence: `It promises something for ${past.text}, which is over.`,
        shown: [sentence],
      }),
    ];
  });
}

function oldDates(answer: LookedAt, today: string): Finding[] {
  const limit = monthsBefore(today, oldAfterMonths);
  return sentencesIn(answer.text).flatMap((sentence) => {
    const days = daysNamedIn(sentence).filter(({ precise }) => precise);
    const newestDay = days.toSorted((a, b) => (a.last < b.last ? 1 : -1))[0];
    if (!newestDay || newestDay.last >= limit) return [];
    const at = sentence.indexOf(newestDay.text);
    if (!newest.test(sentence.slice(Math.max(0, at - 60), at))) return [];
    return [
      found("old-date", answer, { sentence: `It speaks of ${newestDay.text} as the latest.`, shown: [sentence] }),
    ];
  });
}

function monthsBefore(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString().slice(0, 10);
}

const opposed: [RegExp, RegExp][] = [
  [/\boutside\b/i, /\b(?:within|inside|in-region|never leaves?)\b/i],
  [/\bexternal(?:ly)?\b/i, /\binternal(?:ly)?\b/i],
  [/\bleaves?\b/i, /\b(?:never leaves?|stays?|remains?)\b/i],
  [/\bshared\b/i, /\b(?:dedicated|separate|isolated)\b/i],
  [/\bunencrypted\b/i, /\b(?:is|are) (?:always )?encrypted\b/i],
];
const sharedStems = 2;

/** A short form that the text does not open with, or that its own first sentence turns round. */
function shortAgainstText(answer: LookedAt): Finding[] {
  const [short, opening] = [yesOrNo(answer.short), yesOrNo(answer.text)];
  if (short !== null && opening !== null && short !== opening) {
    const sentence = `The short form says ${answer.short}, the text begins with ${opening === "yes" ? "Yes" : "No"}.`;
    return [found("short-form", answer, { sentence, shown: [answer.text.slice(0, 120)] })];
  }
  const first = sentencesIn(afterShortForm(answer.text))[0];
  if (short !== "yes" || first === undefined) return [];
  const asked = new Set(stemsIn(answer.question));
  const same = stemsIn(first).filter((stem) => asked.has(stem));
  const turned = opposed.some(
    ([one, other]) =>
      one.test(answer.question) && !other.test(answer.question) && other.test(first) && !one.test(first),
  );
  if (!turned || new Set(same).size < sharedStems) return [];
  return [
    found("short-form", answer, {
      sentence: "The short form says yes, its first sentence the opposite.",
      shown: [first],
    }),
  ];
}
