import type { Match } from "#app/domain/matching/match.ts";
import type { FoundQuestion } from "#app/domain/questionnaires/formats/questionnaire-file.ts";
import type { MatchExplanation, MatchMethod } from "#app/domain/questionnaires/questionnaires.ts";

/** An answer as it may be proposed: its approved version. */
export type Candidate = { id: string; version: number; short: string | null; text: string };

export type Proposal = {
  state: "proposed" | "blank";
  short: string | null;
  text: string;
  answerId: string | null;
  answerVersion: number | null;
  method: MatchMethod;
  confidence: number;
  /** Why it needs a person, as a sentence; empty where it needs none. */
  reason: string;
  alternatives: { answerId: string; answerVersion: number; score: number }[];
  explanation: MatchExplanation;
};

/** Below this nobody is helped by seeing it: the question counts as one without an answer. */
const worthProposing = 0.2;
const mostAlternatives = 4;

type Place = Pick<FoundQuestion, "answered" | "blocked">;

/** What to put before a reviewer: the best match as the answer, or an honest blank with the reason. */
export function proposalFor(match: Match, place: Place, answers: ReadonlyMap<string, Candidate>): Proposal {
  const candidates = match.ranked.slice(0, mostAlternatives).flatMap(({ id, score }) => {
    const answer = answers.get(id);
    return answer ? [{ answer, score }] : [];
  });
  const best = candidates[0]?.answer ?? null;
  const worthIt =
    best !== null && match.method !== "none" && (match.fill !== null || match.confidence >= worthProposing);
  const writable = place.blocked === null && place.answered === null;
  const proposed = worthIt && writable;
  return {
    state: proposed ? "proposed" : "blank",
    short: proposed ? best.short : null,
    text: proposed ? best.text : "",
    answerId: proposed ? best.id : null,
    answerVersion: proposed ? best.version : null,
    method: worthIt ? match.method : "none",
    confidence: Math.min(1, Math.max(0, match.confidence)),
    reason: reasonFor({ match, place, worthIt }),
    alternatives: candidates.map(({ answer, score }) => ({
      answerId: answer.id,
      answerVersion: answer.version,
      score,
    })),
    explanation: {
      proposed,
      sure: proposed && match.fill !== null && match.vetoes.length === 0,
      ...(worthIt ? grounds(match) : noGrounds),
    },
  };
}

const noGrounds = { vetoes: [], matched: [], missing: [], concepts: [], sentences: [], runnerUp: null };

function grounds({ vetoes, explanation: { matched, missing, concepts, sentences, runnerUp } }: Match) {
  const codes = vetoes.map(({ code, sentence }) => ({ code, sentence }));
  return { vetoes: codes, matched, missing, concepts, sentences, runnerUp: runnerUp?.reason ?? null };
}

function reasonFor({ match, place, worthIt }: { match: Match; place: Place; worthIt: boolean }): string {
  if (place.blocked !== null) return place.blocked;
  if (place.answered !== null) return "It was already answered in the file.";
  if (!worthIt) return "No approved answer fits.";
  if (match.vetoes.length > 0) return match.vetoes.map(({ sentence }) => sentence).join(" ");
  return match.fill === null ? "Alike in meaning, but not sure enough to fill without a person." : "";
}
