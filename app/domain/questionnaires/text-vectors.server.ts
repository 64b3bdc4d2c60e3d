import { sql } from "kysely";
import type { Embedder } from "#app/domain/matching/text-embedder.ts";
import { type EmbeddedText, type EmbeddingService, embedTexts } from "#app/platform/embeddings.server.ts";
import { env } from "#app/platform/env.server.ts";
import { logger } from "#app/platform/logger.server.ts";
import { OutboundDelayed, OutboundNonsense, OutboundRefused } from "#app/platform/outbound.server.ts";
import { sha256 } from "#app/platform/tokens.server.ts";
import type { Db } from "#db/client.server.ts";

const readAtOnce = 1_000;
const quietMs = 60_000;

/** Services that did not answer, and when they may be asked again. */
const outages = new Map<string, number>();

class DimensionsChanged extends Error {}

/**
 * An embedder with a vector for each of these texts, from the configured service; a text that it was not prepared for
 * has the zero vector. Null when no service is configured, or it is down (logged once an outage, asked again after a
 * minute): matching then goes by the vectors that ship. Vectors are kept by model and text, so a text is sent once.
 *
 * These texts leave the company for the configured origin and no other: wordings and sentences of approved answers of
 * every audience, internal ones too, and questions of customers with their sections. Nothing about who asked does. Do
 * not call it inside a transaction: it may wait for the service for minutes.
 */
export async function prepareEmbedder(db: Db, texts: string[]): Promise<Embedder | null> {
  const service = env.embeddings;
  const wanted = [...new Set(texts)].filter((text) => text.trim() !== "");
  if (!service || wanted.length === 0) return null;
  const vectors = await keptVectors(db, service.model, wanted);
  const missing = wanted.filter((text) => !vectors.has(text));
  if (missing.length === 0 && haveOneLength(vectors)) return embedderOf(vectors);
  if (Date.now() < (outages.get(service.url) ?? 0)) return null;
  try {
    await embedMissing(db, service, { vectors, wanted });
    outages.delete(service.url);
    return embedderOf(vectors);
  } catch (error) {
    if (!isOutage(error)) throw error;
    if (!outages.has(service.url)) {
      logger.warn({ model: service.model, error: error.message }, "embeddings failed; matching uses its own vectors");
    }
    outages.set(service.url, Date.now() + quietMs);
    return null;
  }
}

/** Forgets the vectors of models that are no longer configured, and those made over a year ago. */
export async function forgetOldTextVectors(db: Db): Promise<void> {
  const model = env.embeddings?.model ?? "";
  await db
    .deleteFrom("textVector")
    .where((row) =>
      row.or([row("model", "!=", model), row("madeAt", "<", sql<Date>`now() - make_interval(years => 1)`)]),
    )
    .execute();
}

type Wanted = { vectors: Map<string, Float32Array>; wanted: string[] };

/** When the service's vectors have another length than the kept ones, it is another model by the same name: all anew. */
async function embedMissing(db: Db, service: EmbeddingService, { vectors, wanted }: Wanted): Promise<void> {
  const kept = await db
    .selectFrom("textVector")
    .select("dimensions")
    .where("model", "=", service.model)
    .groupBy("dimensions")
    .execute();
  const keep = (expected: number | null) => async (batch: EmbeddedText[]) => {
    if (expected !== null && batch[0]!.vector.length !== expected) throw new DimensionsChanged();
    await keepVectors(db, service.model, batch);
    for (const { text, vector } of batch) vectors.set(text, vector);
  };
  try {
    if (kept.length > 1) throw new DimensionsChanged();
    const missing = wanted.filter((text) => !vectors.has(text));
    await embedTexts(service, missing, keep(kept[0]?.dimensions ?? null));
  } catch (error) {
    if (!(error instanceof DimensionsChanged)) throw error;
    await db.deleteFrom("textVector").where("model", "=", service.model).execute();
    vectors.clear();
    await embedTexts(service, wanted, keep(null));
  }
}

const isOutage = (error: unknown): error is Error =>
  error instanceof OutboundDelayed || error instanceof OutboundRefused || error instanceof OutboundNonsense;

function embedderOf(vectors: ReadonlyMap<string, Float32Array>): Embedder | null {
  const [first] = vectors.values();
  if (!first) return null;
  const dimensions = first.length;
  const none = new Float32Array(dimensions);
  return { dimensions, embed: (texts) => texts.map((text) => vectors.get(text) ?? none) };
}

const haveOneLength = (vectors: ReadonlyMap<string, Float32Array>) =>
  new Set([...vectors.values()].map(({ length }) => length)).size === 1;

async function keptVectors(db: Db, model: string, texts: string[]): Promise<Map<string, Float32Array>> {
  const byHash = new Map(texts.map((text) => [sha256(text), text]));
  const hashes = [...byHash.keys()];
  const vectors = new Map<string, Float32Array>();
  for (let at = 0; at < hashes.length; at += readAtOnce) {
    const rows = await db
      .selectFrom("textVector")
      .select(["textSha256", "vector"])
      .where("model", "=", model)
      .where(sql<boolean>`text_sha256 = any(${hashes.slice(at, at + readAtOnce)}::text[])`)
      .execute();
    for (const { textSha256, vector } of rows) vectors.set(byHash.get(textSha256)!, vectorFrom(vector));
  }
  return vectors;
}

/** In the order of the hashes, so that two processes that keep the same texts never wait for each other. */
async function keepVectors(db: Db, model: string, batch: EmbeddedText[]): Promise<void> {
  const rows = batch
    .map(({ text, vector }) => ({
      ...{ model, textSha256: sha256(text), dimensions: vector.length },
      vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
    }))
    .sort((a, b) => (a.textSha256 < b.textSha256 ? -1 : 1));
  await db
    .insertInto("textVector")
    .values(rows)
    .onConflict((known) =>
      known.columns(["model", "textSha256"]).doUpdateSet((row) => ({
        dimensions: row.ref("excluded.dimensions"),
        vector: row.ref("excluded.vector"),
        madeAt: sql`now()`,
      })),
    )
    .execute();
}

/** Copied, because a row's bytes may begin anywhere and numbers of four bytes may not. */
function vectorFrom({ buffer, byteOffset, byteLength }: Buffer): Float32Array {
  return new Float32Array(buffer.slice(byteOffset, byteOffset + byteLength));
}
