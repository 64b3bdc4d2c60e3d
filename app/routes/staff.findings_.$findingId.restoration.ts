import { takeUpFinding } from "#app/domain/knowledge-base/findings.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  await takeUpFinding(db, staff, idFrom(params, "findingId"));
  return redirectSaying("/staff/findings", "Took the finding up again");
});
