import { getBrandSheet } from "#app/domain/trust-page/brand.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

/** Its address carries the version, so that a browser may keep it. */
export const loader = forAnyone(
  async ({ db }) =>
    new Response(await getBrandSheet(db), {
      headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=86400" },
    }),
);
