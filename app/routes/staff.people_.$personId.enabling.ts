import { setStaffDisabled } from "#app/domain/accounts/staff.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["admin"], async ({ db, staff, params }) => {
  await setStaffDisabled(db, staff, { personId: idFrom(params, "personId"), disabled: false });
  return redirectSaying("/staff/people", "Enabled");
});
