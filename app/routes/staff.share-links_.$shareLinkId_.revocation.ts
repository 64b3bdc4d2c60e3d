import { revokeShareLink } from "#app/domain/access/share-links.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff("any", async ({ db, staff, params }) => {
  const revoked = await attempt(() => revokeShareLink(db, staff, idFrom(params, "shareLinkId")));
  const said = revoked.ok
    ? "Revoked the link. What was granted through it stays until it is revoked"
    : revoked.errors.form!.join(" ");
  return redirectSaying("/staff/share-links", said);
});
