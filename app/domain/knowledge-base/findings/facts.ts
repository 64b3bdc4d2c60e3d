import { timeSpansIn } from "#app/domain/matching/time-spans.ts";
import { sentencesIn } from "./sentences.ts";

export type FactKind = "deadline" | "rhythm" | "count";

/** A figure that an answer gives for one thing. Two that differ cannot both be true. `value` is in hours, or a number. */
export type Fact = { kind: FactKind; of: string; value: number; sentence: string };

const topics: [string, RegExp][] = [
  ["vulnerabilities", /\bvulnerabilit|\bpatch/i],
  ["incidents", /\bincident|\bbreach/i],
  ["support requests", /\bsupport|\bticket/i],
];
const grades: [string, RegExp][] = [
  ["critical", /\bcritical\b/i],
  ["high", /\bhigh\b(?![- ]?(?:availab|level|speed|quality|perform))/i],
  ["medium", /\b(?:medium|moderate)\b/i],
  ["low", /\blow\b(?![- ]?(?:level|latency))/i],
];
const limit = /\b(?:within|in under|less than|no later than|up to|usually)\b|:/i;
const spelledAndInFigures = /\b[a-z-]+ \((\d+)\)(?=[ -](?:hour|day|week|month|year))/gi;

/** The span of time that a sentence sets for one grade of risk: "High: within 30 days". */
function deadlineIn(sentence: string, topic: string): Fact[] {
  const named = grades.filter(([, pattern]) => pattern.test(sentence));
  const spans = timeSpansIn(sentence.replaceAll(spelledAndInFigures, "$1"));
  if (named.length !== 1 || spans.length !== 1 || !limit.test(sentence)) return [];
  return [{ kind: "deadline", of: `${topic} rated ${named[0]![0]}`, value: spans[0]!, sentence }];
}

const hoursAYear = 8_760;
const rhythms: [RegExp, number][] = [
  [/\b(?:daily|every day|each day)\b/i, hoursAYear / 365],
  [/\b(?<!bi-?)weekly\b|\b(?:every|each) week\b/i, hoursAYear / 52],
  [/\b(?:twice[- ]monthly|every two weeks|bi-?weekly|fortnightly|two-week)\b/i, hoursAYear / 24],
  [/\b(?:three-week|every three weeks)\b/i, 21 * 24],
  [/\b(?<!twice[- ])monthly\b|\bevery month\b/i, hoursAYear / 12],
  [/\b(?:quarterly|every quarter)\b/i, hoursAYear / 4],
  [/\b(?:semi-?annual(?:ly)?|twice (?:a|per) year|every six months)\b/i, hoursAYear / 2],
  [/\b(?<!semi-?|bi-?)annual(?:ly)?\b|\b(?:yearly|(?:once a|per|every) year)\b/i, hoursAYear],
];
/** What companies say a rhythm of, and say differently in different places. */
const rhythmic: [string, RegExp][] = [
  ["releases", /\breleases\b|\brelease (?:cycle|schedule|train)\b|\b(?:development|sprint|week) cycle\b|\bsprints?\b/i],
  ["backups", /\bback-?ups?\b/i],
  ["penetration tests", /\bpenetration test/i],
  ["vulnerability scans", /\bvulnerability scan/i],
  ["access reviews", /\baccess (?:rights )?reviews?\b|\breviews? (?:of )?(?:user )?access\b/i],
  ["security training", /\b(?:security|awareness) training\b/i],
];

/** How often a sentence says that one thing is done. */
function rhythmIn(sentence: string): Fact[] {
  const named = rhythms.filter(([pattern]) => pattern.test(sentence));
  const things = rhythmic.filter(([, pattern]) => pattern.test(sentence));
  if (named.length !== 1 || things.length !== 1) return [];
  return [{ kind: "rhythm", of: things[0]![0], value: named[0]![1], sentence }];
}

const numbers = "two three four five six seven eight nine ten".split(" ");
const classes = new RegExp(
  `\\b(${numbers.join("|")}|[2-9]|10)(?: \\(\\d+\\))? (?:levels|categories|classes|tiers|classifications)\\b`,
  "i",
);
const listed = /\bdata is (?:classified|categori[sz]ed)\b[^:]{0,60}:\s*([^.:]+?)(?:\.|$)/i;

/** In how many classes a sentence says that data is put, as a number or as a list of them. */
function dataClassesIn(sentence: string): Fact[] {
  if (!/\bdata\b.*\bclassified\b|\bclassif\w+ .*\bdata\b/i.test(sentence)) return [];
  const word = classes.exec(sentence)?.[1]?.toLowerCase();
  const names = listed.exec(sentence)?.[1]?.split(/,\s*(?:and\s+)?|\s+and\s+/) ?? [];
  const value = word === undefined ? names.length : numbers.includes(word) ? numbers.indexOf(word) + 2 : Number(word);
  return value < 2 ? [] : [{ kind: "count", of: "classes of data", value, sentence }];
}

/** The figures in an answer; `question` helps to tell what a deadline is for. */
export function factsIn({ question, text }: { question: string; text: string }): Fact[] {
  const topic = topics.find(([, pattern]) => pattern.test(`${question} ${text}`))?.[0] ?? "matters";
  return sentencesIn(text).flatMap((sentence) => [
    ...deadlineIn(sentence, topic),
    ...rhythmIn(sentence),
    ...dataClassesIn(sentence),
  ]);
}
