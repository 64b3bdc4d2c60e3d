import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { appOrigin, env } from "#app/platform/env.server.ts";

/** Without a nonce, as on a page that is sent to many, files of ours run and nothing that stands in the page. */
function contentSecurityPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    `script-src ${nonce ? `'nonce-${nonce}' 'strict-dynamic'` : "'self'"}`,
    `style-src 'self'${env.nodeEnv === "development" ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${env.nodeEnv === "development" ? " ws:" : ""}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "worker-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const always: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  // Not no-referrer: with it browsers send `Origin: null` on our own forms.
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

/** What is meant for other sites, like the badge, says so itself. */
const resourcePolicy = { "Cross-Origin-Resource-Policy": "same-origin" };

/** All of them for a page that is kept and sent to many. */
export function headersOfKeptPage(): Record<string, string> {
  return { ...always, ...resourcePolicy, ...transport(), "Content-Security-Policy": contentSecurityPolicy(null) };
}

const transport = (): Record<string, string> =>
  appOrigin().startsWith("https:") ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {};

/**
 * On every answer, also errors and files, in the moment before it leaves: Remix adds its headers to those already there,
 * so a default set earlier would stand beside a route's own. A route may set its own caching and a narrower policy.
 */
export function securityHeaders(_request: Request, response: Response, next: NextFunction): void {
  const nonce = randomBytes(16).toString("base64");
  response.locals.cspNonce = nonce;
  const unlessSet: Record<string, string> = {
    "Content-Security-Policy": contentSecurityPolicy(nonce),
    "Cache-Control": "no-store, private",
    ...resourcePolicy,
  };
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => Response;
  response.writeHead = (...parts: unknown[]) => {
    for (const [name, value] of Object.entries({ ...always, ...transport() })) response.setHeader(name, value);
    for (const [name, value] of Object.entries(unlessSet))
      if (!response.hasHeader(name)) response.setHeader(name, value);
    return writeHead(...parts);
  };
  next();
}
