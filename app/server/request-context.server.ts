import type { Request, Response } from "express";
import { findProspectSession, findStaffSession } from "#app/domain/accounts/sessions.server.ts";
import type { RequestContext } from "#app/http/context.ts";
import { db } from "#db/client.server.ts";

export function requestContext(request: Request, response: Response): RequestContext {
  const cookies = request.headers.cookie ?? null;
  return {
    cspNonce: String(response.locals.cspNonce),
    requestId: String(response.locals.requestId),
    client: { ipAddress: request.ip ?? "unknown", userAgent: request.headers["user-agent"]?.slice(0, 400) ?? "" },
    staffSession: once(() => findStaffSession(db, cookies)),
    prospectSession: once(() => findProspectSession(db, cookies)),
    setCookie: (cookie) => void response.append("Set-Cookie", cookie),
    readyForMore: () => drained(response),
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (result ??= work());
}

/** Also when the receiver has gone: what then is written goes nowhere. */
async function drained(response: Response): Promise<void> {
  if (!response.writableNeedDrain || response.destroyed) return;
  await new Promise<void>((done) => {
    const end = () => {
      response.off("drain", end);
      response.off("close", end);
      done();
    };
    response.on("drain", end);
    response.on("close", end);
  });
}
