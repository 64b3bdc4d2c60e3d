import { countOf } from "#app/components/numbers.ts";
import { acceptAllNearExact } from "#app/domain/questionnaires/review.server.ts";
import { redirectSaying } from "#app/http/flash.server.ts";
import { attempt } from "#app/http/forms.server.ts";
import { idFrom } from "#app/http/params.ts";
import { forStaff } from "#app/http/policy.server.ts";

export const action = forStaff(["security", "admin"], async ({ db, staff, params }) => {
  const id = idFrom(params, "questionnaireId");
  const done = await attempt(() => acceptAllNearExact(db, staff, id));
  const said = done.ok ? `Accepted ${countOf(done.value, "answer")}` : done.errors.form!.join(" ");
  return redirectSaying(`/staff/questionnaires/${id}/review`, said);
});
