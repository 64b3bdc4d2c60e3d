import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { builtInCalibration } from "#app/domain/matching/confidence.ts";
import { buildIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import { calibrationByService, indexByService } from "#app/domain/questionnaires/service-index.server.ts";
import { env } from "#app/platform/env.server.ts";
import { logger } from "#app/platform/logger.server.ts";
import { db } from "#db/client.server.ts";
import { type AskedForVectors, embeddingsAt, embeddingService, server } from "#tests/support/msw.ts";

const entries = [
  { id: "CTL-1", question: "Are backups encrypted?", answer: "Yes, all backups are encrypted with AES-256." },
  { id: "CTL-2", question: "Who may enter the data centre?", answer: "Only staff of the operator may enter it." },
];
const questions = [{ text: "Are backups encrypted?", section: "Storage" }, { text: "Is the data centre guarded?" }];

beforeEach(() => {
  env.embeddings = { url: embeddingsAt, kind: "openai", model: "small", key: null };
  vi.useFakeTimers({ toFake: ["Date"], now: (later += 3_600_000) });
  return () => {
    env.embeddings = null;
  };
});
/** An hour on for each test: an outage of the one before is over. */
let later = Date.now();

describe("matching by the vectors of a service", () => {
  test("embeds the answers once for each version of the knowledge base, and the questions", async () => {
    const asked: AskedForVectors[] = [];
    server.use(embeddingService(8, asked));
    const index = buildIndex(entries);
    const first = await indexByService(db, { version: "71", index }, questions);
    expect(first!.embedder!.dimensions).toBe(8);
    expect(first!.questionVectors).toHaveLength(16);
    const texts = asked.flatMap(({ input }) => input);
    expect(texts).toContain("Only staff of the operator may enter it.");
    expect(texts).toContain("Storage");

    asked.length = 0;
    const again = await indexByService(db, { version: "71", index }, [{ text: "Who holds the keys?" }]);
    expect(again!.questionVectors).toBe(first!.questionVectors);
    expect(asked.flatMap(({ input }) => input)).toEqual(["Who holds the keys?"]);
  });

  test("fills only the very same question, for nobody has measured how often the rest is right", async () => {
    server.use(embeddingService(8, []));
    const index = (await indexByService(db, { version: "72", index: buildIndex(entries) }, questions))!;
    const careful = calibrationByService(builtInCalibration);
    expect(matchQuestion(index, questions[0]!, careful)).toMatchObject({ fill: "CTL-1", method: "exact" });
    expect(matchQuestion(index, { text: "Is each backup encrypted?" }, careful).fill).toBeNull();
  });

  test("gives way to the vectors that ship when the service is down, and when none is configured", async () => {
    vi.spyOn(logger, "warn").mockReturnValue();
    server.use(http.post(`${embeddingsAt}/embeddings`, () => HttpResponse.json({}, { status: 401 })));
    expect(await indexByService(db, { version: "73", index: buildIndex(entries) }, questions)).toBeNull();
    env.embeddings = null;
    expect(await indexByService(db, { version: "73", index: buildIndex(entries) }, questions)).toBeNull();
  });
});
