import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { acceptedLanguage, inLanguage, languages, type Language } from "#app/messages/languages.ts";
import { getPublicState } from "#app/domain/trust-page/public-record.server.ts";
import { appOrigin, env } from "#app/platform/env.server.ts";
import type { Db } from "#db/client.server.ts";
import { encodingFor, isHeldAlready, type KeptPage, keptPage } from "./kept-page.ts";
import { findForbiddenScript } from "./kept-scripts.ts";
import { isOurHost } from "./request-guard.server.ts";
import { logRequest } from "./request-log.server.ts";
import { headersOfKeptPage } from "./security-headers.server.ts";

const lookEveryMs = 400;
const millisecondsADay = 86_400_000;
const path = "/";
/** Kept by whoever likes, and asked for anew each time, so that no change is seen late. */
const cacheControl = "public, no-cache";

export type PublicPage = {
  /** Answers from memory if it can; says whether it did. */
  serve: (request: IncomingMessage, response: ServerResponse) => boolean;
  stop: () => void;
};

/** One in each language for the bare address, and one for each address that names a language. */
type KeptPages = { spoken: Partial<Record<Language, KeptPage>>; named: Map<string, KeptPage> };

/**
 * The trust page, rendered once a change, a day and a language, and answered from memory before anything else looks at
 * the request. Every process looks for changes by itself. Until the page is there, and on any doubt, Remix answers.
 */
export function keepPublicPage(db: Db, build: ServerBuild, onError: (error: unknown) => void): PublicPage {
  const render = createRequestHandler(build, env.nodeEnv);
  let kept: { state: string; day: number; pages: KeptPages } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const look = async () => {
    try {
      // Read before the page is made: what changes meanwhile is another state at the next look.
      const [state, day] = [await getPublicState(db), today()];
      if (kept?.state !== state || kept.day !== day) {
        // Kept from the first one on: meanwhile Remix answers in the other languages, and nobody reads what was before.
        const pages: KeptPages = { spoken: {}, named: new Map() };
        for (const language of languages) {
          pages.spoken[language] = await rendered(render, path, language);
          kept = { state, day, pages };
        }
        for (const language of languages) {
          const address = inLanguage(path, language);
          pages.named.set(address, await rendered(render, address, language));
        }
      }
    } catch (error) {
      kept = null;
      if (!stopped) onError(error);
    }
    if (!stopped) timer = setTimeout(() => void look(), lookEveryMs).unref();
  };
  void look();

  return {
    serve(request, response) {
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (!isRead || kept?.day !== today() || !isOurHost(request.headers.host)) return false;
      const page = pageFor(request, kept.pages);
      if (page) answer(request, response, page);
      return page !== undefined;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** The day in UTC, counted since 1970: every request asks. */
const today = () => Math.floor(Date.now() / millisecondsADay);

function pageFor({ url, headers }: IncomingMessage, { spoken, named }: KeptPages): KeptPage | undefined {
  return url === path ? spoken[acceptedLanguage(headers["accept-language"])] : named.get(url!);
}

type Render = ReturnType<typeof createRequestHandler>;

async function rendered(render: Render, address: string, language: Language): Promise<KeptPage> {
  const nobody = {
    cspNonce: "",
    requestId: randomUUID(),
    client: { ipAddress: "unknown", userAgent: "" },
    staffSession: () => Promise.resolve(null),
    prospectSession: () => Promise.resolve(null),
    setCookie: () => {
      throw new Error("The public page sets no cookie.");
    },
    readyForMore: () => Promise.resolve(),
  };
  const asked = new Request(new URL(address, appOrigin()), { headers: { "Accept-Language": language } });
  const response = await render(asked, nobody);
  const html = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`The public page answered ${response.status}.`);
  const script = findForbiddenScript(html.toString("utf8"));
  if (script) throw new Error(`The public page holds a script that a kept page cannot allow: ${script}`);
  return keptPage(html, { ...headersOfKeptPage(), "Cache-Control": cacheControl, "Content-Language": language });
}

function answer(request: IncomingMessage, response: ServerResponse, page: KeptPage): void {
  const started = performance.now();
  const requestId = randomUUID();
  const { etag, body, headers, headersIfHeld } = page[encodingFor(request.headers["accept-encoding"])];
  const held = isHeldAlready(request.headers["if-none-match"], etag);
  const status = held ? 304 : 200;
  const head = held ? headersIfHeld : headers;
  // Written out before anyone else gets the array: a copy of it a request costs more than all that is worked out here.
  head[head.length - 1] = requestId;
  response.writeHead(status, head);
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
