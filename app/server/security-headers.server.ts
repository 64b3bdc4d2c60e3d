import { randomBytes } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { appOrigin, env } from "#app/platform/env.server.ts";

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
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
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};

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
  };
  const writeHead = response.writeHead.bind(response) as (...parts: unknown[]) => Response;
  response.writeHead = (...parts: unknown[]) => {
    for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
    for (const [name, value] of Object.entries(unlessSet))
      if (!response.hasHeader(name)) response.setHeader(name, value);
    if (appOrigin().startsWith("https:")) {
      response.setHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    return writeHead(...parts);
  };
  next();
}
