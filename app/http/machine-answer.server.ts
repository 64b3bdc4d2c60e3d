import { createHash } from "node:crypto";

type File = { body: string; mediaType: string; sameAs?: string; signature?: string };

/**
 * A public file that any site's scripts may read and show. Its tag names what it says, not when it was made, so that a
 * reader who has it is told that nothing has changed.
 */
export function machineAnswer(request: Request, { body, mediaType, sameAs, signature }: File): Response {
  const tag = `W/"${createHash("sha256")
    .update(sameAs ?? body)
    .digest("base64url")
    .slice(0, 27)}"`;
  const headers = {
    "Cache-Control": "public, max-age=60",
    ETag: tag,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Trust-Signature",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    ...(signature && { "Trust-Signature": signature }),
  };
  if (knows(request, tag)) return new Response(null, { status: 304, headers: withoutSignature(headers) });
  return new Response(body, { headers: { ...headers, "Content-Type": `${mediaType}; charset=utf-8` } });
}

const knows = (request: Request, tag: string): boolean =>
  (request.headers.get("if-none-match") ?? "").split(",").some((known) => known.trim() === tag);

/** The signature is of the bytes that were sent with it: a reader keeps the one that came with theirs. */
function withoutSignature({ "Trust-Signature": _signature, ...headers }: Record<string, string>) {
  return headers;
}
