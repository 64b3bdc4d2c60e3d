import type { NextFunction, Request, Response } from "express";
import { whereToEnd } from "#app/domain/subscriptions/addresses.ts";
import { env } from "#app/platform/env.server.ts";

const longestAddress = 4_096;
const readingMethods = new Set(["GET", "HEAD"]);
const allowedMethods = new Set(["GET", "HEAD", "POST"]);
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|application\/json)\s*(;|$)/i;

/** Without APP_ORIGIN, Candor answers on this machine only, by any of its names for itself. */
export function allowedOrigins(): Set<string> {
  if (env.appOrigin) return new Set([env.appOrigin]);
  return new Set(["localhost", "127.0.0.1", "[::1]"].map((name) => `http://${name}:${env.port}`));
}

/**
 * Stands before everything. Remix 2's own check of the sender can be walked around (by `?_data`, by resource routes and
 * by leaving out Origin), so every change is checked here, once, before it is routed.
 */
export function requestGuard(request: Request, response: Response, next: NextFunction): void {
  const refuse = (status: number, message: string) =>
    void response.status(status).type("text/plain").send(`${message}\n`);
  const origins = allowedOrigins();

  if (!isOurHost(request.headers.host)) return refuse(421, "This host is not served here.");
  if (!allowedMethods.has(request.method)) {
    response.setHeader("Allow", [...allowedMethods].join(", "));
    return refuse(405, "This method is not used here.");
  }
  if (request.originalUrl.length > longestAddress) return refuse(414, "The address is too long.");
  if (!isReadable(request)) return refuse(400, "The address cannot be read.");
  if (env.trustedProxyHops === 0) forgetForwarding(request);

  if (readingMethods.has(request.method)) {
    if (isDataRequest(request) && !isFromScript(request)) return refuse(403, "This address is for our own pages.");
    return next();
  }
  response.vary("Sec-Fetch-Site").vary("Origin");
  if (!isFromUs(request, origins)) {
    if (!isFromMailProvider(request)) return refuse(403, "This was sent from another site.");
    delete request.headers.cookie;
  }
  if (!formTypes.test(request.headers["content-type"] ?? "application/json")) {
    return refuse(415, "Send a form.");
  }
  next();
}

/**
 * The one change that comes from elsewhere: a reader presses their mail provider's button, and its server posts to the
 * address in the List-Unsubscribe header (RFC 8058) with none of a browser's headers. The key in that address ends one
 * subscription and opens nothing else, so that whoever has it needs no page of ours; and as cookies are dropped, nobody
 * who is signed in can be made to do anything by it. A browser always names its origin, and is not let through here.
 */
function isFromMailProvider(request: Request): boolean {
  const names = ["origin", "sec-fetch-site", "sec-fetch-mode"];
  const isBrowser = names.some((name) => request.headers[name] !== undefined);
  return !isBrowser && request.method === "POST" && request.path === whereToEnd && !isDataRequest(request);
}

/** Whether a Host header names us. Asked at every request, so that the names are worked out once. */
export function isOurHost(host: string | undefined): boolean {
  if (ours.origin !== env.appOrigin || ours.port !== env.port) {
    const hosts = new Set([...allowedOrigins()].map((origin) => new URL(origin).host));
    ours = { origin: env.appOrigin, port: env.port, hosts };
  }
  return ours.hosts.has(host?.toLowerCase() ?? "");
}

let ours = { origin: env.appOrigin, port: -1, hosts: new Set<string>() };

function isReadable(request: Request): boolean {
  try {
    const url = new URL(request.originalUrl, "http://candor.invalid");
    if (url.host !== "candor.invalid" || decodeURIComponent(url.pathname).includes("\0")) return false;
    const single = [...url.searchParams.keys()].filter((name) => !name.endsWith("[]"));
    return new Set(single).size === single.length;
  } catch {
    return false;
  }
}

function forgetForwarding(request: Request) {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith("x-forwarded-") || name === "forwarded") delete request.headers[name];
  }
}

const isDataRequest = (request: Request) => "_data" in request.query || request.path.endsWith(".data");

/** Browsers say how they fetch; what says nothing is no browser, and carries no one's cookies unasked. */
function isFromScript(request: Request): boolean {
  const destination = request.headers["sec-fetch-dest"];
  const site = request.headers["sec-fetch-site"];
  return (destination === undefined || destination === "empty") && (site === undefined || site === "same-origin");
}

function isFromUs(request: Request, origins: Set<string>): boolean {
  const site = request.headers["sec-fetch-site"];
  const origin = request.headers.origin;
  if (origin !== undefined && !origins.has(origin)) return false;
  if (site !== undefined) return site === "same-origin";
  return origin !== undefined;
}
