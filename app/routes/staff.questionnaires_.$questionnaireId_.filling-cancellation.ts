import { cancelFilling } from "#app/domain/questionnaires/cancel-filling.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const id = idFrom(params, "questionnaireId");
  const done = await attempt(() => cancelFilling(db, staff, id));
  const said = done.ok ? "Cancelled. Nothing was filled" : done.errors.form!.join(" ");
  return redirectSaying(`/staff/questionnaires/${id}`, said);
});
