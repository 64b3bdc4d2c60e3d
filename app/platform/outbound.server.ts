/** A service that the operator named in the settings; `url` is its base address. Nothing else is ever asked. */
export type OutboundService = { url: string; key: string | null };

export type OutboundCall = { path: string; body: unknown; timeoutMs: number; mostBytes: number };

/** The service was busy, down or silent: try again later, after `retryAfterMs` if it said so. */
export class OutboundDelayed extends Error {
  readonly retryAfterMs: number | null;

  constructor(message: string, retryAfterMs: number | null = null) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}
/** The service answered, and the same request will never be answered otherwise. */
export class OutboundRefused extends Error {}
/** The service answered with something that is no answer to what was asked. */
export class OutboundNonsense extends Error {}

const busy = new Set([408, 425, 429, 500, 502, 503, 504, 529]);

/**
 * Posts JSON to `service.url` + `path` and gives the parsed JSON of the answer. A redirect is a refusal, so that no
 * other origin gets the texts or the key. The time limit holds until the last byte of the answer. Throws
 * `OutboundDelayed`, `OutboundRefused` or `OutboundNonsense`; no message holds a body, an address or a key.
 */
export async function postJson(service: OutboundService, call: OutboundCall): Promise<unknown> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  try {
    const response = await fetch(`${service.url.replace(/\/+$/, "")}${call.path}`, {
      method: "POST",
      redirect: "manual",
      signal,
      headers: {
        "content-type": "application/json",
        accept: "application/json",
        ...(service.key ? { authorization: `Bearer ${service.key}` } : {}),
      },
      body: JSON.stringify(call.body),
    });
    if (!response.ok) {
      void response.body?.cancel().catch(() => {});
      throw refusalOf(response);
    }
    return parsed(await readAtMost(response, call.mostBytes));
  } catch (error) {
    if (error instanceof OutboundDelayed || error instanceof OutboundRefused || error instanceof OutboundNonsense) {
      throw error;
    }
    if (signal.aborted) throw new OutboundDelayed(`The service gave no answer in ${call.timeoutMs / 1000} s.`);
    throw new OutboundDelayed("The service could not be reached.");
  }
}

function refusalOf(response: Response): Error {
  const { status } = response;
  if (busy.has(status)) {
    return new OutboundDelayed(`The service answered ${status}.`, retryAfterMs(response.headers.get("retry-after")));
  }
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    return new OutboundRefused("The service sent a redirect, which is not followed.");
  }
  return new OutboundRefused(`The service answered ${status}.`);
}

/** Seconds only: the other form, a date, is a matter of clocks. */
function retryAfterMs(header: string | null): number | null {
  return header && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : null;
}

async function readAtMost(response: Response, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader!.read()) {
    bytes += read.value.byteLength;
    if (bytes > mostBytes) {
      void reader!.cancel().catch(() => {});
      throw new OutboundNonsense("The service's answer is too large.");
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OutboundNonsense("The service's answer is not JSON.");
  }
}
