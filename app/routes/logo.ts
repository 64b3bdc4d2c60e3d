import { getPublishedLogo } from "#app/domain/trust-page/publications.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

/** Its address carries the version, so that a browser may keep it. */
export const loader = forAnyone(async ({ db, request }) => {
  const { bytes, mediaType, tag: version } = await getPublishedLogo(db);
  const tag = `"${version}"`;
  const headers = { "Cache-Control": "public, max-age=86400", ETag: tag, "X-Content-Type-Options": "nosniff" };
  if (request.headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "Content-Type": mediaType } });
});
