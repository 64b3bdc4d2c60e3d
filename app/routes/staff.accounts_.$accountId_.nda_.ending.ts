import { endNdaGround } from "#app/domain/access/account-terms.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const accountId = idFrom(params, "accountId");
  const ended = await attempt(() => endNdaGround(db, staff, accountId));
  const said = ended.ok ? "Ended. Its grants wait for the NDA now" : ended.errors.form!.join(" ");
  return redirectSaying(`/staff/accounts/${accountId}`, said);
});
