import { foldedText, termsOf, type Folded } from "./search-text.ts";

export const searchGroups = [
  "report",
  "certification",
  "control",
  "criterion",
  "document",
  "subprocessor",
  "update",
  "question",
] as const;

export type SearchGroup = (typeof searchGroups)[number];

/** Something public that can be found. `url` is a path of ours. */
export type SearchEntry = { group: SearchGroup; title: string; text: string; url: string };

/** A piece of a text, and whether it is what was looked for. */
export type Piece = { text: string; isMatch: boolean };
export type Found = { entry: SearchEntry; title: Piece[]; snippet: Piece[] };

export const longestQuery = 100;
const snippetLength = 160;
const snippetLead = 50;

/**
 * What holds each word of a query, the best first: a word in a title counts more than one in a text, the beginning of a
 * word more than its middle, a whole word most. Equals stay in the order of the entries. `public/search.js` does the
 * same in the browser; a test holds the two together.
 */
export function searchIn(entries: SearchEntry[], query: string): Found[] {
  const terms = termsOf(query.slice(0, longestQuery));
  if (terms.length === 0) return [];
  return entries
    .map((entry) => read(entry, terms))
    .filter((one) => one.score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ entry, title, text }) => ({
      entry,
      title: pieces(entry.title, marksIn(title, terms)),
      snippet: snippet(entry.text, marksIn(text, terms)),
    }));
}

type Reading = { entry: SearchEntry; title: Folded; text: Folded; score: number };

function read(entry: SearchEntry, terms: string[]): Reading {
  const [title, text] = [foldedText(entry.title), foldedText(entry.text)];
  const scores = terms.map((term) => 4 * weightIn(title.text, term) + weightIn(text.text, term));
  const score = scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0);
  return { entry, title, text, score };
}

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** 0: not there, 1: within a word, 2: begins one, 3: is one. */
function weightIn(text: string, term: string): number {
  let best = 0;
  for (let at = text.indexOf(term); at >= 0 && best < 3; at = text.indexOf(term, at + 1)) {
    const [begins, ends] = [!isLetter(text[at - 1]), !isLetter(text[at + term.length])];
    best = Math.max(best, begins ? (ends ? 3 : 2) : 1);
  }
  return best;
}

type Range = [from: number, to: number];

/** Where the terms stand, as ranges of the text as it was written, in order and apart. */
function marksIn({ text, at }: Folded, terms: string[]): Range[] {
  const ranges: Range[] = [];
  for (const term of terms) {
    for (let from = text.indexOf(term); from >= 0; from = text.indexOf(term, from + term.length)) {
      ranges.push([at[from]!, at[from + term.length]!]);
    }
  }
  ranges.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  return ranges.filter(([from], index) => ranges.slice(0, index).every(([, to]) => to <= from));
}

function pieces(text: string, marks: Range[]): Piece[] {
  const cut: Piece[] = [];
  let done = 0;
  for (const [from, to] of marks) {
    if (from > done) cut.push({ text: text.slice(done, from), isMatch: false });
    cut.push({ text: text.slice(from, to), isMatch: true });
    done = to;
  }
  if (done < text.length) cut.push({ text: text.slice(done), isMatch: false });
  return cut;
}

/** The text around the first match, cut between words. */
function snippet(text: string, marks: Range[]): Piece[] {
  const first = marks[0]?.[0] ?? 0;
  const from = first <= snippetLead ? 0 : text.lastIndexOf(" ", first - snippetLead) + 1;
  const end = text.length <= from + snippetLength ? text.length : text.lastIndexOf(" ", from + snippetLength);
  const to = end > first ? end : Math.min(text.length, from + snippetLength);
  const shown = marks.filter(([, until]) => until <= to).map(([start, until]): Range => [start - from, until - from]);
  const cut = pieces(text.slice(from, to), shown);
  if (from > 0) cut.unshift({ text: "… ", isMatch: false });
  if (to < text.length) cut.push({ text: " …", isMatch: false });
  return cut;
}

export const mostInGroup = 20;

/** `left`: how many more there are. */
export type FoundGroup = { group: SearchGroup; found: Found[]; left: number };

export const groupFound = (found: Found[]): FoundGroup[] =>
  searchGroups
    .map((group) => ({ group, of: found.filter(({ entry }) => entry.group === group) }))
    .filter(({ of }) => of.length > 0)
    .map(({ group, of }) => ({ group, found: of.slice(0, mostInGroup), left: Math.max(0, of.length - mostInGroup) }));
