import { getIconFile } from "#app/domain/trust-page/icon-file.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

/** Its address carries the version, so that a browser may keep it. Its bytes say what it is, whatever the address. */
export const loader = forAnyone(async ({ db }) => {
  const { bytes, mediaType } = await getIconFile(db);
  return new Response(new Uint8Array(bytes), {
    headers: { "Content-Type": mediaType, "Cache-Control": "public, max-age=86400" },
  });
});
