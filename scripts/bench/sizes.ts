import type { KnowledgeEntry } from "#app/domain/matching/match-index.ts";
import { buildIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import type { WordVectors } from "#app/domain/matching/word-vectors.ts";
import type { LabelledQuestion, LabelledSet } from "#scripts/bench/labelled-sets.ts";
import { quantile, type RankingQuality, rankingQuality } from "#scripts/bench/measures.ts";

const areas = (
  "billing service,data warehouse,mobile application,hiring portal,partner network,support desk,reporting module,payment " +
  "gateway,research cluster,print service,media library,learning platform,survey tool,chat service,archive,test laboratory," +
  "field offices,call centre,loyalty programme,document scanner,sensor network,web shop,booking engine,asset tracker,map viewer"
).split(",");

/** As many entries as asked for: the pool over and over, each round about other parts of the company. */
export function madeEntries(pool: KnowledgeEntry[], count: number): KnowledgeEntry[] {
  return Array.from({ length: count }, (_, i) => {
    const { question, answer, section } = pool[i % pool.length]!;
    const round = Math.floor(i / pool.length);
    const area = `${areas[round % areas.length]} ${Math.floor(round / areas.length) || ""}`.trim();
    return {
      id: `made:${i}`,
      question: `For the ${area}: ${question}`,
      answer: `${answer} This is about the ${area}.`,
      section: section ?? null,
      tags: ["other"],
    };
  });
}

export type Speed = { entries: number; buildMs: number; megabytes: number; p50: number; p95: number; for300: number };

/** Builds an index of a size and asks it the questions, one after another, on one thread. */
export function speedAt(
  size: number,
  pool: KnowledgeEntry[],
  asked: { questions: LabelledQuestion[]; vectors: WordVectors },
): Speed {
  const entries = madeEntries(pool, size);
  globalThis.gc?.();
  const before = process.memoryUsage();
  const started = performance.now();
  const index = buildIndex(entries, { vectors: asked.vectors });
  const buildMs = performance.now() - started;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const questions = asked.questions.slice(0, 300);
  const times = questions.map(({ text, section }) => {
    const begun = performance.now();
    matchQuestion(index, { text, section });
    return performance.now() - begun;
  });
  return {
    entries: size,
    buildMs,
    megabytes: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    for300: (buildMs + times.reduce((sum, time) => sum + time, 0)) / 1000,
  };
}

export type QualityAtSize = {
  entries: number;
  all: RankingQuality;
  scoped: RankingQuality;
  fills: number;
  right: number;
};

/** The same questions when the library holds other vendors' answers too: among all, and within our own scope. */
export function qualityAt(
  size: number,
  sets: LabelledSet[],
  more: { pool: KnowledgeEntry[]; vectors: WordVectors },
): QualityAtSize {
  const own = sets[0]!.entries;
  const others = [...more.pool, ...madeEntries(more.pool, size)].slice(0, Math.max(0, size - own.length));
  const index = buildIndex([...own, ...others], { vectors: more.vectors });
  const ask = (accepts?: (entry: KnowledgeEntry) => boolean) =>
    sets.flatMap(({ questions }) =>
      questions.map((question) => {
        const match = matchQuestion(index, {
          text: question.text,
          section: question.section,
          ...(accepts ? { accepts } : {}),
        });
        return { question, ranked: match.ranked.map(({ id }) => id), fill: match.fill };
      }),
    );
  const scoped = ask(({ tags }) => !tags?.includes("other"));
  const filled = scoped.filter(({ fill }) => fill !== null);
  return {
    entries: own.length + others.length,
    all: rankingQuality(ask()),
    scoped: rankingQuality(scoped),
    fills: filled.length,
    right: filled.filter(({ fill, question }) => question.gold.includes(fill!)).length,
  };
}
