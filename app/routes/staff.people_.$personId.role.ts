import { changeRole } from "#app/domain/accounts/staff.server.ts";
import { roleForm } from "#app/domain/accounts/staff.ts";
import { Invalid } from "#app/domain/errors.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { parseForm } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["admin"], async ({ db, staff, request, params }) => {
  const form = await parseForm(request, roleForm);
  if (!form.ok) throw new Invalid("accounts.role-unknown", "Choose a role.");
  await changeRole(db, staff, { personId: idFrom(params, "personId"), role: form.value.role });
  return redirectSaying("/staff/people", "Changed the role. They sign in again");
});
