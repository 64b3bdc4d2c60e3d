import { http, HttpResponse } from "msw";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { buildIndex } from "#app/domain/matching/match-index.ts";
import { matchQuestion } from "#app/domain/matching/match.ts";
import { dotProduct } from "#app/domain/matching/text-embedder.ts";
import { textsToEmbed } from "#app/domain/questionnaires/embedded-texts.ts";
import { forgetOldTextVectors, prepareEmbedder } from "#app/domain/questionnaires/text-vectors.server.ts";
import { env } from "#app/platform/env.server.ts";
import { logger } from "#app/platform/logger.server.ts";
import { db } from "#db/client.server.ts";
import { type AskedForVectors, embeddingsAt, embeddingService, lettersOf, server } from "#tests/support/msw.ts";

const service = { url: embeddingsAt, kind: "openai" as const, model: "small", key: null };
const endpoint = `${embeddingsAt}/embeddings`;

beforeEach(() => {
  env.embeddings = { ...service };
  vi.useFakeTimers({ toFake: ["Date"], now: (later += 3_600_000) });
  return () => {
    env.embeddings = null;
  };
});
/** An hour on for each test: an outage of the one before is over. */
let later = Date.now();

const kept = () => db.selectFrom("textVector").select(["model", "dimensions"]).orderBy("model").execute();

describe("vectors from a service", () => {
  test("are of length 1, one a text, and a text is sent once", async () => {
    const asked: AskedForVectors[] = [];
    server.use(embeddingService(8, asked));
    const embedder = (await prepareEmbedder(db, ["Backups", "Keys", "Backups", " "]))!;
    expect(asked.map(({ input }) => input)).toEqual([["Backups", "Keys"]]);
    const [backups, keys, unknown] = embedder.embed(["Backups", "Keys", "Never prepared"]) as [
      Float32Array,
      Float32Array,
      Float32Array,
    ];
    expect(embedder.dimensions).toBe(8);
    expect(dotProduct(backups, backups)).toBeCloseTo(1, 5);
    expect(dotProduct(backups, keys)).toBeLessThan(1);
    const own = Float32Array.from(lettersOf("Backups", 8));
    expect(dotProduct(backups, own) / Math.hypot(...own)).toBeCloseTo(1, 5);
    expect([...unknown]).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);

    const again = (await prepareEmbedder(db, ["Keys", "Backups", "Firewalls"]))!;
    expect(asked[1]!.input).toEqual(["Firewalls"]);
    expect([...again.embed(["Backups"])[0]!]).toEqual([...backups]);
  });

  test("come in batches of 64", async () => {
    const asked: AskedForVectors[] = [];
    server.use(embeddingService(4, asked));
    const texts = Array.from({ length: 150 }, (_, i) => `Text ${i}`);
    const embedder = (await prepareEmbedder(db, texts))!;
    expect(asked.map(({ input }) => input.length).sort()).toEqual([22, 64, 64]);
    expect(embedder.embed(texts).every((vector) => dotProduct(vector, vector) > 0.99)).toBe(true);
  });

  test("can come from Ollama's own interface", async () => {
    env.embeddings = { ...service, url: "http://localhost:11434", kind: "ollama" };
    server.use(http.post("http://localhost:11434/api/embed", () => HttpResponse.json({ embeddings: [[3, 4]] })));
    expect([...(await prepareEmbedder(db, ["Keys"]))!.embed(["Keys"])[0]!]).toEqual([
      expect.closeTo(0.6),
      expect.closeTo(0.8),
    ]);
  });

  test("are never asked for when no service is set", async () => {
    env.embeddings = null;
    expect(await prepareEmbedder(db, ["Keys"])).toBeNull();
  });

  test("of a model that is no longer set are forgotten", async () => {
    server.use(embeddingService(4));
    await prepareEmbedder(db, ["Keys"]);
    env.embeddings = { ...service, model: "large" };
    await prepareEmbedder(db, ["Keys"]);
    expect((await kept()).map(({ model }) => model)).toEqual(["large", "small"]);
    await forgetOldTextVectors(db);
    expect((await kept()).map(({ model }) => model)).toEqual(["large"]);
    env.embeddings = null;
    await forgetOldTextVectors(db);
    expect(await kept()).toEqual([]);
  });

  test("of another length than the kept ones replace all of them", async () => {
    server.use(embeddingService(4));
    await prepareEmbedder(db, ["Keys", "Backups"]);
    const asked: AskedForVectors[] = [];
    server.use(embeddingService(6, asked));
    const embedder = (await prepareEmbedder(db, ["Keys", "Firewalls"]))!;
    expect(embedder.dimensions).toBe(6);
    expect(asked.flatMap(({ input }) => input)).toEqual(["Firewalls", "Keys", "Firewalls"]);
    expect(await kept()).toEqual([
      { model: "small", dimensions: 6 },
      { model: "small", dimensions: 6 },
    ]);
  });

  test("find what shares no word with the question", async () => {
    const meaning = (text: string) => (/backup|restor|recover/i.test(text) ? [1, 0.1] : [0.1, 1]);
    server.use(
      http.post(endpoint, async ({ request }) => {
        const { input } = (await request.json()) as { input: string[] };
        return HttpResponse.json({ data: input.map((text, index) => ({ index, embedding: meaning(text) })) });
      }),
    );
    const entries = [
      { id: "1", question: "Are backups tested?", answer: "We restore one each quarter into an empty account." },
      { id: "2", question: "Who holds the keys?", answer: "The platform team holds all of the keys." },
    ];
    const question = { text: "Can you recover lost records?", section: "Continuity" };
    const texts = textsToEmbed(entries, [question]);
    expect(texts).toContain("We restore one each quarter into an empty account.");
    const index = buildIndex(entries, { embedder: (await prepareEmbedder(db, texts))! });
    expect(matchQuestion(index, question).ranked[0]?.id).toBe("1");
  });
});

describe("a service that fails", () => {
  const outages: [string, Parameters<typeof http.post>[1]][] = [
    ["is busy", () => new HttpResponse(null, { status: 429, headers: { "retry-after": "0" } })],
    ["is down", () => new HttpResponse(null, { status: 500, headers: { "retry-after": "0" } })],
  ];

  test.each(outages)("because it %s is asked three times", async (_, answer) => {
    const failing = vi.fn(answer);
    server.use(http.post(endpoint, failing));
    expect(await prepareEmbedder(db, ["Keys"])).toBeNull();
    expect(failing).toHaveBeenCalledTimes(3);
  });

  test.each(outages)("because it %s for a moment is forgiven", async (_, answer) => {
    server.use(http.post(endpoint, answer, { once: true }), embeddingService(4));
    expect(await prepareEmbedder(db, ["Keys"])).not.toBeNull();
  });

  test.each<[string, Parameters<typeof http.post>[1]]>([
    ["refuses", () => new HttpResponse(null, { status: 401 })],
    [
      "sends a redirect",
      () => new HttpResponse(null, { status: 307, headers: { location: "https://elsewhere.example" } }),
    ],
    ["answers something else", () => HttpResponse.json({ choices: [] })],
    ["gives too few vectors", () => HttpResponse.json({ data: [{ index: 0, embedding: [1, 2] }] })],
    ["gives vectors that differ in length", () => vectors([1, 2], [1, 2, 3])],
    ["gives a vector of nothing", () => vectors([1, 2], [0, 0])],
    ["gives numbers that are none", () => vectors([1, 2], [1, null])],
  ])("because it %s gives no vectors, and none are kept", async (_, answer) => {
    server.use(http.post(endpoint, answer));
    expect(await prepareEmbedder(db, ["Keys", "Backups"])).toBeNull();
    expect(await kept()).toEqual([]);
  });

  test("is left alone for a minute and mentioned once, and what it gave before still serves", async () => {
    const warnings = vi.spyOn(logger, "warn").mockImplementation(() => {});
    server.use(embeddingService(4));
    await prepareEmbedder(db, ["Keys"]);
    const failing = vi.fn(() => new HttpResponse(null, { status: 404 }));
    server.use(http.post(endpoint, failing));
    expect(await prepareEmbedder(db, ["Backups"])).toBeNull();
    expect(await prepareEmbedder(db, ["Backups"])).toBeNull();
    expect(failing).toHaveBeenCalledTimes(1);
    expect(await prepareEmbedder(db, ["Keys"])).not.toBeNull();

    vi.setSystemTime(Date.now() + 61_000);
    expect(await prepareEmbedder(db, ["Backups"])).toBeNull();
    expect(failing).toHaveBeenCalledTimes(2);
    expect(warnings).toHaveBeenCalledTimes(1);

    vi.setSystemTime(Date.now() + 61_000);
    server.use(embeddingService(4));
    expect(await prepareEmbedder(db, ["Backups"])).not.toBeNull();
  });

  test("in the middle loses the rest only", async () => {
    let calls = 0;
    server.use(
      http.post(endpoint, () => (++calls <= 2 ? undefined : new HttpResponse(null, { status: 400 }))),
      embeddingService(4),
    );
    const texts = Array.from({ length: 200 }, (_, i) => `Text ${i}`);
    expect(await prepareEmbedder(db, texts)).toBeNull();
    expect(await kept()).toHaveLength(128);
  });
});

const vectors = (...all: (number | null)[][]) =>
  HttpResponse.json({ data: all.map((embedding, index) => ({ index, embedding })) });
