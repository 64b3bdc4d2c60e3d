import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import { sql } from "kysely";
import { env } from "#app/platform/env.server.ts";
import { logger } from "#app/platform/logger.server.ts";
import { db } from "#db/client.server.ts";
import { bodyLimits } from "./body-limits.server.ts";
import type { PublicPage } from "./public-page.server.ts";
import { requestContext } from "./request-context.server.ts";
import { requestGuard } from "./request-guard.server.ts";
import { requestLog } from "./request-log.server.ts";
import { securityHeaders } from "./security-headers.server.ts";

const clientFiles = "build/client";
const headersWithinMs = 10_000;
const requestWithinMs = 120_000;
/** Longer than proxies keep idle connections (60 s is usual): closed sooner, a request on its way would be lost. */
const keepAliveMs = 65_000;
const mostHeaderBytes = 16 * 1024;

export type Pages = ServerBuild | (() => Promise<ServerBuild>);

/** `devPages`: Vite's middleware, in development only. `publicPage` answers before everything else. */
export type HttpServerOptions = { devPages?: RequestHandler; publicPage?: Pick<PublicPage, "serve"> };

/** The server around Remix. */
export function httpServer(pages: Pages, { devPages, publicPage }: HttpServerOptions = {}): Server {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.trustedProxyHops);
  app.set("query parser", "simple");

  app.use(securityHeaders, requestLog);
  app.get("/health", (_request, response) => void response.type("text/plain").send("alive\n"));
  app.get("/ready", readiness);
  app.use(requestGuard, bodyLimits);
  if (devPages) app.use(devPages);
  else app.use(staticFiles());
  app.use(compression());
  app.all("*", createRequestHandler({ build: pages, mode: env.nodeEnv, getLoadContext: requestContext }));
  app.use(lastResort);

  const server = createServer({ maxHeaderSize: mostHeaderBytes }, (request, response) => {
    if (!publicPage?.serve(request, response)) app(request, response);
  });
  server.headersTimeout = headersWithinMs;
  server.requestTimeout = requestWithinMs;
  server.keepAliveTimeout = keepAliveMs;
  return server;
}

const readiness: RequestHandler = (_request, response) => {
  sql`select 1`.execute(db).then(
    () => response.type("text/plain").send("ready\n"),
    () => response.status(503).type("text/plain").send("the database does not answer\n"),
  );
};

function staticFiles(): RequestHandler {
  const files = express.Router().use(compression());
  const found = { index: false, redirect: false, dotfiles: "ignore" } as const;
  const cached = (header: string) => ({
    ...found,
    setHeaders: (response: express.Response) => void response.setHeader("Cache-Control", header),
  });
  files.use("/assets", express.static(join(clientFiles, "assets"), cached("public, max-age=31536000, immutable")));
  files.use(express.static(clientFiles, cached("public, max-age=3600")));
  return files;
}

const lastResort: ErrorRequestHandler = (
  error: Error & { status?: number; statusCode?: number },
  _request,
  response,
  next,
) => {
  if (response.locals.refused) return;
  const status = error.status ?? error.statusCode ?? 500;
  const ours = status >= 400 && status < 500;
  const requestId = String(response.locals.requestId ?? "");
  if (!ours) logger.error({ requestId, err: error }, "a request failed");
  if (response.headersSent) return next(error);
  response
    .status(ours ? status : 500)
    .type("text/plain")
    .send(ours ? "This request cannot be read.\n" : `Our mistake. It is on record as ${requestId}.\n`);
};
