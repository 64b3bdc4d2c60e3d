import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { getPublicState } from "#app/domain/trust-page/public-record.server.ts";
import { appOrigin, env } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { encodingFor, isHeldAlready, type KeptPage, keptPage } from "./kept-page.ts";
import { isOurHost } from "./request-guard.server.ts";
import { logRequest } from "./request-log.server.ts";
import { headersOfKeptPage } from "./security-headers.server.ts";

const lookEveryMs = 200;
const millisecondsADay = 86_400_000;
const path = "/";
/** Kept by whoever likes, and asked for anew each time, so that no change is seen late. */
const cacheControl = "public, no-cache";

export type PublicPage = {
  /** Answers from memory if it can; says whether it did. */
  serve: (request: IncomingMessage, response: ServerResponse) => boolean;
  stop: () => void;
};

/**
 * The trust page, rendered once a change and a day, and answered from memory before anything else looks at the request.
 * Every process looks for changes by itself. Until the page is there, and on any doubt, Remix answers as ever.
 */
export function keepPublicPage(db: Db, build: ServerBuild, onError: (error: unknown) => void): PublicPage {
  const render = createRequestHandler(build, env.nodeEnv);
  let kept: { state: string; day: number; page: KeptPage } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const look = async () => {
    try {
      // Read before the page is made: what changes meanwhile is another state at the next look.
      const [state, day] = [await getPublicState(db), today()];
      if (kept?.state !== state || kept.day !== day) kept = { state, day, page: await rendered(render) };
    } catch (error) {
      kept = null;
      if (!stopped) onError(error);
    }
    if (!stopped) timer = setTimeout(() => void look(), lookEveryMs).unref();
  };
  void look();

  return {
    serve(request, response) {
      const isAsked = request.url === path && (request.method === "GET" || request.method === "HEAD");
      if (!isAsked || kept?.day !== today() || !isOurHost(request.headers.host)) {
        return false;
      }
      answer(request, response, kept.page);
      return true;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The day in UTC, counted since 1970: every request asks. */
const today = () => Math.floor(Date.now() / millisecondsADay);

async function rendered(render: ReturnType<typeof createRequestHandler>): Promise<KeptPage> {
  const nobody = {
    cspNonce: "",
    requestId: randomUUID(),
    client: { ipAddress: "unknown", userAgent: "" },
    staffSession: () => Promise.resolve(null),
    prospectSession: () => Promise.resolve(null),
    setCookie: () => {
      throw new Error("The public page sets no cookie.");
    },
  };
  const response = await render(new Request(new URL(path, appOrigin())), nobody);
  const html = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`The public page answered ${response.status}.`);
  if (/<script(?! type="application\/ld\+json")/.test(html.toString("utf8"))) {
    throw new Error("The public page holds a script, which a kept page cannot allow.");
  }
  return keptPage(html, { ...headersOfKeptPage(), "Cache-Control": cacheControl });
}

function answer(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  const started = performance.now();
  const requestId = randomUUID();
  const { etag, body, headers, headersIfHeld } = page[encodingFor(request.headers["accept-encoding"])];
  const held = isHeldAlready(request.headers["if-none-match"], etag);
  const status = held ? 304 : 200;
  response.writeHead(status, [...(held ? headersIfHeld : headers), "X-Request-Id", requestId]);
  response.end(held || request.method === "HEAD" ? undefined : body);
  const ms = Math.round(performance.now() - started);
  logRequest({ requestId, method: request.method!, path, status, ms, ip: addressOf(request) });
}

/** As Express works it out for every other request: behind proxies, the last address that one of ours vouches for. */
function addressOf(request: IncomingMessage): string | undefined {
  const peer = request.socket.remoteAddress;
  if (env.trustedProxyHops === 0) return peer;
  const chain = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter((address) => address !== "");
  return chain.at(-env.trustedProxyHops) ?? chain[0] ?? peer;
}
