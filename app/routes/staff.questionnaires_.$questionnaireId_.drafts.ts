import { countOf } from "#app/components/numbers.ts";
import { askForDrafts } from "#app/domain/questionnaires/drafts.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const id = idFrom(params, "questionnaireId");
  const done = await attempt(() => askForDrafts(db, staff, id));
  const said = done.ok ? `Asked for ${countOf(done.value, "draft")}` : done.errors.form!.join(" ");
  return redirectSaying(`/staff/questionnaires/${id}/review`, said);
});
