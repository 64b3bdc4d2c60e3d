import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { OutboundDelayed, OutboundNonsense, type OutboundService, postJson } from "./outbound.server.ts";

export type EmbeddingService = OutboundService & { kind: "openai" | "ollama"; model: string };

export type EmbeddedText = { text: string; vector: Float32Array };

const textsAtOnce = 64;
const callsAtOnce = 2;
const tries = 3;
const firstPauseMs = 500;
const longestPauseMs = 10_000;
const timeoutMs = 20_000;
const mostBytes = 16 * 1024 * 1024;
/** In characters: more than any model of this kind reads. */
const longestText = 8_000;
const mostDimensions = 8_192;

const numbers = z.array(z.number()).min(1).max(mostDimensions);
const answers = {
  openai: z
    .object({ data: z.array(z.object({ index: z.number().int(), embedding: numbers })) })
    .transform(({ data }) => data.sort((a, b) => a.index - b.index).map(({ embedding }) => embedding)),
  ollama: z.object({ embeddings: z.array(numbers) }).transform(({ embeddings }) => embeddings),
};
const paths = { openai: "/embeddings", ollama: "/api/embed" };

/**
 * Has the service turn texts into vectors of length 1, in batches, two at once; hands each batch to `keep` as it
 * comes, so that a failure loses the rest only. All vectors have the same number of finite components. A busy or silent
 * service is asked three times. Throws what `postJson` throws, and whatever `keep` does.
 */
export async function embedTexts(
  service: EmbeddingService,
  texts: string[],
  keep: (batch: EmbeddedText[]) => Promise<void>,
): Promise<void> {
  let next = 0;
  let dimensions: number | null = null;
  let failed = false;
  const takeTurns = async () => {
    while (next < texts.length && !failed) {
      const batch = texts.slice(next, (next += textsAtOnce));
      const vectors = await patiently(() => embedBatch(service, batch));
      dimensions ??= vectors[0]!.length;
      if (vectors.some((vector) => vector.length !== dimensions)) {
        throw new OutboundNonsense("The service's vectors differ in length.");
      }
      await keep(batch.map((text, i) => ({ text, vector: vectors[i]! })));
    }
  };
  const turns = Array.from({ length: callsAtOnce }, () =>
    takeTurns().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  const ended = await Promise.allSettled(turns);
  for (const turn of ended) if (turn.status === "rejected") throw turn.reason;
}

async function embedBatch(service: EmbeddingService, texts: string[]): Promise<Float32Array[]> {
  const input = texts.map((text) => text.slice(0, longestText));
  const body = { model: service.model, input };
  const answer = answers[service.kind].safeParse(
    await postJson(service, { path: paths[service.kind], body, timeoutMs, mostBytes }),
  );
  if (!answer.success || answer.data.length !== texts.length) {
    throw new OutboundNonsense("The service's answer does not hold one vector a text.");
  }
  return answer.data.map(toUnitLength);
}

function toUnitLength(components: number[]): Float32Array {
  const length = Math.hypot(...components);
  if (!Number.isFinite(length) || length === 0)
    throw new OutboundNonsense("The service gave a vector without a length.");
  return Float32Array.from(components, (component) => component / length);
}

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof OutboundDelayed) || attempt === tries) throw error;
      await pause(Math.min(longestPauseMs, error.retryAfterMs ?? firstPauseMs * 4 ** (attempt - 1)));
    }
  }
}
