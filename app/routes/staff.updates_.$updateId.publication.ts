import { publishUpdate } from "#app/domain/trust-page/updates.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const updateId = idFrom(params, "updateId");
  await publishUpdate(db, staff, updateId);
  return redirectSaying(`/staff/updates/${updateId}`, "Published the update");
});
