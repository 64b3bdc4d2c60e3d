/**
 * A file to keep, never to show: nothing in it can run, and nobody on the way keeps it. `public` files may be kept for
 * five minutes.
 */
export function fileAnswer(file: SentFile): Response {
  return new Response(new Uint8Array(file.bytes), { headers: headersOf(file) });
}

export type SentFile = {
  bytes: Uint8Array;
  fileName: string;
  mediaType: string;
  public?: boolean;
  /** Of a file that there is in several. */
  language?: string;
};

export const headersOf = (file: SentFile): Record<string, string> => ({
  "Content-Type": file.mediaType,
  "Content-Length": String(file.bytes.length),
  "Content-Disposition": `attachment; filename*=UTF-8''${encoded(file.fileName)}`,
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cache-Control": file.public ? "public, max-age=300" : "no-store, private",
  "X-Content-Type-Options": "nosniff",
  "Accept-Ranges": "none",
  ...(file.language && { "Content-Language": file.language, Vary: "Accept-Language" }),
});

const encoded = (fileName: string) =>
  encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Only a whole GET by a person is answered with a file: no HEAD, no part of it, no fetch ahead of a click. */
export function refusePartOfFile(request: Request): Response | null {
  const { method, headers } = request;
  if (method !== "GET") return new Response(null, { status: 405, headers: { Allow: "GET" } });
  if (headers.has("range")) return new Response(null, { status: 416, headers: { "Accept-Ranges": "none" } });
  if (headers.has("sec-purpose")) return new Response(null, { status: 403 });
  return null;
}
