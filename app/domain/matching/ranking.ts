import type { MatchIndex } from "#app/domain/matching/match-index.ts";
import type { Question } from "#app/domain/matching/question.ts";
import { mainClause } from "#app/domain/matching/polarity.ts";
import { type Likeness, likeness, type Probe, probe, shortlist } from "#app/domain/matching/retrieval.ts";
import { overlap, trigramsOf } from "#app/domain/matching/wording-similarity.ts";

/** An entry as a possible answer. `wording` is the letter overlap (0..1) with its nearest wording, its place `nearest`. */
export type Candidate = Likeness & { at: number; score: number; wording: number; nearest: number; section: number };

/** How much each likeness counts. Round numbers: the benchmark shows that half or double of any changes little. */
export const rankingWeights = { terms: 1, meaning: 0.5, section: 0.15, wording: 0.5 };
const reranked = 20;

/** The candidates for a question, best first. `same` are places of entries that have this very wording: they lead. */
export function rankCandidates(index: MatchIndex, question: Question, same: number[]): Candidate[] {
  const asked = probe(index, question.text);
  const about = question.section ? probe(index, question.section) : null;
  const accepted = (at: number) => question.accepts?.(index.entries[at]!.entry) ?? true;
  const places = new Set([...same, ...shortlist(index, asked, accepted)]);
  const first = [...places].map((at) => candidate(index, { asked, about }, at));
  const best = first.sort(byScore).slice(0, reranked);
  const spellings = [...new Set([question.text, mainClause(question.text)])].map(trigramsOf);
  for (const item of best) addWording(index, item, spellings);
  return best.sort((a, b) => Number(same.includes(b.at)) - Number(same.includes(a.at)) || byScore(a, b));
}

function candidate(index: MatchIndex, probes: { asked: Probe; about: Probe | null }, at: number): Candidate {
  const { terms, meaning, sentence } = likeness(index, probes.asked, at);
  const context = probes.about ? likeness(index, probes.about, at) : null;
  const section = context ? rankingWeights.terms * context.terms + rankingWeights.meaning * context.meaning : 0;
  const score = rankingWeights.terms * terms + rankingWeights.meaning * meaning + rankingWeights.section * section;
  return { at, terms, meaning, sentence, section, score, wording: 0, nearest: 0 };
}

function addWording(index: MatchIndex, item: Candidate, spellings: Set<string>[]): void {
  index.entries[item.at]!.wordings.forEach((text, i) => {
    const known = trigramsOf(text);
    const alike = Math.max(...spellings.map((trigrams) => overlap(trigrams, known)));
    if (alike > item.wording) [item.wording, item.nearest] = [alike, i];
  });
  item.score += rankingWeights.wording * item.wording;
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || a.at - b.at;
}
