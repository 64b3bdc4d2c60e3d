import { removeMailDomain } from "#app/domain/accounts/mail-domains.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  await removeMailDomain(db, staff, params.domain ?? "");
  return redirectSaying("/staff/rules/mail-domains", `Removed ${params.domain}`);
});
