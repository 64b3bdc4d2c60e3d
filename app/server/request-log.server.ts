import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { logSoon } from "#app/platform/logger.server.ts";

/** One line a request: never the query, which can hold what a person typed. */
export function requestLog(request: Request, response: Response, next: NextFunction): void {
  const requestId = randomUUID();
  const started = performance.now();
  response.locals.requestId = requestId;
  response.setHeader("X-Request-Id", requestId);
  response.on("finish", () => {
    const { method, path, ip } = request;
    if (path.startsWith("/assets/")) return;
    const ms = Math.round(performance.now() - started);
    logRequest({ requestId, method, path, status: response.statusCode, ms, ip });
  });
  next();
}

type Line = { requestId: string; method: string; path: string; status: number; ms: number; ip: string | undefined };

const plain = /^[\w./:-]*$/;
const quoted = (text: string) => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

export function logRequest({ requestId, method, path, status, ms, ip }: Line): void {
  const where = `"method":"${method}","path":${quoted(path)}`;
  const from = ip === undefined ? "" : `,"ip":${quoted(ip)}`;
  logSoon(`"requestId":"${requestId}",${where},"status":${status},"ms":${ms}${from}`, "request");
}
