import { getLogo } from "#app/domain/trust-page/company-profile.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

/** The logo of the draft; visitors get the published one at /logo. */
export const loader = forStaff("any", async ({ db }) => {
  const { bytes, mediaType } = await getLogo(db);
  const headers = { "Cache-Control": "private, no-store", "Content-Type": mediaType };
  return new Response(new Uint8Array(bytes), { headers: { ...headers, "X-Content-Type-Options": "nosniff" } });
});
