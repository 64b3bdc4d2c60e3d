import { withdrawRequest } from "#app/domain/access/requests.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forProspect } from "#app/http/policy.server.ts";

export const action = forProspect(async ({ db, params, prospect, words }) => {
  const requestId = idFrom(params, "requestId");
  const withdrawn = await attempt(() => withdrawRequest(db, prospect, requestId));
  const said = withdrawn.ok ? words.portal.request.withdrew : withdrawn.errors.form!.join(" ");
  return redirectSaying(`/portal/requests/${requestId}`, said);
});
