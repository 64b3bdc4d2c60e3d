import { getOpenGraphFile } from "#app/domain/trust-page/open-graph-file.server.ts";
import { forAnyone } from "#app/http/policy.server.ts";

/** Other sites fetch it and show it, whenever someone links to the page. */
export const loader = forAnyone(async ({ db, request }) => {
  const { bytes, tag } = await getOpenGraphFile(db, new Date());
  const headers = {
    ETag: `"${tag.replaceAll(/[^\w./-]/g, "_")}"`,
    "Cache-Control": "public, max-age=300",
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
  if (request.headers.get("if-none-match") === headers.ETag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "Content-Type": "image/png" } });
});
